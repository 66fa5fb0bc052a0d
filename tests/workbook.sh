#!/bin/sh
# Workbooks as people use them: workbook.sh PROGRAM ROOT. 77: there is no Python.
# Every column is explained, every link leads to a row, nothing is a formula; what is filled in is read back, and
# nothing else; a review that is filled in becomes a mapping file.
set -eu
command -v python3 >/dev/null || exit 77
program=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
root=$(cd "$2" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$root/mappings/examples/provider/register.xlsx" "$root/mappings/examples/provider/imsmap.xml" .
"$program" workbook -q -r register.xlsx --at 2026-11-28 -o book.xlsx
"$program" workbook -q -r register.xlsx --at 2026-11-28 -o again.xlsx
cmp book.xlsx again.xlsx
TZ=Asia/Tokyo "$program" gap --have 9001 --want 27001 -o here.docx
TZ=America/Lima "$program" gap --have 9001 --want 27001 -o there.docx
cmp here.docx there.docx
"$program" review 9001 27001 --clauses 8.4 -o review.xlsx
python3 - <<'END_OF_PYTHON'
import re, sys, zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
failures = []

class Book:
    def __init__(self, name):
        self.zip = zipfile.ZipFile(name)
        self.strings = ["".join(t.text or "" for t in s.iter(MAIN + "t")) for s in self.tree("xl/sharedStrings.xml")]
        self.sheets = [s.get("name") for s in self.tree("xl/workbook.xml").find(MAIN + "sheets")]

    def tree(self, part):
        return ElementTree.fromstring(self.zip.read(part))

    def part(self, sheet):
        return f"xl/worksheets/sheet{self.sheets.index(sheet) + 1}.xml"

    def cells(self, sheet):
        found = {}
        for cell in self.tree(self.part(sheet)).iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            if value is not None:
                found[cell.get("r")] = self.strings[int(value.text)] if cell.get("t") == "s" else value.text
        return found

    def titles(self, sheet):
        return {text: place[:-1] for place, text in self.cells(sheet).items() if re.fullmatch("[A-Z]+1", place)}

    # writes texts into empty cells of a sheet, as a person would
    def fill(self, sheet, texts, name):
        xml = self.zip.read(self.part(sheet)).decode()
        for place, text in texts.items():
            xml, count = re.subn(f'<c r="{place}"( s="[0-9]+")/>', f'<c r="{place}"\\1 t="inlineStr"><is><t>{text}</t></is></c>', xml)
            if count != 1:
                failures.append(f"{sheet}!{place}: no empty cell to fill in")
        with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as out:
            for part in self.zip.namelist():
                out.writestr(part, xml if part == self.part(sheet) else self.zip.read(part))

book = Book("book.xlsx")
expected = ["Read me", "imsmap coverage", "imsmap gap", "imsmap shared", "imsmap duties", "imsmap findings",
            "imsmap register", "imsmap soa", "imsmap from 9001", "imsmap from 20000-1", "imsmap from 27001"]
if book.sheets != expected:
    failures.append(f"sheets: {book.sheets}")

guide = book.cells("Read me")
for place, text in guide.items():
    if place.startswith("A") and place != "A1" and "B" + place[1:] not in guide and not text.startswith(("imsmap ", "Sheets")):
        failures.append(f"Read me!{place}: nobody says what {text} is")

links = 0
for sheet in book.sheets:
    tree = book.tree(book.part(sheet))
    if tree.findall(f".//{MAIN}f"):
        failures.append(f"{sheet}: a formula")
    if tree.find(f".//{MAIN}pane").get("state") != "frozen":
        failures.append(f"{sheet}: titles move out of sight")
    for link in tree.iter(MAIN + "hyperlink"):
        target = re.fullmatch("'(.*)'!A([0-9]+)", link.get("location"))
        links += 1
        if not target or target.group(1) not in book.sheets:
            failures.append(f"{sheet}: a link to {link.get('location')}")
        elif sheet == "imsmap gap":
            there = book.cells(target.group(1))["A" + target.group(2)]
            here = book.cells(sheet)[link.get("ref")].split("/")[1].split("#")[0]
            if here != there:
                failures.append(f"{sheet}!{link.get('ref')}: {here} leads to {there}")
            break
if links < 500:
    failures.append(f"only {links} links")

columns = book.titles("imsmap gap")
fills = {"Owner": "A. Miller", "Due": "2027-01-31", "Decision": "write it", "Confirmed by": "B. Jones"}
book.fill("imsmap gap", {columns[title] + "7": text for title, text in fills.items()}, "filled.xlsx")

review = Book("review.xlsx")
columns = review.titles("imsmap review")
fills = {"Accept": "x", "Reviewer": "Ann", "Date": "2026-11-28"}
review.fill("imsmap review", {columns[title] + "2": text for title, text in fills.items()}, "reviewed.xlsx")
print(*failures, sep="\n")
sys.exit(bool(failures))
END_OF_PYTHON

expect() { # WHAT EXPECTED GOT
  [ "$2" = "$3" ] || { printf '%s: got\n%s\nshould be\n%s\n' "$1" "$3" "$2"; exit 1; }
}
entries() { # what of a workbook is read
  "$program" register -q -r "$1" --entries --where "kind = 'finding'" -f tsv | cut -f 4,5,6,8,9
}
expect 'nothing filled in' "$(printf 'systems\tclauses\towner\tdue\tnote')" "$(entries book.xlsx)"
expect 'filled in' "$(printf 'systems\tclauses\towner\tdue\tnote\nQMS\t9001:2015/4.3#1\tA. Miller\t2027-01-31\twrite it; B. Jones')" \
  "$(entries filled.xlsx)"
for report in coverage findings; do
  for registers in '-r register.xlsx' '-r register.xlsx -r filled.xlsx'; do
    "$program" $report -q $registers --at 2026-11-28 --long -f tsv >"$report.tsv"
    if [ -f "$report.before" ]; then diff "$report.before" "$report.tsv"; else mv "$report.tsv" "$report.before"; fi
  done
done
"$program" review --apply reviewed.xlsx >decisions.xml
expect 'decisions' 1 "$(grep -c '<accept ' decisions.xml)"
