// exercise: vectors/total
// attack: asks the compiler whether the reference is newer than a file, which would tell its time
// verdict: compile_error

#pragma GCC dependency "@ROOM@/course/reference/vectors/total.cpp"
#include "vectors/total.hpp"

int mistake = "";
