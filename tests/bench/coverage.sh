#!/bin/sh
# Measures reports on a register against unpacking its parts and a bare parse of them, all in turn in one run.
#
# usage: coverage.sh RUNS BUILD_DIR FILE [REPORT...]
#
# FILE is what make_register.py makes; a REPORT may have options, and is coverage on a fixed day if none is named. Processor time (user and system) of
# whole processes, medians, the first run is a warm-up: other work on the machine shows in it less than in the clock.
# Needs /usr/bin/time (Debian: time) and unzip.
set -eu
runs=$1 build=$2 file=$3
shift 3
[ $# -gt 0 ] || set -- 'coverage --at 2026-11-28'
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
unzip -q -d "$parts" "$file" 'xl/*'
log=$parts/log

measure() { # NAME COMMAND...
  name=$1
  shift
  /usr/bin/time -a -o "$log" -f "$name %U %S %e %M" "$@" >/dev/null
}

i=0
while [ "$i" -le "$runs" ]; do
  measure unzip unzip -p "$file"
  measure sax2 "$build/tests/bench_sheet" sax2 "$parts/xl/sharedStrings.xml" "$parts"/xl/worksheets/sheet*.xml
  for report; do
    # shellcheck disable=SC2086 # the words of a report are several
    measure "${report%% *}" "$build/cli/imsmap" $report -q -r "$file"
  done
  [ "$i" -gt 0 ] || : >"$log"
  i=$((i + 1))
done
awk '
  function median(list, n,    i, j, t) {
    for (i = 2; i <= n; i++)
      for (j = i; j > 1 && list[j - 1] > list[j]; j--) { t = list[j]; list[j] = list[j - 1]; list[j - 1] = t }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
  }
  function keep(name, run, taken, clock, memory) {
    if (!(name in count)) order[++names] = name
    count[name] = run
    time[name, run] = taken
    wall[name, run] = clock
    if (memory > peak[name]) peak[name] = memory
  }
  $1 == "unzip" { run++; unzip = $2 + $3; clock = $4 }
  $1 == "sax2" { keep("unzip + SAX2", run, unzip + $2 + $3, clock + $4, $5) }
  $1 != "unzip" && $1 != "sax2" { keep($1, run, $2 + $3, $4, $5) }
  END {
    for (n = 1; n <= names; n++) {
      name = order[n]
      for (i = 1; i <= count[name]; i++) {
        a[i] = time[name, i]; b[i] = wall[name, i]; c[i] = a[i] / time["unzip + SAX2", i]
      }
      printf "%-14s %6.2f s of processor, %6.2f by the clock, peak %4d MiB, ratio %.2f\n", name, median(a, i - 1),
             median(b, i - 1), peak[name] / 1024, median(c, i - 1)
    }
  }' "$log"
