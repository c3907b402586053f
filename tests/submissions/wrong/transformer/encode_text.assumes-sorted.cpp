// verdict: wrong_answer
// fails: unsorted
// Sorts the vocabulary that it is given.
#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, std::string vocabulary) {
  std::sort(vocabulary.begin(), vocabulary.end());
  Eigen::VectorX<std::int64_t> ids(static_cast<Eigen::Index>(text.size()));
  for (Eigen::Index i = 0; i < ids.size(); ++i)
    ids(i) = std::lower_bound(vocabulary.begin(), vocabulary.end(), text[static_cast<std::size_t>(i)]) -
             vocabulary.begin();
  return ids;
}
