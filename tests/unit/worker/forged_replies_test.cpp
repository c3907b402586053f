#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <thread>

#include "independent_reader.hpp"
#include "judge/compare.hpp"
#include "scripted_process.hpp"
#include "support/exercises.hpp"
#include "support/sanitized.hpp"
#include "worker/encode.hpp"
#include "worker/worker.hpp"

using namespace grader;
using namespace grader::support;

namespace {

using Random = std::mt19937_64;

constexpr double kTolerance = 1e-6;
constexpr std::size_t kForgeries = 8;   // kinds of them
constexpr std::uint32_t kSequence = 1;  // of a worker's first request

/// A type and a value of it that is right.
struct Answer {
  model::Type type;
  model::Value value;
};

std::vector<Answer> answers() {
  using model::Scalar;
  using model::Tensor;
  const model::Dim any;
  const model::Value one{Tensor::scalar(1.5)};
  const model::Value matrix{Tensor{{2, 3}, std::vector<double>{1, -2, 0, 4e10, 5e-3, 6}}};
  const auto def = record(
      "Parts",
      {{"y", numbers({any, any})}, {"n", array(Scalar::int64)}, {"ok", array(Scalar::boolean, {any})}});
  const model::Record parts{{{"y", matrix},
                             {"n", {Tensor::scalar(std::int64_t{7})}},
                             {"ok", {Tensor{{2}, std::vector<std::uint8_t>{1, 0}}}}}};
  return {
      {numbers(), one},
      {numbers({any}), {Tensor{{3}, std::vector<double>{1, -0.0, 1e-300}}}},
      {numbers({any, any}), matrix},
      {array(Scalar::float32, {any, any, any}),
       {Tensor{{1, 2, 2}, std::vector<float>{1.0F, 0.5F, -3.0F, 1e20F}}}},
      {array(Scalar::int64, {any}), {Tensor{{2}, std::vector<std::int64_t>{1, INT64_MIN}}}},
      {array(Scalar::string), {std::string("PASS\n\0 \xff", 8)}},
      {list_of(numbers({any})),
       {model::List{{{Tensor{{1}, std::vector<double>{2}}}, {Tensor{{0}, std::vector<double>{}}}}}}},
      {{model::RecordType{def}}, {parts}},
      {optional_of(numbers()), {model::Optional{{one}}}},
      {list_of(optional_of(array(Scalar::boolean))),
       {model::List{{{model::Optional{}}, {model::Optional{{{Tensor::boolean(true)}}}}}}}},
  };
}

template <typename Number>
void put(std::string& bytes, std::size_t at, Number number) {
  if (at + sizeof number <= bytes.size()) std::memcpy(bytes.data() + at, &number, sizeof number);
}

std::string frame(const std::string& payload, std::uint32_t sequence = kSequence,
                  wire::Kind kind = wire::Kind::value) {
  const wire::FrameHeader header{wire::kReplyMagic, sequence, static_cast<std::uint32_t>(kind), 0,
                                 payload.size()};
  std::string bytes(sizeof header, '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes + payload;
}

std::size_t below(std::size_t count, Random& random) {
  return count == 0 ? 0 : static_cast<std::size_t>(random() % count);
}

std::uint64_t nasty_number(Random& random) {
  constexpr std::uint64_t kNasty[] = {0,           1,
                                      2,           6,
                                      1ULL << 31U, 1ULL << 32U,
                                      1ULL << 61U, (1ULL << 61U) + 1,
                                      1ULL << 62U, 1ULL << 63U,
                                      UINT64_MAX,  UINT64_MAX - 7,
                                      INT64_MAX,   512ULL << 20U};
  return kNasty[below(std::size(kNasty), random)];
}

void damage_bytes(std::string& bytes, Random& random) {
  for (auto left = random() % 4 + 1; left > 0 && !bytes.empty(); --left) {
    const std::size_t at = below(bytes.size(), random);
    const unsigned byte = static_cast<unsigned char>(bytes[at]);
    bytes[at] = static_cast<char>(random() % 2 == 0 ? byte ^ (1U << random() % 8) : random() % 256);
  }
}

/// Some eight bytes become a number that is nearly the same, or none at all.
void damage_number(std::string& bytes, Random& random) {
  if (bytes.size() < sizeof(double)) return;
  const std::size_t at = below(bytes.size() - sizeof(double) + 1, random);
  double number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  const double factor = std::pow(10.0, -static_cast<double>(random() % 12));
  switch (random() % 4) {
    case 0:
      return put(bytes, at, number * (1 + factor));
    case 1:
      return put(bytes, at, number + factor);
    case 2:
      return put(bytes, at, std::nan(""));
    default:
      return put(bytes, at, -number);
  }
}

void move_bytes(std::string& bytes, Random& random) {
  const std::size_t at = below(bytes.size(), random);
  const std::size_t count = random() % 9 + 1;
  switch (random() % 4) {
    case 0:
      bytes.erase(at, count);
      return;
    case 1:
      bytes.insert(at, count, static_cast<char>(random()));
      return;
    case 2:
      bytes.insert(below(bytes.size(), random), bytes.substr(at, count));
      return;
    default:
      std::rotate(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end());
  }
}

/// What is in the frame, which is whole.
std::string damaged_payload(std::string payload, const std::vector<Answer>& all, Random& random) {
  switch (random() % 7) {
    case 0:
      return worker::encode_value(all[below(all.size(), random)].value);
    case 1:
      return payload.substr(0, below(payload.size(), random));
    case 2:
      return payload + std::string(random() % 64 + 1, static_cast<char>(random() % 2));
    case 3:
      put(payload, below(payload.size(), random), nasty_number(random));
      break;
    case 4:
      damage_number(payload, random);
      break;
    case 5:
      move_bytes(payload, random);
      break;
    default:
      damage_bytes(payload, random);
  }
  return payload;
}

/// The header of a frame.
void damage_header(std::string& bytes, Random& random) {
  switch (random() % 5) {
    case 0:
      return put(bytes, offsetof(wire::FrameHeader, sequence), static_cast<std::uint32_t>(random() % 4));
    case 1:
      return put(bytes, offsetof(wire::FrameHeader, kind), static_cast<std::uint32_t>(random() % 8));
    case 2:
      return put(bytes, offsetof(wire::FrameHeader, length), nasty_number(random));
    case 3:
      return put(bytes, offsetof(wire::FrameHeader, length),
                 bytes.size() - sizeof(wire::FrameHeader) + static_cast<std::size_t>(random() % 3) - 1);
    default: {
      std::string header = bytes.substr(0, sizeof(wire::FrameHeader));
      damage_bytes(header, random);
      bytes.replace(0, header.size(), header);
    }
  }
}

std::vector<std::string> in_pieces(const std::string& bytes, Random& random) {
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = random() % 16 + 1;
    pieces.push_back(bytes.substr(at, size));
    at += size;
  }
  return pieces;
}

/// The kinds of forgery take turns; a cut moves on through all places, the rest is random.
test::Script forged(const Answer& answer, const std::vector<Answer>& all, std::size_t round, Random& random) {
  const std::string payload = worker::encode_value(answer.value);
  const std::string right = frame(payload);
  std::string bytes = right;
  test::Script script;
  switch (round % kForgeries) {
    case 0:
      script.ends = random() % 2 == 0;
      script.status = random() % 4 == 0 ? 3 : 0;
      break;
    case 1:
      bytes.resize(round / kForgeries / all.size() % bytes.size());
      break;
    case 2:
      bytes += random() % 2 == 0 ? right : std::string(random() % 40 + 1, '\0');
      break;
    case 3:
      damage_header(bytes, random);
      break;
    case 4:
      damage_bytes(bytes, random);
      break;
    case 5:
      bytes = frame("PASS", kSequence, static_cast<wire::Kind>(random() % 4 + 2)) + right;
      break;
    default:
      bytes = frame(damaged_payload(payload, all, random));
  }
  // A reply that never comes would cost its time limit; one that ends early is as good a forgery.
  script.ends = script.ends || bytes != right;
  script.writes = random() % 4 == 0 ? in_pieces(bytes, random) : std::vector<std::string>{bytes};
  return script;
}

/// As the grader judges: a value came, it compares as right, and the process ended in order.
bool passes(const test::Script& script, const Answer& answer) {
  test::ScriptedProcesses processes;
  processes.script = script;
  const model::Function function{"f", {{"x", numbers()}}, answer.type};
  model::Limits limits;
  limits.time_s = 60;
  worker::Worker worker(processes, "/nowhere", function, limits);
  const worker::CallResult call = worker.call({{{"x", {model::Tensor::scalar(1.0)}}}});
  const auto* value = std::get_if<model::Value>(&call.result);
  if (value == nullptr) return false;
  const judge::Rules rules{answer.type, {}, {kTolerance, kTolerance}, model::NanPolicy::error, {}};
  const bool is_right = judge::compare(*value, answer.value, rules).verdict == model::Verdict::accepted;
  return is_right && !worker.finish();
}

struct Counts {
  int untouched = 0;  // and accepted
  int still_right = 0;
  int refused = 0;
};

/// Every `step`th round from `first` on.
Counts judge_forgeries(const std::vector<Answer>& all, std::size_t first, std::size_t step,
                       std::size_t rounds) {
  Counts counts;
  for (std::size_t round = first; round < rounds; round += step) {
    Random random(20261121 + round);
    const Answer& answer = all[round / kForgeries % all.size()];
    const test::Script script = forged(answer, all, round, random);
    std::string sent;
    for (const std::string& piece : script.writes) sent += piece;
    const std::string right = worker::encode_value(answer.value);
    const auto is_right = [&](test::Frames frames) {
      const auto payload = test::payload_of(sent, kSequence, frames);
      return script.status == 0 && payload && test::is_right(*payload, right, answer.type, kTolerance);
    };
    const bool passed = passes(script, answer);
    CAPTURE(round);
    // What follows a right reply may come after it was read.
    if (passed) CHECK(is_right(test::Frames::first));
    if (is_right(test::Frames::only)) CHECK(passed);
    ++(!passed ? counts.refused : sent == frame(right) ? counts.untouched : counts.still_right);
  }
  return counts;
}

}  // namespace

TEST_CASE("no forged reply passes unless its values are right all the same") {
  // A sanitized program takes fifty times as long to fork.
  constexpr std::size_t kRounds = support::kSanitized ? 1'000 : 10'000;
  constexpr std::size_t kThreads = 8;  // they wait for processes most of the time
  const std::vector<Answer> all = answers();
  std::vector<Counts> counts(kThreads);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < kThreads; ++i)
      threads.emplace_back([&, i] { counts[i] = judge_forgeries(all, i, kThreads, kRounds); });
  }
  Counts total;
  for (const Counts& each : counts) {
    total.untouched += each.untouched;
    total.still_right += each.still_right;
    total.refused += each.refused;
  }
  MESSAGE("right and untouched: ", total.untouched, ", changed and still right: ", total.still_right,
          ", refused: ", total.refused);
  // So that none of the three can be empty without anybody noticing.
  CHECK(total.untouched > kRounds / 20);
  CHECK(total.still_right > kRounds / 100);
  CHECK(total.refused > kRounds * 6 / 10);
}
