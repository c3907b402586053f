#include "transformer/parameter_count.hpp"

// Lists the shapes of all weights and multiplies them out.
static std::int64_t count(const std::vector<std::vector<std::int64_t>>& shapes) {
  std::int64_t sum = 0;
  for (const auto& shape : shapes) {
    std::int64_t product = 1;
    for (std::int64_t size : shape) product *= size;
    sum += product;
  }
  return sum;
}

ParameterCountResult parameter_count(std::int64_t vocab, std::int64_t d, std::int64_t, std::int64_t layers,
                                     std::int64_t f, std::int64_t max_len) {
  ParameterCountResult result;
  result.embedding = count({{vocab, d}, {max_len, d}});
  result.attention = count({{d, d}, {d}, {d, d}, {d}, {d, d}, {d}, {d, d}, {d}});
  result.feed_forward = count({{d, f}, {f}, {f, d}, {d}});
  result.total = result.embedding + count({{d}, {d}});
  for (int layer = 0; layer < layers; ++layer)
    result.total += result.attention + result.feed_forward + count({{d}, {d}, {d}, {d}});
  return result;
}
