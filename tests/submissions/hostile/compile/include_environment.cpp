// exercise: vectors/total
// attack: includes the environment of the compiler, with whatever secrets a job has there
// verdict: compile_error
// says: fatal error

#include "/proc/self/environ"
