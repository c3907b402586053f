#pragma once

#include <linux/filter.h>
#include <sys/types.h>

#include <vector>

/// Filters of system calls, made by libseccomp once and installed by each child itself. What they refuse
/// fails with EPERM (clone3 with ENOSYS, so that libc falls back to clone), and kills nobody: a C library
/// that tries something new goes on without it.
namespace grader::sandbox {

using FilterProgram = std::vector<sock_filter>;

/// For workers: an allow list of what computing, threads, exceptions and printing need. Nothing opens, stats
/// or reads a file by its name, makes a process or signals one other than itself.
const FilterProgram& worker_filter();

/// The same with reading of files, which Landlock limits: sanitizers look at their own maps and debug
/// information.
const FilterProgram& sanitized_filter();

/// For compilers, which start other programs and read and write files: a deny list of what none of them needs
/// and what has been a way out of sandboxes.
const FilterProgram& compiler_filter();

/// Puts the process's own number where worker_filter() leaves a gap for it. Async-signal-safe.
void fill_in_own_pid(FilterProgram& program, pid_t pid);

/// Installs it for the calling thread; false with errno set where that is refused. Async-signal-safe. Needs
/// no_new_privs.
bool install(const FilterProgram& program);

}  // namespace grader::sandbox
