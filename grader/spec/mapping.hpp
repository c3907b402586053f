#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "spec/yaml.hpp"

namespace grader::spec {

/// Helpers for mappings and lists with a known form; each reports what does not have it. `what` names the
/// thing in messages, quotes included.

bool is_mapping(const Node& node, std::string_view what, Problems& problems);
bool is_sequence(const Node& node, std::string_view what, Problems& problems);

/// Every key that is not among `known` is reported with the nearest that is.
void refuse_unknown(const Node& mapping, const std::vector<std::string>& known, Problems& problems);

/// The value of `key`, or a report that it is missing.
const Node* require(const Node& mapping, std::string_view key, std::string_view what, Problems& problems);

/// Calls `read` with the value of `key` where there is one.
void if_present(const Node& mapping, std::string_view key, const std::function<void(const Node&)>& read);

/// A list of texts, none of them twice.
std::vector<std::string> read_texts(const Node& node, std::string_view what, Problems& problems);

}  // namespace grader::spec
