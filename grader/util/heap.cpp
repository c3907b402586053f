#include "util/heap.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "util/address_sanitizer.hpp"

namespace grader::util {

void begin_with_huge_pages() {
#if !GRADER_ADDRESS_SANITIZER  // which has a heap of its own
  constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20U;
  constexpr int kRoom = 16 << 20;  // addresses; what is not touched costs no memory
  ::mallopt(M_TOP_PAD, kRoom);
  ::mallopt(M_TRIM_THRESHOLD, 2 * kRoom);
  ::mallopt(M_MMAP_THRESHOLD, kRoom / 4);
  // More than the heap has at first, so that it grows.
  void* first = std::malloc(kRoom / 64);
  if (first == nullptr) return;
  const std::uintptr_t rest = reinterpret_cast<std::uintptr_t>(first) + ::malloc_usable_size(first);
  const std::uintptr_t begin = (rest / kHugePage + 1) * kHugePage;
  const std::uintptr_t end = reinterpret_cast<std::uintptr_t>(::sbrk(0)) / kHugePage * kHugePage;
  // Before anything there is touched. Where it is refused nothing is lost but time.
  if (begin >= end || ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE) != 0) return;
  // What lies before is taken as well, and never used.
  [[maybe_unused]] const volatile void* before = std::malloc(begin - rest);
#endif
}

}  // namespace grader::util
