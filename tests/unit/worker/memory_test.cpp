#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <new>

#include "support/exercises.hpp"
#include "support/sanitized.hpp"
#include "worker/decode.hpp"
#include "worker/encode.hpp"

using namespace grader;
using namespace grader::support;

namespace {

constexpr int kRefused = 10;
constexpr int kAccepted = 11;
// Where operator new should throw, AddressSanitizer's ends the program, with status 1.
constexpr int kOutOfMemory = support::kSanitized ? 1 : 12;
constexpr int kNoLimit = 13;

/// The address space of this process may grow by so much and no more.
bool limit_growth(std::size_t bytes) {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  const rlim_t limit = pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) + bytes;
  const rlimit both{limit, limit};
  return pages > 0 && ::setrlimit(RLIMIT_AS, &both) == 0;
}

/// What decoding does in a process that has room for its input and little more.
int decoded_in_little_room(const std::string& bytes, const model::Type& type) {
  constexpr std::size_t kRoom = std::size_t{64} * 1024 * 1024;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (!limit_growth(kRoom)) ::_exit(kNoLimit);
    try {
      worker::decode_value(bytes, type);
      ::_exit(kAccepted);
    } catch (const worker::BadBytes&) {
      ::_exit(kRefused);
    } catch (const std::bad_alloc&) {
      ::_exit(kOutOfMemory);
    }
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

std::string with_number(std::string bytes, std::size_t at, std::uint64_t number) {
  REQUIRE(at + sizeof number <= bytes.size());
  std::memcpy(bytes.data() + at, &number, sizeof number);
  return bytes;
}

std::string tensor_bytes(const std::vector<std::uint64_t>& dims) {
  std::string bytes =
      worker::encode_value({model::Tensor{model::Shape(dims.size(), 1), std::vector<double>(1)}});
  for (std::size_t axis = 0; axis < dims.size(); ++axis)
    bytes = with_number(std::move(bytes), 2 + 8 * axis, dims[axis]);
  return bytes;
}

model::Type cube(std::size_t rank) { return numbers(std::vector<model::Dim>(rank)); }

}  // namespace

TEST_CASE("a limit on memory is one that decoding would run into") {
  const std::vector<double> many(std::size_t{16} * 1024 * 1024);  // 128 MiB
  const std::string bytes = worker::encode_value({model::Tensor{{16 * 1024 * 1024}, many}});
  CHECK(decoded_in_little_room(bytes, cube(1)) == kOutOfMemory);
  CHECK(decoded_in_little_room(tensor_bytes({1, 1}), cube(2)) == kAccepted);
}

TEST_CASE("impossible dimensions are refused before anything is allocated for them") {
  constexpr std::uint64_t kHuge[] = {1ULL << 24U, 1ULL << 31U,   1ULL << 32U, 1ULL << 60U,
                                     1ULL << 61U, 1ULL << 62U,   1ULL << 63U, (1ULL << 63U) - 1,
                                     UINT64_MAX,  UINT64_MAX - 7};
  for (const std::uint64_t one : kHuge) {
    CAPTURE(one);
    CHECK(decoded_in_little_room(tensor_bytes({one}), cube(1)) == kRefused);
    CHECK(decoded_in_little_room(tensor_bytes({one, 1}), cube(2)) == kRefused);
    CHECK(decoded_in_little_room(tensor_bytes({2, one, 8}), cube(3)) == kRefused);
    for (const std::uint64_t other : kHuge)
      CHECK(decoded_in_little_room(tensor_bytes({one, other}), cube(2)) == kRefused);
  }
}

TEST_CASE("products of dimensions that are small again after they overflow are refused") {
  CHECK(decoded_in_little_room(tensor_bytes({1ULL << 32U, 1ULL << 32U}), cube(2)) == kRefused);
  CHECK(decoded_in_little_room(tensor_bytes({(1ULL << 32U) + 1, (1ULL << 32U)}), cube(2)) == kRefused);
  // 3 · 0xAAAAAAAAAAAAAAAB is 1 in 64 bits.
  CHECK(decoded_in_little_room(tensor_bytes({3, 0xAAAAAAAAAAAAAAABULL}), cube(2)) == kRefused);
  // 2^61 + 1 doubles take 8 bytes in 64 bits.
  CHECK(decoded_in_little_room(tensor_bytes({(1ULL << 61U) + 1}), cube(1)) == kRefused);
}

TEST_CASE("huge counts of strings and of nested lists are refused before anything is allocated for them") {
  const std::string text = worker::encode_value({std::string("text")});
  const std::string list = worker::encode_value({model::List{{{model::List{}}, {model::List{}}}}});
  for (const std::uint64_t count : {1ULL << 32U, 1ULL << 58U, 1ULL << 63U, ~0ULL, ~0ULL - 8}) {
    CAPTURE(count);
    CHECK(decoded_in_little_room(with_number(text, 1, count), array(model::Scalar::string)) == kRefused);
    CHECK(decoded_in_little_room(with_number(list, 1, count), list_of(list_of(numbers()))) == kRefused);
    CHECK(decoded_in_little_room(with_number(list, 10, count), list_of(list_of(numbers()))) == kRefused);
  }
}

TEST_CASE("a list of many small values does not take many times its bytes in memory") {
  constexpr std::uint64_t kMany = std::uint64_t{8} * 1024 * 1024;
  std::string nones = with_number(worker::encode_value({model::List{}}), 1, kMany);
  for (std::uint64_t i = 0; i < kMany; ++i) nones += std::string_view("\x07\0", 2);
  try {
    worker::decode_value(nones, list_of(optional_of(numbers())));
    FAIL("it was decoded");
  } catch (const worker::BadBytes& error) {
    CHECK(std::string(error.what()) == "the reply has more than 1048576 values");
  }
  const model::List most{std::vector<model::Value>(100'000, {model::Optional{}})};
  CHECK(worker::decode_value(worker::encode_value({most}), list_of(optional_of(numbers()))) ==
        model::Value{most});
}
