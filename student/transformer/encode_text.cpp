// From text to token ids. What is asked: grader show transformer/encode_text
//
//   text: string
//   vocabulary: string
//   returns int[_]
#include "transformer/encode_text.hpp"

Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary) {
  grader::todo();  // your solution goes here
}
