#!/usr/bin/env python3
"""Makes tests/data/good/sheets/register.xlsx: make_register.py FILE. The same bytes each time.

A sheet with all that a spreadsheet does to clauses: numbers, days, merged cells, hidden rows and columns; a hidden
sheet; a sheet for people.
"""
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def text(place, value):
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def number(place, value, style=0):
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def sheet(body, before="", after=""):
    return f'<?xml version="1.0"?>\n<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{after}</worksheet>'


HEADERS = ["ID", "Title", "ISO 9001", "Approved on", "Owner", "Note"]
ROWS = [
    [text("A2", "D-1"), text("B2", "Suppliers"), number("C2", "8.4"), number("D2", "46354", 1), text("E2", "Miller")],
    [number("A3", "7"), text("B3", "Audits"), number("C3", "46144", 1), text("E3", "Miller")],
    [text("A4", "D-3"), text("B4", "Reviews"), text("C4", "9.3")],
]
PARTS = {
    "[Content_Types].xml":
        '<?xml version="1.0"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": f'<?xml version="1.0"?>\n<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
                   f'Type="{ROLES}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<?xml version="1.0"?>\n<workbook xmlns="{MAIN}" xmlns:r="{ROLES}"><sheets>'
                       '<sheet name="Read me" sheetId="1" r:id="r1"/><sheet name="List A" sheetId="2" r:id="r2"/>'
                       '<sheet name="Old parties" sheetId="3" state="hidden" r:id="r3"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        f'<?xml version="1.0"?>\n<Relationships xmlns="{PACKAGE}">' + "".join(
            f'<Relationship Id="r{i}" Type="{ROLES}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in (1, 2, 3)) +
        f'<Relationship Id="r4" Type="{ROLES}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<?xml version="1.0"?>\n<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs>'
                     '</styleSheet>',
    "xl/worksheets/sheet1.xml": sheet('<row r="1">' + text("A1", "How to fill this in") + "</row>"),
    "xl/worksheets/sheet2.xml": sheet(
        '<row r="1">' + "".join(text(f"{'ABCDEF'[i]}1", name) for i, name in enumerate(HEADERS)) + "</row>" +
        "".join(f'<row r="{i}"{" hidden=" + chr(34) + "1" + chr(34) if i == 4 else ""}>{"".join(row)}</row>'
                for i, row in enumerate(ROWS, 2)),
        '<cols><col min="6" max="6" hidden="1"/></cols>', '<mergeCells count="1"><mergeCell ref="E3:E4"/></mergeCells>'),
    "xl/worksheets/sheet3.xml": sheet('<row r="1">' + text("A1", "Supplier") + text("B1", "Supplier type") + "</row>"
                                      '<row r="2">' + text("A2", "Cloud Ltd") + text("B2", "external") + "</row>"),
}

with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    for name, content in PARTS.items():
        archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
