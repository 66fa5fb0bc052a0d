#!/usr/bin/env python3
"""Makes a workbook with a big register: make_register.py FILE [ROWS]. The same bytes each time with the same zlib.

Three systems, and ROWS documents (100,000) that cite four clauses each, of one standard or of several. Which ones is
drawn, so that nearly all cells with clauses differ, as ids and titles do; the other texts recur. Texts are shared, as
spreadsheets write them.
"""
import pathlib
import random
import sys
import xml.etree.ElementTree as ET
import zipfile
from xml.sax.saxutils import escape

STANDARDS = pathlib.Path(__file__).resolve().parents[2] / "mappings" / "standards"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CITED = [("ISO 9001", "iso9001-2015.xml"), ("ISO/IEC 20000-1", "iso20000-1-2018.xml"),
         ("ISO/IEC 27001", "iso27001-2022.xml")]
SYSTEMS = [["ID", "Standard", "Scope", "Sites"],
           ["QMS", "ISO 9001:2015", "all products and services", "Bonn; Kiel"],
           ["SMS", "ISO/IEC 20000-1:2018", "hosting and support", "Bonn; Kiel"],
           ["ISMS", "ISO/IEC 27001:2022", "hosting", "Bonn"]]
HEADERS = ["ID", "Title", "Kind", "Systems", "Clauses", "Coverage", "Owner", "Version", "Status", "Approved on"]
SUBJECTS = ["Supplier", "Change", "Incident", "Release", "Access", "Training", "Audit", "Complaint", "Backup", "Risk"]
THINGS = ["policy", "procedure", "report", "minutes", "plan", "log", "work instruction", "checklist"]
RECORDS = {"report", "minutes", "log"}


def is_cited(number):
    """Clauses of two levels and more, and controls: what people cite."""
    return "." in number and number.split(".")[0] not in {"1", "2", "3"}


def clauses_of(name):
    numbers = [c.get("number") for c in ET.parse(STANDARDS / name).getroot().iter("clause")]
    return [n for n in numbers if is_cited(n)]


def citation(cited):
    """Four clauses: of one standard, of two, or of three."""
    picked = random.sample(cited, random.choice([1, 1, 2, 3]))
    share = [4 // len(picked) + (i < 4 % len(picked)) for i in range(len(picked))]
    return "; ".join(f"{title} {', '.join(random.sample(numbers, n))}" for (title, numbers), n in zip(picked, share))


def document(index, cited):
    thing = random.choice(THINGS)
    kind = "record" if thing in RECORDS else "document"
    coverage = random.choices(["full", "partial", "proposed"], [80, 15, 5])[0]
    status = random.choices(["valid", "draft", "obsolete"], [90, 5, 5])[0]
    return [f"DOC-{index:06}", f"{random.choice(SUBJECTS)} {thing} {index}", kind,
            random.choices(["all", "", "QMS, SMS"], [40, 50, 10])[0], citation(cited), coverage,
            f"Owner {random.randrange(200)}", f"{random.randrange(1, 9)}.{random.randrange(10)}", status,
            43000 + random.randrange(3300)]


class Texts:
    """Texts that cells share."""

    def __init__(self):
        self.index = {}

    def cell(self, place, value):
        if value == "":
            return ""
        if isinstance(value, int):
            return f'<c r="{place}" s="1"><v>{value}</v></c>'
        return f'<c r="{place}" t="s"><v>{self.index.setdefault(value, len(self.index))}</v></c>'

    def part(self):
        return START + f'<sst xmlns="{MAIN}" uniqueCount="{len(self.index)}">' + "".join(
            f"<si><t>{escape(text)}</t></si>" for text in self.index) + "</sst>"


def sheet(rows, texts):
    body = "".join(
        f'<row r="{n}">' + "".join(texts.cell(f"{'ABCDEFGHIJ'[i]}{n}", value) for i, value in enumerate(row)) + "</row>"
        for n, row in enumerate(rows, 1))
    return START + f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def relationships(pairs):
    return START + f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="r{i}" Type="{ROLES}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(pairs, 1)) + "</Relationships>"


def override(part, kind):
    return f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.' \
           f'spreadsheetml.{kind}+xml"/>'


def parts(rows):
    random.seed(20261128)
    cited = [(title, clauses_of(name)) for title, name in CITED]
    texts = Texts()
    systems = sheet(SYSTEMS, texts)
    documents = sheet([HEADERS] + [document(i, cited) for i in range(1, rows + 1)], texts)
    return {
        "[Content_Types].xml": START + f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/'
                               'vnd.openxmlformats-package.relationships+xml"/>' + override("workbook", "sheet.main") +
                               override("worksheets/sheet1", "worksheet") + override("worksheets/sheet2", "worksheet") +
                               override("styles", "styles") + override("sharedStrings", "sharedStrings") + "</Types>",
        "_rels/.rels": relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": START + f'<workbook xmlns="{MAIN}" xmlns:r="{ROLES}"><sheets><sheet name="Systems" '
                           'sheetId="1" r:id="r1"/><sheet name="Documents" sheetId="2" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships([
            ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"), ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml")]),
        "xl/styles.xml": START + f'<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": systems,
        "xl/worksheets/sheet2.xml": documents,
        "xl/sharedStrings.xml": texts.part(),
    }


def main():
    with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts(int(sys.argv[2]) if len(sys.argv) > 2 else 100000).items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


main()
