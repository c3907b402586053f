#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages that are missing: those the grader is built from, and any named as arguments.
# Sourced or called by grader/run.sh and tests/run.sh. Exits with 3 where they cannot be installed.
set -euo pipefail

packages=(g++ cmake ninja-build pkg-config libcli11-dev libyaml-cpp-dev libeigen3-dev nlohmann-json3-dev libfmt-dev
          libpugixml-dev libcereal-dev libxxhash-dev librandom123-dev libseccomp-dev "$@")

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is neither Debian nor Ubuntu; nothing was installed. Needed: ${packages[*]}" >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
((${#missing[@]} == 0)) && exit 0

as_root=()
if ((EUID != 0)); then
  # With a terminal sudo may ask for a password; without one it must not wait for it.
  if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
    as_root=(sudo)
  else
    printf 'These packages are missing and you are neither root nor may you use sudo. Ask for:\n\n  apt-get install %s\n\n' \
      "${missing[*]}" >&2
    exit 3
  fi
fi

echo "Installing ${missing[*]}" >&2
install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Lists of packages that are old or absent are fetched once, and only where they are needed.
if ! install >"$log" 2>&1; then
  { "${as_root[@]}" apt-get update -q && install; } >"$log" 2>&1 || {
    cat "$log" >&2
    printf '\nThe packages could not be installed. Try:\n\n  apt-get update && apt-get install %s\n\n' "${missing[*]}" >&2
    exit 3
  }
fi
