// exercise: vectors/total
// attack: has the compiler print sequences that clear a terminal and write backwards
// verdict: compile_error
// says: mistake

static_assert(false, "mistake \x1b[2J\x1b]0;forged\x07 \xe2\x80\xae backwards \r]]><failure/>");
int mistake = "]]>&<\x1b[31m";
