// exercise: vectors/total
// attack: has the lines of a specification shown as errors
// verdict: compile_error
// says: fatal error

#include "@ROOM@/course/exercises/vectors/total.yaml"
