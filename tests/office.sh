#!/bin/sh
# Workbooks and documents in an office program: office.sh PROGRAM ROOT. 77: there is none.
# Each opens, and what it shows on paper has the words of the report, on pages across.
set -eu
command -v soffice >/dev/null && command -v pdftotext >/dev/null || exit 77
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
root=$(cd "$2" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$root/mappings/examples/provider/register.xlsx" "$root/mappings/examples/provider/imsmap.xml" .

# a program without that part of the office is as good as none
on_paper() {
  rm -f "${1%.*}.pdf"
  HOME=$work soffice --headless --convert-to pdf "$1" >log 2>&1 || :
  [ -s "${1%.*}.pdf" ] || {
    grep -q 'source file could not be loaded' log && ! dpkg-query -W "$2" >/dev/null 2>&1 && exit 77
    cat log
    echo "$1: cannot be opened"
    exit 1
  }
  pdftotext -layout "${1%.*}.pdf" text
  pdfinfo "${1%.*}.pdf" >info
}
expect() { # FILE WORDS...
  name=$1
  shift
  for words in "$@"; do
    grep -q -e "$words" text || { echo "$name: nowhere on paper: $words"; exit 1; }
  done
  grep -q 'Page size: *841' info || { echo "$name: not across"; exit 1; }
}

"$program" correlate 20000-1 9001 27001 -o correlate.docx
on_paper correlate.docx libreoffice-writer
expect correlate.docx 'Correlation table' 'Pivot: ISO/IEC 20000-1:2018' '8.7.3.1 ' 'To be kept in mind' 'page 2 of'
titles=$(grep -c 'Clause  *Title  *ISO 9001:2015' text)
pages=$(sed -n 's/^Pages: *//p' info)
[ "$titles" -eq "$pages" ] || { echo "correlate.docx: titles on $titles of $pages pages"; exit 1; }

"$program" soa -q -r register.xlsx --at 2026-11-28 -o soa.docx
on_paper soa.docx libreoffice-writer
expect soa.docx 'Statement of Applicability' 'A.8.34 '

"$program" gap --have 9001 --want 27001 -o gap.xlsx
on_paper gap.xlsx libreoffice-calc
expect gap.xlsx 'In our words' 'A.8.34#1' 'Read me' 'The documents and records that it demands'
