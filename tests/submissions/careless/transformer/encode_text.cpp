#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary) {
  Eigen::VectorX<std::int64_t> ids(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto at = vocabulary.find(text[i]);
    if (at == std::string::npos) throw std::invalid_argument("unknown byte");
    ids[i] = std::int64_t(at);
  }
  return ids;
}
