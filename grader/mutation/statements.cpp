#include "mutation/statements.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace grader::mutation {
namespace {

constexpr std::array<std::string_view, 10> kAssignments = {
    "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<="};
constexpr std::array<std::string_view, 11> kSkipped = {"throw", "break",   "continue",     "goto",
                                                       "using", "typedef", "struct",       "class",
                                                       "enum",  "union",   "static_assert"};
// Deeper than any written by hand; recursion must not depend on the input.
constexpr std::size_t kDeepest = 100;

}  // namespace

void StatementReader::body(std::size_t function) {
  function_ = function;
  returns_ = outline_.functions[function].returns;
  block(outline_.functions[function].body);
  function_ = kNone;
}

void StatementReader::block(Range range) {
  for (std::size_t i = range.first; i < range.last;) i = statement(i, range.last);
}

std::size_t StatementReader::statement(std::size_t i, std::size_t last) {
  if (i >= last || depth_ >= kDeepest) return last;
  ++depth_;
  const std::size_t end = branch(i, last);
  --depth_;
  return std::clamp(end, i + 1, std::max(last, i + 1));
}

std::size_t StatementReader::branch(std::size_t i, std::size_t last) {
  const std::string_view word = code_.text(i);
  if (word == ";" || word == "else" || word == "try") return i + 1;
  if (word == "{") {
    if (!code_.opens(i)) return last;
    block({i + 1, code_.partner(i)});
    return code_.partner(i) + 1;
  }
  if (word == "[" && code_.is(i + 1, "[")) return code_.next(i);
  if (word == "for") return for_loop(i, last);
  if (word == "while") return while_loop(i, last);
  if (word == "do") return do_loop(i, last);
  if (word == "case" || word == "default") return code_.find({i, last}, ":") + 1;
  if (word == "catch") return code_.next(i + 1);
  if (among(kSkipped, word)) return code_.find({i, last}, ";") + 1;
  if (word != "if" && word != "switch") return simple(i, last);
  if (code_.is(i + 1, "constexpr")) return code_.next(i + 2);
  if (!code_.opens(i + 1)) return last;
  const std::size_t behind = code_.partner(i + 1) + 1;
  // Inputs that are refused are never tried, so that a mutant of such a test would be found by nothing.
  if (code_.is(behind, "throw") || (code_.is(behind, "{") && code_.is(behind + 1, "throw"))) return behind;
  const std::vector<Range> parts = code_.split({i + 2, code_.partner(i + 1)}, ";");
  for (const Range& part : parts)
    // Without its `=`, `a && b` would be a declaration of b.
    if (code_.find(part, "=") == part.last || !declaration(part, Use::expression)) expression(part);
  if (word == "if" && !parts.empty()) outline_.conditions.push_back(parts.back());
  return behind;
}

std::size_t StatementReader::for_loop(std::size_t i, std::size_t last) {
  if (!code_.opens(i + 1)) return last;
  const Range head{i + 2, code_.partner(i + 1)};
  const std::size_t first = code_.find(head, ";");
  const std::size_t second = code_.find({first + 1, head.last}, ";");
  if (first >= head.last) {
    const std::size_t colon = code_.find(head, ":");
    declaration({head.first, colon}, Use::fixed);
    expression({colon + 1, head.last});
    return statement(head.last + 1, last);
  }
  const Range start{head.first, first};
  const Range condition{first + 1, second};
  const bool has_step = second + 1 < head.last;
  if (!declaration(start, Use::loop_head)) assignment_or_call(start, Use::loop_head);
  if (has_step && !condition.empty()) {
    expression(condition, Use::loop_head);
    outline_.loops.push_back({start, condition});
  }
  return loop_body(head.last + 1, last, condition, has_step);
}

std::size_t StatementReader::while_loop(std::size_t i, std::size_t last) {
  if (!code_.opens(i + 1)) return last;
  return loop_body(code_.partner(i + 1) + 1, last, {i + 2, code_.partner(i + 1)}, false);
}

std::size_t StatementReader::do_loop(std::size_t i, std::size_t last) {
  const std::size_t end = code_.next(i + 1);
  if (!code_.opens(i + 1) || !code_.is(end, "while") || !code_.opens(end + 1)) return last;
  loop_body(i + 1, last, {end + 2, code_.partner(end + 1)}, false);
  return code_.partner(end + 1) + 1;
}

std::size_t StatementReader::loop_body(std::size_t i, std::size_t last, Range condition, bool has_step) {
  const std::size_t before = steering_.size();
  for (std::size_t k = condition.first; k < condition.last; ++k) {
    // `x` in `i < x.rows()` does not steer a loop with a step; in `while (!queue.empty())` the queue does.
    const bool is_asked =
        code_.is(k + 1, ".") || code_.is(k + 1, "(") || code_.is(k + 1, "[") || code_.is(k + 1, "::");
    if (code_.is_name(k) && !code_.is(k, "true") && !(has_step && is_asked))
      steering_.push_back(code_.text(k));
  }
  // A loop that only its body ends (`while (true)`) is left as it is.
  const bool ends_by_itself = steering_.size() > before;
  const std::size_t end = ends_by_itself   ? statement(i, last)
                          : code_.opens(i) ? code_.next(i)
                                           : code_.find({i, last}, ";") + 1;
  steering_.resize(before);
  return end;
}

