#pragma once

#include <sys/prctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <mutex>
#include <set>
#include <stdexcept>
#include <utility>

#include "processes.hpp"
#include "support.hpp"
#include "support/machine_faults.hpp"
#include "support/nobody.hpp"

/// Stored attacks (tests/submissions/hostile), the folder that each of them is let loose in, and a watch over
/// the processes that it may leave behind.
namespace grader::e2e {

/// What the attacks look for. The first is in the environment and in a file that everybody may read, the
/// second in the course and in another student's solution.
inline const std::string kSecret = "a-secret-that-nobody-may-see";
inline const std::string kReferenceMarker = "quince-marmalade-in-the-course";
/// Given to the grader; an attack looks for it in its memory.
inline constexpr std::uint64_t kSeed = 7046029254386353131U;

/// A level of isolation, and what has to be taken from this machine for it to be the highest.
struct Level {
  int number = 0;
  std::string without;

  bool as_root() const { return without.find("root") == std::string::npos; }
  std::string text() const {
    return std::to_string(number) + (without.empty() ? "" : " (without " + without + ")");
  }
};

struct Attack {
  std::string name;      // "escape/shell"
  std::string exercise;  // the one whose solution it is
  std::string does;      // in words
  std::string verdict;
  std::map<std::string, std::string> verdict_at;  // by "1" or "1 without root", where it is another
  std::vector<std::string> says;                  // stands in the exercise's messages
  std::string limits;              // of its exercise, where it takes long within the usual ones
  std::vector<std::string> never;  // stands in nothing that the grader says or writes
  std::string source;

  const std::string& verdict_at_level(const Level& level) const {
    auto found = verdict_at.find(std::to_string(level.number) + (level.as_root() ? "" : " without root"));
    if (found == verdict_at.end()) found = verdict_at.find(std::to_string(level.number));
    return found == verdict_at.end() ? verdict : found->second;
  }
};

/// Reads the lines "// key: value" that a stored attack begins with. Unknown keys are mistakes.
inline Attack read_attack(const fs::path& file) {
  Attack attack;
  attack.name = file.parent_path().filename().string() + "/" + file.stem().string();
  attack.source = test::read_file(file);
  std::istringstream lines(attack.source);
  for (std::string line; std::getline(lines, line) && line.starts_with("// ");) {
    const std::size_t colon = line.find(": ");
    const std::string key = line.substr(3, colon == std::string::npos ? colon : colon - 3);
    const std::string value = colon == std::string::npos ? "" : line.substr(colon + 2);
    if (key == "exercise" && attack.exercise.empty())
      attack.exercise = value;
    else if (key == "attack" && attack.does.empty())
      attack.does = value;
    else if (key == "verdict" && attack.verdict.empty())
      attack.verdict = value;
    else if (key == "limits" && attack.limits.empty())
      attack.limits = value;
    else if (key == "says")
      attack.says.push_back(value);
    else if (key == "never")
      attack.never.push_back(value);
    else if (std::set<std::string>{"1", "2", "3", "1 without root", "2 without root"}.contains(key))
      attack.verdict_at[key] = value;
    else
      throw std::runtime_error(file.string() + ": what is meant by '" + line + "'?");
  }
  if (attack.exercise.empty() || attack.does.empty() || attack.verdict.empty())
    throw std::runtime_error(file.string() + " does not begin with exercise:, attack: and verdict:");
  return attack;
}

/// All of them, or those whose name contains what the variable GRADER_ATTACKS says.
inline std::vector<Attack> stored_attacks(const std::string& kind) {
  const char* wanted = std::getenv("GRADER_ATTACKS");
  std::vector<Attack> attacks;
  for (const fs::path& file :
       test::files_below(fs::path(GRADER_SOURCE_DIR) / "tests/submissions/hostile" / kind, ".cpp")) {
    Attack attack = read_attack(file);
    if (wanted == nullptr || attack.name.find(wanted) != std::string::npos)
      attacks.push_back(std::move(attack));
  }
  return attacks;
}

/// Every file below a folder with its content; links and what is no file with what they are.
inline std::map<std::string, std::string> contents_of(const fs::path& folder) {
  std::map<std::string, std::string> contents;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).string();
    if (entry.is_symlink())
      contents[name] = "a link to " + fs::read_symlink(entry.path()).string();
    else
      contents[name] = entry.is_regular_file() ? test::read_file(entry.path()) : "no file";
  }
  return contents;
}

