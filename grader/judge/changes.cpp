#include "judge/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "judge/number_text.hpp"
#include "util/text.hpp"

namespace grader::judge {
namespace {

constexpr std::size_t kMostShown = 3;

/// Goes through both values and keeps the first few differences.
class ChangeWalk {
 public:
  void operator()(const model::Value& before, const model::Value& after, const std::string& name) {
    if (before.data.index() != after.data.index()) return add(name, "one form", "another");
    std::visit([&](const auto& form) { visit(form, after, name); }, before.data);
  }

  std::string text() const {
    std::string result = fmt::format("{}", fmt::join(shown_, ", "));
    if (count_ > shown_.size()) result += fmt::format(" and {} more", count_ - shown_.size());
    return result;
  }

  void visit(const model::Record& before, const model::Record& after, const std::string& name) {
    for (std::size_t i = 0; i < std::min(before.fields.size(), after.fields.size()); ++i) {
      const std::string& field = before.fields[i].first;
      (*this)(before.fields[i].second, after.fields[i].second, name.empty() ? field : name + "." + field);
    }
  }

 private:
  void add(const std::string& name, const std::string& before, const std::string& after) {
    if (++count_ <= kMostShown) shown_.push_back(fmt::format("{}: {} → {}", name, before, after));
  }

  void visit(const model::Tensor& before, const model::Value& other, const std::string& name) {
    const auto& after = std::get<model::Tensor>(other.data);
    if (before.shape != after.shape)
      return add(name, model::to_string(before.shape), model::to_string(after.shape));
    for (model::Index i = 0; i < before.size(); ++i) {
      const double a = before.number(i);
      const double b = after.number(i);
      if (a == b || (std::isnan(a) && std::isnan(b))) continue;
      const NumberStyle style = choose_style({{a, b, true}});
      add(name + index_text(i, before.shape), style(a), style(b));
    }
  }
  void visit(const std::string& before, const model::Value& other, const std::string& name) {
    const auto& after = std::get<std::string>(other.data);
    if (before != after) add(name, util::quoted(before), util::quoted(after));
  }
  void visit(const model::List& before, const model::Value& other, const std::string& name) {
    const auto& after = std::get<model::List>(other.data);
    if (before.items.size() != after.items.size())
      return add(name, fmt::format("{} items", before.items.size()),
                 fmt::format("{} items", after.items.size()));
    for (std::size_t i = 0; i < before.items.size(); ++i)
      (*this)(before.items[i], after.items[i], fmt::format("{}[{}]", name, i));
  }
  void visit(const model::Optional& before, const model::Value& other, const std::string& name) {
    const auto& after = std::get<model::Optional>(other.data);
    if (before.item.size() != after.item.size())
      add(name, before.item.empty() ? "none" : "given", after.item.empty() ? "none" : "given");
    else if (!before.item.empty())
      (*this)(before.item[0], after.item[0], name);
  }
  void visit(const model::Record& before, const model::Value& other, const std::string& name) {
    visit(before, std::get<model::Record>(other.data), name);
  }

  std::vector<std::string> shown_;
  std::size_t count_ = 0;
};

}  // namespace

std::string changes(const model::Value& before, const model::Value& after, const std::string& name) {
  ChangeWalk walk;
  walk(before, after, name);
  return walk.text();
}

std::string changes(const model::Arguments& before, const model::Arguments& after) {
  ChangeWalk walk;
  walk.visit(before, after, "");
  return walk.text();
}

}  // namespace grader::judge
