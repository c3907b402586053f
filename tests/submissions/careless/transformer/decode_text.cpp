#include "transformer/decode_text.hpp"

std::string decode_text(const Eigen::VectorX<std::int64_t>& ids, const std::string& vocabulary) {
  std::string text;
  for (std::int64_t id : ids) text.push_back(vocabulary.at(std::size_t(id)));
  return text;
}
