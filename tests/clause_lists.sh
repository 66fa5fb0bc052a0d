#!/bin/sh
# The clause lists that are compiled in against lists from elsewhere: clause_lists.sh PROGRAM FOLDER
# A list is a file EDITION.tsv (iso9001-2015.tsv) with a first line, then number and title. No folder: skipped.
set -eu
program=$1
folder=$2
if [ ! -d "$folder" ]; then
  echo "skipped: there are no clause lists in $folder"
  exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
lists=0
for list in "$folder"/*.tsv; do
  name=$(basename "$list" .tsv)
  case $name in
    annexsl-*) edition=$(echo "$name" | sed 's/^annexsl-\([a-z]*\)-/\1:/') ;;
    iso*) edition=$(echo "$name" | sed 's/^iso\(.*\)-\([0-9]*\)$/\1:\2/') ;;
    *) continue ;;
  esac
  "$program" show "$edition" -f tsv | sed 1d | cut -f 2,3 >"$work/ours"
  sed 1d "$list" | cut -f 1,2 | tr -d '\r' >"$work/theirs"
  lists=$((lists + 1))
  if ! diff "$work/theirs" "$work/ours" >"$work/diff"; then
    echo "$edition: < list, > imsmap"
    cat "$work/diff"
    bad=1
  fi
done
echo "$lists lists compared"
[ "$lists" -gt 0 ] && exit $bad
