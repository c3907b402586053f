#include <fmt/format.h>

#include <set>

#include "language/lexer.hpp"
#include "spec/signature.hpp"
#include "spec/symbols.hpp"
#include "spec/text_places.hpp"
#include "spec/validate.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

std::size_t offset_of(std::string_view text, std::string_view name) {
  for (language::Lexer lexer(text); lexer.peek().kind != language::Token::Kind::end; lexer.take())
    if (lexer.peek().text == name) return lexer.peek().offset;
  return 0;
}

/// Symbols that stand alone in a declared record. A result that has one which no parameter binds has sizes of
/// its own, as trained weights do; the record says which of them belong together.
void add_own_symbols(const model::Type& type, bool inside, std::set<std::string>& symbols) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data))
    for (const model::Dim& dim : array->dims)
      if (inside && dim.op == model::Dim::Op::name) symbols.insert(dim.name);
  if (const auto* list = std::get_if<model::ListType>(&type.data))
    add_own_symbols(*list->item, inside, symbols);
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
    add_own_symbols(*optional->item, inside, symbols);
  if (const auto* record = std::get_if<model::RecordType>(&type.data))
    for (const model::Field& field : record->def->fields) add_own_symbols(field.type, true, symbols);
}

std::set<std::string> own_symbols(const model::Function& function) {
  std::set<std::string> symbols;
  const auto* record = std::get_if<model::RecordType>(&function.returns.data);
  const bool is_unnamed = record != nullptr && record->def->name == result_record_name(function.name);
  if (!is_unnamed)
    add_own_symbols(function.returns, false, symbols);
  else
    for (const model::Field& field : record->def->fields) add_own_symbols(field.type, false, symbols);
  return symbols;
}

class SizeChecker {
 public:
  SizeChecker(const model::Function& function, const TypePlace& place, Problems& problems)
      : function_(function), place_(place), problems_(problems), bound_(bound_symbols(function)) {
    for (const model::Field& param : function.params)
      if (is_int_parameter(function, param.name)) bound_.insert(param.name);
    bound_.merge(own_symbols(function));
  }

  void check(const model::Type& type, const std::string& param) {
    std::set<std::string> seen;
    for_each_dim(type, [&](const model::Dim& dim) {
      for_each_name(dim, [&](const std::string& name) {
        if (seen.insert(name).second) check_name(name, param);
      });
      for_each_length(dim, [&](const std::string& name) {
        if (seen.insert("len " + name).second) check_length(name, param);
      });
    });
  }

 private:
  void check_name(const std::string& name, const std::string& param) {
    const model::Field* same = find_parameter(function_, name);
    if (same != nullptr && !is_int_parameter(function_, name))
      problems_.add(
          place_(param, name),
          fmt::format("the parameter '{}' is {}, which is no size", name, model::to_string(same->type)),
          has_length(function_, name) ? fmt::format("its length is len({})", name)
                                      : "sizes are symbols and int parameters");
    else if (param.empty() && !bound_.contains(name))
      problems_.add(place_(param, name),
                    fmt::format("the size '{}' of the result is bound by no parameter", name), hint(name));
  }

  void check_length(const std::string& name, const std::string& param) {
    if (has_length(function_, name)) return;
    std::vector<std::string> candidates;
    for (const model::Field& field : function_.params)
      if (has_length(function_, field.name)) candidates.push_back(field.name);
    problems_.add(place_(param, name),
                  fmt::format("len({}): no list, array or text parameter has this name", name),
                  util::did_you_mean(name, candidates));
  }

  std::string hint(const std::string& name) const {
    const std::string suggestion = util::did_you_mean(name, {bound_.begin(), bound_.end()});
    return suggestion.empty() ? "write '_' for any size" : suggestion;
  }

  const model::Function& function_;
  const TypePlace& place_;
  Problems& problems_;
  std::set<std::string> bound_;
};

}  // namespace

void check_sizes(const model::Function& function, const TypePlace& place, Problems& problems) {
  SizeChecker checker(function, place, problems);
  for (const model::Field& param : function.params) checker.check(param.type, param.name);
  checker.check(function.returns, "");
}

TypePlace places_in(const Node& function, std::string_view file_text) {
  return [&function, file_text](const std::string& param, const std::string& name) {
    const Node* params = function.find("params");
    const Node* type = param.empty() ? function.find("returns") : params->find(param);
    if (type->is_mapping())
      for (const Entry& field : type->entries)
        if (offset_of(field.value.text, name) != 0)
          return place_in(field.value, offset_of(field.value.text, name), file_text);
    return type->is_scalar() ? place_in(*type, offset_of(type->text, name), file_text) : type->place;
  };
}

}  // namespace grader::spec
