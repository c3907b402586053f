#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/questions.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// What reading a student's answers and reading a key have in common.

/// The answer that `node` holds; nothing where it is empty, or where it is none of its question's type, which
/// is reported.
std::optional<model::Answer> read_answer(const Node& node, const model::Question& question,
                                         Problems& problems);

/// Reports entries that are no question's, the first few of them one by one.
void refuse_unknown_questions(const Node& mapping, const std::vector<model::Question>& questions,
                              Problems& problems);

/// Reports that `text`, in the role of `what`, is none of the question's options, with what was meant.
void report_unknown_option(const std::string& text, std::string_view what, const model::Question& question,
                           Place where, Problems& problems);

bool has_option(const model::Question& question, const std::string& id);

/// A file of comments alone, as valid as an empty one.
bool is_blank(std::string_view text);

}  // namespace grader::spec
