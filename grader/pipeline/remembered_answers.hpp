#pragma once

#include <map>
#include <optional>
#include <string>

#include "build/cache.hpp"
#include "model/type.hpp"
#include "model/value.hpp"

namespace grader::pipeline {

/// What references answered to the inputs of one exercise, so that nobody waits for them a second time. All
/// are in one file of the cache:
///
///     number of answers, and for each: function and arguments (as a key of the cache), value (wire.hpp)
///
/// The caller's key stands for everything that the answers depend on. Only values are kept, up to a total
/// size. A cache that cannot be read or written remembers nothing.
class RememberedAnswers {
 public:
  RememberedAnswers(const build::Cache& cache, std::string key);

  /// Whether an earlier run left any.
  bool any() const { return !answers_.empty(); }

  std::optional<model::Value> find(const model::Function& function, const model::Arguments& arguments) const;
  void keep(const model::Function& function, const model::Arguments& arguments, const model::Value& value);

  /// Nothing is kept any more: what comes now are inputs that no other run will have.
  void stop_keeping() { is_keeping_ = false; }

  /// Writes what was kept, if anything was.
  void save();

 private:
  std::string key_of(const model::Function& function, const model::Arguments& arguments) const;

  const build::Cache& cache_;
  std::string key_;
  std::map<std::string, std::string> answers_;
  std::size_t bytes_ = 0;
  bool is_keeping_ = true;
  bool is_changed_ = false;
};

}  // namespace grader::pipeline
