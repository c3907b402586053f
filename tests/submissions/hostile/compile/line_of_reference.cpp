// exercise: vectors/total
// attack: says that a mistake stands in the reference, so that the compiler shows that line
// verdict: compile_error
// says: invalid conversion

#line 1 "@ROOM@/course/reference/vectors/total.cpp"
int mistake = "";
