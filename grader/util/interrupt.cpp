#include "util/interrupt.hpp"

#include <errno.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <thread>

#include "util/error.hpp"
#include "util/terminal_mode.hpp"
#include "util/unique_fd.hpp"

namespace grader::util {
namespace {

// A handler gets no argument of ours, so these two have to be where it can find them.
std::atomic<int> signalled_descriptor{-1};
std::atomic<bool> was_signalled{false};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void wake(int descriptor) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(descriptor, &one, sizeof one);
}

/// Only what is async-signal-safe.
void on_signal(int) {
  const int saved = errno;
  if (was_signalled.exchange(true)) {
    restore_terminal_now();
    ::_exit(kInterruptedStatus);
  }
  wake(signalled_descriptor.load());
  errno = saved;
}

UniqueFd make_event() {
  UniqueFd event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!event) throw GraderError(fmt::format("cannot watch for signals: {}", ::strerror(errno)));
  return event;
}

}  // namespace

/// The stop source must not be touched in a handler (its callbacks may lock), so a thread waits for the
/// handler's word.
struct Interrupts::State {
  UniqueFd signalled = make_event();
  UniqueFd ended = make_event();
  std::stop_source source;
  struct sigaction old_int {};
  struct sigaction old_term {};
  std::thread waiter;

  void wait() {
    pollfd events[] = {{signalled.get(), POLLIN, 0}, {ended.get(), POLLIN, 0}};
    while (::poll(events, 2, -1) < 0 && errno == EINTR) {
    }
    if ((events[0].revents & POLLIN) != 0) source.request_stop();
  }
};

Interrupts::Interrupts() : state_(std::make_unique<State>()) {
  was_signalled = false;
  signalled_descriptor = state_->signalled.get();
  state_->waiter = std::thread([state = state_.get()] { state->wait(); });
  struct sigaction action {};
  action.sa_handler = on_signal;
  ::sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, &state_->old_int);
  ::sigaction(SIGTERM, &action, &state_->old_term);
}

Interrupts::~Interrupts() {
  ::sigaction(SIGINT, &state_->old_int, nullptr);
  ::sigaction(SIGTERM, &state_->old_term, nullptr);
  wake(state_->ended.get());
  state_->waiter.join();
  signalled_descriptor = -1;
}

std::stop_token Interrupts::token() const { return state_->source.get_token(); }

bool Interrupts::requested() const { return was_signalled; }

int Interrupts::descriptor() const { return state_->signalled.get(); }

}  // namespace grader::util
