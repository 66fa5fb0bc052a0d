#!/bin/sh
# A disk that is full: exit status 4, what was there is kept, no half file is left: full_disk.sh PROGRAM
# Needs to mount a tiny file system, as root or in a name space of its own; else it is skipped.
set -eu
[ $# -ge 1 ] || { echo 'usage: full_disk.sh PROGRAM' >&2; exit 2; }
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
if [ "${2-}" != --inside ]; then
  if unshare --mount true 2>/dev/null; then
    exec unshare --mount sh "$0" "$program" --inside
  elif unshare --user --map-root-user --mount true 2>/dev/null; then
    exec unshare --user --map-root-user --mount sh "$0" "$program" --inside
  fi
  echo 'skipped: no file system can be mounted here'
  exit 77
fi

work=$(mktemp -d)
trap 'cd /; umount "$work" 2>/dev/null || :; rmdir "$work"' EXIT
mount -t tmpfs -o size=16k tmpfs "$work" 2>/dev/null || {
  echo 'skipped: a small file system cannot be mounted'
  exit 77
}
cd "$work"
failures=0

expect() { # WHAT WANTED GOT
  [ "$2" = "$3" ] || {
    echo "$1: '$3', should be '$2'"
    failures=$((failures + 1))
  }
}

# the listing takes some 10 kB: two do not fit
echo old >kept.csv
"$program" show 27001 -o first.csv || failures=$((failures + 1))
status=0
"$program" show 27001 -o kept.csv 2>/dev/null || status=$?
expect 'exit status' 4 $status
expect 'an old file' old "$(cat kept.csv)"
status=0
said=$("$program" show 27001 -o new.csv 2>&1) || status=$?
expect 'exit status' 4 $status
expect 'message' 'imsmap: error: new.csv: cannot write: No space left on device [cannot-write]' "$said"
status=0
"$program" show 27001 -f csv >straight 2>/dev/null || status=$?
expect 'exit status' 4 $status
rm -f straight
expect 'what is left' 'first.csv kept.csv ' "$(ls -A | tr '\n' ' ')"
[ $failures -eq 0 ]
