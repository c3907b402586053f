#include "transformer/decode_text.hpp"

std::string decode_text(Eigen::VectorX<std::int64_t> ids, const std::string& vocabulary) {
  std::string text(static_cast<std::size_t>(ids.size()), ' ');
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::int64_t id = ids[static_cast<Eigen::Index>(i)];
    if (id < 0 || id >= static_cast<std::int64_t>(vocabulary.size()))
      throw std::out_of_range("there is no token " + std::to_string(id));
    text[i] = vocabulary[static_cast<std::size_t>(id)];
  }
  return text;
}
