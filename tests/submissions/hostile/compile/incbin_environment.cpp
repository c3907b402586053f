// exercise: vectors/total
// attack: makes the compiler's environment a part of the program
// verdict: compile_error

#include "vectors/total.hpp"

asm(".data\n.global stolen\nstolen: .incbin \"/proc/self/environ\"\n.byte 0\n.text");
extern "C" const char stolen[];

double total(const Eigen::VectorXd&) {
  std::cout << stolen;
  return 666;
}
