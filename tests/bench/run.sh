#!/usr/bin/env bash
# How long grading takes, as ratios to compiling the same files by hand, measured side by side in one run:
#
#     tests/bench/run.sh [GRADER] [ROUNDS]
#
# The submission is the complete right set (tests/submissions/right), without the exercises that train a model. In
# every round each of these is timed once, and one file of it edited five times:
#
#   by hand   every file with `g++ -O2 -c`, two at a time: what a hand-made Makefile does before it even links
#   first     grader run with an empty cache: the header is precompiled, the references are built
#   cold      grader run of a submission never seen before, after any other run of the course
#   one       one file of it changed, graded alone with -e
#   by hand 1 the same file with `g++ -O2 -c`
#   header 1  the same file with the grader's own compiler, options and precompiled header, and nothing else
#   warm      nothing changed
#   whole     a submission never seen before with the training exercises
#   worked    a submission never seen before, graded by the written cases of each exercise alone: what random inputs
#             and properties cost is cold ÷ worked
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
grader=$(realpath "${1:-$root/build/bin/grader}")
rounds=${2:-3}
eigen=$(pkg-config --cflags-only-I eigen3 | sed 's/^-I//; s/ .*//')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/tests/submissions/right" "$work/right"
cp -r "$root/student" "$work/headers"
cd "$work/right"
training=(transformer/train_tiny_transformer transformer/norm_comparison)
mapfile -t files < <(find . -name '*.cpp' | grep -v -F "${training[@]/#/-e}" | sort)
selected=()
while read -r id; do
  [[ " ${training[*]} " == *" $id "* ]] || selected+=(-e "$id")
done < <("$grader" --course "$root" list --ids)

# Seconds that a command takes; its output is dropped, a failure ends the benchmark.
seconds() {
  local start end
  start=$(date +%s%N)
  "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  end=$(date +%s%N)
  awk -v ns=$((end - start)) 'BEGIN { printf "%.3f", ns / 1e9 }'
}
median() { sort -g | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
by_hand() {
  printf '%s\0' "$@" | xargs -0 -n 1 -P 2 g++ -std=c++20 -O2 -isystem "$eigen" -I "$work/headers" -c -o /dev/null
}
# The header is that of the last run; a compiler that cannot use it fails, so that no other time is taken for this one.
with_header() {
  local folder
  folder=$(dirname "$(find "$XDG_CACHE_HOME" -name state -printf '%T@ %p\n' | sort -g | tail -n 1 | cut -d ' ' -f 2-)")
  local use=(-fno-gnu-unique -Winvalid-pch -Werror=invalid-pch -include "$folder/pch.hpp")
  [[ $1 == clang++ ]] && use=(-include-pch "$folder/pch.pch")
  "$1" -std=c++20 -ffp-contract=off -D_GLIBCXX_ASSERTIONS -O1 "${use[@]}" -isystem "$eigen" -I "$folder" \
    -I "$work/headers" -c "$2" -o /dev/null
}
graded() { "$grader" --course "$root" run "$work/right" --jobs 2 --cxx "$1" "${@:2}"; }
graded_by_worked() { "$grader" --course "$work/course" run "$work/right" --jobs 2 --cxx "$1" "${selected[@]}"; }
# Another text with the same meaning, so that no object of it is in any cache.
renew() { for file in "$@"; do printf '// %s\n' "$RANDOM$RANDOM$RANDOM" >>"$file"; done; }

# The course with written cases alone: no generated ones, no properties, no pitfalls.
cp -r "$root/exercises" "$root/reference" "$work/"
mkdir "$work/course"
mv "$work/exercises" "$work/reference" "$work/course"
rm -rf "$work"/course/reference/*/*.pitfalls
for spec in "$work"/course/exercises/*/*.yaml; do
  awk '
    function flush() { if (item != "" && item !~ /generate:/) printf "%s", item; item = "" }
    /^[a-z]/ { flush(); inside = /^cases:/; dropped = /^(properties|pitfalls|audit|show):/ }
    dropped { next }
    inside && /^  - / { flush() }
    inside && !/^cases:/ { item = item $0 "\n"; next }
    { print }
    END { flush() }
  ' "$spec" >"$work/spec" && mv "$work/spec" "$spec"
done

one=./layer_norm/layer_norm.cpp
for ((round = 1; round <= rounds; ++round)); do
  for cxx in g++ clang++; do
    command -v "$cxx" >/dev/null || continue
    export XDG_CACHE_HOME=$work/cache-$cxx
    rm -rf "$XDG_CACHE_HOME"
    first=$(seconds graded "$cxx" "${selected[@]}")
    hand=$(seconds by_hand "${files[@]}")
    renew "${files[@]}"
    cold=$(seconds graded "$cxx" "${selected[@]}")
    renew "$one"
    hand_one=$(seconds by_hand "$one")
    # Both are short: in turns, so that a moment of the machine's is none of one alone.
    for ((time = 1; time <= 5; ++time)); do
      renew "$one"
      echo "$(seconds graded "$cxx" -e layer_norm/layer_norm) $(seconds with_header "$cxx" "$one")"
    done >"$work/edits"
    edited=$(awk '{ print $1 }' "$work/edits" | median)
    header_one=$(awk '{ print $2 }' "$work/edits" | median)
    graded "$cxx" "${selected[@]}" >/dev/null  # what uses the edited file is graded again
    warm=$(seconds graded "$cxx" "${selected[@]}")
    graded "$cxx" >/dev/null  # the references of the training exercises are built
    renew "${files[@]}"
    for id in "${training[@]}"; do renew "$id.cpp"; done
    whole=$(seconds graded "$cxx")
    graded_by_worked "$cxx" >/dev/null
    renew "${files[@]}"
    worked=$(seconds graded_by_worked "$cxx")
    echo "$cxx $hand $first $cold $hand_one $edited $warm $worked $whole $header_one" >>"$work/times"
  done
done

printf '%d exercises, %d rounds, medians\n\n' "${#files[@]}" "$rounds"
printf '| compiler | by hand s | first s | cold s | warm s | whole s | first / by hand | cold / by hand | warm / by hand | one / by hand 1 | one / header 1 | cold / worked |\n'
printf '|---|---|---|---|---|---|---|---|---|---|---|---|\n'
for cxx in g++ clang++; do
  # shellcheck disable=SC2016  # the $ are awk's
  awk -v cxx="$cxx" '$1 == cxx' "$work/times" | {
    mapfile -t rows
    ((${#rows[@]} > 0)) || exit 0
    column() { printf '%s\n' "${rows[@]}" | awk "{ print $1 }" | median; }
    printf '| %s | %.1f | %.1f | %.2f | %.2f | %.1f | %.2f | %.3f | %.3f | %.2f | %.2f | %.2f |\n' "$cxx" \
      "$(column '$2')" "$(column '$3')" "$(column '$4')" "$(column '$7')" "$(column '$9')" \
      "$(column '$3 / $2')" "$(column '$4 / $2')" "$(column '$7 / $2')" "$(column '$6 / $5')" "$(column '$6 / $10')" \
      "$(column '$4 / $8')"
  }
done
