// The worker's main loop: reads a request, calls the solution, writes the reply, until the requests end.
// Knows nothing of the exercises; their adapters are generated.
#include <cxxabi.h>
#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <typeinfo>

#include "codec.hpp"
#include "solution_names.hpp"
#include "wire.hpp"

// Where the linker puts the adapters; the names are its own.
extern "C" {
extern const grader::harness::Adapter __start_grader_adapters[];
extern const grader::harness::Adapter __stop_grader_adapters[];

// Of the files that every program begins with. Where main() is linked with the libraries beforehand, without
// these files, it must not be given those of the libraries in their place; in a program these here give way.
[[gnu::weak, gnu::visibility("hidden")]] void _dl_relocate_static_pie() {}
[[gnu::weak, gnu::visibility("hidden")]] void* __dso_handle = nullptr;
}

namespace {

using grader::harness::Adapter;
using grader::harness::Reader;
using grader::harness::Writer;
using grader::wire::FrameHeader;
using grader::wire::kBadRequestStatus;
using grader::wire::Kind;

enum class Input { complete, ended };

Input read_all(char* data, std::size_t size) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count = ::read(grader::wire::kRequestDescriptor, data + done, size - done);
    if (count > 0)
      done += static_cast<std::size_t>(count);
    else if (count == 0 && done == 0)
      return Input::ended;
    else if (count < 0 && errno == EINTR)
      continue;
    else
      std::_Exit(kBadRequestStatus);
  }
  return Input::complete;
}

/// Awake for as long as most requests take to come: who sleeps takes a virtual machine 20 µs and more to
/// wake. Whoever else wants the processor is let go first.
void wait_for_request() {
  constexpr std::chrono::microseconds kAwake{60};
  const auto start = std::chrono::steady_clock::now();
  pollfd request{grader::wire::kRequestDescriptor, POLLIN, 0};
  while (::poll(&request, 1, 0) == 0 && std::chrono::steady_clock::now() - start < kAwake) ::sched_yield();
}

void write_all(const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::write(grader::wire::kReplyDescriptor, data, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) std::_Exit(kBadRequestStatus);
    data += count;
    size -= static_cast<std::size_t>(count);
  }
}

/// In one go, so that the grader is not woken by a header alone.
void write_reply(const FrameHeader& header, const std::string& payload) {
  const auto* const begin = reinterpret_cast<const char*>(&header);
  const iovec parts[2] = {{const_cast<char*>(begin), sizeof header},
                          {const_cast<char*>(payload.data()), payload.size()}};
  const ssize_t count = ::writev(grader::wire::kReplyDescriptor, parts, 2);
  // What is left after a signal, or all of it.
  const std::size_t written = count < 0 ? 0 : static_cast<std::size_t>(count);
  const std::size_t of_header = std::min(written, sizeof header);
  write_all(begin + of_header, sizeof header - of_header);
  write_all(payload.data() + (written - of_header), payload.size() - (written - of_header));
}

/// Large arrays are copied a few times here, and where the kernel hands out memory 4 KiB at a time that takes
/// ten times as long as copying. Before the first large request, after the first large reply, and again where
/// one is larger, so much of the heap as all copies need is set up to come in huge pages and to stay. Nothing
/// is used by that; without huge pages nothing is won or lost.
void expect_large(std::size_t size) {
#ifndef __SANITIZE_ADDRESS__
  constexpr std::size_t kLarge = std::size_t{4} << 20U;
  constexpr std::size_t kHugePage = std::size_t{2} << 20U;
  // Of the request, the argument, the result and the reply, which is copied when it grows, and one to spare.
  constexpr std::size_t kCopies = 6;
  static std::size_t expected = 0;
  if (size < kLarge || size <= expected) return;
  expected = size;
  ::mallopt(M_MMAP_MAX, 0);  // blocks with pages of their own would lose them when they are freed
  ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  // What is not of the heap, such as the stacks of threads, keeps half of what there may be.
  rlimit most{};
  ::getrlimit(RLIMIT_AS, &most);
  std::size_t left = std::min<std::size_t>(kCopies * size, most.rlim_cur / 2);
  void* heap = std::malloc(left);
  void* at = heap;
  if (heap != nullptr && std::align(kHugePage, kHugePage, at, left) != nullptr)
    ::madvise(at, left / kHugePage * kHugePage, MADV_HUGEPAGE);
  std::free(heap);
#else
  static_cast<void>(size);
#endif
}

std::string demangled(const char* name) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(abi::__cxa_demangle(name, nullptr, nullptr, &status),
                                                         &std::free);
  return grader::harness::without_solution_namespaces(status == 0 ? text.get() : name);
}

/// The adapter of an exercise, or the first one; null where there is none.
const Adapter* find_adapter(const char* exercise) {
  for (const Adapter* adapter = __start_grader_adapters; adapter != __stop_grader_adapters; ++adapter)
    if (exercise == nullptr || std::string_view(exercise) == adapter->exercise) return adapter;
  return nullptr;
}

struct Reply {
  Kind kind;
  std::string payload;
};

Reply answer(const Adapter& adapter, const std::string& request) {
  Reader in(request.data(), request.size());
  Writer out;
  try {
    adapter.call(in, out);
    return {Kind::value, std::move(out.bytes())};
  } catch (const grader::harness::BadRequest&) {
    std::_Exit(kBadRequestStatus);
  } catch (const grader::NotImplemented&) {
    return {Kind::not_implemented, {}};
  } catch (const std::bad_alloc&) {
    return {Kind::out_of_memory, {}};
  } catch (const grader::EigenAssertion& error) {
    return {Kind::exception, error.what()};
  } catch (const std::exception& error) {
    return {Kind::exception, demangled(typeid(error).name()) + ": " + error.what()};
  } catch (...) {
    const std::type_info* type = abi::__cxa_current_exception_type();
    return {Kind::exception,
            "an exception of type " + (type != nullptr ? demangled(type->name()) : "unknown")};
  }
}

}  // namespace

/// Which implementation is called where the program has several; generated code asks.
int grader::harness::variant = 0;

/// worker [VARIANT [EXERCISE]]
int main(int count, char** arguments) {
  if (count > 1) grader::harness::variant = std::atoi(arguments[1]);
  const Adapter* adapter = find_adapter(count > 2 ? arguments[2] : nullptr);
  if (adapter == nullptr) return kBadRequestStatus;
  FrameHeader header;
  std::string request;
  while (wait_for_request(), read_all(reinterpret_cast<char*>(&header), sizeof header) == Input::complete) {
    if (header.magic != grader::wire::kRequestMagic) return kBadRequestStatus;
    expect_large(static_cast<std::size_t>(header.length));
    request.resize(static_cast<std::size_t>(header.length));
    if (header.length > 0 && read_all(request.data(), request.size()) != Input::complete)
      return kBadRequestStatus;
    const Reply reply = answer(*adapter, request);
    // What was printed during this call must be in the pipe before the reply is.
    std::cout.flush();
    std::fflush(nullptr);
    header.magic = grader::wire::kReplyMagic;
    header.kind = static_cast<std::uint32_t>(reply.kind);
    header.length = reply.payload.size();
    write_reply(header, reply.payload);
    expect_large(reply.payload.size());
  }
  return 0;
}
