#!/bin/sh
# Runs two commands in turn and prints the ratio of their times, pair by pair, and their peak memory.
#
# usage: compare.sh RUNS 'COMMAND A' 'COMMAND B'
#
# Whole processes, wall clock, the first pair is a warm-up. Needs /usr/bin/time (Debian: time). Machines are noisy:
# quote the median.
set -eu
runs=$1 a=$2 b=$3
log=$(mktemp)
trap 'rm -f "$log"' EXIT

measure() { # LETTER COMMAND
  # more than /usr/bin/time shows: hundredths of a second are too coarse here
  begin=$(date +%s%N)
  sh -c "exec /usr/bin/time -o '$log.memory' -f %M $2" >/dev/null
  end=$(date +%s%N)
  echo "$1 $((end - begin)) $(cat "$log.memory")" >>"$log"
  rm -f "$log.memory"
}

i=0
while [ "$i" -le "$runs" ]; do
  measure a "$a"
  measure b "$b"
  [ "$i" -gt 0 ] || : >"$log"
  i=$((i + 1))
done
awk '
  function median(list, n,    i, j, t) {
    for (i = 2; i <= n; i++)
      for (j = i; j > 1 && list[j - 1] > list[j]; j--) { t = list[j]; list[j] = list[j - 1]; list[j - 1] = t }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
  }
  { if ($3 > peak[$1]) peak[$1] = $3 }
  $1 == "a" { ta[++n] = last = $2 / 1e9 }
  $1 == "b" { tb[n] = $2 / 1e9; ratio[n] = last / tb[n] }
  END {
    printf "A %.3f s, peak %.1f MiB\nB %.3f s, peak %.1f MiB\n", median(ta, n), peak["a"] / 1024, median(tb, n), peak["b"] / 1024
    m = median(ratio, n)
    printf "A/B %.2f (%.2f to %.2f, %d pairs)\n", m, ratio[1], ratio[n], n
  }' "$log"
