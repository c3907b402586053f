#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "spec/yaml.hpp"

namespace grader::spec {

/// How single values are read. YAML's plain words mean what YAML 1.2 says and nothing else: true and false
/// are booleans, yes and no are text; numbers are decimal and have no leading zeros (012 is 10 for some
/// readers); text that looks like a number or a boolean must be in quotes. Where a float is wanted, an
/// integer will do, and so will .inf, .nan and the words inf, -inf and nan, quoted or not, as JSON reports
/// write them. An int is a whole number in 64 bits; 2.0 is none.
///
/// `what` names the thing in messages, quotes included: "'points'". Each reports what is wrong and gives
/// nothing.
std::optional<double> read_float(const Node& node, std::string_view what, Problems& problems);
std::optional<std::int64_t> read_int(const Node& node, std::string_view what, Problems& problems);
std::optional<bool> read_bool(const Node& node, std::string_view what, Problems& problems);
std::optional<std::string> read_string(const Node& node, std::string_view what, Problems& problems);

/// Text that is shown to people: as read_string, but not empty and without control characters.
std::optional<std::string> read_text(const Node& node, std::string_view what, Problems& problems);

/// A number of a specification's settings: finite and within [low, high].
std::optional<double> read_float_within(const Node& node, std::string_view what, double low, double high,
                                        Problems& problems);
std::optional<std::int64_t> read_int_within(const Node& node, std::string_view what, std::int64_t low,
                                            std::int64_t high, Problems& problems);

/// The number alone, for text that comes from elsewhere (a data file); nothing where it is none or out of
/// range.
std::optional<double> to_float(std::string_view text);
std::optional<std::int64_t> to_int(std::string_view text);

}  // namespace grader::spec
