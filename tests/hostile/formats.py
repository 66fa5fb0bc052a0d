"""What reads the formats as others would, and says what is wrong: each check yields problems.

`table` is what JSON says of the same rows; None: then the output only has to be harmless.
"""
import base64
import csv
import io
import json
import re
import urllib.parse
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"
SYMBOLS = ("=", "<", ">", "-", "x", "0", "<=", ">=", "~", "?")
MISLEADING = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")

def show(text):
    """As it is shown to people: the same as engine/src/write/common.c does, written a second time."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    text = re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f]", lambda m: f"\\x{ord(m[0]):02X}", text)
    return MISLEADING.sub(lambda m: f"\\u{ord(m[0]):04X}", text)


def unsafe(text):
    """What drives a terminal, or turns the direction of what follows."""
    if re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text):
        yield "a control character"
    if MISLEADING.search(text):
        yield "a character that turns the direction"


def flat(text):
    return " ".join(text.split())


def said(table):
    """Every text that the table says, once."""
    found = {cell for row in table["rows"] for key, cell in row.items() if key != "_row" and isinstance(cell, str)}
    return sorted(found | set(table["caption"]) | set(table["notes"]))


def missing(where, table):
    where = flat(where)
    for text in said(table) if table else ():
        if flat(show(text)) not in where:
            yield f"nowhere: {show(text)[:80]!r}"
            return


def as_text(cell):
    return "" if cell is None else cell if isinstance(cell, str) else f"{cell:.15g}" if isinstance(cell, float) else str(cell)


def same_rows(rows, table, change):
    """Compares what was read with JSON, cell by cell."""
    keys = [column["key"] for column in table["columns"]]
    if rows[0] != keys:
        yield f"columns {rows[0]}"
    expected = [[change(as_text(row[key])) for key in keys] for row in table["rows"]]
    if len(rows) - 1 != len(expected):
        yield f"{len(rows) - 1} rows, not {len(expected)}"
    for got, wanted in zip(rows[1:], expected):
        if got != wanted:
            cell = next((pair for pair in zip(got, wanted) if pair[0] != pair[1]), (got, wanted))
            yield f"{cell[0]!r} is not {cell[1]!r}"
            return


# ---- text for people


def check_text(output, table):
    yield from unsafe(output)
    where = flat(output)
    for text in said(table) if table else (): # lines of cells stand beside those of others
        for line in show(text).split("\n"):
            if flat(line) not in where:
                yield f"nowhere: {line[:80]!r}"
                return


def plain_md(output):
    """Without what Markdown escapes, what is left of its mark-up."""
    bare = re.sub(r"\\[\\`*_<>&\[\]~|#+.)-]", "", output)
    return bare.replace("<br>", " ").replace("**", "")


def check_md(output, table):
    yield from unsafe(output)
    mark = re.search(r"[<>\[\]`]", plain_md(output))
    if mark:
        yield f"mark-up {plain_md(output)[max(0, mark.start() - 30):mark.end() + 30]!r}"
    lines = [line for line in re.sub(r"\\.", "", output).splitlines() if line.startswith("|")]
    if len({line.count("|") for line in lines}) > 1:
        yield "a row has more cells than another"
    yield from missing(re.sub(r"\\(.)", r"\1", output.replace("<br>", "\n").replace("**", "")), table)


def check_md_page(output):
    yield from unsafe(output)
    for line in output.splitlines():
        if re.search(r"(?<!\\)<(?!br>)|(?<!\\)\[.*javascript", re.sub(r"\\\\", "", line)):
            yield f"mark-up {line[:80]!r}"


# ---- HTML


class Page(HTMLParser):
    """What a page is made of; problems are what no page may have."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.words, self.problems, self.scripts, self.images, self.open = [], [], [], [], []
        self.marks = set()  # (element, attribute), and (element, None)
        self.feed(text)
        self.close()
        if self.open:
            self.problems.append(f"{self.open[-1]} is not closed")

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self.scripts.append("")
        if tag not in ("br", "img", "meta", "input", "col", "hr", "link", "wbr"):
            self.open.append(tag)
        if tag in ("br", "td", "th", "p", "tr", "li", "div", "dt", "dd"):
            self.words.append(" ")
        self.marks.add((tag, None))
        for name, value in attrs:
            self.marks.add((tag, name))
            self.problems += unsafe(value or "")
            if name == "href" and not re.match(r"#|https?://", value):
                self.problems.append(f"a link to {value[:60]!r}")
            if name == "src":
                self.images.append(value)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"{tag} is closed where it is not open")

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style"):
            self.scripts[-1] += data
            return
        if self.open and self.open[-1] == "b" and data == "word":
            self.problems.append("bold that is not its own")
        self.words.append(data)
        self.problems += unsafe(data)

    def handle_comment(self, data):
        self.problems.append(f"a comment {data[:40]!r}")


