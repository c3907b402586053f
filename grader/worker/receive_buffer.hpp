#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

namespace grader::worker {

/// Bytes that arrive piece by piece. It grows without being filled with zeros and, where it is large, without
/// being copied, neither of which a std::string can.
class ReceiveBuffer {
 public:
  ReceiveBuffer() = default;
  ReceiveBuffer(ReceiveBuffer&& other) noexcept
      : data_(std::move(other.data_)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  ReceiveBuffer& operator=(ReceiveBuffer&& other) noexcept {
    data_ = std::move(other.data_);
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, 0);
    return *this;
  }

  std::string_view bytes() const { return {data_.get(), size_}; }
  std::size_t size() const { return size_; }

  /// Room for `wanted` more bytes behind those that are there. Throws std::bad_alloc.
  char* room(std::size_t wanted) {
    if (wanted > capacity_ - size_) {
      const std::size_t larger = std::max(2 * capacity_, size_ + wanted);
      void* moved = std::realloc(data_.get(), larger);
      if (moved == nullptr) throw std::bad_alloc();
      static_cast<void>(data_.release());  // realloc has freed it
      data_.reset(static_cast<char*>(moved));
      capacity_ = larger;
    }
    return data_.get() + size_;
  }
  /// So many bytes of the room were filled.
  void add(std::size_t count) { size_ += count; }

 private:
  struct Free {
    void operator()(char* data) const { std::free(data); }
  };
  std::unique_ptr<char, Free> data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace grader::worker
