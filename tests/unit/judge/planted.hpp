#pragma once

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "generate/range.hpp"
#include "unit/generate/build.hpp"

// What functions with a planted mistake are written with.
namespace planted {

using namespace grader;
using build::Course;
using model::Index;

/// A matrix to write small functions with; a vector is a single row.
struct Matrix {
  Index rows = 1;
  Index columns = 0;
  std::vector<double> data;

  Matrix(Index r, Index c) : rows(r), columns(c), data(static_cast<std::size_t>(r * c)) {}
  explicit Matrix(const model::Tensor& tensor) : Matrix(1, 1) {
    columns = tensor.shape.empty() ? 1 : tensor.shape.back();
    rows = columns == 0 ? 0 : tensor.size() / columns;
    data = build::values(tensor);
  }
  double& operator()(Index row, Index column) {
    return data[static_cast<std::size_t>(row * columns + column)];
  }
  double operator()(Index row, Index column) const {
    return data[static_cast<std::size_t>(row * columns + column)];
  }
  double& operator[](Index place) { return data[static_cast<std::size_t>(place)]; }
  double operator[](Index place) const { return data[static_cast<std::size_t>(place)]; }
};

inline Matrix in(const model::Arguments& arguments, const std::string& name) {
  return Matrix(std::get<model::Tensor>(arguments.find(name)->data));
}
inline Index whole_in(const model::Arguments& arguments, const std::string& name) {
  return static_cast<Index>(in(arguments, name)[0]);
}

using Function = std::function<Matrix(const model::Arguments&)>;

struct Bug {
  std::string name;
  Course course;
  Function right;
  Function wrong;

  bool allowed(const model::Arguments& arguments) const {
    model::Case complete = course.test_case;
    complete.source = course.generation;
    return generate::in_range(course.exercise, complete, arguments);
  }
  /// What is not finite on the right side counts as no answer.
  bool fails(const model::Arguments& arguments) const {
    const Matrix expected = right(arguments);
    const Matrix actual = wrong(arguments);
    bool differs = expected.rows != actual.rows || expected.columns != actual.columns;
    for (std::size_t i = 0; i < expected.data.size(); ++i) {
      if (!std::isfinite(expected.data[i])) return false;
      differs = differs ||
                !(std::fabs(actual.data[i] - expected.data[i]) <= 1e-9 + 1e-9 * std::fabs(expected.data[i]));
    }
    return differs;
  }
};

inline build::Generator lengths(build::Generator generator, double low, double high) {
  generator.length_low = low;
  generator.length_high = high;
  return generator;
}

}  // namespace planted
