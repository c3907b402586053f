#include "model/generator.hpp"

namespace grader::model {

Generator::Generator() = default;

}  // namespace grader::model
