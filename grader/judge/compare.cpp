#include "judge/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "judge/explain.hpp"
#include "judge/inputs.hpp"
#include "judge/number_text.hpp"
#include "model/closeness.hpp"

namespace grader::judge {
namespace {

using model::Difference;
using model::Misfit;
using model::Value;

constexpr std::size_t kMostLines = 5;

// In the order in which they decide.
enum class Kind { reference, shape, not_finite, answer };

/// One thing that is wrong. Lists and optionals have no Difference: there are no elements to hold side by
/// side.
struct Part {
  Kind kind = Kind::answer;
  std::string message;
  std::optional<Difference> difference;
};

std::string count_text(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

/// "returned 3×4" of a shape's text; a vector's bare "5" would read like a value.
std::string returned_shape(const std::string& shape) {
  if (shape == "scalar") return "returned a scalar";
  const bool is_vector = shape.find("×") == std::string::npos;
  return fmt::format("returned {}{}", shape, !is_vector ? "" : shape == "1" ? " element" : " elements");
}

/// The model says "is 3×4, expected [B, D] = 2×4"; what was returned is said in words of our own.
std::string shape_message(const Misfit& misfit) {
  const std::size_t is = std::string_view("is ").size();
  const std::size_t comma = misfit.message.find(", expected ");
  return returned_shape(misfit.message.substr(is, comma - is)) + misfit.message.substr(comma);
}

/// Of a result that there is no other to hold beside.
Part shape_part(const Misfit& misfit) {
  return {Kind::shape, path_label(misfit.path) + shape_message(misfit), {}};
}

/// The sizes beside the symbols are the reference's, which also has those that the signature leaves open:
/// "[_, D]" says nothing to a student.
std::string with_sizes(const std::string& message, const model::Shape& expected) {
  const std::size_t symbols = message.rfind(", expected [");
  if (symbols == std::string::npos) return message;
  const std::string known = message.substr(0, message.rfind(" = "));
  const bool only_numbers = known.find_first_not_of("0123456789, []", known.rfind('[')) == std::string::npos;
  return only_numbers ? known : known + " = " + model::to_string(expected);
}

/// Goes through both values and their type side by side; both have been held against the type before.
class Comparison {
 public:
  Comparison(const Rules& rules, const std::vector<Misfit>& misfits) : rules_(rules) {
    for (const Misfit& misfit : misfits) misfits_.emplace(misfit.path, misfit);
  }

  void operator()(const Value& actual, const Value& expected, const std::string& path) {
    std::visit([&](const auto& form) { visit(form, expected, path); }, actual.data);
  }
  std::vector<Part>& parts() { return parts_; }

 private:
  void visit(const model::Tensor& actual, const Value& other, const std::string& path) {
    const auto& expected = std::get<model::Tensor>(other.data);
    const model::Index bad = rules_.nan == model::NanPolicy::error ? model::first_not_finite(expected) : -1;
    if (bad >= 0) return add_bad_reference(expected, bad, path);
    const auto misfit = misfits_.find(path);
    if (misfit != misfits_.end())
      return add_shape(actual, expected, with_sizes(shape_message(misfit->second), expected.shape), path);
    if (actual.shape != expected.shape)
      return add_shape(actual, expected,
                       fmt::format("{}, expected {}", returned_shape(model::to_string(actual.shape)),
                                   model::to_string(expected.shape)),
                       path);
    add_numbers(actual, expected, path);
  }
  void visit(const std::string& actual, const Value& other, const std::string& path) {
    const auto& expected = std::get<std::string>(other.data);
    if (actual == expected) return;
    Difference difference{path, {expected}, {actual}, {}, 1, 0, 0, 0, 0};
    difference.worst = static_cast<model::Index>(first_difference(actual, expected));
    add(Kind::answer, path, explain_text(actual, expected), std::move(difference));
  }
  void visit(const model::List& actual, const Value& other, const std::string& path) {
    const auto& expected = std::get<model::List>(other.data);
    if (actual.items.size() != expected.items.size())
      return add(Kind::shape, path,
                 fmt::format("returned {}, expected {}", count_text(actual.items.size(), "item"),
                             expected.items.size()));
    for (std::size_t i = 0; i < expected.items.size(); ++i)
      (*this)(actual.items[i], expected.items[i], fmt::format("{}[{}]", path, i));
  }
  void visit(const model::Optional& actual, const Value& other, const std::string& path) {
    const auto& expected = std::get<model::Optional>(other.data);
    if (actual.item.size() != expected.item.size())
      return add(
          Kind::answer, path,
          expected.item.empty() ? "returned a value, expected none" : "returned none, expected a value");
    if (!expected.item.empty()) (*this)(actual.item[0], expected.item[0], path);
  }
  void visit(const model::Record& actual, const Value& other, const std::string& path) {
    const auto& expected = std::get<model::Record>(other.data);
    for (std::size_t i = 0; i < expected.fields.size(); ++i) {
      const std::string& name = expected.fields[i].first;
      (*this)(actual.fields[i].second, expected.fields[i].second, path.empty() ? name : path + "." + name);
    }
  }

  void add_bad_reference(const model::Tensor& expected, model::Index at, const std::string& path) {
    const std::string index = index_text(at, expected.shape);
    add(Kind::reference, path,
        fmt::format("the reference's result is {}{}{}; where that is meant, the case has to say nan: equal",
                    exact_text(expected, at), index.empty() ? "" : " at ", index));
  }
  void add_shape(const model::Tensor& actual, const model::Tensor& expected, const std::string& message,
                 const std::string& path) {
    add(Kind::shape, path, message, Difference{path, {expected}, {actual}, {}, 0, 0, 0, 0, 0});
  }
  void add_numbers(const model::Tensor& actual, const model::Tensor& expected, const std::string& path) {
    model::TensorComparison comparison = model::compare_tensors(actual, expected, rules_.tolerance);
    if (comparison.difference.wrong_count == 0) return;
    comparison.difference.path = path;
    comparison.difference.expected.data = expected;
    comparison.difference.actual.data = actual;
    const std::string message = explain_numbers(comparison.difference, comparison.not_finite);
    add(comparison.not_finite ? Kind::not_finite : Kind::answer, path, message,
        std::move(comparison.difference));
  }
  void add(Kind kind, const std::string& path, const std::string& message,
           std::optional<Difference> difference = {}) {
    parts_.push_back({kind, path_label(path) + message, std::move(difference)});
  }

  const Rules& rules_;
  std::map<std::string, Misfit> misfits_;
  std::vector<Part> parts_;
};

bool is_compared(const Rules& rules, const std::string& path) {
  const std::string top = path.substr(0, path.find_first_of(".["));
  const auto& fields = rules.compare.fields;
  return rules.compare.all || std::find(fields.begin(), fields.end(), top) != fields.end();
}

class FiniteWalk {
 public:
  void operator()(const Value& value, const std::string& path) {
    std::visit([&](const auto& form) { visit(form, path); }, value.data);
  }
  std::vector<Part>& parts() { return parts_; }

 private:
  void visit(const model::Tensor& tensor, const std::string& path) {
    const model::Index bad = model::first_not_finite(tensor);
    if (bad < 0) return;
    const std::string index = index_text(bad, tensor.shape);
    parts_.push_back({Kind::not_finite,
                      fmt::format("{}the result is {}{}{}, expected finite numbers", path_label(path),
                                  exact_text(tensor, bad), index.empty() ? "" : " at ", index),
                      {}});
  }
  void visit(const std::string&, const std::string&) {}
  void visit(const model::List& list, const std::string& path) {
    for (std::size_t i = 0; i < list.items.size(); ++i)
      (*this)(list.items[i], fmt::format("{}[{}]", path, i));
  }
  void visit(const model::Optional& optional, const std::string& path) {
    for (const Value& item : optional.item) (*this)(item, path);
  }
  void visit(const model::Record& record, const std::string& path) {
    for (const auto& [name, value] : record.fields) (*this)(value, path.empty() ? name : path + "." + name);
  }

  std::vector<Part> parts_;
};

std::vector<Part> compare_all(const Value& actual, const Value& expected, const Rules& rules,
                              const std::vector<Misfit>& misfits) {
  Comparison walk(rules, misfits);
  const auto* record = std::get_if<model::Record>(&expected.data);
  if (rules.compare.all) {
    walk(actual, expected, "");
  } else if (record != nullptr) {
    const auto& returned = std::get<model::Record>(actual.data);
    for (std::size_t i = 0; i < record->fields.size(); ++i)
      if (is_compared(rules, record->fields[i].first))
        walk(returned.fields[i].second, record->fields[i].second, record->fields[i].first);
  }
  for (const Misfit& misfit : misfits)
    if (!is_compared(rules, misfit.path)) walk.parts().push_back(shape_part(misfit));
  return std::move(walk.parts());
}

model::Verdict verdict_of(Kind kind) {
  switch (kind) {
    case Kind::reference:
      return model::Verdict::grader_error;
    case Kind::shape:
      return model::Verdict::wrong_shape;
    case Kind::not_finite:
      return model::Verdict::not_finite;
    case Kind::answer:
      break;
  }
  return model::Verdict::wrong_answer;
}

Judgement judgement_of(std::vector<Part> parts) {
  if (parts.empty()) return {};
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.kind < b.kind; });
  Judgement judgement;
  judgement.verdict = verdict_of(parts.front().kind);
  for (std::size_t i = 0; i < parts.size() && i < kMostLines; ++i)
    judgement.message += (i == 0 ? "" : "\n") + parts[i].message;
  if (parts.size() > kMostLines) judgement.message += fmt::format("\nand {} more", parts.size() - kMostLines);
  for (Part& part : parts)
    if (part.difference) judgement.differences.push_back(std::move(*part.difference));
  return judgement;
}

std::string misfit_lines(std::string_view who, const std::vector<Misfit>& misfits) {
  std::string text;
  for (const Misfit& misfit : misfits)
    text += fmt::format("{}{}{} {}", text.empty() ? "" : "\n", path_label(misfit.path), who, misfit.message);
  return text;
}

/// A reply whose types are not those of the signature, which nothing else can be said of.
std::optional<Judgement> type_judgement(const std::vector<Misfit>& misfits) {
  std::vector<Misfit> types;
  std::copy_if(misfits.begin(), misfits.end(), std::back_inserter(types),
               [](const Misfit& misfit) { return misfit.kind == Misfit::Kind::type; });
  if (types.empty()) return std::nullopt;
  return Judgement{model::Verdict::bad_reply, misfit_lines("the result", types), {}};
}

}  // namespace

Rules rules_of(const model::Exercise& exercise, const Input& input) {
  return {exercise.function.returns, input.bindings, input.test_case->tolerance, input.test_case->nan,
          exercise.compare};
}

Judgement compare(const Value& actual, const Value& expected, const Rules& rules) {
  const std::vector<Misfit> reference = model::check(expected, rules.returns, rules.bindings);
  if (!reference.empty())
    return {model::Verdict::grader_error, misfit_lines("the reference's result", reference), {}};
  const std::vector<Misfit> misfits = model::check(actual, rules.returns, rules.bindings);
  if (auto wrong_type = type_judgement(misfits)) return *std::move(wrong_type);
  return judgement_of(compare_all(actual, expected, rules, misfits));
}

Judgement check_form(const Value& actual, const Rules& rules) {
  const std::vector<Misfit> misfits = model::check(actual, rules.returns, rules.bindings);
  if (auto wrong_type = type_judgement(misfits)) return *std::move(wrong_type);
  FiniteWalk walk;
  if (rules.nan == model::NanPolicy::error) walk(actual, "");
  for (const Misfit& misfit : misfits) walk.parts().push_back(shape_part(misfit));
  return judgement_of(std::move(walk.parts()));
}

}  // namespace grader::judge