# what pages and tables of harmless texts are made of: nothing else may be in one of hostile texts
MARKS, SCRIPTS = set(), set()


def learn(output):
    page = Page(output)
    MARKS.update(page.marks)
    SCRIPTS.update(page.scripts)


def check_html(output, table):
    page = Page(output)
    yield from page.problems
    for tag, name in sorted(page.marks - MARKS, key=str):
        yield f"{tag} with {name}" if name else f"an element {tag}"
    if set(page.scripts) - SCRIPTS:
        yield "a script or style of its own"
    for source in page.images:
        kind, _, data = source.partition(",")
        if not kind.startswith("data:image/svg+xml"):
            yield f"an image from {kind[:60]!r}"
        else:
            svg = base64.b64decode(data) if kind.endswith("base64") else urllib.parse.unquote_to_bytes(data)
            yield from check_svg_picture(svg.decode())
    yield from missing("".join(page.words), table)


check_fragment = check_html

# ---- cells


def guard(text):
    risky = text[:1] in tuple("=+-@\t\r") and text and text not in SYMBOLS and not re.fullmatch("-[0-9]+", text)
    return "'" + text if risky else text


def check_csv(output, table):
    rows = list(csv.reader(io.StringIO(output, newline=""), strict=True))
    if len({len(row) for row in rows}) != 1:
        yield "rows of different lengths"
    for cell in (cell for row in rows for cell in row):
        if guard(cell) != cell:
            yield f"a formula {cell[:60]!r}"
    if table:
        yield from same_rows(rows, table, guard)


def check_tsv(output, table):
    rows = [line.split("\t") for line in output.split("\n")[:-1]]
    if len({len(row) for row in rows}) != 1:
        yield "rows of different lengths"
    plain = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    rows = [[re.sub(r"\\(.)", lambda m: plain[m[1]], cell) for cell in row] for row in rows]
    if table:
        yield from same_rows(rows, table, str)


# ---- office


def parts_of(archive):
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for name in opened.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                yield name, ElementTree.fromstring(opened.read(name))
            else:
                yield name, None


