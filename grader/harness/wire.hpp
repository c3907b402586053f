// The bytes that cross the border between the grader and a worker process. Both sides include this file.
//
//   stream  := frame*
//   frame   := magic:u32  sequence:u32  kind:u32  zero:u32  length:u64  payload:byte[length]
//   request := frame of kind `call`; payload := value* (the arguments in the order of the signature)
//   reply   := frame with the request's sequence; payload := value for kind `value`, text for the other kinds
//   value   := tag:u8 body
//   body    := tensor (tags float64 … boolean): rank:u8  dim:i64[rank]  element[product of dims], row-major
//            | string: length:u64 byte[length]
//            | list: count:u64 value[count]
//            | optional: present:u8 value[present]
//            | record: count:u8 value[count], the fields in the order of their declaration
//
// All numbers are in the machine's own byte order: both processes run on the same machine.
#pragma once

#include <cstdint>

namespace grader::wire {

inline constexpr std::uint32_t kRequestMagic = 0x31715247;  // "GRq1"
inline constexpr std::uint32_t kReplyMagic = 0x31725247;    // "GRr1"

/// File descriptors of a worker: requests come in on one, replies go out on the other.
inline constexpr int kRequestDescriptor = 3;
inline constexpr int kReplyDescriptor = 4;

/// Exit status of a worker that was asked something it cannot read, or has nobody to ask it.
inline constexpr int kBadRequestStatus = 120;

enum class Kind : std::uint32_t {
  call = 1,
  value = 2,            // the function returned
  exception = 3,        // it threw; the payload is what() with the type's name
  not_implemented = 4,  // it is still the stub
  out_of_memory = 5,    // it threw std::bad_alloc
};

struct FrameHeader {
  std::uint32_t magic = 0;
  std::uint32_t sequence = 0;
  std::uint32_t kind = 0;
  std::uint32_t zero = 0;
  std::uint64_t length = 0;
};
static_assert(sizeof(FrameHeader) == 24);

enum class Tag : std::uint8_t { float64 = 1, float32, int64, boolean, string, list, optional, record };

}  // namespace grader::wire
