// Characters as tokens: Sutskever, Martens and Hinton, "Generating Text with Recurrent Neural Networks",
// 2011.
#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary) {
  Eigen::VectorX<std::int64_t> ids(static_cast<Eigen::Index>(text.size()));
  std::transform(text.begin(), text.end(), ids.begin(), [&](char character) {
    const std::size_t id = vocabulary.find(character);
    if (id == std::string::npos) throw std::invalid_argument("a character is not in the vocabulary");
    return static_cast<std::int64_t>(id);
  });
  return ids;
}
