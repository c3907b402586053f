#include "worker/session.hpp"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "util/error.hpp"

namespace grader::worker {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestText = 1024U * 1024U;  // of an exception
constexpr std::size_t kSmallestRead = 65536;
constexpr double kLongestWait = 0.05;  // so that a stop is heard
// Who sleeps takes a virtual machine 20 µs and more to wake, twice a call; most functions are done before
// that.
constexpr double kAwake = 60e-6;

double elapsed(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

Session::Session(std::unique_ptr<sandbox::Process> process, std::size_t reply_limit)
    : process_(std::move(process)), reply_limit_(reply_limit) {}

/// False where the process no longer reads.
bool Session::send(const std::string& request, std::size_t& sent) {
  while (sent < request.size()) {
    const ssize_t count = ::write(process_->requests(), request.data() + sent, request.size() - sent);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

/// Reads what is there; false where nothing more will come. Memory grows with what arrives, never with what a
/// header claims.
bool Session::receive() {
  while (received_.size() <= reply_limit_ + sizeof(wire::FrameHeader)) {
    // As much again as is there: little for what is small, few calls for what is large.
    const std::size_t room = std::max(kSmallestRead, received_.size());
    const ssize_t count = ::read(process_->replies(), received_.room(room), room);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN;
    if (count == 0) return false;
    received_.add(static_cast<std::size_t>(count));
    if (static_cast<std::size_t>(count) < room) return true;
  }
  return true;
}

bool Session::read_output(std::string& output) {
  char buffer[16384];
  while (true) {
    const ssize_t count = ::read(process_->output(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) output_open_ = false;
    if (count <= 0) return true;
    const auto size = static_cast<std::size_t>(count);
    output.append(buffer, std::min(size, output_limit_));
    if (size > output_limit_) {
      output_limit_ = 0;
      return false;
    }
    output_limit_ -= size;
  }
}

/// Nothing while the reply is incomplete.
std::optional<Trouble> Session::parse(std::uint32_t sequence, Exchange& exchange) {
  wire::FrameHeader header;
  if (received_.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, received_.bytes().data(), sizeof header);
  const bool known = header.kind >= static_cast<std::uint32_t>(wire::Kind::value) &&
                     header.kind <= static_cast<std::uint32_t>(wire::Kind::out_of_memory);
  if (header.magic != wire::kReplyMagic || header.sequence != sequence || header.zero != 0 || !known)
    return Trouble::malformed;
  const bool is_value = header.kind == static_cast<std::uint32_t>(wire::Kind::value);
  if (header.length > (is_value ? reply_limit_ : kLongestText)) return Trouble::too_large;
  const std::size_t whole = sizeof header + static_cast<std::size_t>(header.length);
  if (received_.size() < whole) return std::nullopt;
  if (received_.size() > whole) return Trouble::malformed;
  exchange.kind = static_cast<wire::Kind>(header.kind);
  exchange.reply = std::exchange(received_, {});
  return Trouble::none;
}

void Session::wait(bool sending, double seconds) {
  // A closed end would be ready for ever; poll passes over negative descriptors.
  pollfd waiting[3] = {{process_->replies(), POLLIN, 0},
                       {output_open_ ? process_->output() : -1, POLLIN, 0},
                       {process_->requests(), POLLOUT, 0}};
  const auto count = static_cast<nfds_t>(sending ? 3 : 2);
  ::poll(waiting, count, static_cast<int>(std::ceil(std::clamp(seconds, 0.0, kLongestWait) * 1000)));
}

Exchange Session::exchange(const std::string& request, std::uint32_t sequence, double seconds,
                           std::stop_token stop) {
  const auto start = Clock::now();
  Exchange result;
  std::size_t sent = 0;
  std::optional<Trouble> state;
  receive();
  // What was said before the question is no answer to it.
  if (received_.size() > 0) state = Trouble::malformed;
  while (!state) {
    // A process that ends while it is being asked may have left a reply: reading decides, not writing.
    if (!send(request, sent)) sent = request.size();
    const bool open = receive();
    state = parse(sequence, result);
    if (!state && !open) state = Trouble::ended;
    if (!read_output(result.output)) state = Trouble::output;
    if (state) break;
    const double left = seconds - elapsed(start);
    if (left <= 0)
      state = Trouble::time;
    else if (stop.stop_requested())
      throw util::Interrupted();
    else if (elapsed(start) < kAwake)
      ::sched_yield();
    else
      wait(sent < request.size(), left);
  }
  result.trouble = *state;
  // All that was printed before the reply is in the pipe by now.
  if (state == Trouble::none && !read_output(result.output)) result.trouble = Trouble::output;
  result.wall_s = elapsed(start);
  return result;
}

void Session::close_requests() { process_->close_requests(); }

sandbox::Ending Session::finish(double seconds, bool& in_time) {
  close_requests();
  return process_->wait(seconds, in_time);
}

}  // namespace grader::worker
