#!/bin/sh
# The examples agree with themselves: examples.sh ROOT
# The workbook is what the sheets make, and the list of faults names rows where they are. 77: there is no Python.
set -eu
folder=$1/mappings/examples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# `soa.csv` row 92 (A.8.32): that word stands in that row
sed -n 's/^| T[0-9]* |//p' "$folder/provider/README.md" | grep -o '`[a-z-]*[.]csv` row [0-9]* ([^)]*)' |
  sed 's/^`\([^`]*\)` row \([0-9]*\) (\(.*\))$/\1 \2 \3/' >"$work/rows"
[ -s "$work/rows" ] || { echo 'no fault is listed'; exit 1; }
while read -r file row word; do
  sed -n "${row}p" "$folder/provider/$file" | grep -qF -e "$word" || {
    echo "README.md: row $row of $file has no '$word'"
    status=1
  }
done <"$work/rows"

command -v python3 >/dev/null || { [ $status -eq 0 ] && exit 77; exit 1; }
python3 "$folder/make_workbook.py" "$folder/provider" "$work/register.xlsx"
cmp "$work/register.xlsx" "$folder/provider/register.xlsx" || {
  echo 'register.xlsx is not what make_workbook.py makes of the sheets'
  status=1
}
exit $status
