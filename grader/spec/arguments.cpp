#include "spec/read.hpp"
#include "spec/validate.hpp"
#include "spec/values.hpp"

namespace grader::spec {

// JSON is read as the YAML that it is; marks and messages are the same for both.
model::Arguments read_arguments(const std::filesystem::path& shown_as, std::string_view text,
                                const model::Function& function) {
  Problems problems(shown_as, text);
  const auto root = parse(problems);
  std::optional<model::Record> arguments;
  if (root) arguments = Values({std::nullopt}, problems).read_record(*root, function.params, "");
  if (arguments) {
    model::Bindings bindings;
    report_misfits(model::bind(function, *arguments, bindings), *root, "input", problems);
  }
  problems.throw_if_any();
  return std::move(arguments).value();
}

}  // namespace grader::spec
