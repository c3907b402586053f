#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary) {
  Eigen::VectorX<std::int64_t> ids(text.size());
  for (int i = 0; i < (int)text.size(); i++) {
    bool found = false;
    for (int j = 0; j < (int)vocabulary.size(); j++) {
      if (text[i] == vocabulary[j]) {
        ids(i) = j;
        found = true;
      }
    }
    if (!found) {
      throw std::invalid_argument("not in the vocabulary");
    }
  }
  return ids;
}
