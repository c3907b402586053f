#include "codegen/outline.hpp"

namespace grader::codegen {
namespace {

using Kind = mutation::Token::Kind;

/// Strings and characters end where their quote says; what is left open ends with its line.
bool is_closed_text(std::string_view text) {
  const std::size_t open = text.find_first_of("\"'");
  if (open == std::string_view::npos) return false;
  for (std::size_t i = open + 1; i < text.size(); i += text[i] == '\\' ? 2 : 1) {
    if (text[i] == '\n') return false;
    if (text[i] == text[open]) return i + 1 == text.size();
  }
  return false;
}

bool is_closed(const mutation::Token& token) {
  constexpr std::size_t kEmptyComment = 4;
  if (token.kind == Kind::comment && token.text.starts_with("/*"))
    return token.text.size() >= kEmptyComment && token.text.ends_with("*/");
  return token.kind != Kind::text || is_closed_text(token.text);
}

/// Whether the next piece, an opening brace, is a namespace's.
bool opens_namespace(const std::vector<Piece>& pieces) {
  for (std::size_t i = pieces.size(); i > 0; --i) {
    const Piece& piece = pieces[i - 1];
    if (piece.is("namespace")) return true;
    if (piece.kind != Kind::name && !piece.is("::")) return false;
  }
  return false;
}

class Outliner {
 public:
  /// False where the piece closes what is not open.
  bool add(Piece piece) {
    constexpr std::string_view kOpening = "([{";
    constexpr std::string_view kClosing = ")]}";
    const bool single = piece.kind == Kind::sign && piece.text.size() == 1;
    const std::size_t opens = single ? kOpening.find(piece.text[0]) : std::string_view::npos;
    const std::size_t closes = single ? kClosing.find(piece.text[0]) : std::string_view::npos;
    if (closes != std::string_view::npos) {
      if (open_.empty() || open_.back().closes != kClosing[closes]) return false;
      place_ = open_.back().outer;
      open_.pop_back();
    }
    piece.outside = place_.outside;
    piece.parentheses = place_.parentheses;
    piece.brackets = place_.brackets;
    if (opens != std::string_view::npos) {
      open_.push_back({kClosing[opens], place_});
      enter(kOpening[opens]);
    }
    pieces_.push_back(piece);
    return true;
  }

  bool complete() const { return open_.empty(); }
  std::vector<Piece> take() { return std::move(pieces_); }

 private:
  struct Place {
    bool outside = true;
    int parentheses = 0;
    int brackets = 0;
  };
  struct Open {
    char closes;
    Place outer;
  };

  void enter(char opening) {
    if (opening == '(') ++place_.parentheses;
    if (opening == '[') ++place_.brackets;
    if (opening == '{') place_.outside = place_.outside && opens_namespace(pieces_);
  }

  std::vector<Piece> pieces_;
  std::vector<Open> open_;
  Place place_;
};

}  // namespace

std::optional<std::vector<Piece>> outline(std::string_view source) {
  Outliner outliner;
  for (const mutation::Token& token : mutation::tokenize(source)) {
    if (!is_closed(token)) return std::nullopt;
    if (token.kind == Kind::space || token.kind == Kind::comment) continue;
    if (!outliner.add({token})) return std::nullopt;
  }
  if (!outliner.complete()) return std::nullopt;
  return outliner.take();
}

}  // namespace grader::codegen
