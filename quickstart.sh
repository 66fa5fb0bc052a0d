#!/bin/sh
# sh quickstart.sh        installs what is missing, builds, correlates three standards
# sh quickstart.sh test   the same with what the tests need, and runs all tests
set -eu
cd "$(dirname "$0")"

# Debian and Ubuntu packages: to build and run, to run the tests, and to look at reports in programs that show them
packages_run='cmake ninja-build gcc libc6-dev pkg-config libxml2-dev libutf8proc-dev libjansson-dev libsqlite3-dev
  libpcre2-dev libzip-dev libgraphviz-dev libxlsxwriter-dev zlib1g-dev' # the last is missing among what the one before it needs
packages_test='libcriterion-dev g++ clang-format libxml2-utils diffutils python3-jsonschema'
packages_browser='chromium nodejs npm libreoffice-calc libreoffice-writer poppler-utils'

say() {
  printf '%s\n' "$*" >&2
}

# the log matters only when something goes wrong
quietly() {
  log=$(mktemp)
  "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    rm -f "$log"
    say "failed: $*"
    exit 1
  }
  rm -f "$log"
}

is_installed() {
  case $(dpkg-query -W -f '${Status} ' "$1" 2>/dev/null || :) in
  *'ok installed '*) return 0 ;;
  esac
  # what came with another package: pkgconf took a name over, Node.js brings its own npm
  case $1 in
  pkg-config | npm) command -v "$1" >/dev/null ;;
  nodejs) command -v node >/dev/null ;;
  *) return 1 ;;
  esac
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

are_known() { # the lists may be empty, as in an image of a container
  for package in "$@"; do
    apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [^(]' || return 1
  done
}

apt_install() {
  are_known "$@" || apt update
  # lists that are old name files that are gone
  apt install -y --no-install-recommends "$@" || {
    apt update
    apt install -y --no-install-recommends "$@"
  }
}

# not Debian: the packages have other names, so look for what is in them
build_tools_work() {
  for tool in cmake ninja cc pkg-config; do
    command -v $tool >/dev/null || return 1
  done
  pkg-config --exists libxml-2.0 libutf8proc jansson sqlite3 libpcre2-8 xlsxwriter libzip libgvc libcgraph "$@"
}

install_missing() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    if [ "$mode" = test ]; then
      build_tools_work criterion && return
    else
      build_tools_work && return
    fi
    say "Please install what these Debian packages hold, then run this again:"
    say "  $*"
    exit 1
  fi
  missing=
  for package in "$@"; do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    say "Please run this as root, then run quickstart.sh again:"
    say "  apt-get update && apt-get install --no-install-recommends$missing"
    exit 1
  fi
  say "Installing:$missing"
  quietly apt_install $missing
}

mode=${1-run}
case $mode in
run)
  install_missing $packages_run
  say 'Building'
  quietly cmake --preset release -DBUILD_TESTING=OFF
  quietly cmake --build --preset release
  exec build/release/cli/imsmap correlate 20000-1 9001 27001
  ;;
test)
  install_missing $packages_run $packages_test $packages_browser
  say 'Building'
  quietly cmake --preset dev
  quietly cmake --build --preset dev
  exec ctest --preset dev
  ;;
*)
  say 'usage: sh quickstart.sh [test]'
  exit 2
  ;;
esac
