#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace grader::test {

/// Holds JSON values against a JSON Schema (draft-07), for the part of it that our schemas use. A keyword it
/// does not know is an exception, so that nothing in a schema is taken for a check that is none.
class JsonSchema {
 public:
  using Json = nlohmann::json;

  explicit JsonSchema(Json schema) : root_(std::move(schema)) { check_keywords(root_, "#"); }

  /// What is wrong, as "/cases/0/id: …"; empty where nothing is.
  std::vector<std::string> mistakes(const Json& value) const {
    std::vector<std::string> found;
    check(value, root_, "", found);
    return found;
  }

 private:
  using Mistakes = std::vector<std::string>;

  static const std::set<std::string>& keywords() {
    static const std::set<std::string> known{
        "$schema",   "$id",       "$ref",     "title",       "description",   "definitions",
        "type",      "const",     "enum",     "properties",  "required",      "additionalProperties",
        "items",     "minItems",  "maxItems", "uniqueItems", "minProperties", "maxProperties",
        "minLength", "maxLength", "pattern",  "minimum",     "maximum",       "exclusiveMinimum",
        "anyOf",     "oneOf",     "allOf",    "not",         "dependencies",  "propertyNames"};
    return known;
  }

  static void check_keywords(const Json& schema, const std::string& where) {
    if (schema.is_boolean()) return;
    if (!schema.is_object()) throw std::runtime_error(where + ": a schema must be an object");
    for (const auto& [key, value] : schema.items()) {
      const std::string inner = where + "/" + key;
      if (!keywords().contains(key)) throw std::runtime_error(inner + ": unknown keyword");
      if (key == "properties" || key == "definitions")
        for (const auto& [name, part] : value.items()) check_keywords(part, inner + "/" + name);
      if (key == "anyOf" || key == "oneOf" || key == "allOf")
        for (const Json& part : value) check_keywords(part, inner);
      if (key == "additionalProperties" || key == "items" || key == "not" || key == "propertyNames")
        check_keywords(value, inner);
    }
  }

  const Json& resolve(const Json& schema) const {
    const std::string target = schema.at("$ref");
    if (!target.starts_with("#/"))
      throw std::runtime_error("only references into the same schema: " + target);
    return root_.at(Json::json_pointer(target.substr(1)));
  }

  bool fits(const Json& value, const Json& schema) const {
    Mistakes ignored;
    check(value, schema, "", ignored);
    return ignored.empty();
  }

