#!/usr/bin/env bash
# Builds the fuzz targets and runs each from its corpus for some seconds, as many at a time as there are processors:
#
#     tests/fuzz/run.sh [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-60}
[[ -f build-asan/build.ninja ]] || cmake --preset asan >/dev/null
cmake --build build-asan --target fuzzers -- --quiet

fuzz() {
  local target=$1 seconds=$2 name log
  name=$(basename "$target" _fuzz)
  log=build-asan/$name.log
  # New inputs go to a folder of their own, so that a run leaves the committed corpus as it is.
  mkdir -p "build-asan/corpus/$name"
  local seeds=("tests/fuzz/corpus/$name")
  # Whole specifications are there already, right ones and wrong ones.
  if [[ $name == spec ]]; then seeds+=(exercises tests/fixtures/bad_specs); fi
  "$target" -max_total_time="$seconds" -max_len=65536 -timeout=60 -rss_limit_mb=2048 -verbosity=0 \
    -print_final_stats=1 -artifact_prefix=build-asan/ "build-asan/corpus/$name" "${seeds[@]}" >"$log" 2>&1 || {
    cat "$log"
    echo "$name: the input that failed is kept in build-asan/" >&2
    return 1
  }
  printf '%s: %s inputs in %s s\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$seconds"
}
export -f fuzz
# shellcheck disable=SC2016  # the $ are those of the shell that is started
printf '%s\0' build-asan/bin/*_fuzz | xargs -0 -P "$(nproc)" -I '{}' bash -c 'fuzz "$1" "$2"' fuzz '{}' "$seconds"
