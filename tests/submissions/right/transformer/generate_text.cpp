#include "transformer/generate_text.hpp"

// Keeps the text in a vector that grows.
static std::int64_t likeliest(const std::vector<std::int64_t>& text, const TransformerWeights& weights,
                              std::int64_t heads) {
  std::size_t known = static_cast<std::size_t>(weights.position.rows());
  std::size_t first = text.size() > known ? text.size() - known : 0;
  Eigen::MatrixX<std::int64_t> tokens(1, static_cast<Eigen::Index>(text.size() - first));
  for (std::size_t i = first; i < text.size(); ++i) tokens(0, static_cast<Eigen::Index>(i - first)) = text[i];

  auto logits = transformer(tokens, weights, heads);
  std::vector<double> last;
  for (Eigen::Index v = 0; v < logits.dimension(2); ++v) last.push_back(logits(0, tokens.cols() - 1, v));
  return std::max_element(last.begin(), last.end()) - last.begin();
}

Eigen::VectorX<std::int64_t> generate_text(TransformerWeights weights, std::int64_t heads,
                                           Eigen::VectorX<std::int64_t> prompt, std::int64_t count) {
  std::vector<std::int64_t> text(prompt.begin(), prompt.end());
  for (std::int64_t i = 0; i < count; ++i) text.push_back(likeliest(text, weights, heads));
  return Eigen::Map<Eigen::VectorX<std::int64_t>>(text.data(), static_cast<Eigen::Index>(text.size()));
}
