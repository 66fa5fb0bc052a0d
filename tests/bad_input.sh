#!/bin/sh
# Good files pass, bad ones get exactly the messages beside them: bad_input.sh [--update] PROGRAM DATA
# Read the difference before you commit what --update kept.
# bad/NAME.err holds what `imsmap check --no-builtin NAME.xml` writes to stderr; NAME begins with a code that is in it.
set -eu
update=
if [ "${1-}" = --update ]; then
  update=yes
  shift
fi
[ $# -eq 2 ] || { echo 'usage: bad_input.sh [--update] PROGRAM DATA' >&2; exit 2; }
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
data=$(cd "$2" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failures=0

failed() {
  echo "$*"
  failures=$((failures + 1))
}

check() { # FILE: $status, and both outputs in the work folder
  status=0
  "$program" check --no-builtin "$1" >"$work/out" 2>"$work/err" || status=$?
}

cd "$data/bad"
for file in *.xml; do
  name=${file%.xml}
  code=$(printf '%s\n' "$name" | sed 's/-[0-9]*$//')
  check "$file"
  if [ -n "$update" ]; then
    cp "$work/err" "$name.err"
  elif ! [ -f "$name.err" ]; then
    failed "bad/$file: there is no $name.err beside it"
  elif ! diff -u "$name.err" "$work/err" >"$work/diff"; then
    sed "1s|.*|--- expected: bad/$name.err|;2s|.*|+++ what it says|" "$work/diff"
    failures=$((failures + 1))
  fi
  grep -q "\[$code\]\$" "$name.err" || failed "bad/$name.err: nothing in it is a [$code]"
  wanted=0 # for warnings
  ! grep -q ': error: ' "$name.err" || wanted=3
  [ $status -eq $wanted ] || failed "bad/$file: exit status $status, should be $wanted"
done

cd "$data/good"
for file in *.xml; do
  check "$file"
  cat "$work/err"
  [ $status -eq 0 ] && ! [ -s "$work/err" ] && [ "$(cat "$work/out")" = '0 errors, 0 warnings' ] ||
    failed "good/$file: exit status $status, should pass without a message"
done
[ $failures -eq 0 ]
