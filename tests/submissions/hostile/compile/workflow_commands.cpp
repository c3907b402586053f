// exercise: vectors/total
// attack: has the compiler print commands for GitHub's runner, at the beginning of a line where it can
// verdict: compile_error
// says: name=forged::100

#warning ::set-output name=forged::100
#error ::error title=forged::an error
#line 1 "\n::set-output name=forged::line\n::stop-commands::forged"
static_assert(false, "\n::set-output name=forged::assertion\n::add-mask::forged");
int mistake = "";
