#include <fmt/format.h>

#include <algorithm>

#include "codegen/codegen.hpp"
#include "judge/corridor.hpp"
#include "judge/diagnosis.hpp"
#include "mutation/mutation.hpp"
#include "pipeline/audit_room.hpp"
#include "pipeline/implementation.hpp"
#include "pipeline/pitfalls.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::pipeline {
namespace {

constexpr std::uint64_t kSeed = 1;              // the one that students are graded with
constexpr model::Index kRecognitionSeeds = 10;  // a pitfall must be known by its name with each of them
constexpr double kMutantSeconds = 1;            // of one call; a mutant that takes longer is noticed
constexpr std::size_t kMostMutants = 150;
constexpr std::size_t kMutantsInOneProgram = 24;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::string indented(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return replaced(std::move(text), "\n", "\n  ");
}

/// The compiler's words about the author's file, not about the unit that it was part of.
std::string message_about(std::string messages, std::size_t variant, const std::string& file) {
  messages = replaced(std::move(messages), fmt::format("grader_variant_{}::", variant), "");
  return indented(replaced(std::move(messages), fmt::format("variant_{}.cpp", variant), file));
}

class MistakesAuditor {
 public:
  MistakesAuditor(const AuditTask& task, model::ExerciseAudit& audit)
      : task_(task),
        exercise_(task.exercise),
        audit_(audit),
        ours_(task),
        inputs_(ours_.examiner().inputs(kSeed)),
        kills_(ours_.examiner().check_count(), 0) {}

  void run() {
    audit_.checks = static_cast<model::Index>(ours_.examiner().check_count());
    audit_.properties = static_cast<model::Index>(exercise_.properties.size());
    examine_stub();
    examine_pitfalls();
    examine_mutants();
    name_idle_properties();
  }

 private:
  void find(std::string finding) { audit_.findings.push_back(std::move(finding)); }

  build::Compiler& compiler() { return task_.services.compiler(build::Mode::unoptimised); }

  Examination examine(const build::BuiltVariants& built, std::size_t variant, const model::Limits& limits) {
    Plain implementation(worker::Worker(task_.services.processes, built.executable, exercise_.function,
                                        limits, task_.stop, static_cast<int>(variant)));
    return ours_.examiner().examine(inputs_, implementation);
  }

  void count_kills(const Examination& examination) {
    for (std::size_t i = 0; i < kills_.size(); ++i) kills_[i] += examination.violated[i] ? 1 : 0;
  }

  void examine_stub() {
    task_.progress("stub");
    const build::Variants variants{
        &exercise_, {codegen::stub(exercise_)}, reference_program(task_.course, exercise_).used};
    const build::BuiltVariants built = compiler().build(variants, task_.stop);
    if (!built.compiles[0]) return find("the stub does not compile:\n  " + indented(built.messages));
    const Examination examination = examine(built, 0, task_.limits());
    for (std::size_t i = 0; i < kills_.size(); ++i) {
      if (examination.failed[i])
        ++audit_.stub_fails;
      else
        find(fmt::format("the stub passes the check {}: it asks for nothing", ours_.examiner().check_id(i)));
    }
  }

  void examine_pitfalls() {
    audit_.pitfalls = static_cast<model::Index>(exercise_.pitfalls.size());
    if (exercise_.pitfalls.empty()) return;
    task_.progress("pitfalls");
    const build::BuiltVariants built =
        compiler().build(pitfall_variants(task_.course, exercise_), task_.stop);
    for (std::size_t i = 0; i < exercise_.pitfalls.size(); ++i)
      if (!built.compiles[i])
        return find(fmt::format("the pitfall {0} does not compile:\n  {1}", exercise_.pitfalls[i].id,
                                message_about(built.messages, i, exercise_.pitfalls[i].id + ".cpp")));
    for (std::size_t i = 0; i < exercise_.pitfalls.size(); ++i) {
      const Examination examination = examine(built, i, task_.limits());
      count_kills(examination);
      if (examination.passes())
        find(fmt::format("the pitfall {} passes every check: add an input that tells it from the reference",
                         exercise_.pitfalls[i].id));
    }
    std::vector<bool> known(exercise_.pitfalls.size(), true);
    const model::Index seeds = std::min(task_.seeds, kRecognitionSeeds);
    for (model::Index seed = 1; seed <= seeds; ++seed)
      recognise(built, static_cast<std::uint64_t>(seed), known);
    audit_.recognised = std::count(known.begin(), known.end(), true);
  }

