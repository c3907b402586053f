#include "mutation/operators.hpp"

namespace grader::mutation {

Replacement replacement(const Code& code, Range range, std::string text) {
  return {code.begin(range.first), code.end(range.last - 1), std::move(text)};
}

Replacement removal_with_space_before(const Code& code, Range range) {
  return {range.first == 0 ? 0 : code.end(range.first - 1), code.end(range.last - 1), ""};
}

Replacement removal_with_space_behind(const Code& code, Range range) {
  return {code.begin(range.first), code.begin(range.last), ""};
}

}  // namespace grader::mutation
