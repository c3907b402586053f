// exercise: vectors/total
// attack: includes a device of endless zeros
// verdict: compile_error
// says: fatal error

#include "/dev/zero"
