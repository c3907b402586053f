// exercise: vectors/total
// attack: includes another student's solution
// verdict: compile_error
// says: fatal error

#include "@ROOM@/other/vectors/total.cpp"
