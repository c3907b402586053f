#include "spec/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/static_type.hpp"
#include "spec/expressions.hpp"
#include "spec/mapping.hpp"
#include "spec/scalars.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

constexpr std::array<std::pair<std::string_view, model::ShowKind>, 3> kKinds{
    {{"plot", model::ShowKind::plot}, {"text", model::ShowKind::text}, {"table", model::ShowKind::table}}};

class ShowReader {
 public:
  ShowReader(const Node& node, const std::vector<ReadCase>& cases, Problems& problems)
      : node_(node), cases_(cases), problems_(problems) {}

  std::optional<ReadShow> read() {
    if (!is_mapping(node_, "an item of 'show'", problems_)) return std::nullopt;
    const std::size_t before = problems_.count();
    refuse_unknown(node_, {"plot", "text", "table", "title", "case"}, problems_);
    if (problems_.count() > before || !read_kind()) return std::nullopt;
    read_.show.title = read_.show.expression;
    if_present(node_, "title", [&](const Node& title) {
      read_.show.title = read_text(title, "'title'", problems_).value_or("");
    });
    const Node* named = node_.find("case");
    named != nullptr ? read_case(*named) : take_first_case();
    return std::move(read_);
  }

 private:
  bool read_kind() {
    const Entry* found = nullptr;
    for (const Entry& entry : node_.entries)
      for (const auto& [name, kind] : kKinds) {
        if (entry.key != name) continue;
        if (found != nullptr) {
          problems_.add(entry.place,
                        fmt::format("'{}' and '{}' are two things to show", found->key, entry.key),
                        "make an item of the list for each");
          return false;
        }
        found = &entry;
        read_.show.kind = kind;
      }
    if (found == nullptr) {
      problems_.add(node_.place, "this item of 'show' says nothing to show",
                    "write {plot: out.losses}, {text: …} or {table: …}");
      return false;
    }
    auto expression = read_expression(found->value, "'" + found->key + "'", problems_);
    if (!expression) return false;
    read_.show.expression = std::move(expression->text);
    read_.places = std::move(expression->places);
    return true;
  }

  void read_case(const Node& node) {
    const std::string id = read_text(node, "'case'", problems_).value_or("");
    if (id.empty()) return;
    const auto found = std::find_if(cases_.begin(), cases_.end(),
                                    [&](const ReadCase& read) { return read.test_case.id == id; });
    if (found == cases_.end()) {
      std::vector<std::string> ids;
      for (const ReadCase& read : cases_) ids.push_back(read.test_case.id);
      problems_.add(node.place, fmt::format("there is no case {}", in_quotes(id)),
                    util::did_you_mean(id, ids));
    } else if (found->test_case.hidden) {
      problems_.add(node.place, fmt::format("the case {} is hidden", in_quotes(id)),
                    "nothing of a hidden case is shown; name another one");
    }
    read_.show.case_id = id;
  }

  void take_first_case() {
    for (const ReadCase& read : cases_) {
      if (read.test_case.hidden) continue;
      read_.show.case_id = read.test_case.id;
      return;
    }
    if (!cases_.empty())
      problems_.add(node_.place, "all cases are hidden, and nothing of a hidden case is shown",
                    "leave 'show' out, or add a case that is not hidden");
  }

  const Node& node_;
  const std::vector<ReadCase>& cases_;
  Problems& problems_;
  ReadShow read_;
};

bool is_record_of_scalars(const language::StaticType& type) {
  const auto* record = std::get_if<language::StaticRecord>(&type.data);
  if (record == nullptr) return false;
  return std::all_of(record->fields->begin(), record->fields->end(), [](const language::StaticField& field) {
    const auto* array = std::get_if<language::StaticArray>(&field.type.data);
    return std::holds_alternative<language::StaticText>(field.type.data) ||
           (array != nullptr && array->is_scalar());
  });
}

/// What a value of this type cannot be shown as, in words; empty where it can.
std::string refusal(model::ShowKind kind, const language::StaticType& type) {
  const bool is_optional = std::holds_alternative<language::StaticOptional>(type.data);
  const auto array = is_optional ? std::nullopt : language::as_array(type);
  switch (kind) {
    case model::ShowKind::plot:
      return array && array->shape.size() == 1 && array->element != language::Element::boolean
                 ? ""
                 : "a plot is of numbers in one row, float[N]";
    case model::ShowKind::text:
      return std::holds_alternative<language::StaticText>(type.data) ? "" : "a text is a string";
    case model::ShowKind::table:
      break;
  }
  return is_record_of_scalars(type) ? "" : "a table is of a record whose fields are numbers or strings";
}

}  // namespace

std::vector<ReadShow> read_show(const Node& node, const std::vector<ReadCase>& cases, Problems& problems) {
  std::vector<ReadShow> all;
  if (!is_sequence(node, "'show'", problems)) return all;
  for (const Node& item : node.items)
    if (auto read = ShowReader(item, cases, problems).read()) all.push_back(std::move(*read));
  return all;
}

void check_show(const model::Show& show, const TextPlaces& places, const language::Scope& scope,
                Problems& problems) {
  const auto compiled = language::Quantity::compile(show.expression, scope);
  if (const auto* mistake = std::get_if<language::Mistake>(&compiled))
    return report(*mistake, places, problems);
  const language::StaticType& type = std::get<language::Quantity>(compiled).type();
  const std::string refused = refusal(show.kind, type);
  if (!refused.empty())
    problems.add(places.at(0), fmt::format("{} is {}", in_quotes(show.expression), language::text_of(type)),
                 refused);
}

}  // namespace grader::spec