/// A right submission in which an attack takes the place of one solution, beside all that it may be after.
class AttackRoom : public Room {
 public:
  AttackRoom() : Room("solved") {
    // Whoever is stopped must be stopped by the sandbox, not by the permissions of a folder for tests.
    fs::permissions(path(), fs::perms(0755));
    // A busy machine may take its time with gigabytes; what is to run into this limit gets another.
    edit("course/exercises/course.yaml", "time_s: 2, exercise_time_s: 8", "time_s: 20, exercise_time_s: 80");
    for (const char* extension : {".cpp", ".yaml"})
      for (const fs::path& file : test::files_below(path() / "course", extension))
        util::write_file(file, comment(extension) + test::read_file(file));
    write("other/vectors/total.cpp", comment(".cpp") + read("student/vectors/total.cpp"));
    write("secret.txt", kSecret + "\n");
    environment["GRADER_TEST_SECRET"] = kSecret;
    environment["LD_BIND_NOW"] = "1";  // stands for all that a dynamic loader would listen to
    environment["GITHUB_STEP_SUMMARY"] = path() / "summary.md";
    for (const auto& entry : fs::recursive_directory_iterator(path()))
      fs::permissions(entry.path(), entry.is_directory() ? fs::perms(0755) : fs::perms(0644));
  }

  /// Puts the attack into the submission.
  void let_in(const Attack& attack) const {
    const fs::path file = "student/" + attack.exercise + ".cpp";
    std::string source = test::replace_all(attack.source, "@ROOM@", path().string());
    write(file, test::replace_all(std::move(source), "@SEED@", std::to_string(kSeed ^ 0x5555555555555555U)));
    if (attack.verdict == "time_limit") limit(attack.exercise, "time_s: 1");
    if (attack.verdict == "compile_limit") limit(attack.exercise, "compile_time_s: 5");
    if (!attack.limits.empty()) limit(attack.exercise, attack.limits);
  }

 private:
  static std::string comment(const std::string& extension) {
    return (extension == ".cpp" ? "// " : "# ") + kReferenceMarker + "\n";
  }
  /// Waits for one exercise are made shorter; all the others keep their patience with a busy machine.
  void limit(const std::string& exercise, const std::string& limits) const {
    const fs::path file = "course/exercises/" + exercise + ".yaml";
    write(file, read(file) + "limits: {" + limits + "}\n");
  }
};

/// Knows which children this test has on purpose. All that the graders leave behind become its children, too.
class Household {
 public:
  Household() { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }

  Result run(const Invocation& invocation) {
    std::unique_lock lock(mutex_);
    Program program(invocation, Program::On::pipes);
    expected_.insert(program.pid());
    lock.unlock();
    program.end_input();
    const Result result = program.end();
    lock.lock();
    expected_.erase(program.pid());
    groups_left_ += groups_of(program.pid());
    return result;
  }

  /// Names of processes that nobody is waiting for and that do not end, which are ended then. Killing takes
  /// the kernel a moment, so that they get some time.
  std::string left_behind() {
    std::string names;
    if (eventually([&] { return strangers().empty(); }, std::chrono::seconds(20))) return names;
    for (const ProcessFacts& process : strangers()) {
      std::ifstream file("/proc/" + std::to_string(process.id.pid) + "/comm");
      std::string name;
      std::getline(file, name);
      names += (names.empty() ? "" : ", ") + name;
      ::kill(process.id.pid, SIGKILL);
    }
    return names;
  }

  /// Control groups that graders had when they ended, since this was last asked.
  std::string groups_left() {
    const std::lock_guard lock(mutex_);
    return std::exchange(groups_left_, {});
  }

 private:
  /// Asked at once: later the number may be that of another test's grader, which has groups of its own.
  static std::string groups_of(pid_t pid) {
    std::string names;
    std::error_code ignored;
    for (fs::recursive_directory_iterator at("/sys/fs/cgroup", ignored), end; at != end;
         at.increment(ignored)) {
      const bool is_its = at->path().filename().string().starts_with("grader-" + std::to_string(pid) + "-");
      if (is_its && at->is_directory(ignored)) names += " " + at->path().string();
    }
    return names;
  }

  std::vector<ProcessFacts> strangers() {
    const std::lock_guard lock(mutex_);
    std::vector<ProcessFacts> found;
    for (const auto& entry : fs::directory_iterator("/proc")) {
      const pid_t pid = std::atoi(entry.path().filename().c_str());
      if (pid <= 0 || expected_.contains(pid)) continue;
      const auto facts = facts_of(pid);
      if (!facts || facts->parent != ::getpid()) continue;
      if (facts->state != 'Z')
        found.push_back(*facts);
      else
        ::waitpid(pid, nullptr, WNOHANG);
    }
    return found;
  }

