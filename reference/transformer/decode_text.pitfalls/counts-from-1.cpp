// One place too early, the last one for id 0.
#include "transformer/decode_text.hpp"

std::string decode_text(const Eigen::VectorX<std::int64_t>& ids, const std::string& vocabulary) {
  std::string text;
  const std::size_t size = vocabulary.size();
  for (const std::int64_t id : ids) text += vocabulary.at((static_cast<std::size_t>(id) + size - 1) % size);
  return text;
}
