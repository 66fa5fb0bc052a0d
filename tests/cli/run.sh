#!/bin/sh
# Replays the transcripts in .case files and compares: run.sh [--update] PROGRAM FILE...   The format is told in README.md.
set -eu

update=
if [ "${1-}" = --update ]; then
  update=yes
  shift
fi
if [ $# -lt 2 ]; then
  echo "usage: run.sh [--update] PROGRAM FILE..." >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd -P)
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
shift
[ -x "$program" ] || { echo "run.sh: cannot run '$program'" >&2; exit 2; }
data=${DATA:-$here/../data}
mappings=${MAPPINGS:-$here/../../mappings}
[ ! -d "$data" ] || data=$(cd "$data" && pwd -P)
[ ! -d "$mappings" ] || mappings=$(cd "$mappings" && pwd -P)

work=$(mktemp -d)
work=$(cd "$work" && pwd -P)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/bin"
ln -s "$program" "$work/bin/imsmap"

quoted() { # for the left side of sed's s|||
  printf '%s\n' "$1" | sed 's/[][\.*^$|]/\\&/g'
}
places="s|$(quoted "$data")|\$DATA|g;s|$(quoted "$mappings")|\$MAPPINGS|g;s|$(quoted "$work/home")|\$PWD|g"

# as it stands in a .case file; the last line may lack its newline, which awk cannot see
written() { # FILE PREFIX
  [ -s "$1" ] || return 0
  sed "$places" "$1" | awk -v prefix="$2" '
    prefix != "" { print ($0 == "" ? "!" : prefix $0); next }
    /^(#|\\|[$>!?] |[$>!?]$)/ { $0 = "\\" $0 }
    { while (empty > 0) { print ""; empty-- } }
    $0 == "" { empty = 1; next }
    { print }
    END { if (empty) print "\\" }'
  [ "$(tail -c 1 "$1" | od -An -c | tr -d ' ')" = '\n' ] || printf '%s\n' '\c'
}

run_command() {
  code=0
  (cd "$work/home" && exec env -i PATH="$work/bin:$PATH" HOME="$work/home" LC_ALL=C.UTF-8 TERM=dumb \
    DATA="$data" MAPPINGS="$mappings" ASAN_OPTIONS="${ASAN_OPTIONS-}" UBSAN_OPTIONS="${UBSAN_OPTIONS-}" \
    sh -c "$command" </dev/null >"$work/out" 2>"$work/err") || code=$?
  written "$work/out" ''
  written "$work/err" '! '
  [ $code -eq 0 ] || echo "? $code"
  command=
}

# prints the transcript of $1 as it runs today; returns 2 if it has no command
replay() {
  command= commands=0 blank=0 line=
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
    '> '*)
      if [ -n "$command" ]; then
        command="$command
${line#> }"
        printf '%s\n' "$line"
      fi
      continue
      ;;
    esac
    [ -z "$command" ] || run_command
    case $line in
    '') blank=$((blank + 1)) ;;
    '$ '* | '#'*)
      while [ $blank -gt 0 ]; do
        echo
        blank=$((blank - 1))
      done
      printf '%s\n' "$line"
      case $line in
      '$ '*)
        command=${line#\$ }
        commands=$((commands + 1))
        ;;
      esac
      ;;
    *) blank=0 ;; # what was expected; the output of today is there already
    esac
  done <"$1"
  [ -z "$command" ] || run_command
  [ $commands -gt 0 ] || return 2
}

failures=0
for case in "$@"; do
  [ -r "$case" ] || { echo "run.sh: cannot read '$case'" >&2; exit 2; }
  rm -rf "$work/home"
  mkdir "$work/home"
  status=0
  replay "$case" >"$work/transcript" || status=$?
  if [ $status -ne 0 ]; then
    echo "$case: no command in it, a line '\$ imsmap ...' is needed"
    failures=$((failures + 1))
  elif diff -u "$case" "$work/transcript" >"$work/diff"; then
    :
  elif [ -n "$update" ]; then
    cat "$work/transcript" >"$case"
    echo "$case: updated"
  else
    sed "1s|.*|--- expected: $case|;2s|.*|+++ what it does|" "$work/diff"
    failures=$((failures + 1))
  fi
done
[ $failures -eq 0 ]