def check_xlsx(output, table):
    parts = dict(parts_of(output))
    for name, tree in parts.items():
        if "externalLink" in name or "vbaProject" in name or "embeddings" in name:
            yield f"a part {name}"
        for relation in tree.iter("{http://schemas.openxmlformats.org/package/2006/relationships}Relationship") if tree is not None else ():
            if relation.get("TargetMode") == "External":
                yield f"a link to {relation.get('Target')[:60]!r}"
    unescape = lambda text: re.sub("_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), text)
    strings = ["".join(unescape(t.text or "") for t in item.iter(MAIN + "t")) for item in parts["xl/sharedStrings.xml"]]
    for name, tree in parts.items():
        if name.startswith("xl/worksheets/sheet") and any(True for _ in tree.iter(MAIN + "f")):
            yield "a formula"
    if table:
        yield from missing_cells(parts["xl/worksheets/sheet1.xml"], strings, table)


def missing_cells(sheet, strings, table):
    rows = []
    for row in sheet.iter(MAIN + "row"):
        cells = {}
        for cell in row.iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            if value is not None:
                cells[re.match("[A-Z]+", cell.get("r"))[0]] = strings[int(value.text)] if cell.get("t") == "s" else value.text
        rows.append(cells)
    titles = [column["title"] for column in table["columns"]]
    for place, title in rows[0].items():
        if titles.count(title) != 1:
            continue
        key = table["columns"][titles.index(title)]["key"]
        there = {cells.get(place, "") for cells in rows[1:]}  # sections are rows too, so the rows differ
        for text in (show(as_text(row[key])) for row in table["rows"]):
            if text and len(text) <= 32767 and text not in there:
                yield f"not in column {title}: {text[:80]!r}"
                return


def check_docx(output, table):
    words = []
    for name, tree in parts_of(output):
        if tree is None:
            yield f"a part {name}"
            continue
        for part in tree.iter():
            if part.tag in (WORD + "instrText", WORD + "fldSimple") and not re.search(r"^\s*(PAGE|NUMPAGES|SECTIONPAGES)\s*$",
                                                                                  part.text or part.get(WORD + "instr") or ""):
                yield f"a field {part.text or part.attrib}"
            if part.get("TargetMode") == "External":
                yield f"a link to {part.get('Target')[:60]!r}"
            words.append(part.text or "" if part.tag == WORD + "t" else " " if part.tag in (WORD + "p", WORD + "br") else "")
    yield from unsafe("".join(words))
    yield from missing("".join(words), table)


# ---- pictures


def check_svg_picture(output):
    for part in ElementTree.fromstring(output).iter():
        if part.tag.removeprefix(SVG) in ("script", "foreignObject", "image", "iframe", "use"):
            yield f"an element {part.tag}"
        for name, value in part.attrib.items():
            if name.lower().startswith("on") or (name.endswith("href") and "javascript:" in value):
                yield f"an attribute {name}"
            yield from unsafe(value.replace("\n", " "))
        yield from unsafe(part.text or "")


def check_json_picture(output):
    for thing in json.loads(output)["objects"]:
        for value in thing.values():
            yield from unsafe(str(value))


def check_dot_picture(output):
    bare = re.sub(r'"(\\.|[^"\\])*"', "", output, flags=re.S)
    word = re.search(r"script|SUM|cmd|onmouseover|shape=none]", bare)
    if word:
        yield f"outside of quotes: {bare[max(0, word.start() - 30):word.end() + 30]!r}"
    yield from unsafe(output.replace("\t", " "))


# ---- what the checks themselves are worth


def self_test(fail):
    """Each check minds what it is there for."""
    bad = [
        (check_text, "a\x1b[31m"), (check_text, "a\u202eb"), (check_md, "| <script> |"), (check_md, "| [x](y) |"),
        (check_html, "<p><script>alert(1)</script></p>"), (check_html, "<p onclick='x'>a</p>"), (check_html, "<a href='javascript:x'>a</a>"),
        (check_html, "<p><b>word</b></p>"), (check_csv, "a,b\n=1,2\n"), (check_csv, "a,b\n1\n"), (check_tsv, "a\tb\n1\n"),
    ]
    for check, output in bad:
        if not list(check(output, None)):
            fail(f"{check.__name__} minds nothing in {output!r}")
    for check, output in ((check_svg_picture, f"<svg xmlns='{SVG[1:-1]}'><script/></svg>"), (check_dot_picture, 'a [label="x"]; cmd'),
                          (check_json_picture, '{"objects": [{"label": "\\u202e"}]}'), (check_md_page, "a <b>")):
        if not list(check(output)):
            fail(f"{check.__name__} minds nothing in {output!r}")
    table = {"columns": [{"key": "k"}], "rows": [{"k": "right"}], "caption": [], "notes": []}
    for check, output in ((check_text, "wrong"), (check_md, "| wrong |"), (check_html, "<p>wrong</p>"), (check_csv, "k\nwrong\n"), (check_tsv, "k\nwrong\n")):
        if not list(check(output, table)):
            fail(f"{check.__name__} does not see that a text is missing")
