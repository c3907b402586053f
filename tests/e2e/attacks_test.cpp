#include "attacks.hpp"

#include <doctest/doctest.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

#include <algorithm>
#include <atomic>

#include "support/json_schema.hpp"

using namespace grader;
using e2e::Attack;
using e2e::AttackRoom;
using e2e::Complaints;
using e2e::household;
using e2e::Json;
using e2e::Outcome;
using e2e::Room;
namespace fs = e2e::fs;

namespace {

/// Attacks that have the compiler read something, one for each way to do so.
const std::set<std::string> kReading{"compile/include_passwords",   "compile/include_reference",
                                     "compile/incbin_secret",       "compile/line_of_reference",
                                     "compile/assembler_include",   "compile/exists_reference",
                                     "compile/dependency_reference"};

/// What every exercise scores where nobody attacks.
const std::map<std::string, double>& honest_scores() {
  static const std::map<std::string, double> scores = [] {
    std::map<std::string, double> found;
    const AttackRoom room;
    const Json report = e2e::grade(room, {1, ""}).report;
    if (report == nullptr) throw std::runtime_error("the right submission is not graded");
    for (const Json& exercise : report.at("exercises")) {
      if (exercise.at("status") != "pass" && exercise.at("status") != "review")
        throw std::runtime_error("a right solution fails: " + exercise.dump(2));
      found[exercise.at("id")] = exercise.at("score");
    }
    return found;
  }();
  return scores;
}

std::string messages_of(const Json& exercise) {
  std::string text = exercise.at("message");
  for (const Json& check : exercise.at("checks")) text += "\n" + check.at("message").get<std::string>();
  return text;
}

/// The attack's own verdict and message.
void look_at_verdict(const Attack& attack, const e2e::Level& level, const Outcome& outcome,
                     Complaints& complaints) {
  const Json exercise = e2e::exercise_of(outcome.report, attack.exercise);
  const std::string verdict = exercise.at("verdict");
  const std::string messages = messages_of(exercise);
  const std::string& expected = attack.verdict_at_level(level);
  if (verdict != expected)
    complaints.push_back("is " + verdict + " instead of " + expected + ":\n" + messages + "\nit printed:\n" +
                         exercise.at("stdout").get<std::string>());
  if (verdict != "accepted" && exercise.at("score") >= exercise.at("max_score"))
    complaints.emplace_back("has all its points without being accepted");
  for (const std::string& text : attack.says)
    if (messages.find(text) == std::string::npos)
      complaints.push_back("does not say '" + text + "' but:\n" + messages);
  // No submission passes whole: the quiz awaits review.
  if (outcome.status != 1)
    complaints.push_back("ends the grader with exit code " + std::to_string(outcome.status) + ":\n" +
                         outcome.texts.at("standard error"));
}

/// Everybody else's exercises.
void look_at_others(const Attack& attack, int level, const Json& report, Complaints& complaints) {
  if (report.at("isolation").get<std::string>().at(0) != '0' + level)
    complaints.push_back("was graded at isolation " + report.at("isolation").get<std::string>());
  if (report.at("interrupted") == true) complaints.emplace_back("interrupted the grader");
  for (const auto& [id, score] : honest_scores()) {
    // A solution may call the one of vectors/unit.
    const bool depends = attack.exercise == "vectors/unit" && id == "vectors/normalized";
    if (id == attack.exercise || depends) continue;
    const Json exercise = e2e::exercise_of(report, id);
    if (exercise == nullptr || exercise.at("score") != score)
      complaints.push_back("cost " + id + " its points:\n" +
                           (exercise == nullptr ? "it is not there" : messages_of(exercise)));
  }
}

void look_at_reports(const AttackRoom& room, const Outcome& outcome, Complaints& complaints) {
  static const Json schema = Json::parse(test::read_file(test::source_dir() / "schemas/results.schema.json"));
  for (const std::string& mistake : test::JsonSchema(schema).mistakes(outcome.report))
    complaints.push_back("breaks the schema of results.json: " + mistake);
  const std::string xsd = (test::source_dir() / "tests/data/junit.xsd").string();
  const e2e::Result xml = household().run(
      {{"/usr/bin/xmllint", "--noout", "--schema", xsd, "results.xml"}, room.environment, room.path(), {}});
  if (xml.status != 0) complaints.push_back("makes results.xml invalid: " + xml.err.substr(0, 1000));
}

/// Files outside the box, by what stands in them; of the machine's common folders only what has a name that
/// attacks give to what they make.
std::map<std::string, std::string> files_outside(const Room& room) {
  auto files = e2e::contents_of(room.path());
  for (const char* report : {"results.json", "results.xml", "summary.md"}) files.erase(report);
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("state"); });
  for (const char* folder : {"/", "/tmp", "/var/tmp", "/dev/shm", "/run"}) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
      const std::string name = entry.path().filename();
      const bool left = name.find("grader-attack") != std::string::npos || name.starts_with("core");
      if (left) files[entry.path().string()] = "";
    }
  }
  constexpr key_t kKey = 0x67726164;  // of afterwards/inputs_in_shared_memory
  if (::shmget(kKey, 0, 0) >= 0 || ::msgget(kKey, 0) >= 0 || ::semget(kKey, 0, 0) >= 0)
    files["System V"] = "";
  return files;
}