  void check(const Json& value, const Json& schema, const std::string& at, Mistakes& found) const {
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) found.push_back(at + ": nothing is allowed here");
      return;
    }
    // Draft-07: beside a $ref everything else is ignored.
    if (schema.contains("$ref")) return check(value, resolve(schema), at, found);
    check_any(value, schema, at, found);
    if (value.is_number()) check_number(value, schema, at, found);
    if (value.is_string()) check_string(value, schema, at, found);
    if (value.is_array()) check_array(value, schema, at, found);
    if (value.is_object()) check_object(value, schema, at, found);
  }

  static bool has_type(const Json& value, const std::string& type) {
    if (type == "integer")
      return value.is_number_integer() ||
             (value.is_number_float() && value.get<double>() == std::floor(value.get<double>()));
    if (type == "number") return value.is_number();
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_boolean();
    if (type == "string") return value.is_string();
    if (type == "array") return value.is_array();
    if (type == "object") return value.is_object();
    throw std::runtime_error("unknown type " + type);
  }

  void check_any(const Json& value, const Json& schema, const std::string& at, Mistakes& found) const {
    if (schema.contains("type")) {
      const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
      const auto matches = [&](const Json& type) { return has_type(value, type.get<std::string>()); };
      if (std::none_of(types.begin(), types.end(), matches)) found.push_back(at + ": is not " + types.dump());
    }
    if (schema.contains("const") && value != schema["const"])
      found.push_back(at + ": is not " + schema["const"].dump());
    if (schema.contains("enum")) {
      const Json& values = schema["enum"];
      if (std::find(values.begin(), values.end(), value) == values.end())
        found.push_back(at + ": is none of " + values.dump());
    }
    const auto count = [&](const char* key) {
      return std::count_if(schema[key].begin(), schema[key].end(),
                           [&](const Json& part) { return fits(value, part); });
    };
    if (schema.contains("anyOf") && count("anyOf") == 0) found.push_back(at + ": fits none of anyOf");
    if (schema.contains("oneOf") && count("oneOf") != 1)
      found.push_back(at + ": does not fit exactly one of oneOf");
    if (schema.contains("allOf"))
      for (const Json& part : schema["allOf"]) check(value, part, at, found);
    if (schema.contains("not") && fits(value, schema["not"]))
      found.push_back(at + ": is what it must not be");
  }

  static void check_number(const Json& value, const Json& schema, const std::string& at, Mistakes& found) {
    const double number = value.get<double>();
    if (schema.contains("minimum") && !(number >= schema["minimum"].get<double>()))
      found.push_back(at + ": is too small");
    if (schema.contains("maximum") && !(number <= schema["maximum"].get<double>()))
      found.push_back(at + ": is too large");
    if (schema.contains("exclusiveMinimum") && !(number > schema["exclusiveMinimum"].get<double>()))
      found.push_back(at + ": is too small");
  }

  static void check_string(const Json& value, const Json& schema, const std::string& at, Mistakes& found) {
    const auto text = value.get<std::string>();
    const auto length = std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (schema.contains("minLength") && length < schema["minLength"].get<long>())
      found.push_back(at + ": is too short");
    if (schema.contains("maxLength") && length > schema["maxLength"].get<long>())
      found.push_back(at + ": is too long");
    if (schema.contains("pattern") &&
        !std::regex_search(text, std::regex(schema["pattern"].get<std::string>())))
      found.push_back(at + ": does not match " + schema["pattern"].get<std::string>());
  }

  void check_array(const Json& value, const Json& schema, const std::string& at, Mistakes& found) const {
    if (schema.contains("minItems") && value.size() < schema["minItems"])
      found.push_back(at + ": has too few items");
    if (schema.contains("maxItems") && value.size() > schema["maxItems"])
      found.push_back(at + ": has too many items");
    if (schema.value("uniqueItems", false) &&
        std::set<Json>(value.begin(), value.end()).size() != value.size())
      found.push_back(at + ": has an item twice");
    if (schema.contains("items"))
      for (std::size_t i = 0; i < value.size(); ++i)
        check(value[i], schema["items"], at + "/" + std::to_string(i), found);
  }

  void check_object(const Json& value, const Json& schema, const std::string& at, Mistakes& found) const {
    if (schema.contains("minProperties") && value.size() < schema["minProperties"])
      found.push_back(at + ": has too few keys");
    if (schema.contains("maxProperties") && value.size() > schema["maxProperties"])
      found.push_back(at + ": has too many keys");
    if (schema.contains("required"))
      for (const std::string key : schema["required"])
        if (!value.contains(key)) found.push_back(at + ": lacks " + key);
    if (schema.contains("dependencies"))
      for (const auto& [key, needed] : schema["dependencies"].items())
        for (const std::string other : needed)
          if (value.contains(key) && !value.contains(other)) found.push_back(at + ": lacks " + other);
    for (const auto& [key, part] : value.items()) {
      const std::string inner = at + "/" + key;
      if (schema.contains("propertyNames")) check(Json(key), schema["propertyNames"], inner, found);
      if (schema.contains("properties") && schema["properties"].contains(key))
        check(part, schema["properties"][key], inner, found);
      else if (schema.contains("additionalProperties"))
        check(part, schema["additionalProperties"], inner, found);
    }
  }

  Json root_;
};

}  // namespace grader::test
