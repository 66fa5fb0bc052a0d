#!/usr/bin/env python3
"""Puts the CSV files of a folder into one workbook, a sheet each: make_workbook.py FOLDER FILE

Days become dates as a spreadsheet keeps them; everything else stays text. The same files give the same bytes.
"""
import csv
import datetime
import pathlib
import re
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

# in the order of the sheets
SHEETS = [
    ("documents", "Documents"), ("processes", "Processes"), ("soa", "SoA"), ("not-applicable", "Not applicable"),
    ("audit-programme", "Audit programme"), ("auditors", "Auditors"), ("review-agenda", "Review agenda"),
    ("findings", "Findings"), ("objectives", "Objectives"), ("other-parties", "Other parties"),
]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# cell formats: 0 text, 1 day, 2 title of a column
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '</styleSheet>')


def read(path):
    with open(path, newline="", encoding="utf-8-sig") as stream:
        first = stream.readline()
        stream.seek(0)
        return list(csv.reader(stream, delimiter=";" if first.count(";") > first.count(",") else ","))


def day_number(text):
    """The number of a day as a spreadsheet counts them, or None."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text) or re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text)
    if not match:
        return None
    year, month, day = match.groups() if "-" in text else reversed(match.groups())
    return (datetime.date(int(year), int(month), int(day)) - datetime.date(1899, 12, 30)).days


def column_name(index):
    name = ""
    while index >= 0:
        name = chr(ord("A") + index % 26) + name
        index = index // 26 - 1
    return name


def cell(row, column, text):
    place = f"{column_name(column)}{row}"
    day = day_number(text) if row > 1 else None
    if day is not None:
        return f'<c r="{place}" s="1"><v>{day}</v></c>'
    style = ' s="2"' if row == 1 else ""
    return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def sheet(rows):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(number, column, text) for column, text in enumerate(row) if text)
        lines.append(f'<row r="{number}">{cells}</row>')
    return (f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f'<sheetData>{"".join(lines)}</sheetData></worksheet>')


def parts(sheets):
    """Names of the files in the workbook, and what is in them."""
    numbers = range(1, len(sheets) + 1)
    kinds = "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{SHEET_TYPE}worksheet+xml"/>'
                    for n in numbers)
    yield "[Content_Types].xml", (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}styles+xml"/>{kinds}</Types>')
    yield "_rels/.rels", (f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                          f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    names = "".join(f'<sheet name={quoteattr(title)} sheetId="{n}" r:id="rId{n}"/>'
                    for n, (title, _) in enumerate(sheets, 1))
    yield "xl/workbook.xml", f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>'
    links = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                    for n in numbers)
    yield "xl/_rels/workbook.xml.rels", (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}'
        f'<Relationship Id="rId{len(sheets) + 1}" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>')
    yield "xl/styles.xml", STYLES
    for n, (_, rows) in enumerate(sheets, 1):
        yield f"xl/worksheets/sheet{n}.xml", sheet(rows)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    sheets = [(title, read(folder / f"{name}.csv")) for name, title in SHEETS]
    with zipfile.ZipFile(sys.argv[2], "w") as archive:
        for name, text in parts(sheets):
            about = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            about.compress_type = zipfile.ZIP_STORED  # what deflate makes differs between versions of zlib
            archive.writestr(about, text)


main()
