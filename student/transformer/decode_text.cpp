// From token ids to text. What is asked: grader show transformer/decode_text
//
//   ids: int[N]
//   vocabulary: string
//   returns string
#include "transformer/decode_text.hpp"

std::string decode_text(const Eigen::VectorX<std::int64_t>& ids, const std::string& vocabulary) {
  grader::todo();  // your solution goes here
}
