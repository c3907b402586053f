#pragma once

#include <string_view>

#include "spec/problems.hpp"

namespace grader::spec {

/// Letters, digits and underscores, not beginning with a digit.
bool is_identifier(std::string_view text);

/// A name that becomes one in C++: an identifier that is no keyword and not reserved. `what` says of what it
/// is the name ("a parameter"). Reports what is wrong.
bool is_usable_name(std::string_view text, std::string_view what, Place where, Problems& problems);

/// The id of a case: lower-case letters and digits in parts joined by '-' or '_', so that it can stand in a
/// command line (`--case random#12`) without quotes.
bool is_check_id(std::string_view text);

/// The name of a topic or an exercise, which is a folder, a file and an include path as well:
/// [a-z][a-z0-9_]*.
bool is_exercise_name(std::string_view text);

}  // namespace grader::spec
