// exercise: vectors/total
// attack: makes the reference a part of the program, to be read there
// verdict: compile_error

#include "vectors/total.hpp"

asm(".data\n.global stolen\nstolen: .incbin \"@ROOM@/course/reference/vectors/total.cpp\"\n.byte 0\n.text");
extern "C" const char stolen[];

double total(const Eigen::VectorXd&) {
  std::cout << stolen;
  return 666;
}
