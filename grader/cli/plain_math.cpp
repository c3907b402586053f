#include "cli/plain_math.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace grader::cli {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

constexpr std::array<Entry, 73> kSymbols = {{
    {"alpha", "α"},      {"beta", "β"},   {"gamma", "γ"},    {"delta", "δ"},  {"epsilon", "ε"},
    {"varepsilon", "ε"}, {"zeta", "ζ"},   {"eta", "η"},      {"theta", "θ"},  {"kappa", "κ"},
    {"lambda", "λ"},     {"mu", "μ"},     {"nu", "ν"},       {"xi", "ξ"},     {"pi", "π"},
    {"rho", "ρ"},        {"sigma", "σ"},  {"tau", "τ"},      {"phi", "φ"},    {"varphi", "φ"},
    {"chi", "χ"},        {"psi", "ψ"},    {"omega", "ω"},    {"Gamma", "Γ"},  {"Delta", "Δ"},
    {"Theta", "Θ"},      {"Lambda", "Λ"}, {"Sigma", "Σ"},    {"Phi", "Φ"},    {"Psi", "Ψ"},
    {"Omega", "Ω"},      {"sum", "Σ"},    {"prod", "Π"},     {"int", "∫"},    {"partial", "∂"},
    {"nabla", "∇"},      {"infty", "∞"},  {"times", "×"},    {"cdot", "·"},   {"odot", "⊙"},
    {"otimes", "⊗"},     {"oplus", "⊕"},  {"pm", "±"},       {"mp", "∓"},     {"approx", "≈"},
    {"neq", "≠"},        {"ne", "≠"},     {"leq", "≤"},      {"le", "≤"},     {"geq", "≥"},
    {"ge", "≥"},         {"ll", "≪"},     {"gg", "≫"},       {"in", "∈"},     {"to", "→"},
    {"rightarrow", "→"}, {"mapsto", "↦"}, {"top", "ᵀ"},      {"dots", "…"},   {"ldots", "…"},
    {"cdots", "⋯"},      {"lVert", "‖"},  {"rVert", "‖"},    {"Vert", "‖"},   {"lvert", "|"},
    {"rvert", "|"},      {"lfloor", "⌊"}, {"rfloor", "⌋"},   {"langle", "⟨"}, {"rangle", "⟩"},
    {"ell", "ℓ"},        {"quad", "  "},  {"qquad", "    "},
}};

/// Commands that only say how large or in which letters something is set.
constexpr std::array<std::string_view, 17> kSilent = {
    "textstyle", "displaystyle", "left",   "right",  "big",    "Big",     "bigl",         "bigr",  "Bigl",
    "Bigr",      "text",         "mathrm", "mathbf", "mathit", "mathcal", "operatorname", "limits"};

constexpr std::array<Entry, 5> kAccents = {
    {{"hat", "\u0302"}, {"bar", "\u0304"}, {"tilde", "\u0303"}, {"dot", "\u0307"}, {"vec", "\u20D7"}}};

constexpr std::array<Entry, 3> kBlackboard = {{{"R", "ℝ"}, {"N", "ℕ"}, {"Z", "ℤ"}}};

constexpr std::array<Entry, 13> kSuperscripts = {{{"0", "⁰"},
                                                  {"1", "¹"},
                                                  {"2", "²"},
                                                  {"3", "³"},
                                                  {"4", "⁴"},
                                                  {"5", "⁵"},
                                                  {"6", "⁶"},
                                                  {"7", "⁷"},
                                                  {"8", "⁸"},
                                                  {"9", "⁹"},
                                                  {"-", "⁻"},
                                                  {"+", "⁺"},
                                                  {"T", "ᵀ"}}};
constexpr std::array<Entry, 10> kSubscripts = {{{"0", "₀"},
                                                {"1", "₁"},
                                                {"2", "₂"},
                                                {"3", "₃"},
                                                {"4", "₄"},
                                                {"5", "₅"},
                                                {"6", "₆"},
                                                {"7", "₇"},
                                                {"8", "₈"},
                                                {"9", "₉"}}};

template <std::size_t N>
const std::string_view* find(const std::array<Entry, N>& table, std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Entry& it) { return it.first == name; });
  return found == table.end() ? nullptr : &found->second;
}

template <std::size_t N>
bool translate(const std::array<Entry, N>& table, std::string_view text, std::string& result) {
  result.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view* sign = find(table, text.substr(i, 1));
    if (sign == nullptr) return false;
    result += *sign;
  }
  return !text.empty();
}

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

