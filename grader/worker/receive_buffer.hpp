#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace grader::worker {

/// Bytes that arrive piece by piece. It grows without being filled with zeros, which a std::string cannot.
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
      // Room that is not used yet is no memory yet, so that it need not grow often.
      const std::size_t larger = std::max(4 * capacity_, size_ + wanted);
      std::unique_ptr<char[]> grown(new char[larger]);
      std::copy_n(data_.get(), size_, grown.get());
      data_ = std::move(grown);
      capacity_ = larger;
    }
    return data_.get() + size_;
  }
  /// So many bytes of the room were filled.
  void add(std::size_t count) { size_ += count; }

 private:
  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace grader::worker
