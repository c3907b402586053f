#include <fmt/format.h>

#include <set>

#include "spec/mapping.hpp"
#include "spec/names.hpp"
#include "spec/read.hpp"
#include "spec/scalars.hpp"
#include "spec/settings.hpp"
#include "spec/signature.hpp"
#include "spec/version.hpp"

namespace grader::spec {
namespace {

class CourseReader {
 public:
  CourseReader(const Node& root, Problems& problems) : root_(root), problems_(problems) {}

  CourseSpec read() {
    refuse_unknown(root_, {"format_version", "title", "topics", "tolerance", "limits", "scoring", "records"},
                   problems_);
    if (const Node* title = require(root_, "title", "the course", problems_))
      course_.title = read_text(*title, "'title'", problems_).value_or("");
    if_present(root_, "topics", [&](const Node& node) { read_topics(node); });
    read_defaults();
    return std::move(course_);
  }

 private:
  void read_defaults() {
    Defaults& defaults = course_.defaults;
    if_present(root_, "tolerance", [&](const Node& node) {
      defaults.tolerance = read_tolerance(node, defaults.tolerance, problems_);
    });
    if_present(root_, "limits",
               [&](const Node& node) { defaults.limits = read_limits(node, defaults.limits, problems_); });
    if_present(root_, "scoring",
               [&](const Node& node) { defaults.scoring = read_scoring(node, defaults.scoring, problems_); });
    if_present(root_, "records", [&](const Node& node) {
      Records records({}, problems_);
      records.read(node);
      defaults.records = records.own();
    });
  }

  void read_topics(const Node& node) {
    if (!is_sequence(node, "'topics'", problems_)) return;
    std::set<std::string> seen;
    for (const Node& item : node.items) {
      TopicSpec topic = read_topic(item);
      if (topic.name.empty()) continue;
      if (!seen.insert(topic.name).second)
        problems_.add(item.place, fmt::format("the topic {} is there twice", in_quotes(topic.name)));
      else
        course_.topics.push_back(std::move(topic));
    }
  }

  TopicSpec read_topic(const Node& item) {
    TopicSpec topic;
    if (item.is_scalar()) {
      read_topic_name(item, topic);
      return topic;
    }
    if (!is_mapping(item, "a topic", problems_)) return topic;
    refuse_unknown(item, {"name", "title", "exercises"}, problems_);
    if (const Node* name = require(item, "name", "the topic", problems_)) read_topic_name(*name, topic);
    if_present(item, "title", [&](const Node& title) {
      topic.title = read_text(title, "'title'", problems_).value_or(topic.name);
    });
    if_present(item, "exercises", [&](const Node& exercises) { read_order(exercises, topic); });
    return topic;
  }

  void read_topic_name(const Node& node, TopicSpec& topic) {
    topic.name = name_of(node, "the name of a topic");
    topic.title = topic.name;
    topic.place = location(node.place);
  }

  void read_order(const Node& node, TopicSpec& topic) {
    if (!is_sequence(node, "'exercises'", problems_)) return;
    std::set<std::string> seen;
    for (const Node& item : node.items) {
      const std::string name = name_of(item, "the name of an exercise");
      if (name.empty()) continue;
      if (!seen.insert(name).second) {
        problems_.add(item.place, fmt::format("the exercise {} is there twice", in_quotes(name)));
        continue;
      }
      topic.exercises.push_back(name);
      topic.exercise_places.push_back(location(item.place));
    }
  }

  std::string name_of(const Node& node, std::string_view what) {
    const auto name = read_string(node, what, problems_);
    if (!name) return {};
    if (is_exercise_name(*name)) return *name;
    problems_.add(node.place, fmt::format("{} cannot be {}", in_quotes(*name), what),
                  "such names are lower-case letters, digits and '_', and begin with a letter");
    return {};
  }

  util::Location location(Place place) const { return {problems_.file(), place.line, place.column}; }

  const Node& root_;
  Problems& problems_;
  CourseSpec course_;
};

}  // namespace

CourseSpec read_course(const std::filesystem::path& shown_as, std::string_view text) {
  Problems problems(shown_as, text);
  const auto root = parse(problems);
  CourseSpec course;
  if (root && is_mapping(*root, "course.yaml", problems) && has_known_version(*root, problems))
    course = CourseReader(*root, problems).read();
  problems.throw_if_any();
  return course;
}

}  // namespace grader::spec
