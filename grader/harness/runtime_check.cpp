// Linked with main.cpp and its libraries where these were linked with each other beforehand, to see whether
// what has come of them works: that it starts, that an exception is caught, and that main() begins.
namespace {

[[gnu::section("grader_adapters"), gnu::used]] const char* const adapter[] = {"runtime_check", nullptr};

[[gnu::used]] const bool caught = [] {
  try {
    throw 1;
  } catch (int) {
    return true;
  }
}();

}  // namespace
