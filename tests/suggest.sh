#!/bin/sh
# How often proposals are right, and how much of what was named they find: suggest.sh PROGRAM ROOT
# Fails below what was reached, in percent. A proposal is right if the document names that clause, one in it or around it.
set -eu
program=$1 root=$2
failures=0

measure() { # LIST RIGHT FOUND
  "$program" suggest -q -r "$root/$1" -p "$root/mappings/examples/provider/imsmap.xml" --all --width 0 >"$work/out"
  set -- $1 $2 $3 $(sed -n 's/^\([0-9]*\) of \([0-9]*\) proposals .*; of \([0-9]*\) clauses .* name in these standards \([0-9]*\) are .*/\1 \2 \3 \4/p' "$work/out")
  [ $# -eq 7 ] || { echo "$1: no figures"; exit 1; }
  right=$((100 * $4 / $5)) found=$((100 * $7 / $6))
  echo "$1: $4 of $5 proposals are right ($right %), $7 of $6 clauses are found ($found %)"
  [ $right -ge $2 ] && [ $found -ge $3 ] || {
    echo "less than $2 % and $3 %"
    failures=$((failures + 1))
  }
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
measure mappings/examples/provider/register.xlsx 94 73
measure tests/data/suggest/titles.xml 93 96
[ $failures -eq 0 ]