/// In parentheses where it would fall apart without: "x - μ", but not "x_ij" or "(a + b)".
std::string grouped(const std::string& text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth == 0 && std::string_view(" +-*/=,").find(c) != std::string_view::npos) return "(" + text + ")";
  }
  return text;
}

/// Recursive descent over a formula, so deep that no formula is cut and no broken file exhausts the stack.
class Converter {
 public:
  explicit Converter(std::string_view text) : text_(text) {}

  std::string all() {
    std::string result;
    while (at_ < text_.size()) append(result, atom());
    return result;
  }

 private:
  static constexpr int kDeepest = 100;

  static void append(std::string& result, const std::string& piece) {
    const bool space = piece == " ";
    if (space && (result.empty() || result.back() == ' ' || result.ends_with("∂"))) return;
    if (piece.starts_with(';') && result.ends_with(' ')) result.pop_back();
    result += piece;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
  }

  /// What a command or a script applies to: a group or one atom.
  std::string operand() {
    skip_space();
    return trimmed(atom());
  }

  std::string group() {
    std::string result;
    while (at_ < text_.size() && peek() != '}') append(result, atom());
    if (at_ < text_.size()) ++at_;
    return trimmed(result);
  }

  std::string atom() {
    if (depth_ >= kDeepest) at_ = text_.size();
    if (at_ >= text_.size()) return {};
    ++depth_;
    std::string result = any_atom();
    --depth_;
    return result;
  }

  std::string any_atom() {
    const char c = text_[at_++];
    if (c == '\\') return command();
    if (c == '{') return group();
    if (c == '}') return {};
    if (c == '^' || c == '_') return script(c);
    if (c == '&') return " ";
    if (std::isspace(static_cast<unsigned char>(c)) != 0) return " ";
    std::string result(1, c);
    while ((static_cast<unsigned char>(peek()) & 0xC0U) == 0x80U) result += text_[at_++];
    return result;
  }

  std::string script(char kind) {
    const std::string body = operand();
    std::string pretty;
    if (kind == '^' ? translate(kSuperscripts, body, pretty) : translate(kSubscripts, body, pretty))
      return pretty;
    if (kind == '^' && body == "ᵀ") return body;
    return kind + grouped(body);
  }

  std::string command() {
    if (std::isalpha(static_cast<unsigned char>(peek())) == 0) return punctuation();
    const std::size_t start = at_;
    while (std::isalpha(static_cast<unsigned char>(peek())) != 0) ++at_;
    const std::string_view name = text_.substr(start, at_ - start);
    if (const auto* symbol = find(kSymbols, name)) return std::string(*symbol);
    if (const auto* accent = find(kAccents, name)) return operand() + std::string(*accent);
    return structure(name);
  }

  std::string punctuation() {
    const char c = peek();
    if (at_ < text_.size()) ++at_;
    switch (c) {
      case '\\':
        return "; ";
      case ',':
      case ';':
      case ':':
      case ' ':
        return " ";
      case '!':
      case '\0':
        return {};
      case '|':
        return "‖";
      default:  // \{ \} \_ \% \$ \#
        return std::string(1, c);
    }
  }

  std::string structure(std::string_view name) {
    if (name == "frac" || name == "tfrac" || name == "dfrac") {
      const std::string top = grouped(operand());
      return top + "/" + grouped(operand());
    }
    if (name == "sqrt") {
      const std::string body = operand();
      return "√" + grouped(body);
    }
    if (name == "mathbb") {
      const std::string letter = operand();
      const auto* known = find(kBlackboard, letter);
      return known != nullptr ? std::string(*known) : letter;
    }
    if (name == "begin") return environment();
    if (std::find(kSilent.begin(), kSilent.end(), name) != kSilent.end()) {
      skip_space();
      return {};
    }
    return std::string(name);
  }

  std::string environment() {
    const std::string name = operand();
    const std::string end = "\\end{" + name + "}";
    const std::size_t stop = std::min(text_.find(end, at_), text_.size());
    Converter inner(text_.substr(at_, stop - at_));
    inner.depth_ = depth_;
    const std::string body = trimmed(inner.all());
    at_ = std::min(stop + end.size(), text_.size());
    return name == "cases" ? "{ " + body + " }" : "[" + body + "]";
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

std::string plain_math(std::string_view latex) { return trimmed(Converter(latex).all()); }

std::vector<std::string> display_math(std::string_view latex) {
  constexpr std::string_view kApart = "\\qquad";
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = latex.find(kApart);
    std::string line = plain_math(latex.substr(0, end));
    if (!line.empty()) lines.push_back(std::move(line));
    if (end == std::string_view::npos) return lines;
    latex.remove_prefix(end + kApart.size());
  }
}

}  // namespace grader::cli
