#!/usr/bin/env bash
# Builds the fuzz targets with clang and runs each from its corpus for some seconds:  tests/fuzz/run.sh [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-60}
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
cmake -S . -B build-fuzz -G Ninja "${launcher[@]}" -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DGRADER_FUZZ=ON -DGRADER_SANITIZE=ON >/dev/null
cmake --build build-fuzz --target fuzzers -- --quiet
for target in build-fuzz/bin/*_fuzz; do
  name=$(basename "$target" _fuzz)
  # New inputs go to a folder of their own, so that a run leaves the committed corpus as it is.
  mkdir -p "build-fuzz/corpus/$name" "tests/fuzz/corpus/$name"
  printf -- '-- %s\n' "$name"
  "$target" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="build-fuzz/" "build-fuzz/corpus/$name" "tests/fuzz/corpus/$name" 2>&1 |
    grep -v -e 'slowest_unit' -e 'peak_rss' -e '^INFO'
done
