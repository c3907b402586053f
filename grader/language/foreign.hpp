#pragma once

#include <string>
#include <string_view>

namespace grader::language {

/// What somebody who comes from another language means by this token or name: "write 'and'" for "&&". Empty
/// where nothing is known.
std::string hint_for_foreign(std::string_view text);

}  // namespace grader::language
