#pragma once

#include <functional>
#include <map>
#include <string>

#include "judge/implementation.hpp"
#include "judge/inputs.hpp"
#include "support/exercises.hpp"

/// Implementations that are plain functions, and an exercise `scale(x[N], by) -> [N]` for them.
namespace grader::fake {

using Numbers = std::vector<double>;
using Function = std::function<Numbers(const Numbers& x, double by)>;

inline model::Value vector(const Numbers& numbers) {
  return {model::Tensor{{static_cast<model::Index>(numbers.size())}, numbers}};
}
inline Numbers numbers(const model::Arguments& arguments, const std::string& name) {
  return std::get<Numbers>(std::get<model::Tensor>(arguments.find(name)->data).data);
}
inline model::Arguments arguments(const Numbers& x, double by) {
  return {{{"x", vector(x)}, {"by", {model::Tensor::scalar(by)}}}};
}

/// A function that throws a CallFailure has crashed.
class Implementation : public judge::Implementation {
 public:
  explicit Implementation(Function function) : function_(std::move(function)) {}
  model::Outcome call(const model::Arguments& arguments) override {
    ++calls;
    try {
      return vector(function_(numbers(arguments, "x"), numbers(arguments, "by").at(0)));
    } catch (const model::CallFailure& failure) {
      return failure;
    }
  }
  int calls = 0;

 private:
  Function function_;
};

class References : public judge::References {
 public:
  explicit References(judge::Implementation& own) : own_(own) {}
  model::Outcome call(const model::Function&, const model::Arguments& arguments) override {
    return own_.call(arguments);
  }

 private:
  judge::Implementation& own_;
};

inline Numbers scaled(const Numbers& x, double by) {
  Numbers result = x;
  for (double& number : result) number *= by;
  return result;
}

/// One worked case, one generated, one hidden.
inline model::Exercise scale() {
  model::Exercise exercise;
  exercise.id = "numbers/scale";
  exercise.function = {"scale",
                       {{"x", support::numbers({support::symbol("N")})}, {"by", support::numbers()}},
                       support::numbers({support::symbol("N")})};
  model::Case worked;
  worked.id = "example";
  worked.source = model::Worked{arguments({1, 2}, 3), {}};
  exercise.cases.push_back(worked);
  model::Generation generation;
  generation.count = 20;
  generation.dims = {{"N", {1, 12}}};
  model::Generator normal;
  generation.inputs = {{"x", normal}, {"by", normal}};
  model::Case random;
  random.id = "random";
  random.source = generation;
  exercise.cases.push_back(random);
  random.id = "secret";
  random.hidden = true;
  exercise.cases.push_back(random);
  return exercise;
}

inline model::Property property(const std::string& check, std::vector<std::string> cases = {"example"}) {
  model::Property result;
  result.id = "law";
  result.check = check;
  result.cases = std::move(cases);
  return result;
}

}  // namespace grader::fake
