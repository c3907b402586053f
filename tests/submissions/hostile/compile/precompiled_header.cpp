// exercise: vectors/total
// attack: names a precompiled header of its own to be loaded
// verdict: compile_error

#pragma GCC pch_preprocess "@ROOM@/secret.txt"
#include "vectors/total.hpp"

int mistake = "";