std::size_t StatementReader::simple(std::size_t i, std::size_t last) {
  if (code_.is_name(i) && code_.is(i + 1, ":")) return i + 2;
  const Range range{i, code_.find({i, last}, ";")};
  if (code_.is(i, "return")) {
    returned(range);
  } else if (steers_loop(range)) {
    return range.last + 1;
  } else if (!declaration(range, Use::expression)) {
    assignment_or_call(range, Use::expression);
  }
  return range.last + 1;
}

void StatementReader::returned(Range range) {
  const Range value{range.first + 1, range.last};
  outline_.statements.push_back({Statement::Kind::returned, range, value, returns_});
  expression(value);
}

bool StatementReader::declaration(Range range, Use use) {
  const std::size_t name = type_end(code_, range.first);
  if (name == kNone || name >= range.last) return false;
  const bool binds_several = code_.is(name, "[") && code_.opens(name);
  if (!binds_several && !code_.is_name(name)) return false;
  const std::size_t behind = code_.next(name);
  const std::string_view sign = code_.text(behind);
  if (behind < range.last && sign != "=" && sign != "(" && sign != "{" && sign != "," && sign != "[")
    return false;

  const std::string type = type_text(code_, {range.first, name});
  if (!binds_several) declare(code_.text(name), type);
  const bool has_value = behind < range.last && sign == "=";
  const std::size_t end = has_value ? code_.find({behind, range.last}, ",") : behind;
  const Range value{has_value ? behind + 1 : end, end};
  if (use == Use::expression)
    outline_.statements.push_back({Statement::Kind::declaration, range, value, type});
  for (const Range& part : code_.split({name + 1, range.last}, ","))
    if (code_.is_name(part.first) && code_.is(part.first + 1, "=")) declare(code_.text(part.first), type);
  if (use != Use::fixed) expression({behind, range.last}, use);
  return true;
}

void StatementReader::assignment_or_call(Range range, Use use) {
  std::size_t sign = range.first;
  while (sign < range.last && !among(kAssignments, code_.text(sign))) sign = code_.next(sign);
  Statement statement{Statement::Kind::other, range, {}, {}};
  if (sign < range.last) {
    statement.kind = Statement::Kind::assignment;
    statement.value = {sign + 1, range.last};
  } else if (!range.empty() && code_.is(range.last - 1, ")") && code_.is_name(range.first)) {
    bool is_chain = true;
    for (std::size_t i = range.first; i < range.last; i = code_.next(i)) {
      const bool belongs =
          code_.opens(i) || code_.is_name(i) || code_.is(i, ".") || code_.is(i, "->") || code_.is(i, "::");
      is_chain = is_chain && belongs;
    }
    if (is_chain) statement.kind = Statement::Kind::call;
  }
  if (use == Use::expression && !range.empty()) outline_.statements.push_back(statement);
  expression(range, use);
}

void StatementReader::expression(Range range, Use use) {
  const std::size_t region = ++regions_;
  std::size_t depth = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const std::string_view word = code_.text(i);
    if (word == "throw") return;
    const bool names_type = word == "sizeof" || word == "decltype" || word == "alignof" || word == "noexcept";
    if (names_type && code_.opens(i + 1)) {
      i = code_.partner(i + 1);
    } else if (code_.is_angle(i) && code_.opens(i)) {
      i = code_.partner(i);
    } else if (word == "[" && code_.opens(i) && begins_lambda(i)) {
      i = std::max(i, lambda(i, range.last) - 1);
    } else {
      if (code_.closes(i) && depth > 0) --depth;
      outline_.uses[i] = depth < kDeepest ? use : Use::fixed;
      outline_.regions[i] = region;
      if (code_.opens(i)) ++depth;
    }
  }
}

bool StatementReader::begins_lambda(std::size_t i) const {
  if (i == 0) return false;
  const bool is_behind_value = code_.is_name(i - 1) || code_.closes(i - 1);
  return !is_behind_value;
}

std::size_t StatementReader::lambda(std::size_t i, std::size_t last) {
  std::size_t at = code_.next(i);
  if (code_.is_angle(at)) at = code_.next(at);
  if (code_.is(at, "(") && code_.opens(at)) {
    for (const Declared& parameter : parameters(code_, {at + 1, code_.partner(at)}))
      declare(parameter.name, parameter.type);
    at = code_.next(at);
  }
  const std::size_t open = code_.find({at, last}, "{");
  if (!code_.opens(open) || depth_ >= kDeepest) return std::min(code_.next(open), last);
  const bool has_type = code_.is(at, "->") && type_end(code_, at + 1) == open;
  const std::string outer = std::exchange(returns_, has_type ? type_text(code_, {at + 1, open}) : "auto");
  ++depth_;
  block({open + 1, code_.partner(open)});
  --depth_;
  returns_ = outer;
  return code_.partner(open) + 1;
}

void StatementReader::declare(std::string_view name, std::string type) {
  auto& types = function_ == kNone ? outline_.globals : outline_.functions[function_].types;
  types.insert_or_assign(std::string(name), std::move(type));
}

bool StatementReader::steers_loop(Range range) const {
  std::size_t target = range.first;
  while (code_.is(target, "++") || code_.is(target, "--") || code_.is(target, "(") || code_.is(target, "*"))
    ++target;
  return among(steering_, code_.text(target));
}

}  // namespace grader::mutation
