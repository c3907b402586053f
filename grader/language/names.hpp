#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/expression.hpp"
#include "language/static_type.hpp"
#include "language/types.hpp"
#include "model/type.hpp"

namespace grader::language {

/// What the text of a property or a condition may name, and what is known of it before there are inputs.
class Names {
 public:
  /// Conditions know parameters and sizes only; the lists of `forall:` also the result.
  enum class Place { property, for_all, condition };

  Names(const model::Function& function, std::vector<const model::Function*> used, Place place);

  const model::Function& function() const { return function_; }
  Place place() const { return place_; }
  const Sizes& sizes() const { return sizes_; }
  const model::Function* used(std::string_view name) const;

  /// A name that `let:` or `forall:` gives; a mistake where it is taken or no name at all.
  std::optional<Mistake> add(const std::string& name, StaticType type, const Expression& definition);

  const StaticType& parameter(const std::string& name) const { return parameters_.at(name); }
  /// A name that is given, but not here: the lists of `forall:` come before all names.
  void hide(const std::string& name) { hidden_.insert(name); }

  /// What a name stands for, nothing where it is unknown.
  std::optional<StaticType> find(std::string_view name) const;
  /// "unknown name 'gama'" with the nearest one that is known.
  Mistake unknown(const Expression& name) const;
  Mistake unknown_function(const Expression& call) const;

  /// Whether the value of `let:` or `forall:` changes with a parameter: it is evaluated once, before `fd`
  /// moves it.
  bool depends(std::string_view name, const std::string& parameter) const;

 private:
  struct Local {
    StaticType type;
    std::set<std::string> parameters;  // that it is computed from
  };
  void collect(const Expression& expression, std::set<std::string>& parameters) const;
  void collect_call(const Expression& call, std::set<std::string>& parameters) const;

  const model::Function& function_;
  std::vector<const model::Function*> used_;
  Place place_;
  Sizes sizes_;  // with int parameters and lengths, as types know them
  std::map<std::string, StaticType, std::less<>> parameters_;
  std::map<std::string, Local, std::less<>> locals_;
  std::set<std::string, std::less<>> hidden_;
  StaticType out_;
};

}  // namespace grader::language
