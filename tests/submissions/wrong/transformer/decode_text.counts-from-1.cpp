// verdict: wrong_answer
// fails: worked-example
// Steps back by one, around the end.
#include "transformer/decode_text.hpp"

std::string decode_text(const Eigen::VectorX<std::int64_t>& ids, const std::string& vocabulary) {
  const std::string shifted = vocabulary.substr(vocabulary.size() - 1) + vocabulary;
  std::string text;
  for (Eigen::Index i = 0; i < ids.size(); ++i) text += shifted.at(static_cast<std::size_t>(ids(i)));
  return text;
}
