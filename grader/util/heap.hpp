#pragma once

namespace grader::util {

/// Has the heap of this program begin with huge pages, for programs that are over in a moment: handing out
/// small ones, as they are first touched, is most of what the kernel does for those. Called first in main().
void begin_with_huge_pages();

}  // namespace grader::util
