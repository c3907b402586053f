#pragma once

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generate/generate.hpp"

// Short ways to write exercises, types and generators in the tests of this folder.
namespace build {

using namespace grader;
using model::Dim;
using model::Distribution;
using model::Edge;
using model::Generator;
using model::Scalar;

inline Dim name(const std::string& symbol) { return Dim::symbol(symbol); }

inline model::Type array(Scalar element, std::vector<Dim> dims = {}) {
  return {model::ArrayType{element, std::move(dims)}};
}
inline model::Type floats(std::vector<Dim> dims = {}) { return array(Scalar::float64, std::move(dims)); }
inline model::Type ints(std::vector<Dim> dims = {}) { return array(Scalar::int64, std::move(dims)); }
inline model::Type list(model::Type item) {
  return {model::ListType{std::make_shared<const model::Type>(std::move(item))}};
}
inline model::Type optional(model::Type item) {
  return {model::OptionalType{std::make_shared<const model::Type>(std::move(item))}};
}
inline model::Type record(std::string record_name, std::vector<model::Field> fields) {
  return {model::RecordType{
      std::make_shared<const model::RecordDef>(model::RecordDef{std::move(record_name), std::move(fields)})}};
}

inline model::Value number(double value) { return {model::Tensor::scalar(value)}; }
inline model::Value whole(std::int64_t value) { return {model::Tensor::scalar(value)}; }
inline model::Value row(std::vector<double> values) {
  return {model::Tensor{{static_cast<model::Index>(values.size())}, std::move(values)}};
}

inline Generator with(Distribution distribution,
                      std::map<std::string, model::Argument, std::less<>> arguments = {}) {
  Generator generator;
  generator.distribution = distribution;
  generator.arguments = std::move(arguments);
  return generator;
}
inline Generator normal() { return with(Distribution::normal); }
inline Generator integers(double low, double high) {
  return with(Distribution::integers, {{"low", low}, {"high", high}});
}
inline Generator uniform(double low, double high) {
  return with(Distribution::uniform, {{"low", low}, {"high", high}});
}
inline Generator constant(model::Value value) {
  Generator generator = with(Distribution::constant);
  generator.options = {std::move(value)};
  return generator;
}
inline Generator choice(std::vector<model::Value> options) {
  Generator generator = with(Distribution::choice);
  generator.options = std::move(options);
  return generator;
}
inline Generator edged(Generator generator, std::vector<Edge> edges) {
  generator.edge = std::move(edges);
  return generator;
}

/// An exercise with one generated case, grown parameter by parameter.
struct Course {
  model::Exercise exercise;
  model::Case test_case;
  model::Generation generation;

  Course() {
    exercise.id = "topic/name";
    exercise.function.name = "f";
    exercise.function.returns = floats();
    test_case.id = "random";
    generation.count = 100;
  }
  Course& dim(const std::string& symbol, model::Index low, model::Index high) {
    generation.dims.emplace_back(symbol, model::SizeRange{low, high});
    return *this;
  }
  Course& param(const std::string& param_name, model::Type type, Generator generator) {
    exercise.function.params.push_back({param_name, std::move(type)});
    generation.inputs.emplace_back(param_name, std::move(generator));
    return *this;
  }
  model::Arguments input(model::Index index, std::uint64_t seed = 1) const {
    model::Case complete = test_case;
    complete.source = generation;
    return generate::input(exercise, complete, seed, index);
  }
  model::Tensor tensor(const std::string& param_name, model::Index index, std::uint64_t seed = 1) const {
    return std::get<model::Tensor>(input(index, seed).find(param_name)->data);
  }
};

inline std::vector<double> values(const model::Tensor& tensor) {
  std::vector<double> result;
  for (model::Index i = 0; i < tensor.size(); ++i) result.push_back(tensor.number(i));
  return result;
}

}  // namespace build
