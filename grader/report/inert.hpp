#pragma once

#include <string>
#include <string_view>

namespace grader::report {

// Systems that run a course's jobs read commands from their logs: GitHub, Gitea and Forgejo take a line that
// begins with "::", whatever blanks are before it, and "##[…]" anywhere; Azure "##vso[…]", TeamCity
// "##teamcity[…]". What a student's code printed must be none of them, also where somebody prints a report.

/// The lines of a text with "::" at the start as "\x3a:" and "##[", "##word[" as "\x23#[".
std::string inert(std::string_view text);

/// A JSON document that means the same and has no "##" in it; its lines begin with quotes or brackets.
std::string inert_json(std::string_view json);

/// An XML document that means the same, without "##" and without "::" at the start of a line.
std::string inert_xml(std::string_view xml);

}  // namespace grader::report
