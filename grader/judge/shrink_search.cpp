#include "judge/shrink_search.hpp"

#include <string_view>

namespace grader::judge {
namespace {

// Candidates that cost no call cost a little time.
constexpr int kCandidatesPerCall = 25;

/// Hashes all that tells two inputs of one function apart. Where two share a hash, one of them is not tried:
/// nothing worse.
class Hashing {
 public:
  void operator()(const model::Tensor& tensor) {
    for (const model::Index size : tensor.shape) add(static_cast<std::uint64_t>(size));
    std::visit(
        [this](const auto& elements) {
          using Element = typename std::decay_t<decltype(elements)>::value_type;
          bytes({reinterpret_cast<const char*>(elements.data()), elements.size() * sizeof(Element)});
        },
        tensor.data);
  }
  void operator()(const std::string& text) { bytes(text); }
  void operator()(const model::List& list) { all(list.items); }
  void operator()(const model::Optional& optional) { all(optional.item); }
  void operator()(const model::Record& record) {
    for (const auto& field : record.fields) std::visit(*this, field.second.data);
  }
  std::uint64_t result() const { return hash_; }

 private:
  void all(const std::vector<model::Value>& values) {
    add(values.size());
    for (const model::Value& value : values) std::visit(*this, value.data);
  }
  void bytes(std::string_view text) {
    add(text.size());
    add(std::hash<std::string_view>()(text));
  }
  void add(std::uint64_t number) {
    hash_ = (hash_ ^ number) * 0x9E3779B97F4A7C15ULL;
    hash_ ^= hash_ >> 32;
  }

  std::uint64_t hash_ = 0;
};

std::uint64_t hash_of(const model::Arguments& arguments) {
  Hashing hashing;
  hashing(arguments);
  return hashing.result();
}

}  // namespace

Search::Search(model::Arguments input, const Question& allowed, const Question& fails,
               const ShrinkLimits& limits)
    : current_(std::move(input)),
      measure_(measure(current_)),
      allowed_(allowed),
      fails_(fails),
      limits_(limits),
      start_(std::chrono::steady_clock::now()) {}

bool Search::spent() const {
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
  return calls_ >= limits_.calls || candidates_ >= kCandidatesPerCall * limits_.calls ||
         elapsed.count() >= limits_.seconds;
}

Search::Outcome Search::attempt(model::Arguments candidate) {
  if (spent()) return Outcome::not_tried;
  ++candidates_;
  const Measure smaller = measure(candidate);
  if (!(smaller < measure_)) return Outcome::not_tried;
  const std::uint64_t hash = hash_of(candidate);
  if (asked_.contains(hash)) return Outcome::passes;
  if (!allowed_(candidate)) return Outcome::not_allowed;
  ++calls_;
  if (!fails_(candidate)) {
    asked_.insert(hash);
    return Outcome::passes;
  }
  current_ = std::move(candidate);
  measure_ = smaller;
  ++steps_;
  return Outcome::taken;
}

}  // namespace grader::judge
