// exercise: vectors/total
// attack: gives the compiler options for a plugin and for files to be written, which it does not take
// verdict: accepted

#include "vectors/total.hpp"

#pragma GCC optimize("fplugin=@ROOM@/secret.txt", "fdump-tree-all=@ROOM@/grader-attack-dump")
__attribute__((optimize("fdump-rtl-all=/tmp/grader-attack-dump"))) double total(const Eigen::VectorXd& x) {
  return x.sum();
}
