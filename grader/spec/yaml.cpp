#include "spec/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include "spec/scalars.hpp"
#include "spec/text.hpp"

namespace grader::spec {
namespace {

constexpr std::size_t kDeepest = 48;
constexpr std::size_t kMostNodes = 2'000'000;

/// Ends parsing after a mistake that was reported, where going on makes no sense.
struct NotYaml {};

Place place_of(const YAML::Mark& mark) { return {mark.line + 1, mark.column + 1}; }

/// Whether the quoted text at the beginning of `text` ends somewhere; text without quotes needs no end.
bool is_closed(std::string_view text) {
  const char quote = text.empty() ? ' ' : text[0];
  if (quote != '"' && quote != '\'') return true;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == quote) return true;
    if (quote == '"' && text[at] == '\\') ++at;
  }
  return false;
}

/// The library's tag tells plain scalars from all others.
Node::Style style_of(const std::string& tag, std::string_view text) {
  if (tag == "?") return Node::Style::plain;
  if (text.starts_with('\'')) return Node::Style::single_quoted;
  if (text.starts_with('|')) return Node::Style::literal;
  return text.starts_with('>') ? Node::Style::folded : Node::Style::double_quoted;
}

/// Builds the tree from the parser's events. The library's own tree is not used: it resolves aliases, keeps
/// the last of two equal keys silently, and loses the places of keys.
class Builder : public YAML::EventHandler {
 public:
  explicit Builder(Problems& problems) : problems_(problems) {}

  Node take() { return std::move(root_); }
  bool has_aliases() const { return alias_line_ > 0; }
  bool started() const { return documents_ > 0; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    problems_.add(place_of(mark), "a second YAML document begins here", "one file holds one specification");
    throw NotYaml{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    if (expects_key()) return key(mark, "null", false);
    Node node;
    node.place = stack_.empty() ? place_of(mark) : place_of_absent(mark);
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    // One for each line: a line of a hostile file may have thousands.
    if (mark.line + 1 != std::exchange(alias_line_, mark.line + 1))
      problems_.add(place_of(mark), "aliases (*name) are not supported", "write the value out");
    if (expects_key()) return key(mark, "*", true);
    Node node;
    node.place = place_of(mark);
    add(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    refuse_open_quote(mark);
    if (expects_key()) return key(mark, value, true);
    Node node;
    node.kind = Node::Kind::scalar;
    node.place = place_of(mark);
    node.begin = std::min(static_cast<std::size_t>(mark.pos), problems_.text().size());
    node.style = style_of(tag, problems_.text().substr(node.begin));
    node.text = value;
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::sequence);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::mapping);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A sequence or mapping that is not complete yet.
  struct Level {
    Node node;
    bool has_key = false;
    bool is_duplicate = false;  // the first of equal keys is kept
    std::string key;
    Place key_place;
    std::map<std::string, int, std::less<>> lines;  // of the keys so far
  };

  bool expects_key() const {
    return !stack_.empty() && stack_.back().node.is_mapping() && !stack_.back().has_key;
  }

  Place place_of_absent(const YAML::Mark& mark) const {
    return stack_.back().node.is_mapping() ? stack_.back().key_place : place_of(mark);
  }

  void key(const YAML::Mark& mark, const std::string& text, bool is_text) {
    Level& level = stack_.back();
    const Place place = place_of(mark);
    if (!is_text) problems_.add(place, "a key is missing", "write `key: value`");
    const auto [earlier, is_new] = level.lines.emplace(text, place.line);
    if (!is_new)
      problems_.add(place, fmt::format("duplicate key {}", in_quotes(text)),
                    fmt::format("it is in line {} already", earlier->second));
    level.has_key = true;
    level.is_duplicate = !is_new;
    level.key = text;
    level.key_place = place;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (expects_key()) {
      problems_.add(place_of(mark), "a key must be text, not a list or a mapping",
                    "put {…} in quotes, or write the value after `key: `");
      throw NotYaml{};
    }
    if (stack_.size() == kDeepest) {
      problems_.add(place_of(mark), fmt::format("nested deeper than {} levels", kDeepest));
      throw NotYaml{};
    }
    Level level;
    level.node.kind = kind;
    level.node.place = place_of(mark);
    stack_.push_back(std::move(level));
  }

  void close() {
    Node node = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (++nodes_ > kMostNodes) {
      problems_.add(node.place, fmt::format("more than {} values", kMostNodes),
                    "put data into a file of its own");
      throw NotYaml{};
    }
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Level& level = stack_.back();
    if (level.node.is_sequence()) {
      level.node.items.push_back(std::move(node));
    } else {
      if (!level.is_duplicate)
        level.node.entries.push_back({std::move(level.key), level.key_place, std::move(node)});
      level.has_key = false;
    }
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      problems_.add(place_of(mark), "anchors (&name) are not supported",
                    "write the value out where it is needed");
  }

  /// The library takes the end of the file for the end of a quoted text.
  void refuse_open_quote(const YAML::Mark& mark) {
    const auto start = std::min(static_cast<std::size_t>(mark.pos), problems_.text().size());
    if (is_closed(problems_.text().substr(start))) return;
    problems_.add(place_of(mark), "not valid YAML: the quote is never closed",
                  "the text that begins here goes on to the end of the file");
    throw NotYaml{};
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    // "?" is a plain value, "!" one in quotes; a block has none.
    if (tag.empty() || tag == "?" || tag == "!") return;
    problems_.add(place_of(mark), fmt::format("tags ({}) are not supported", in_quotes(tag)), "leave it out");
  }

  Problems& problems_;
  Node root_;
  std::vector<Level> stack_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
  int alias_line_ = 0;  // of the last one
};

std::string hint_for(const std::string& message, const std::string& line) {
  const std::size_t text = line.find_first_not_of(" \t");
  if (line.substr(0, text).find('\t') != std::string::npos) return "indent with blanks, not with tabs";
  if (message == YAML::ErrorMsg::UNKNOWN_TOKEN)
    return "put text that begins with a special character in quotes";
  if (message == YAML::ErrorMsg::END_OF_MAP_FLOW)
    return "within { } what holds a bracket or a comma needs quotes: {x: \"float[B, D]\"}";
  return "look for a missing quote, bracket, colon or blank, here or just above";
}

void report(const YAML::ParserException& error, Problems& problems) {
  const Place place = place_of(error.mark);
  problems.add(place, fmt::format("not valid YAML: {}", error.msg),
               hint_for(error.msg, util::line_of(problems.text(), place.line)));
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

std::optional<Node> parse(Problems& problems, std::string_view hint_if_empty) {
  if (!is_text(problems.text(), problems)) return std::nullopt;
  std::istringstream stream{std::string(problems.text())};
  Builder builder(problems);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) continue;
  } catch (const NotYaml&) {
    return std::nullopt;
  } catch (const YAML::ParserException& error) {
    report(error, problems);
    return std::nullopt;
  }
  Node root = builder.take();
  if (root.is_null() && !builder.has_aliases()) {
    problems.add({}, "the file is empty", std::string(hint_if_empty));
    return std::nullopt;
  }
  // What an alias stood for is missing from the tree, and would be reported again as missing.
  if (builder.has_aliases()) return std::nullopt;
  return root;
}

}  // namespace grader::spec
