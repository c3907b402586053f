// exercise: vectors/total
// attack: includes the reference, which would define the function
// verdict: compile_error
// says: fatal error

#include "@ROOM@/course/reference/vectors/total.cpp"
