#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/exercise.hpp"
#include "spec/cases.hpp"
#include "spec/properties.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

// What reading cannot see because it takes more than one field: whether the parts of a specification fit each
// other.

/// The place of a parameter's or the result's type, at the name inside it where that can be found.
using TypePlace = std::function<Place(const std::string& param, const std::string& name)>;

/// Sizes of the signature: names that are parameters must be ints, `len()` must have something to measure,
/// and the result may only use what an input binds. `param` of the place is empty for the result.
void check_sizes(const model::Function& function, const TypePlace& place, Problems& problems);

/// The type places of a `function:` mapping.
TypePlace places_in(const Node& function, std::string_view file_text);

/// Shapes of written inputs and results, sizes of the symbols of generated ones.
void check_case(const model::Function& function, const ReadCase& read, Problems& problems);

/// Whether `where:` accepts at least one of ten inputs that the generators make. A condition that refuses
/// nearly all of them costs time with every run and leaves few kinds of inputs; the generators should make
/// what it asks for. The rest of the specification must be right.
void check_conditions(const model::Exercise& exercise, const model::Case& test_case, const Node& node,
                      Problems& problems);

/// Ids that are there twice (cases and properties are both checks), and points that nobody could get.
void check_ids(const std::vector<ReadCase>& cases, const std::vector<ReadProperty>& properties,
               Problems& problems);

/// `compare:` names fields of a returned record.
void check_compare(const model::Function& function, const model::Compare& compare, const Node& node,
                   Problems& problems);

/// The node that a path like model::Misfit's leads to, or the last one on the way.
const Node& follow(const Node& node, std::string_view path);

/// Misfits become mistakes at the values they speak of.
void report_misfits(const std::vector<model::Misfit>& misfits, const Node& node, std::string_view whole,
                    Problems& problems);

}  // namespace grader::spec