  std::mutex mutex_;
  std::set<pid_t> expected_;
  std::string groups_left_;
};

using Json = nlohmann::json;
using Complaints = std::vector<std::string>;

inline constexpr std::size_t kLargestReport = 8U * 1024U * 1024U;

inline Household& household() {
  static Household instance;
  return instance;
}

/// Everything that the grader says or writes in one run, by where it does.
struct Outcome {
  int status = 0;
  std::map<std::string, std::string> texts;
  Json report;
};

/// 1 up to what this machine has.
inline std::vector<Level> levels_of_this_machine() {
  const Room room("solved");
  int status = 0;
  const std::string isolation = graded(room, {"-e", "total"}, status).at("isolation");
  std::vector<Level> levels;
  for (int number = 1; number <= isolation.at(0) - '0'; ++number) {
    const bool groups = number < 3 && isolation.at(0) == '3';
    levels.push_back({number, std::string(groups ? "cgroup" : "") + (groups && number == 1 ? "," : "") +
                                  (number == 1 && isolation.at(0) != '1' ? "namespaces" : "")});
  }
  return levels;
}

/// Machines without some layers, and graders that are not root's. Only root can make them. Level 1 comes
/// first: what was compiled at a level that tells less would be taken from the cache.
inline std::vector<Level> incomplete_machines() {
  return {{1, "root,namespaces"}, {2, "cgroup,landlock"}, {2, "root"}, {2, "root,landlock"}};
}

/// A cache of the user who is nobody, with what is compiled in the shared one already.
class NobodysCache {
 public:
  NobodysCache() {
    for (const char* part : {"object", "isolated"})
      if (fs::exists(shared_cache() / part))
        fs::copy(shared_cache() / part, cache_.root() / part, fs::copy_options::recursive);
    test::give_to_nobody(cache_.home());
  }
  fs::path home() const { return cache_.home(); }

 private:
  Room room_{"solved"};
  OwnCache cache_{room_, OwnCache::Header::copied};
};

inline Outcome grade(const Room& room, const Level& level, std::vector<std::string> more = {}) {
  for (const char* report : {"results.json", "results.xml", "summary.md"}) fs::remove(room.path() / report);
  const std::string seed = std::to_string(kSeed);
  std::vector<std::string> arguments = {"--course", "course", "run", "--jobs",
                                        "2",        "--seed", seed,  "--github"};
  arguments.insert(arguments.end(), {"--json", "results.json", "--junit", "results.xml"});
  arguments.insert(arguments.end(), {"--require-isolation", std::to_string(level.number)});
  arguments.insert(arguments.end(), more.begin(), more.end());
  Invocation invocation = room.invocation(arguments);
  if (!level.without.empty())
    invocation.arguments.insert(invocation.arguments.begin(), {GRADER_WITHOUT, level.without});
  const Result result = household().run(invocation);
  Outcome outcome{result.status, {{"standard output", result.out}, {"standard error", result.err}}, {}};
  for (const char* report : {"results.json", "results.xml", "summary.md"})
    outcome.texts[report] = room.read(report);
  outcome.report = Json::parse(outcome.texts["results.json"], nullptr, false);
  if (outcome.report.is_discarded()) outcome.report = nullptr;
  return outcome;
}

/// The grader's own fence and annotations. No attack writes annotations of this form.
inline bool is_own_command(const std::string& line) {
  const std::string fence = "::stop-commands::";
  const std::string token = line.starts_with(fence) ? line.substr(fence.size()) : line.substr(2, 32);
  const bool is_fence = token.size() == 32 &&
                        token.find_first_not_of("0123456789abcdef") == std::string::npos &&
                        (line == fence + token || line == "::" + token + "::");
  return is_fence || line.starts_with("::error file=student/");
}

/// Nothing secret is told, and nothing is a command to who reads the output.
inline Complaints tells(const Outcome& outcome, std::vector<std::string> secrets) {
  Complaints complaints;
  secrets.insert(secrets.end(), {kSecret, kReferenceMarker});
  for (const auto& [where, text] : outcome.texts) {
    if (text.size() > kLargestReport) complaints.push_back("makes " + where + " larger than 8 MiB");
    for (const std::string& secret : secrets)
      if (text.find(secret) != std::string::npos)
        complaints.push_back("has '" + secret + "' stand in " + where);
    if (text.find_first_of("\x1b\r\x07") != std::string::npos)
      complaints.push_back("puts a control character into " + where);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      if (line.starts_with("::") && !is_own_command(line))
        complaints.push_back("puts a command into " + where + ": " + line.substr(0, 200));
  }
  return complaints;
}

}  // namespace grader::e2e
