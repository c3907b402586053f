#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/operations.hpp"
#include "language/property.hpp"

namespace grader::language {

/// What one evaluation starts from; all of it outlives the evaluation.
struct Surroundings {
  const model::Function& function;
  const std::vector<model::Function>& used;
  const model::Arguments& input;
  const model::Value* out = nullptr;  // none in a condition
  Functions* functions = nullptr;     // none in a condition
  std::optional<model::Tolerance> tolerance;
  model::Tolerance fallback;
};

inline constexpr int kMostCalls = 10'000;

/// An argument of a call: the value of a parameter, or of a field of it.
struct Override {
  std::vector<std::string> path;
  Operand value;
};

/// A call as it stands in a property.
struct CallText {
  std::string text;  // "f(x = x + 3)"
  bool judged = true;
  const model::Function* function = nullptr;
  bool keeps_input = true;  // arguments that are not named have the input's value: f and ref
};

/// The arguments of the input and what calls make of them. Calls change them for a moment only, so that no
/// call copies what it does not change.
class Calls {
 public:
  Calls(const Surroundings& surroundings, Workspace& work) : surroundings_(surroundings), work_(work) {}

  const model::Value* parameter(std::string_view name) const { return arguments().find(name); }

  Operand call(CallText call, std::vector<Override> overrides);

  /// The floats of a parameter or of a field of one, to be changed and changed back.
  std::vector<double>& floats(const std::vector<std::string>& path);

  /// Calls are noted while this is on.
  void note_calls(bool on) { noting_ = on; }
  struct Noted {
    CallText call;
    std::vector<Override> overrides;
    Operand result;
  };
  const std::vector<Noted>& noted() const { return noted_; }
  void set_noted(std::vector<Noted> noted) { noted_ = std::move(noted); }
  /// The noted calls as whoever asked for the evaluation sees them.
  std::vector<MadeCall> made() const;

 private:
  const model::Arguments& arguments() const { return own_ ? *own_ : surroundings_.input; }
  model::Arguments& own_arguments();
  model::Value with_overrides(const CallText& call, const std::vector<Override>& overrides);
  model::Value of_its_own(const CallText& call, const std::vector<Override>& overrides) const;
  model::Value run(const CallText& call, const model::Arguments& arguments) const;
  void note(CallText call, std::vector<Override> overrides, const Operand& result);

  const Surroundings& surroundings_;
  Workspace& work_;
  std::optional<model::Arguments> own_;
  int made_ = 0;
  bool noting_ = true;
  std::vector<Noted> noted_;
};

/// A value as this type has it: ints become floats, doubles float32, written lists arrays, values optionals.
/// `path` names it in messages.
model::Value as_type(const Operand& value, const model::Type& type, const std::string& path, Workspace& work);

}  // namespace grader::language
