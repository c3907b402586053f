#include "course/ids.hpp"

#include <algorithm>
#include <iterator>

namespace grader::course {

std::string name_of(const std::string& id) { return id.substr(id.find('/') + 1); }

std::vector<std::string> ids_meant(const std::string& text, const std::vector<std::string>& ids) {
  if (std::find(ids.begin(), ids.end(), text) != ids.end() && !text.ends_with('/')) return {text};
  std::vector<std::string> found;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(found), [&](const std::string& id) {
    return text.ends_with('/') ? id.starts_with(text) : !text.empty() && name_of(id) == text;
  });
  return found;
}

}  // namespace grader::course
