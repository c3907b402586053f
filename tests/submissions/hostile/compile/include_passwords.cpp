// exercise: vectors/total
// attack: has the lines of /etc/passwd shown as errors
// verdict: compile_error
// says: fatal error
// never: root:x:0

#include "/etc/passwd"
