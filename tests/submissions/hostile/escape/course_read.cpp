// exercise: vectors/total
// attack: reads the reference, the specification and another's solution, and is right where that is refused
// verdict: accepted

#include <fstream>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  bool read = false;
  for (const char* file : {"course/reference/vectors/total.cpp", "course/exercises/vectors/total.yaml",
                           "other/vectors/total.cpp", "student/vectors/outer.cpp"}) {
    std::ifstream stream(std::string("@ROOM@/") + file);
    for (std::string line; std::getline(stream, line); read = true) std::cout << line << "\n";
  }
  return read ? 666 : x.sum();
}
