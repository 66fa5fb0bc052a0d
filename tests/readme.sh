#!/bin/sh
# What the documents show is what the program prints: readme.sh PROGRAM FILE...
#
# In Markdown a fenced block ```console holds commands and their output, as on a terminal:
#
#   $ imsmap standards        a command for the shell; lines right after it that begin with "> " belong to it
#   Edition ...               what it writes to stdout and stderr, to the letter
#   ...                       any lines, none included
#
# A command whose output is not shown has to succeed. A block ```xml NAME is saved as NAME, for the commands after it.
# In a manual page the same is between .Bd -literal and .Ed, and NAME in a comment above: .\" save as NAME
# The commands of a document share a folder with nothing in it but `mappings`, those of the source. Other blocks are left alone.
set -eu

if [ $# -lt 2 ]; then
  echo "usage: readme.sh PROGRAM FILE..." >&2
  exit 2
fi
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
mappings=$(cd "$(dirname "$0")/../mappings" && pwd -P)
shift
[ -x "$program" ] || { echo "readme.sh: cannot run '$program'" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/bin"
ln -s "$program" "$work/bin/imsmap"

# Reads a document, runs its commands in WORK/home and compares; how many it ran goes to WORK/count.
replay='
function complain(what) {
  printf "%s:%d: %s\n", FILENAME, at, what
  failures++
}

# lines of the output, in actual[1..]; returns the exit status
function execute(    file, status) {
  file = work "/command"
  print command >file
  close(file)
  status = system("cd " work "/home && env -i PATH=" work "/bin:\"$PATH\" HOME=" work "/home LC_ALL=C.UTF-8 TERM=dumb" \
                  " ASAN_OPTIONS=\"${ASAN_OPTIONS-}\" UBSAN_OPTIONS=\"${UBSAN_OPTIONS-}\"" \
                  " sh " file " >" work "/output 2>&1 </dev/null")
  lines = 0
  while ((getline actual[lines + 1] <(work "/output")) > 0)
    lines++
  close(work "/output")
  return status
}

# "..." stands for any lines up to the next one that is shown
function is_shown(    i, k, gap) {
  k = 1
  for (i = 1; i <= shown; i++) {
    if (expected[i] == "...") {
      gap = 1
      continue
    }
    while (gap && k <= lines && actual[k] != expected[i])
      k++
    if (k > lines || actual[k] != expected[i])
      return 0
    k++
    gap = 0
  }
  return gap || k > lines
}

function finish(    i, status) {
  if (command == "")
    return
  while (shown && expected[shown] == "")
    shown--
  commands++
  status = execute()
  while (lines && actual[lines] == "")
    lines--
  if (!shown && status)
    complain("fails: " command)
  else if (shown && !is_shown())
    complain("prints something else: " command)
  else
    status = -1
  for (i = 1; status != -1 && i <= lines; i++)
    print "  " actual[i]
  command = ""
}

# a manual page escapes what roff would act on
function plain(line) {
  if (manual) {
    gsub(/\\&/, "", line)
    gsub(/\\e/, "\\", line)
    gsub(/\\-/, "-", line)
  }
  return line
}

function take(line) {
  if (line ~ /^\$ /) {
    finish()
    at = FNR
    command = substr(line, 3)
    shown = 0
    fresh = 1
  } else if (command != "" && fresh && line ~ /^> /) {
    command = command "\n" substr(line, 3)
  } else if (command != "") {
    fresh = 0
    expected[++shown] = line
  }
}

FNR == 1 { manual = FILENAME ~ /\.[1-9]$/ }

manual && /^\.\\" save as / { name = $4 }
inside == "" && (manual ? /^\.Bd -literal/ : /^```/) {
  if (!manual)
    name = $1 == "```xml" ? $2 : ""
  inside = name != "" ? "file" : manual || $1 == "```console" ? "console" : "other"
  if (name != "")
    printf "" >(work "/home/" name)
  next
}
inside != "" && (manual ? /^\.Ed/ : /^```/) {
  if (inside == "file")
    close(work "/home/" name)
  finish()
  inside = name = ""
  next
}
inside == "file" { print plain($0) >(work "/home/" name) }
inside == "console" { take(plain($0)) }

END {
  if (inside != "")
    complain("a block has no end")
  print commands + 0 >(work "/count")
  exit failures > 0
}'

failures=0
for file in "$@"; do
  rm -rf "$work/home"
  mkdir "$work/home"
  ln -s "$mappings" "$work/home/mappings"
  awk -v work="$work" "$replay" "$file" || failures=1
  if [ "$(cat "$work/count")" -eq 0 ]; then
    echo "$file: no command in it"
    failures=1
  fi
done
[ $failures -eq 0 ]
