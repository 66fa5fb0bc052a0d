#!/bin/sh
# The blank workbook as a spreadsheet sees it: blank.sh PROGRAM. 77: there is no Python.
# Sheets and titles are those of the blank CSV files, with a note on each column; no formula; dates and words are asked for.
set -eu
command -v python3 >/dev/null || exit 77
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$program" init -q -o register.xlsx --organization '=1+1' --system QMS=9001 --system ISMS=27001
"$program" init -q -o csv/ --organization '=1+1' --system QMS=9001 --system ISMS=27001
exec python3 - <<'END'
import csv, re, sys, zipfile
from xml.etree import ElementTree

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
book = zipfile.ZipFile("register.xlsx")
failures = []

def expect(what, wanted, got):
    if wanted != got:
        failures.append(f"{what}: {got!r}, should be {wanted!r}")

def tree(name):
    return ElementTree.fromstring(book.read(name))

strings = ["".join(t.text or "" for t in s.iter(f"{{{NAMES['m']}}}t")) for s in tree("xl/sharedStrings.xml")]
sheets = [s.get("name") for s in tree("xl/workbook.xml").find("m:sheets", NAMES)]
kinds = ["organization", "system", "document", "process", "control", "exclusion", "audit", "auditor", "agenda",
         "finding", "objective", "party"]
expect("number of sheets", len(kinds) + 1, len(sheets))
expect("first sheet", "Read me", sheets[0])
expect("stamps of time", {(1980, 1, 1, 0, 0, 0)}, {i.date_time for i in book.infolist()})

guide, words, days = {}, 0, 0
sheet_of = None
for number, name in enumerate(sheets, 1):
    sheet = tree(f"xl/worksheets/sheet{number}.xml")
    rows = [[strings[int(c.find("m:v", NAMES).text)] for c in row] for row in sheet.find("m:sheetData", NAMES)]
    expect(f"formulas in {name}", [], sheet.findall(".//m:f", NAMES))
    expect(f"header of {name}", "frozen", sheet.find(".//m:pane", NAMES).get("state"))
    expect(f"filters of {name}", 1, len(sheet.findall("m:autoFilter", NAMES)))
    if number == 1:
        expect("cells in a row of the guide", {1}, {len(row) for row in rows})
        for (line,) in rows:
            heading, field = re.match("The sheet '(.*)'$", line), re.match("Column '([^']*)'", line)
            sheet_of = heading.group(1) if heading else sheet_of
            if field:
                guide.setdefault(sheet_of, []).append(field.group(1))
        continue
    known = list(csv.reader(open(f"csv/{kinds[number - 2]}.csv")))
    expect(f"titles of {name}", known[0], rows[0])
    if name != "Documents":
        expect(f"lines of {name}", [[c for c in row if c] for row in known[1:]], rows[1:])
    expect(f"columns of {name} that are explained", known[0], guide.get(name))
    expect(f"notes in {name}", len(known[0]), len(tree(f"xl/comments{number - 1}.xml").findall(".//m:comment", NAMES)))
    for rule in sheet.findall(".//m:dataValidation", NAMES):
        words += rule.get("type") == "list"
        days += rule.get("type") == "date"
if not words or not days:
    failures.append("nothing can be chosen, or no day is asked for")
print(*failures, sep="\n")
sys.exit(bool(failures))
END
