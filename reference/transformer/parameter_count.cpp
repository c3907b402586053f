// The model of Radford et al., "Language Models are Unsupervised Multitask Learners", 2019 (GPT-2).
#include "transformer/parameter_count.hpp"

ParameterCountResult parameter_count(std::int64_t vocab, std::int64_t d_model, std::int64_t /*heads*/,
                                     std::int64_t layers, std::int64_t d_ff, std::int64_t max_len) {
  const auto linear = [](std::int64_t inputs, std::int64_t outputs) { return inputs * outputs + outputs; };
  const std::int64_t norm = 2 * d_model;

  const std::int64_t embedding = (vocab + max_len) * d_model;
  const std::int64_t attention = 4 * linear(d_model, d_model);
  const std::int64_t feed_forward = linear(d_model, d_ff) + linear(d_ff, d_model);
  const std::int64_t layer = attention + feed_forward + 2 * norm;
  return {embedding, attention, feed_forward, embedding + layers * layer + norm};
}
