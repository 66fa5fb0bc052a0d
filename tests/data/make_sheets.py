#!/usr/bin/env python3
"""Makes the workbooks in good/sheets, bad/sheets and bad/registers: make_sheets.py. Same bytes each time with the same zlib.

They are committed, so that the tests need no Python.
"""
import pathlib
import zipfile
from xml.sax.saxutils import escape, quoteattr

HERE = pathlib.Path(__file__).resolve().parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = ["set", "source", "is", "target", "accept", "dispute", "reviewer", "date", "comment"]
PAIR = ["alpha-beta", "alpha:2/10#1", "superset", "beta:1/5#1"]
DAY = ("s", 1, 46354)  # 2026-11-28


def column(index):
    return chr(ord("A") + index)


def cell(place, value):
    """A text, or (kind, style or formula, value)."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    kind, more, value = value
    if kind == "s":
        return f'<c r="{place}" s="{more}"><v>{value}</v></c>'
    if kind == "f":
        shown = "" if value is None else f"<v>{escape(value)}</v>"
        return f'<c r="{place}" t="str"><f>{escape(more)}</f>{shown}</c>'
    return f'<c r="{place}" t="{kind}"><v>{escape(value)}</v></c>'


def sheet(rows):
    lines = "".join(
        f'<row r="{n}">' + "".join(cell(f"{column(i)}{n}", value) for i, value in enumerate(row)) + "</row>"
        for n, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def relationships(pairs):
    body = "".join(f'<Relationship Id="{i}" Type="{ROLES}/{kind}" Target="{target}"/>' for i, kind, target in pairs)
    return f'<Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def write(path, parts):
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def book(sheets, more=(), options=""):
    """The parts of a workbook with (name, state, XML) for each sheet."""
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{i}" state="{state}" r:id="s{i}"/>'
                     for i, (name, state, _) in enumerate(sheets, 1))
    roles = [(f"s{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)]
    return [
        ("_rels/.rels", relationships([("r1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml",
         f'<workbook xmlns="{MAIN}" xmlns:r="{ROLES}"><sheets>{listed}</sheets>{options}</workbook>'),
        ("xl/_rels/workbook.xml.rels", relationships(roles + [("st", "styles", "styles.xml"), *more])),
        ("xl/styles.xml", f'<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    ] + [(f"xl/worksheets/sheet{i}.xml", xml) for i, (_, _, xml) in enumerate(sheets, 1)]


LIST = ["ID", "Title", "ISO 9001", "Systems", "Approved on"]
LINE = ["POL-1", "Supplier policy", "8.4", "QMS", DAY]


def number(value):
    return ("n", 0, value)


def make_registers(folder):
    """What people have and should not: tests/cli/bad-registers.case shows what is said of each."""
    documents = sheet([LIST, LINE])
    holidays = sheet([["Colour", "Days left"], ["red", "12"]])
    write(folder / "wrong-sheet.xlsx", book([("Holidays", "visible", holidays), ("Documents", "visible", documents)]))
    merged = sheet([LIST, LINE, ["POL-2", "Audits", "9.2"], [None, None, "9.3"]])
    ranges = '<mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="D2:D3"/></mergeCells>'
    write(folder / "merged.xlsx", book([("Documents", "visible", merged.replace("</worksheet>", ranges + "</worksheet>"))]))
    above = sheet([["Document", None, "Clauses"], ["ID", "Title", None], ["POL-1", "Supplier policy", "8.4"]])
    write(folder / "merged-headers.xlsx", book([("Documents", "visible", above)]))
    formulas = sheet([LIST, LINE, ["POL-2", ("f", "A2", "made"), ("f", "A9", None), ("e", 0, "#N/A"), ("e", 0, "#REF!")]])
    write(folder / "formulas.xlsx", book([("Documents", "visible", formulas)]))
    many = sheet([LIST] + [[f"POL-{i}", "Policy", "8.4"] for i in range(1, 40)]).replace('<row r="36">', '<row r="36" hidden="1">')
    write(folder / "hidden.xlsx", book([("Documents", "visible", many), ("Old", "veryHidden", sheet([LIST, ["OLD-1", "Old"]]))]))
    numbers = sheet([LIST, [number("7"), "Suppliers", number("8.4")], [number("7.0"), "Again"], [number("10.0"), "Audits", number("10.0")]])
    write(folder / "number-ids.xlsx", book([("Documents", "visible", numbers)]))
    ids = ["POL-1", "pol-1", "POL-1 ", "POL-1\u00a0", "POL\u20111", "\uff30OL-1"]
    write(folder / "same-id.xlsx", book([("Documents", "visible", sheet([LIST] + [[one, "Policy"] for one in ids]))]))
    systems = ["HSMS", "QMS; EMS", "ISO 14001", "-", ";,"]
    lines = [[f"POL-{i}", "Policy", "ISO 9001, 8.4", one] for i, one in enumerate(systems)]
    write(folder / "systems.xlsx", book([("Documents", "visible", sheet([LIST] + lines))]))
    days = ["2026-02-30", "29.02.2027", ("s", 1, 60), number("46354"), "Q3 2026", "26-11-28", "2026-02-03 or later", "9999-12-31"]
    lines = [[f"POL-{i}", "Policy", None, None, one] for i, one in enumerate(days)]
    write(folder / "days.xlsx", book([("Documents", "visible", sheet([LIST] + lines))]))
    text = "ID;Title;Owner\r\nPOL-1;Qualit\u00e4tspolitik;J\u00fcrgen \u2013 \u20ac\r\n"
    (folder / "cp1252.csv").write_bytes(text.encode("cp1252"))
    bomb = documents.replace("<sheetData>", " " * (8 << 20) + "<sheetData>")
    write(folder / "bomb.xlsx", book([("Documents", "visible", bomb)]))
    write(folder / "macros.xlsm", book([("Documents", "visible", documents)], more=[("vba", "vbaProject", "vbaProject.bin")]))
    whole = (folder / "wrong-sheet.xlsx").read_bytes()
    (folder / "cut.xlsx").write_bytes(whole[:len(whole) // 2])
    write(folder / "headers.xlsx", book([("Documents", "visible", sheet([LIST]))]))
    write(folder / "empty.xlsx", book([("Sheet1", "visible", sheet([]))]))
    names = ["Ann's", "a!b", "<script>", "\u202eabc", "a\nb"]
    write(folder / "names.xlsx", book([(name, "visible", sheet([LIST, [f"POL-{i}", "Policy", "99.9"]])) for i, name in enumerate(names)]))


def main():
    good, bad = HERE / "good" / "sheets", HERE / "bad" / "sheets"
    make_registers(HERE / "bad" / "registers")
    decisions = sheet([HEAD, PAIR + ["x", None, "Ann", DAY, "Read it."]])
    notes = sheet([["How to fill this in"]])
    write(good / "review.xlsx", book([("Help", "hidden", notes), ("My rows", "visible", decisions)]))

    shared = (f'<sst xmlns="{MAIN}"><si><t>title</t></si><si><r><t>two </t></r><r><t>parts</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'
              "</si><si><t>line_x000D_</t></si></sst>")
    merged = (f'<worksheet xmlns="{MAIN}"><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1">'
              '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" t="s"><v>2</v></c>'
              '<c r="B2" s="1"><v>46354.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>')
    write(good / "shared.xlsx", book([("Ann's R&D", "visible", merged)], more=[("tx", "sharedStrings", "sharedStrings.xml")]) +
          [("xl/sharedStrings.xml", shared)])

    trouble = sheet([
        HEAD,
        PAIR + [("e", 0, "#N/A"), None, "Ann", DAY],
        PAIR + [("f", "A1", None), ("f", "A1", "x"), "Ann", ("s", 1, 60)],
        PAIR + ["x", None, "Ann", DAY] + [("e", 0, "#REF!")] * 10,
    ])
    recalculate = '<calcPr fullCalcOnLoad="1"/>'
    write(bad / "cells.xlsx", book([("My rows", "visible", trouble)], options=recalculate))
    write(bad / "macros.xlsm", book([("Rows", "visible", decisions)], more=[("vba", "vbaProject", "vbaProject.bin")]))
    write(bad / "limit.xlsx", book([("Rows", "visible", decisions.replace("<sheetData>", " " * (8 << 20) + "<sheetData>"))]))
    write(bad / "text.docx", [("word/document.xml", "<document/>")])
    write(bad / "cut.xlsx", book([("Rows", "visible", decisions)]))
    whole = (bad / "cut.xlsx").read_bytes()
    (bad / "cut.xlsx").write_bytes(whole[:len(whole) // 2])
    magic = bytes.fromhex("D0CF11E0A1B11AE1")
    (bad / "password.xlsx").write_bytes(magic + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    (bad / "old.xls").write_bytes(magic + bytes(504) + "Workbook".encode("utf-16-le"))


if __name__ == "__main__":
    main()
