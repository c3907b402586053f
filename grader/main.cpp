#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <iostream>
#include <new>

#include "cli/app.hpp"
#include "util/diagnostic.hpp"
#include "util/error.hpp"
#include "util/heap.hpp"
#include "util/interrupt.hpp"

namespace {

using namespace grader;

int say(const char* message, int status) {
  std::cerr << fmt::format("grader: error: {}\n", message);
  return status;
}

bool reader_is_gone() {
  pollfd out{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

/// What was printed has to arrive: a full disk is not a success. A reader that has seen enough (head) is none
/// of our concern, and ends us as it would any program.
int checked(int status) {
  std::cout.flush();
  if (std::cout) return status;
  if (!reader_is_gone()) return say("cannot write standard output", cli::kGraderFailed);
  ::signal(SIGPIPE, SIG_DFL);
  ::raise(SIGPIPE);
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  util::begin_with_huge_pages();
  // A worker that dies while it is being written to must not take the grader along.
  ::signal(SIGPIPE, SIG_IGN);
  try {
    return checked(cli::run({argv + 1, argv + argc}));
  } catch (const util::SpecError& error) {
    std::cout.flush();
    std::cerr << error.what();
    return say(error.diagnostics().size() == 1 ? "nothing was done because of the mistake above"
                                               : "nothing was done because of the mistakes above",
               cli::kWrongUse);
  } catch (const util::UsageError& error) {
    return say(error.what(), cli::kWrongUse);
  } catch (const util::Interrupted&) {
    return say("interrupted", util::kInterruptedStatus);
  } catch (const std::bad_alloc&) {
    return say("out of memory", cli::kGraderFailed);
  } catch (const std::exception& error) {
    return say(error.what(), cli::kGraderFailed);
  }
}
