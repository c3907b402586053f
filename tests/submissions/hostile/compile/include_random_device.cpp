// exercise: vectors/total
// attack: includes a device that never ends
// verdict: compile_error
// says: fatal error

#include </dev/random>
