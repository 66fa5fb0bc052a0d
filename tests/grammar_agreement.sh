#!/bin/sh
# The loader and the RELAX NG grammar refuse the same files: grammar_agreement.sh PROGRAM ROOT
# Files of tests/data and mappings/, and a thousand that are made of a good one by a small change each.
set -eu
[ $# -eq 2 ] || { echo 'usage: grammar_agreement.sh PROGRAM ROOT' >&2; exit 2; }
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
root=$(cd "$2" && pwd -P)
grammar=$root/mappings/schema/imsmap.rng
if ! command -v xmllint >/dev/null; then
  echo 'skipped: xmllint is not installed'
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

# what the grammar can see: errors of two classes, without the limits that are ours alone
awk -F '"' '/^IMS_DIAG\(/ && /IMS_ERROR/ && /IMS_CLASS_(FORM|GRAMMAR)/ && $2 !~ /^(doctype|file-too-large)$/ { print $2 }' \
  "$root/engine/include/ims/diag.def" >codes
[ "$(wc -l <codes)" -ge 10 ] || { echo 'diag.def is not what it was: no codes found'; exit 1; }

# ---- the changes, a file for each: NAME.N.KIND.xml holds the child of <imsmap> that is changed, and no other
# what is changed has a tag a line, with all its attributes
mutate() { # FILE NAME
  awk -v name="$2" '
    function emit(at, kind,    i, out) {
      out = sprintf("%s.%04d.%s.xml", name, ++count, kind)
      for (i = 1; i <= total; i++)
        if (line[i] != "" && (!unit[i] || unit[i] == unit[at] || unit[i] == unit[at + 1]))
          print line[i] >out
      close(out)
    }
    function with(i, text, kind,    kept) {
      kept = line[i]
      line[i] = text
      emit(i, kind)
      line[i] = kept
    }
    function swap(i, k,    kept) {
      kept = line[i]
      line[i] = line[k]
      line[k] = kept
    }
    function attributes(i,    at, before, rest, a, key, v) {
      at = 1
      while (match(substr(line[i], at), / [a-z-]+="[^"]*"/)) {
        before = substr(line[i], 1, at + RSTART - 2)
        a = substr(line[i], at + RSTART - 1, RLENGTH)
        rest = substr(line[i], at + RSTART + RLENGTH - 1)
        at += RSTART + RLENGTH - 1
        key = a
        sub(/=.*/, "", key)
        with(i, before rest, "attribute-dropped")
        with(i, before " x" substr(key, 2) substr(a, length(key) + 1) rest, "attribute-renamed")
        with(i, before a " o:" substr(key, 2) "=\"1\" xmlns:o=\"http://example.org/o\"" rest, "attribute-foreign")
        for (v = 1; v <= values; v++)
          with(i, before key "=\"" value[v] "\"" rest, "value-" v)
      }
    }
    function elements(i,    tag, text) {
      text = line[i]
      match(text, /<[\/]?[a-z-]+/)
      tag = substr(text, RSTART, RLENGTH)
      sub(/<\/?/, "", tag)
      with(i, "", "dropped")
      if (text ~ "^ *<" tag "[^>]*/>$" || text ~ "</" tag ">$") {
        with(i, text "\n" text, "doubled")
        gsub("<" tag, "<x" tag, text)
        gsub("</" tag, "</x" tag, text)
        with(i, text, "renamed")
        with(i, line[i] "\n<x/>", "followed")
        with(i, line[i] "\nwords", "text-behind")
      }
      text = line[i]
      if (text ~ /\/>$/) {
        sub(/\/>$/, ">words</" tag ">", text)
        with(i, text, "filled")
      } else if (sub(/>/, "><x/>", text) && text !~ /<\//) {
        with(i, text, "child")
      }
      if (i < total) {
        swap(i, i + 1)
        emit(i, "swapped")
        swap(i, i + 1)
      }
    }
    /^  <[a-z]/ { units++ }
    {
      line[++total] = $0
      unit[total] = $0 ~ /^ / ? units : 0
    }
    END {
      value[++values] = ""
      value[++values] = " "
      value[++values] = "x/y#z"
      value[++values] = "a b"
      value[++values] = "0.5"
      value[++values] = "11"
      value[++values] = "2020-02-30"
      value[++values] = "equal"
      value[++values] = " yes&#9;"
      for (i = 1; i <= total; i++)
        if (line[i] ~ /^ *<[a-z\/]/) {
          elements(i)
          attributes(i)
        }
    }' "$1"
}
mutate "$root/tests/data/good/full.xml" full

# ---- both verdicts on every file, as lines "FILE accepts|refuses"
{
  # a DOCTYPE is our refusal, not the grammar's
  find "$root/tests/data/good" "$root/tests/data/bad" "$root/mappings" -name '*.xml' ! -name 'doctype*' \
    ! -name imsmap.xml
  find . -name '*.xml'
} | LC_ALL=C sort >files

# xmllint lets a prefix pass that nobody declared: it is no error of the grammar
xargs xmllint --nonet --noout --relaxng "$grammar" <files >lint 2>&1 || :
awk '
  FILENAME == "lint" && / validates$/ { sub(/ validates$/, ""); accepted[$0] = 1 }
  FILENAME == "lint" && /: namespace error : / { sub(/:.*/, ""); refused[$0] = 1 }
  FILENAME == "files" { print $0, (accepted[$0] && !refused[$0] ? "accepts" : "refuses") }' lint files >by-grammar

grep "^$root" files | xargs -n 1 "$program" check -q --no-builtin >/dev/null 2>said || :
# those with a small fault come many at a time, far from the limit of 100 errors
grep -v "^$root" files | xargs -n 20 "$program" check -q --no-builtin >>said 2>&1 || :
if grep -e 'ERROR: .*Sanitizer' -e 'runtime error:' said; then
  exit 1
fi
awk '
  FILENAME == "codes" { refusal[$0] = 1 }
  FILENAME == "said" && match($0, /\[[a-z-]+\]$/) {
    if (substr($0, RSTART + 1, RLENGTH - 2) in refusal) {
      sub(/:.*/, "")
      refused[$0] = 1
    }
  }
  FILENAME == "files" { print $0, (refused[$0] ? "refuses" : "accepts") }' codes said files >by-loader

if ! diff by-grammar by-loader >difference; then
  echo 'the grammar (<) and the loader (>) disagree:'
  sed -n 's/^[<>] /&/p' difference
  exit 1
fi

# ---- another reader of the grammar, where there is one
if command -v jing >/dev/null; then
  # it stops for good at a file that is not well-formed
  grep "^$root" by-loader | grep -v -e /not-well-formed -e /file-empty >parsed
  sed 's/ [a-z]*$//' parsed | xargs jing "$grammar" >jing 2>&1 || :
  while read -r file verdict; do
    second=accepts
    ! grep -Fq "$file:" jing || second=refuses
    [ "$verdict" = $second ] || echo "jing $second, the loader $verdict: $file"
  done <parsed >difference
  if [ -s difference ]; then
    cat difference
    exit 1
  fi
fi

# ---- the good files use all that the grammar knows
for name in $(sed -n 's/.*<element name="\([^"]*\)".*/\1/p' "$grammar"); do
  grep -q "<$name[ />]" "$root"/tests/data/good/*.xml || echo "no good file has the element '$name'"
done >missing
for name in $(grep -o '<attribute name="[^"]*"' "$grammar" | cut -d '"' -f 2 | sort -u); do
  grep -q " $name=" "$root"/tests/data/good/*.xml || echo "no good file has the attribute '$name'"
done >>missing
for value in $(grep -o '<value>[^<]*' "$grammar" | sed 's/<value>//' | sort -u); do
  grep -q "=\"$value\"" "$root"/tests/data/good/*.xml || echo "no good file has the value '$value'"
done >>missing
if [ -s missing ]; then
  cat missing
  exit 1
fi
echo "$(wc -l <files) files, $(grep -c refuses by-loader) of them refused by both"
