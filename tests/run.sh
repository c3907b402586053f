#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test:
#
#     ./tests/run.sh            everything, as CI does
#     ./tests/run.sh quick      without the lint, the sanitizers and the fuzzers
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
extent=${1:-all}

step() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }

step "packages"
grader/install.sh doctest-dev git clang clang-format clang-tidy libclang-rt-dev libxml2-utils shellcheck gdb zsh jq
jobs=$(nproc)

step "build, warnings are errors"
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
configure() { cmake -S . -B "$1" -G Ninja "${launcher[@]}" -DGRADER_WARNINGS_AS_ERRORS=ON -DGRADER_TESTS=ON "${@:2}" >/dev/null; }
configure build-tests -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=ON
cmake --build build-tests -j "$jobs" -- --quiet

step "tests"
# What takes too long as a whole is tested in parts, others with the next commit.
turn=$(git rev-list --count HEAD 2>/dev/null || echo 0)
export GRADER_COMPARE=$turn
ctest --test-dir build-tests --output-on-failure -j "$jobs"
[[ $extent == quick ]] && exit 0

step "audit of the course that ships"
# Every eighth exercise: all of them take longer than everything else together.
mapfile -t audited < <(build-tests/bin/grader list --ids | awk -v turn="$turn" '(NR + turn) % 8 == 0')
XDG_CACHE_HOME=$root/build-tests/test-cache/xdg build-tests/bin/grader audit --seeds 5 "${audited[@]}"

step "format and lint"
git ls-files -z '*.cpp' '*.hpp' | grep -zv -e '^tests/submissions/' -e '^student/' | xargs -0 clang-format --dry-run -Werror
git ls-files -z '*.sh' .ci/run | xargs -0 shellcheck
# clang-tidy wants flags that clang knows, so those of the next build.
cmake --preset asan "${launcher[@]}" -DGRADER_TESTS=ON -DGRADER_TEST_CACHE="$root/build-tests/test-cache" >/dev/null
tests/lint.sh build-asan

step "sanitizers"
cmake --build build-asan -j "$jobs" -- --quiet
# Whole courses and hundreds of attacks take the same ways through the grader as the other tests do.
ctest --test-dir build-asan --output-on-failure -j "$jobs" --label-exclude long

step "fuzzers"
tests/fuzz/run.sh 20

step "done"
