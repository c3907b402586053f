// Building a vocabulary. What is asked: grader show transformer/build_vocabulary
//
//   text: string
//   returns string
#include "transformer/build_vocabulary.hpp"

std::string build_vocabulary(const std::string& text) {
  grader::todo();  // your solution goes here
}
