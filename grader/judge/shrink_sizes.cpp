#include "judge/shrink_sizes.hpp"

#include <algorithm>
#include <numeric>

#include "generate/order.hpp"
#include "generate/range_sizes.hpp"
#include "judge/shrink_cut.hpp"

namespace grader::judge {
namespace {

using model::Index;
using Indices = std::vector<Index>;

constexpr Index kLongestWalk = 4096;  // of sizes that are shrunk index by index

/// A size of the current input.
struct Size {
  std::string name;
  Index now = 0;
  std::string text;  // of a string
};

/// The sizes of axes `_`, lists and strings, at all depths, wholes before their parts.
class SizeWalk {
 public:
  explicit SizeWalk(std::vector<Size>& sizes) : sizes_(sizes) {}

  void operator()(const model::Value& value, const model::Type& type, const std::string& path) {
    if (const auto* tensor = std::get_if<model::Tensor>(&value.data)) {
      const auto& dims = std::get<model::ArrayType>(type.data).dims;
      for (std::size_t axis = 0; axis < dims.size(); ++axis)
        if (dims[axis].op == model::Dim::Op::any)
          sizes_.push_back({axis_name(path, axis), tensor->shape[axis], {}});
    } else if (const auto* text = std::get_if<std::string>(&value.data)) {
      sizes_.push_back({length_name(path), static_cast<Index>(text->size()), *text});
    } else if (const auto* list = std::get_if<model::List>(&value.data)) {
      sizes_.push_back({length_name(path), static_cast<Index>(list->items.size()), {}});
      for (std::size_t i = 0; i < list->items.size(); ++i)
        (*this)(list->items[i], *std::get<model::ListType>(type.data).item,
                path + "[" + std::to_string(i) + "]");
    } else if (const auto* optional = std::get_if<model::Optional>(&value.data)) {
      for (const model::Value& item : optional->item)
        (*this)(item, *std::get<model::OptionalType>(type.data).item, path);
    } else {
      const auto& fields = std::get<model::Record>(value.data).fields;
      const auto& types = std::get<model::RecordType>(type.data).def->fields;
      for (std::size_t i = 0; i < fields.size(); ++i)
        (*this)(fields[i].second, types[i].type, path + "." + fields[i].first);
    }
  }

 private:
  std::vector<Size>& sizes_;
};

class SizeShrinker {
 public:
  SizeShrinker(const model::Function& function, Search& search) : function_(function), search_(search) {
    for (const model::Field& param : function.params)
      in_types_.merge(generate::symbols_of(param.type, model::Function{}));
    look();
  }

  void shrink_all() {
    const std::vector<Size> names = sizes_;
    for (const Size& size : names) {
      if (generate::is_int_parameter(function_, size.name)) jump(size.name);
      if (!generate::is_int_parameter(function_, size.name) || in_types_.contains(size.name))
        reduce(size.name);
    }
  }

 private:
  /// The sizes of the current input.
  void look() {
    bindings_.clear();
    sizes_.clear();
    model::bind(function_, search_.current(), bindings_);
    solve_hidden();
    for (const std::string& symbol : generate::symbols_of(function_))
      if (bindings_.contains(symbol)) sizes_.push_back({symbol, bindings_.at(symbol), {}});
    for (const model::Field& param : function_.params)
      if (generate::is_int_parameter(function_, param.name) && bindings_.contains(param.name))
        sizes_.push_back({param.name, bindings_.at(param.name), {}});
    for (const model::Field& param : function_.params)
      if (const model::Value* value = search_.current().find(param.name))
        SizeWalk{sizes_}(*value, param.type, param.name);
  }
  void solve_hidden() {
    const Index longest = std::min(kLongestWalk, model::leaf_count({search_.current()}));
    std::vector<std::pair<std::string, model::SizeRange>> hidden;
    for (const std::string& symbol : generate::symbols_of(function_))
      if (!bindings_.contains(symbol)) hidden.emplace_back(symbol, model::SizeRange{0, longest});
    if (!hidden.empty()) generate::solve_sizes(function_, search_.current(), hidden, bindings_);
  }

  /// Empty where it is gone.
  Size find(const std::string& name) const {
    const auto found =
        std::find_if(sizes_.begin(), sizes_.end(), [&name](const Size& size) { return size.name == name; });
    return found == sizes_.end() ? Size{} : *found;
  }

  /// Small values of an int parameter first, since they are likely and their number is small.
  void jump(const std::string& name) {
    for (const int wanted : {0, 1, 2, -1, -2}) {
      const Index size = find(name).now;
      const Index smaller = wanted >= 0 ? wanted : (wanted == -1 ? size / 2 : size - 1);
      if (smaller >= 0 && smaller < size && size <= kLongestWalk) attempt(name, first(smaller));
    }
  }

  /// Without pieces of it, which become smaller and smaller, from the end to the beginning.
  void reduce(const std::string& name) {
    Index piece = (unit_count(name) + 1) / 2;
    if (piece > kLongestWalk) return;
    while (piece > 0 && !search_.spent()) {
      const int share = search_.share();
      for (Index start = (unit_count(name) - 1) / piece * piece; start >= 0; start -= piece) {
        if (search_.calls() >= share) break;
        const Index count = unit_count(name);
        if (start >= count) continue;
        Indices keep = first(start);
        for (Index i = start + piece; i < count; ++i) keep.push_back(i);
        attempt(name, keep);
      }
      piece = piece == 1 ? 0 : (std::min(piece, unit_count(name)) + 1) / 2;
    }
  }

  /// With what it drags along where it is not allowed alone: contents that refer to it; then, all else that
  /// has the same size.
  void attempt(const std::string& name, const Indices& units) {
    Cut cut{{name}, find(name).now, in_bytes(find(name).text, units), false};
    if (search_.spent() || decided(cut)) return;
    cut.mend = true;
    if (decided(cut)) return;
    for (const Size& size : sizes_)
      if (size.now == cut.size && size.text.empty()) cut.names.insert(size.name);
    decided(cut);
  }
  bool decided(const Cut& cut) {
    auto candidate = cut_input(function_, search_.current(), bindings_, cut);
    if (!candidate) return false;
    const Search::Outcome outcome = search_.attempt(std::move(*candidate));
    if (outcome == Search::Outcome::taken) look();
    return outcome == Search::Outcome::taken || outcome == Search::Outcome::passes;
  }

  static Indices first(Index count) {
    Indices indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), Index{0});
    return indices;
  }

  // Texts are cut between their characters (UTF-8), all else between its indices.

  static bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }
  Index unit_count(const std::string& name) const {
    const Size size = find(name);
    return size.text.empty() ? size.now : std::count_if(size.text.begin(), size.text.end(), begins_character);
  }
  static Indices in_bytes(const std::string& text, const Indices& units) {
    if (text.empty()) return units;
    Indices bytes;
    Index unit = -1;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (begins_character(text[i])) ++unit;
      if (std::binary_search(units.begin(), units.end(), unit)) bytes.push_back(static_cast<Index>(i));
    }
    return bytes;
  }

  const model::Function& function_;
  Search& search_;
  std::set<std::string> in_types_;  // names of sizes, int parameters among them
  model::Bindings bindings_;
  std::vector<Size> sizes_;
};

}  // namespace

void shrink_sizes(const model::Function& function, Search& search) {
  SizeShrinker(function, search).shrink_all();
}

}  // namespace grader::judge
