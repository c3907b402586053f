// Every character is followed by a space.
#include "transformer/decode_text.hpp"

std::string decode_text(const Eigen::VectorX<std::int64_t>& ids, const std::string& vocabulary) {
  std::string text;
  for (const std::int64_t id : ids) {
    text += vocabulary.at(static_cast<std::size_t>(id));
    text += ' ';
  }
  return text;
}