/// Everything that is wrong with how the grader takes this attack at this level.
Complaints trial(const Attack& attack, const AttackRoom& room, const e2e::Level& level) {
  Complaints complaints;
  const auto before = files_outside(room);
  const Outcome outcome = e2e::grade(room, level);
  if (outcome.report == nullptr)
    return {"leaves no report: exit code " + std::to_string(outcome.status) + "\n" +
            outcome.texts.at("standard error")};
  look_at_verdict(attack, level, outcome, complaints);
  look_at_others(attack, level.number, outcome.report, complaints);
  for (std::string& complaint : e2e::tells(outcome, attack.never)) complaints.push_back(std::move(complaint));
  look_at_reports(room, outcome, complaints);
  const auto after = files_outside(room);
  for (const auto& [name, content] : after)
    if (!before.contains(name) || before.at(name) != content) complaints.push_back("changed or left " + name);
  for (const auto& [name, content] : before)
    if (!after.contains(name)) complaints.push_back("removed " + name);
  const std::string left = household().left_behind();
  if (!left.empty()) complaints.push_back("leaves processes behind: " + left);
  const std::string groups = household().groups_left();
  if (!groups.empty()) complaints.push_back("leaves control groups behind:" + groups);
  return complaints;
}

/// Lets each attack loose at each level, on as many processors as there are.
void survive(std::vector<Attack> attacks, const std::vector<e2e::Level>& levels) {
  // What takes longest begins first, so that no processor waits for it at the end.
  std::stable_partition(attacks.begin(), attacks.end(),
                        [](const Attack& attack) { return attack.verdict == "compile_limit"; });
  honest_scores();
  std::optional<e2e::NobodysCache> nobodys_cache;
  if (!std::all_of(levels.begin(), levels.end(), [](const e2e::Level& level) { return level.as_root(); }))
    nobodys_cache.emplace();
  std::vector<Complaints> complaints(attacks.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < attacks.size(); i = next++) {
      try {
        AttackRoom room;
        room.let_in(attacks[i]);
        const std::string own_cache = room.environment["XDG_CACHE_HOME"];
        for (const e2e::Level& level : levels) {
          room.environment["XDG_CACHE_HOME"] = level.as_root() ? own_cache : nobodys_cache->home().string();
          if (!level.as_root()) test::give_to_nobody(room.path());
          for (const std::string& complaint : trial(attacks[i], room, level))
            complaints[i].push_back("at level " + level.text() + " it " + complaint);
        }
      } catch (const std::exception& error) {
        complaints[i].emplace_back(error.what());
      }
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < attacks.size(); ++i)
    for (const std::string& complaint : complaints[i])
      FAIL_CHECK(attacks[i].name << " (it " << attacks[i].does << ")\n" << complaint);
  MESSAGE(attacks.size() << " attacks, " << levels.size() << " levels");
}

/// Each attack of one kind at each level.
void survive(const std::string& kind) {
  const std::vector<e2e::Level> levels = e2e::levels_of_this_machine();
  REQUIRE_MESSAGE(!levels.empty(), "this machine isolates nothing; 'grader doctor' says what is missing");
  survive(e2e::stored_attacks(kind), levels);
}

}  // namespace

TEST_CASE("attacks on the compiler") { survive("compile"); }
TEST_CASE("attacks while the program is loaded and started") { survive("load"); }
TEST_CASE("forged replies and what would help to forge them") { survive("forgery"); }
TEST_CASE("attacks on the machine's resources") { survive("resources"); }
TEST_CASE("attempts to get out of the sandbox") { survive("escape"); }
TEST_CASE("what would go on or stay behind after an exercise") { survive("afterwards"); }
TEST_CASE("numbers that are meant to confuse the comparison") { survive("numbers"); }

TEST_CASE("attempts to get out where a layer of the sandbox is missing, or where the grader is not root") {
  REQUIRE_MESSAGE(::geteuid() == 0, "only root can try every level: run this test as root");
  std::vector<Attack> attacks = e2e::stored_attacks("compile");
  std::erase_if(attacks, [](const Attack& attack) { return !kReading.contains(attack.name); });
  CHECK((attacks.size() == kReading.size() || std::getenv("GRADER_ATTACKS") != nullptr));
  for (const char* kind : {"escape", "afterwards"}) {
    const std::vector<Attack> more = e2e::stored_attacks(kind);
    attacks.insert(attacks.end(), more.begin(), more.end());
  }
  survive(std::move(attacks), e2e::incomplete_machines());
}
