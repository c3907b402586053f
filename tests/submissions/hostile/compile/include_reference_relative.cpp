// exercise: vectors/total
// attack: includes the reference by the way up from the compiler's folder
// verdict: compile_error
// says: fatal error

#include "../../../../../../../../../../../../@ROOM@/course/reference/vectors/total.cpp"
