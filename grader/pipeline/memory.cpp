#include "pipeline/memory.hpp"

#include "pipeline/this_program.hpp"
#include "util/error.hpp"

namespace grader::pipeline {
namespace {

namespace fs = std::filesystem;

void add_solution(const std::variant<std::string, Refused>& solution, build::KeyBuilder& key) {
  if (const auto* text = std::get_if<std::string>(&solution))
    key.add("solution", *text);
  else
    key.add("no solution", std::get<Refused>(solution).message);
}

}  // namespace

Memory::Memory(const course::Course& course, const fs::path& submission, const Services& services,
               const GradeOptions& options)
    : course_(course), services_(services), options_(options) {
  if (services.cache == nullptr) return;
  try {
    results_.emplace(*services.cache, submission, course.root());
  } catch (const util::GraderError&) {  // whoever compiles meets the same error and says so
  }
}

std::optional<build::KeyBuilder> Memory::ingredients(const model::Exercise& exercise, std::stop_token stop) {
  const std::string& program = identity_of_this_program();
  if (services_.cache == nullptr || program.empty()) return std::nullopt;
  const std::string compiler = services_.compiler.fingerprint(stop);
  if (compiler.empty()) return std::nullopt;
  build::KeyBuilder key;
  key.add("program", program).add("compiler", compiler).add("seed", std::to_string(options_.seed));
  key.add(exercise.id, texts_key(exercise));
  for (const model::Exercise* used : used_exercises(course_, exercise)) key.add(used->id, texts_key(*used));
  return key;
}

std::string Memory::texts_key(const model::Exercise& exercise) {
  const std::lock_guard lock(mutex_);
  std::string& key = texts_keys_[exercise.id];
  if (key.empty()) {
    build::KeyBuilder texts;
    for (const auto& [name, text] : course_.texts(exercise)) texts.add(name, text);
    key = services_.cache->key(texts);
  }
  return key;
}

std::string Memory::key(const model::Exercise& exercise, const std::string& source, const ReadSolution& read,
                        std::stop_token stop) {
  auto key = results_ ? ingredients(exercise, stop) : std::nullopt;
  if (!key) return {};
  key->add("isolation", services_.processes.isolation());
  if (services_.sanitizing != nullptr) key->add("sanitizing", services_.sanitizing->fingerprint(stop));
  key->add("solution", source);
  for (const model::Exercise* used : used_exercises(course_, exercise)) add_solution(read(*used), *key);
  return services_.cache->key(*key);
}

std::optional<model::ExerciseResult> Memory::find(const model::Exercise& exercise, const std::string& key) {
  if (key.empty() || options_.earlier == EarlierResults::ignored) return std::nullopt;
  return results_->find(exercise.id, key);
}

void Memory::keep(const model::Exercise& exercise, const std::string& key,
                  const model::ExerciseResult& result) {
  if (!key.empty() && is_worth_remembering(result)) results_->keep(exercise.id, key, result);
}

void Memory::save() {
  if (results_) results_->save();
}

std::unique_ptr<RememberedAnswers> Memory::answers(const model::Exercise& exercise, std::stop_token stop) {
  if (options_.earlier == EarlierResults::ignored) return nullptr;
  const auto key = ingredients(exercise, stop);
  return key ? std::make_unique<RememberedAnswers>(*services_.cache, services_.cache->key(*key)) : nullptr;
}

}  // namespace grader::pipeline
