#!/usr/bin/env bash
# Installs what is missing, builds the grader and grades student/. Arguments go to `grader run`.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

"$root/grader/install.sh"

build() {
  if [[ ! -f $root/build/build.ninja ]]; then
    cmake -S "$root" -B "$root/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=ON \
      -DGRADER_TESTS=OFF
  fi
  cmake --build "$root/build" --target grader
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [[ ! -x $root/build/bin/grader ]]; then
  echo "Building the grader; this takes some minutes, once." >&2
fi
if ! build >"$log" 2>&1; then
  cat "$log" >&2
  echo "The grader could not be built." >&2
  exit 3
fi
rm -f "$log"
trap - EXIT
exec "$root/build/bin/grader" --course "$root" run "$@"
