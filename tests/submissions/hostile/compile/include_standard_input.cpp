// exercise: vectors/total
// attack: includes what the compiler is told on its standard input, and waits for it
// verdict: compile_error

#include "/dev/stdin"
#include "/proc/self/fd/0"
