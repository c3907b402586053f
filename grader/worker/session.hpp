#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "harness/wire.hpp"
#include "sandbox/process.hpp"
#include "worker/receive_buffer.hpp"

namespace grader::worker {

/// How one exchange with a worker process went wrong.
enum class Trouble : int {
  none,
  time,       // no complete reply in time
  output,     // it printed more than it may
  ended,      // it ended, or closed its replies, before a complete reply
  malformed,  // bytes that are no reply to this request
  too_large,  // a reply of a size that no result has
};

struct Exchange {
  Trouble trouble = Trouble::none;
  wire::Kind kind = wire::Kind::value;
  ReceiveBuffer reply;  // the whole frame
  std::string output;   // printed meanwhile
  double wall_s = 0;

  std::string_view payload() const { return reply.bytes().substr(sizeof(wire::FrameHeader)); }
};

/// One life of a worker process: frames out, frames in, with deadlines. Knows nothing of types.
class Session {
 public:
  Session(std::unique_ptr<sandbox::Process> process, std::size_t reply_limit);

  /// How many bytes may be printed from now on.
  void set_output_limit(std::size_t bytes) { output_limit_ = bytes; }

  /// Sends `request` (a whole frame) and waits for the reply with the same sequence number. After any trouble
  /// the process must be ended. Throws util::Interrupted on a stop.
  Exchange exchange(const std::string& request, std::uint32_t sequence, double seconds, std::stop_token stop);

  /// Nothing can be asked any more.
  void close_requests();
  /// Closes the requests and gives the process `seconds` to end by itself.
  sandbox::Ending finish(double seconds, bool& in_time);
  sandbox::Ending kill() { return process_->kill(); }
  /// Waits for a process that should have ended by now.
  sandbox::Ending ended(double seconds, bool& in_time) { return process_->wait(seconds, in_time); }
  /// What it printed and nobody has read yet, and whether that was too much.
  bool read_output(std::string& output);

 private:
  bool send(const std::string& request, std::size_t& sent);
  bool receive();
  std::optional<Trouble> parse(std::uint32_t sequence, Exchange& exchange);
  void wait(bool sending, double seconds);

  std::unique_ptr<sandbox::Process> process_;
  std::size_t output_limit_ = 0;
  bool output_open_ = true;
  std::size_t reply_limit_;
  ReceiveBuffer received_;
};

}  // namespace grader::worker
