#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mutation/code.hpp"
#include "mutation/outline.hpp"

namespace grader::mutation {

/// Reads the bodies of functions and the expressions in them into an outline. Whatever it does not understand
/// stays fixed.
class StatementReader {
 public:
  StatementReader(const Code& code, Outline& outline) : code_(code), outline_(outline) {}

  /// The body of outline.functions[function].
  void body(std::size_t function);
  void expression(Range range, Use use = Use::expression);

 private:
  void block(Range range);
  /// Each returns the token behind what it read.
  std::size_t statement(std::size_t i, std::size_t last);
  std::size_t branch(std::size_t i, std::size_t last);
  std::size_t for_loop(std::size_t i, std::size_t last);
  std::size_t while_loop(std::size_t i, std::size_t last);
  std::size_t do_loop(std::size_t i, std::size_t last);
  std::size_t loop_body(std::size_t i, std::size_t last, Range condition, bool has_step);
  std::size_t simple(std::size_t i, std::size_t last);
  std::size_t lambda(std::size_t i, std::size_t last);

  bool declaration(Range range, Use use);
  void assignment_or_call(Range range, Use use);
  void returned(Range range);
  void declare(std::string_view name, std::string type);
  bool steers_loop(Range range) const;
  bool begins_lambda(std::size_t i) const;

  const Code& code_;
  Outline& outline_;
  std::size_t function_ = kNone;
  std::string returns_;
  std::vector<std::string_view> steering_;  // names that loops around here look at
  std::size_t regions_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace grader::mutation