  /// Each pitfall's answers must lead to itself and to nothing else; those of a right solution that adds in
  /// another order, to none.
  void recognise(const build::BuiltVariants& built, std::uint64_t seed, std::vector<bool>& known) {
    if (task_.stop.stop_requested()) throw util::Interrupted();
    const auto inputs = seed == kSeed ? inputs_ : ours_.examiner().inputs(seed);
    std::vector<std::vector<model::Outcome>> answers;
    for (std::size_t i = 0; i < exercise_.pitfalls.size(); ++i)
      answers.push_back(answers_of(exercise_, built, i, inputs, task_.services.processes, task_.stop));
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (!known[i] || judge::diagnose(exercise_, inputs, answers[i], answers) == i) continue;
      known[i] = false;
      find(fmt::format("the pitfall {} is not recognised with seed {}{}", exercise_.pitfalls[i].id, seed,
                       why_unknown(inputs, answers, i)));
    }
    if (seed == kSeed) measure(inputs, answers);
    Plain right = built_reference(task_, build::Mode::reassociated);
    std::vector<model::Outcome> same;
    for (const judge::Input& input : inputs) same.push_back(right.call(input.arguments));
    if (const auto named = judge::diagnose(exercise_, inputs, same, answers))
      find(fmt::format("with seed {} a right solution that adds in another order is taken for the pitfall {}",
                       seed, exercise_.pitfalls[*named].id));
  }

  std::string why_unknown(const std::vector<judge::Input>& inputs,
                          const std::vector<std::vector<model::Outcome>>& answers, std::size_t i) const {
    for (std::size_t other = 0; other < answers.size(); ++other)
      if (other != i && judge::same_answers(exercise_, inputs, answers[i], answers[other]))
        return fmt::format(": it answers every input as {} does; add an input that tells them apart",
                           exercise_.pitfalls[other].id);
    if (!judge::differs_from_expected(exercise_, inputs, answers[i]))
      return ": it answers every input as the reference does; add one that tells them apart";
    return ": it answers the same input differently from call to call";
  }

