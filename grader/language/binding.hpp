#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "language/expression.hpp"
#include "language/static_type.hpp"
#include "model/type.hpp"

namespace grader::language {

/// The arguments of one call of `f`, `ref` or a function of `uses:`, and what its result is with them. The
/// symbols of the signature are bound anew: what is kept binds first, so that a contradiction points to what
/// was replaced.
class Binding {
 public:
  Binding(const model::Function& function, std::string called)
      : function_(function), called_(std::move(called)) {}

  /// The value that a parameter has where the call does not replace it.
  void keep(const std::string& parameter, const StaticType& type) { kept_.insert_or_assign(parameter, type); }
  void replace(const Argument& argument, StaticType type);

  /// `own` says what "len(name)" of a parameter that is kept stands for.
  StaticType result(const Expression& call, const Sizes& own);

 private:
  struct Replaced {
    std::vector<std::string> path;
    model::Type wanted;
    StaticType given;
    std::size_t offset = 0;
  };
  std::vector<std::string> path_of(const Argument& argument);
  model::Type type_at(const std::vector<std::string>& path, std::size_t offset) const;
  std::string signature() const;

  void bind_values(const Sizes& own);
  void bind_length(const model::Field& parameter, const StaticType& given);
  void bind(const model::Type& type, const StaticType& given);
  Sizes named_sizes() const;
  void expect_all_given(const Expression& call) const;
  void expect_fitting(const Expression& call) const;

  const model::Function& function_;
  std::string called_;
  std::size_t position_ = 0;
  std::map<std::string, StaticType> kept_;
  std::vector<Replaced> replaced_;
  Sizes sizes_;
};

}  // namespace grader::language
