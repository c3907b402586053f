#include "language/token_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "language/foreign.hpp"

namespace grader::language {

bool TokenReader::take_if(std::string_view sign) {
  if (!at(sign)) return false;
  take();
  return true;
}

std::size_t TokenReader::close(std::string_view sign, std::string_view expected) {
  if (!at(sign)) fail_expected(expected, peek());
  return take().offset + sign.size();
}

void TokenReader::fail(std::size_t offset, std::string message, std::string hint) {
  throw ParseFailure{{offset, std::move(message), std::move(hint)}};
}

void TokenReader::fail_expected(std::string_view what, const Token& found) {
  fail(found.offset, fmt::format("expected {}, found {}", what, describe(found)),
       hint_for_foreign(found.text));
}

TokenReader::Nested::Nested(TokenReader& reader, int deepest) : reader_(reader) {
  if (reader.depth_ == deepest)
    fail(reader.peek().offset, "nested too deeply", "name a part of it in 'let:'");
  ++reader.depth_;
}

}  // namespace grader::language
