#!/bin/sh
# The reader of registers and the RELAX NG grammar refuse the same files: register_grammar.sh PROGRAM ROOT
# tests/data/good/registers/full.xml, and what is made of each of its elements by a small change.
set -eu
[ $# -eq 2 ] || { echo 'usage: register_grammar.sh PROGRAM ROOT' >&2; exit 2; }
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
root=$(cd "$2" && pwd -P)
grammar=$root/mappings/schema/register.rng
full=$root/tests/data/good/registers/full.xml
if ! command -v xmllint >/dev/null; then
  echo 'skipped: xmllint is not installed'
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

# a file for each change, which holds the changed element and no other
awk '
  function emit(text, kind,    out) {
    out = sprintf("%04d.%s.xml", ++count, kind)
    print "<register version=\"1\">\n" text "\n</register>" >out
    close(out)
  }
  BEGIN {
    split("|~|a/b|0|05|1000000|1000001|-1|2026-02-29|2028-02-29|1582-12-31|2026-1-1|2026-11-28Z|yes|full|document|&#9;yes ", value, "|")
  }
  / [a-z_]+="[^"]*"/ && !/version=/ {
    emit($0, "whole")
    tag = $1
    sub(/^</, "", tag)
    text = $0
    sub("<" tag, "<x" tag, text)
    emit(text, "renamed")
    text = $0
    sub(/\/>$/, "> </" tag ">", text)
    emit(text, "blank")
    sub(/> </, "><x/><", text)
    emit(text, "child")
    emit($0 "words", "text")
    at = 1
    while (match(substr($0, at), / [a-z_]+="[^"]*"/)) {
      before = substr($0, 1, at + RSTART - 2)
      a = substr($0, at + RSTART - 1, RLENGTH)
      rest = substr($0, at + RSTART + RLENGTH - 1)
      at += RSTART + RLENGTH - 1
      key = a
      sub(/=.*/, "", key)
      emit(before rest, "dropped")
      emit(before " x" substr(key, 2) substr(a, length(key) + 1) rest, "attribute-renamed")
      emit(before a " o:" substr(key, 2) "=\"1\" xmlns:o=\"http://example.org/o\"" rest, "foreign")
      for (v in value)
        emit(before key "=\"" (value[v] == "~" ? " " : value[v]) "\"" rest, "value-" v)
    }
  }' "$full"
echo '<register/>' >root-1.xml
echo '<register version="2"/>' >root-2.xml
echo '<imsmap version="1"/>' >root-3.xml
echo '<register version="1" xmlns="urn:x"/>' >root-4.xml
echo '<register version=" 1 "/>' >root-5.xml
cp "$full" .
ls ./*.xml >files
[ "$(wc -l <files)" -gt 500 ] || { echo 'too few changes were made'; exit 1; }

xargs xmllint --nonet --noout --relaxng "$grammar" <files >lint 2>&1 || :
awk '
  FILENAME == "lint" && / validates$/ { sub(/ validates$/, ""); accepted[$0] = 1 }
  FILENAME == "files" { print $0, (accepted[$0] ? "accepts" : "refuses") }' lint files >by-grammar

# several files at a time, far from the limit of 100 errors
xargs -n 20 echo <files | while read -r line; do
  set --
  for file in $line; do
    set -- "$@" -r "$file"
  done
  "$program" register -q --no-builtin "$@" >/dev/null 2>>said || :
done
if grep -e 'ERROR: .*Sanitizer' -e 'runtime error:' said; then
  exit 1
fi
awk '
  FILENAME == "said" && /: error: / { sub(/:.*/, ""); refused[$0] = 1 }
  FILENAME == "files" { print $0, (refused[$0] ? "refuses" : "accepts") }' said files >by-reader
if ! diff by-grammar by-reader >difference; then
  echo 'the grammar (<) and the reader (>) disagree:'
  sed -n 's/^[<>] /&/p' difference
  exit 1
fi

# ---- the good file uses all that the grammar knows, and the manual tells it
for name in $(grep -Eo '<(element|attribute) name="[^"]*"' "$grammar" | cut -d '"' -f 2 | sort -u); do
  grep -Eq "<$name[ />]| $name=" "$full" || echo "full.xml does not have '$name'"
  grep -Eq "^\.(It Ic|It Va|Va) $name\\*?( |\$)|<$name" "$root/docs/imsmap-register.5" || echo "imsmap-register.5 does not explain '$name'"
done >missing
grep -o '<value>[^<]*' "$grammar" | sed 's/<value>//' | sort -u | while read -r value; do
  grep -q "=\"$value\"" "$full" || echo "full.xml does not have the value '$value'"
done >>missing
if [ -s missing ]; then
  cat missing
  exit 1
fi
echo "$(wc -l <files) files, $(grep -c refuses by-reader) of them refused by both"
