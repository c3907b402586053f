// exercise: vectors/total
// attack: brings its own operator new, which says that there is no memory while the answer is written
// verdict: memory_limit
// says: asked for more memory

#include "vectors/total.hpp"

static bool refuse = false;
void* operator new(std::size_t size) {
  if (refuse) {
    refuse = false;
    throw std::bad_alloc();
  }
  return std::malloc(size);
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }

double total(const Eigen::VectorXd& x) {
  refuse = true;
  ::operator delete(::operator new(64));
  return x.sum();
}
