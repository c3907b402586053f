#!/usr/bin/env bash
# clang-tidy over the grader's own sources, a dozen at a time as a build with CMAKE_UNITY_BUILD compiles them:
#
#     tests/lint.sh BUILD_FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
find "$1/grader" -name 'unity_*.cxx' -print0 |
  xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p "$1" 2>&1 | { grep -vE '^[0-9]+ warnings?( and .*)? generated' || true; }
