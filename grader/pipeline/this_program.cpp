#include "pipeline/this_program.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <system_error>

namespace grader::pipeline {

const std::string& identity_of_this_program() {
  static const std::string identity = []() -> std::string {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    struct stat status {};
    if (error || ::stat(program.c_str(), &status) != 0) return {};
    return program.string() + '\n' + std::to_string(status.st_size) + '\n' +
           std::to_string(status.st_mtim.tv_sec) + '.' + std::to_string(status.st_mtim.tv_nsec);
  }();
  return identity;
}

}  // namespace grader::pipeline
