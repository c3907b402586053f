#include "model/report.hpp"

namespace grader::model {

std::string to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::accepted:
      return "accepted";
    case Verdict::wrong_answer:
      return "wrong_answer";
    case Verdict::wrong_shape:
      return "wrong_shape";
    case Verdict::not_finite:
      return "not_finite";
    case Verdict::property_violated:
      return "property_violated";
    case Verdict::runtime_error:
      return "runtime_error";
    case Verdict::time_limit:
      return "time_limit";
    case Verdict::memory_limit:
      return "memory_limit";
    case Verdict::output_limit:
      return "output_limit";
    case Verdict::bad_reply:
      return "bad_reply";
    case Verdict::compile_error:
      return "compile_error";
    case Verdict::compile_limit:
      return "compile_limit";
    case Verdict::rejected:
      return "rejected";
    case Verdict::not_implemented:
      return "not_implemented";
    case Verdict::prerequisite_failed:
      return "prerequisite_failed";
    case Verdict::needs_review:
      return "needs_review";
    case Verdict::grader_error:
      return "grader_error";
  }
  return {};
}

std::string to_string(Status status) {
  switch (status) {
    case Status::pass:
      return "pass";
    case Status::fail:
      return "fail";
    case Status::todo:
      return "todo";
    case Status::review:
      return "review";
    case Status::error:
      return "error";
  }
  return {};
}

std::string to_string(CheckKind kind) {
  switch (kind) {
    case CheckKind::test_case:
      return "case";
    case CheckKind::property:
      return "property";
    case CheckKind::question:
      return "question";
    case CheckKind::compile:
      return "compile";
  }
  return {};
}

std::string to_string(ShowKind kind) {
  switch (kind) {
    case ShowKind::plot:
      return "plot";
    case ShowKind::text:
      return "text";
    case ShowKind::table:
      return "table";
  }
  return {};
}

Status status_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::accepted:
      return Status::pass;
    case Verdict::not_implemented:
      return Status::todo;
    case Verdict::needs_review:
      return Status::review;
    case Verdict::grader_error:
      return Status::error;
    default:
      return Status::fail;
  }
}

}  // namespace grader::model