  /// The corridor's upper end: by how much the nearest pitfall shows where it shows best.
  void measure(const std::vector<judge::Input>& inputs, const std::vector<std::vector<model::Outcome>>& all) {
    for (const std::vector<model::Outcome>& answers : all) {
      double largest = 0;
      for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto* value = std::get_if<model::Value>(&answers[i]);
        if (value == nullptr || !inputs[i].expected) continue;
        const double distance =
            judge::distance(*value, *inputs[i].expected, judge::rules_of(exercise_, inputs[i]));
        // A small difference from numbers that were rounded is none from the reference.
        if (distance > 1 || judge::is_exact(inputs[i])) largest = std::max(largest, distance);
      }
      audit_.pitfall_distances.push_back(largest);
    }
  }

  void examine_mutants() {
    const std::string source = task_.course.reference_source(exercise_);
    const auto most =
        exercise_.audit.mutants ? static_cast<std::size_t>(*exercise_.audit.mutants) : kMostMutants;
    const auto mutants = mutation::sample(mutation::mutants(source), most);
    for (std::size_t first = 0; first < mutants.size(); first += kMutantsInOneProgram) {
      task_.progress(fmt::format("mutants, {} of {}", first, mutants.size()));
      const std::size_t count = std::min(kMutantsInOneProgram, mutants.size() - first);
      examine_mutants({mutants.begin() + static_cast<std::ptrdiff_t>(first),
                       mutants.begin() + static_cast<std::ptrdiff_t>(first + count)});
    }
    require_waivers_used(mutants);
  }

  void examine_mutants(const std::vector<mutation::Mutant>& mutants) {
    build::Variants variants{&exercise_, {}, reference_program(task_.course, exercise_).used};
    for (const mutation::Mutant& mutant : mutants) variants.sources.push_back(mutant.source);
    const build::BuiltVariants built = compiler().build(variants, task_.stop);
    model::Limits limits = task_.limits();
    limits.time_s = kMutantSeconds;
    for (std::size_t i = 0; i < mutants.size(); ++i) {
      if (task_.stop.stop_requested()) throw util::Interrupted();
      if (!built.compiles[i]) continue;
      ++audit_.mutants;
      Examination examination = examine(built, i, limits);
      // A machine that is busy for a moment must not count as a mutant that never ends.
      if (examination.took_too_long) examination = examine(built, i, limits);
      count_kills(examination);
      if (examination.passes())
        survive(mutants[i]);
      else
        ++audit_.detected;
    }
  }

  const model::Waiver* waiver_of(const mutation::Mutant& mutant) const {
    for (const model::Waiver& waiver : exercise_.audit.waive)
      if (waiver.line == mutant.before && waiver.becomes == mutant.after) return &waiver;
    return nullptr;
  }

  void survive(const mutation::Mutant& mutant) {
    const model::Waiver* waiver = waiver_of(mutant);
    audit_.survivors.push_back({mutant.operation, mutant.line, mutant.before, mutant.after,
                                waiver == nullptr ? "" : waiver->reason});
    if (waiver != nullptr) return;
    find(
        fmt::format("no check notices this change to the reference; add an input or a property that does, or "
                    "waive it with a reason\n  {}",
                    indented(mutation::diff(mutant, audit_.reference_file))));
  }

  /// A waiver speaks of one change to one line: where neither is there any more, it excuses nothing.
  void require_waivers_used(const std::vector<mutation::Mutant>& mutants) {
    for (const model::Waiver& waiver : exercise_.audit.waive) {
      const auto is_it = [&](const model::Survivor& survivor) {
        return survivor.before == waiver.line && survivor.after == waiver.becomes;
      };
      const auto excused = std::count_if(audit_.survivors.begin(), audit_.survivors.end(), is_it);
      if (excused > 1)
        find(fmt::format(
            "one waiver excuses {} changes, to equal lines; a reason is for one\n  -  {}\n  +  {}", excused,
            waiver.line, waiver.becomes));
      if (excused > 0) continue;
      const bool exists = std::any_of(mutants.begin(), mutants.end(), [&](const mutation::Mutant& mutant) {
        return waiver_of(mutant) == &waiver;
      });
      find(fmt::format("a waiver is out of date, {}; take it out\n  -  {}\n  +  {}",
                       exists ? "a check notices the change now" : "the reference has no such line or change",
                       waiver.line, waiver.becomes));
    }
  }

  void name_idle_properties() {
    const std::size_t cases = exercise_.cases.size();
    for (std::size_t i = 0; i < exercise_.properties.size(); ++i) {
      if (kills_[cases + i] > 0) continue;
      audit_.idle_properties.push_back(exercise_.properties[i].id);
      find(fmt::format("no pitfall and no mutant violates the property {}: it proves nothing",
                       exercise_.properties[i].id));
    }
  }

  const AuditTask& task_;
  const model::Exercise& exercise_;
  model::ExerciseAudit& audit_;
  AuditReference ours_;
  std::vector<judge::Input> inputs_;
  std::vector<model::Index> kills_;  // by check: how many pitfalls and mutants violate it as a property
};

}  // namespace

void audit_mistakes(const AuditTask& task, model::ExerciseAudit& audit) {
  MistakesAuditor(task, audit).run();
}

}  // namespace grader::pipeline
