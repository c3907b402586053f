// exercise: vectors/total
// attack: says that a mistake stands in /etc/passwd, so that the compiler shows that line
// verdict: compile_error
// never: root:x:0

# 1 "/etc/passwd"
int mistake = "";
