#include "worker/decode.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <random>

#include "support/exercises.hpp"
#include "worker/encode.hpp"

using namespace grader;
using namespace grader::support;

namespace {

const model::Type kMatrix = numbers({model::Dim{}, model::Dim{}});

std::string error_of(const std::string& bytes, const model::Type& type) {
  try {
    worker::decode_value(bytes, type);
  } catch (const worker::BadBytes& error) {
    return error.what();
  }
  return "accepted";
}

std::string matrix_bytes(model::Index rows, model::Index cols, std::size_t elements) {
  std::string bytes = worker::encode_value({model::Tensor{{2, 3}, std::vector<double>(6)}});
  std::memcpy(bytes.data() + 2, &rows, sizeof rows);
  std::memcpy(bytes.data() + 10, &cols, sizeof cols);
  bytes.resize(18 + elements * sizeof(double));
  return bytes;
}

}  // namespace

TEST_CASE("a matrix whose size is as it says is accepted") {
  CHECK(error_of(matrix_bytes(2, 3, 6), kMatrix) == "accepted");
  CHECK(error_of(matrix_bytes(0, 3, 0), kMatrix) == "accepted");
}

TEST_CASE("sizes are held against the bytes before anything is allocated") {
  const model::Index huge = model::Index{1} << 62;
  CHECK(error_of(matrix_bytes(huge, 1, 6), kMatrix) ==
        "the reply has fewer elements than its dimensions say");
  CHECK(error_of(matrix_bytes(huge, huge, 6), kMatrix) == "the reply has impossible dimensions");
  CHECK(error_of(matrix_bytes(INT64_MIN, 2, 6), kMatrix) == "the reply has impossible dimensions");
  CHECK(error_of(matrix_bytes(-1, -6, 6), kMatrix) == "the reply has impossible dimensions");
  CHECK(error_of(matrix_bytes(0, huge, 0), kMatrix) ==
        "accepted");  // no elements; the shape is for the judge
  CHECK(error_of(matrix_bytes(2, 3, 5), kMatrix) == "the reply has fewer elements than its dimensions say");
  CHECK(error_of(matrix_bytes(2, 3, 7), kMatrix) == "the reply goes on after its value");
}

TEST_CASE("lists and strings cannot claim more than there is") {
  std::string list = worker::encode_value({model::List{}});
  list[8] = 0x7F;
  CHECK(error_of(list, list_of(numbers())) == "the reply claims more items than it has bytes");
  std::string text = worker::encode_value({std::string("abc")});
  text[1] = 100;
  CHECK(error_of(text, array(model::Scalar::string)) == "the reply claims more items than it has bytes");
}

TEST_CASE("tags, ranks, booleans and optionals must be what the signature says") {
  CHECK(error_of(worker::encode_value({model::Tensor::scalar(1.0)}), kMatrix) ==
        "the reply has another rank");
  CHECK(error_of(worker::encode_value({model::Tensor::scalar(std::int64_t{1})}), numbers()) ==
        "the reply has another type");
  CHECK(error_of("", numbers()) == "the reply ends too early");
  std::string truth = worker::encode_value({model::Tensor::boolean(true)});
  truth.back() = 2;
  CHECK(error_of(truth, array(model::Scalar::boolean)) ==
        "the reply has a boolean that is neither true nor false");
  std::string maybe = worker::encode_value({model::Optional{}});
  maybe.back() = 2;
  CHECK(error_of(maybe, optional_of(numbers())) == "the reply has an optional that is neither there nor not");
  const model::Type pair{model::RecordType{record("Pair", {{"a", numbers()}, {"b", numbers()}})}};
  model::Record one{{{"a", {model::Tensor::scalar(1.0)}}}};
  CHECK(error_of(worker::encode_value({one}), pair) == "the reply has another number of fields");
}

TEST_CASE("damaged replies are refused or decode to some value, and never crash") {
  const model::Type type{model::RecordType{record("All", {{"m", kMatrix},
                                                          {"l", list_of(list_of(numbers()))},
                                                          {"s", array(model::Scalar::string)},
                                                          {"o", optional_of(kMatrix)}})}};
  const model::Value matrix{model::Tensor{{2, 2}, std::vector<double>{1, 2, 3, 4}}};
  const model::Value number{model::Tensor::scalar(1.0)};
  const model::Value list{model::List{{{model::List{{number, number}}}, {model::List{}}}}};
  const std::string good = worker::encode_value({model::Record{
      {{"m", matrix}, {"l", list}, {"s", {std::string("text")}}, {"o", {model::Optional{{matrix}}}}}}});
  REQUIRE(error_of(good, type) == "accepted");
  std::mt19937_64 random(7);
  int refused = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = good;
    for (auto left = random() % 4 + 1; left > 0; --left)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    refused += error_of(bytes, type) != "accepted" ? 1 : 0;
  }
  CHECK(refused > 1000);
}
