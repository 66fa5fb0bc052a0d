"""A world whose every text is hostile: a mapping file and a register, XML and CSV."""
from xml.sax.saxutils import quoteattr, escape

TEXTS = [
    "<script>alert(1)</script>",
    "\"]; x [shape=none",
    "\\N \\G \\E \\",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)\n+1,\"2\"",
    "-2+3 | **b** `c` [x](javascript:alert(1)) ~~d~~",
    "left\u202ethgir\u202c \u2066isolated\u2069 \u200fmark",
    "\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0639\u0631\u0628\u064a\u0629 8.4",
    "</table></svg>]]>--><!-- &amp;lt; &#x27; ' onmouseover=fail() {{=7*7}} ${x} %s%n",
    "x\u009b31mred\u2028line \x7f \ufffd\u0301\u0301",
    "long " + "<b>word</b> " * 333 + "end",
]
# nothing can say these in XML, but a cell of CSV can
RAW = ["esc\x1b[2J\x1b]0;title\x07", "bell\x07 back\x08 \x0b end", "\t=1+1"]


def attributes(**values):
    return "".join(f" {name}={quoteattr(value, {chr(10): '&#10;', chr(9): '&#9;', chr(13): '&#13;'})}" for name, value in values.items())


def text(i):
    return TEXTS[i % len(TEXTS)]


def edition(name, i, hub=False):
    force = "common" if hub else "requirement"
    parts = [f"<edition id='{name}'", attributes(name=text(i), title=text(i + 1), discipline=text(i + 2)),
             " hub='yes' kind='structure'" if hub else " kind='requirements' default='yes' family='f'", " basis='b'>",
             f"<gist>{escape(text(i + 3))}</gist><note>{escape(text(i + 4))}</note>"]
    if not hub:
        parts += [f"<term id='t{k}'{attributes(name=text(k))}><gist>{escape(text(k + i))}</gist><note>{escape(text(k + 1))}</note></term>"
                  for k in range(len(TEXTS))]
    for k in range(len(TEXTS)):
        parts.append(f"<clause number='{k + 4}'{attributes(title=text(k + i))} force='{force}' provisions='all'>"
                     f"<note>{escape(text(k + 1))}</note><provision id='1'{attributes(condition=text(k + 2))}>"
                     f"<gist>{escape(text(k + i + 3))}</gist><item id='a'>{escape(text(k + 4))}</item>"
                     f"<duty kind='document' verb='maintain'{attributes(condition=text(k + 5))}>{escape(text(k + 6))}</duty>"
                     f"<note>{escape(text(k + 7))}</note></provision></clause>")
    # a clause that nobody else has, and a control
    parts.append(f"<clause number='90'{attributes(title=text(i + 8))} force='{force}' provisions='all'><provision id='1'>"
                 f"<gist>{escape(text(i + 9))}</gist></provision></clause>")
    if not hub:
        parts.append(f"<clause number='A'{attributes(title=text(i + 2))} force='control'/>")
        parts += [f"<clause number='A.{k}'{attributes(title=text(k + i))} parent='A' force='control' provisions='all'><provision id='1'>"
                  f"<gist>{escape(text(k + i + 3))}</gist></provision></clause>" for k in range(1, len(TEXTS) + 1)]
    return "".join(parts) + "</edition>"


def mapping_set(name, source, target, i, terms=False):
    kinds = ("equal", "subset", "superset", "intersects")
    rows = [f"<relation source='{k + 4}#1' is='{kinds[k % 4]}' target='{k + 4}#1' move='changed'><common>{escape(text(k + i))}</common>"
            f"<source-only>{escape(text(k + i + 1))}</source-only><target-only>{escape(text(k + i + 2))}</target-only>"
            f"<note>{escape(text(k + i + 3))}</note></relation>" for k in range(len(TEXTS))]
    if terms:
        rows += [f"<relation source='term:t{k}' is='equal' target='term:t{k}'><common>{escape(text(k))}</common></relation>"
                 for k in range(len(TEXTS) - 1)]
    return (f"<mapping-set id='{name}' source='{source}' target='{target}' basis='b'><note>{escape(text(i))}</note>{''.join(rows)}"
            f"<none source='90'><note>{escape(text(i + 1))}</note></none></mapping-set>")


def mappings():
    topics = "".join(f"<topic id='t{k}'{attributes(title=text(k))} words='word script'><note>{escape(text(k + 1))}</note><member edition='a:1' of='{k + 4}'/>"
                     f"<member edition='c:1' of='{k + 4}'/></topic>" for k in range(len(TEXTS)))
    checks = "".join(f"<check id='T{k + 1:02}'{attributes(title=text(k))} severity='warning' group='document'><gist>{escape(text(k + 1))}</gist>"
                     f"<note>{escape(text(k + 2))}</note><member edition='a:1' of='4'/></check>" for k in range(34))
    return ("<imsmap version='1'>" f"<basis id='b'{attributes(title=text(0))}><note>{escape(text(1))}</note></basis>"
            f"<family id='f'{attributes(name=text(2), title=text(3))}><note>{escape(text(4))}</note></family>"
            + edition("h:1", 0, hub=True) + edition("a:1", 1) + edition("c:1", 2)
            + mapping_set("a-h", "a:1", "h:1", 0) + mapping_set("c-h", "c:1", "h:1", 4) + mapping_set("a-c", "a:1", "c:1", 7, terms=True)
            + f"<profile edition='a:1'><aspect name='scope'>{escape(text(5))}</aspect></profile>"
            + f"<profile edition='c:1'><aspect name='scope'>{escape(text(6))}</aspect></profile>" + topics + checks + "</imsmap>")


def contradiction():
    """Two rows that cannot both be true, in another set."""
    return ("<imsmap version='1'><mapping-set id='not' source='a:1' target='c:1'><relation source='4#1' is='disjoint' target='4#1'>"
            f"<note>{escape(text(0))}</note></relation></mapping-set></imsmap>")


def element(name, **values):
    return f"<{name}{attributes(**values)}/>"


def register():
    entries = [element("organization", title=text(0), note=text(1))]
    for k, edition_id in enumerate(("a:1", "c:1")):
        entries.append(element("system", id=f"S{k}", title=text(k + 3), edition=edition_id, scope=text(k + 8), sites=text(k + 7), note=text(k)))
    for k in range(2 * len(TEXTS)):
        entries.append(element(
            "document", id=f"D{k}" if k >= len(TEXTS) else text(k), title=text(k), kind=("document", "record")[k % 2], systems="S0",
            clauses=f"a:1/{k % len(TEXTS) + 4}", owner=text(k + 1), approvers=text(k + 2), location=text(k + 3), version=text(k + 4)[:200],
            status="valid", approved="2026-01-05", next_review=("2026-02-01", "2027-02-01")[k % 2], party=text(k + 5), note=text(k + 6)))
        entries.append(element("process", id=f"P{k}", title=text(k), owner=text(k + 1), systems="S0", clauses=f"a:1/{k % len(TEXTS) + 4}",
                               documents=f"D{k % len(TEXTS) + len(TEXTS)}", note=text(k + 2)))
        entries.append(element("finding", id=text(k + 3) + f" {k}", title=text(k), grade="minor", systems="S0",
                               clauses=f"a:1/{k % len(TEXTS) + 4}", evidence=text(k + 1), owner=text(k + 2), action=text(k + 3), due="2026-03-01"))
        entries.append(element("objective", id=f"O{k}", title=text(k), systems="S0", measures=text(k + 1), target=text(k + 2), owner=text(k + 3)))
        entries.append(element("party", title=text(k) + f" {k}", run_by="external", systems="S0", services=text(k + 1), note=text(k + 2)))
        entries.append(element("document", id=f"B{k}", title=text(k), kind="document", systems="S0, S1", status="valid", owner=text(k + 1),
                               clauses=f"a:1/{k % len(TEXTS) + 4}, c:1/{k % len(TEXTS) + 4}, c:1/99", note=text(k + 2)))
    for k in range(1, len(TEXTS) + 1):
        entries.append(element("control", id=f"A.{k}", title=text(k), systems="S0", applicable=("yes", "no")[k % 2], reason=text(k),
                               reason_out=text(k + 1), documents=f"D{k + 10}", owner=text(k + 2), note=text(k + 3)))
    for k in range(4):
        entries.append(element("exclusion", clauses=f"c:1/{k + 4}", systems="S1", exemption="no occurrence", reason=text(k), note=text(k + 1)))
    return "<register version='1'>" + "".join(entries) + "</register>"


def cells():
    """The same in CSV, with what XML cannot say."""
    def quoted(value):
        return '"' + value.replace('"', '""') + '"'
    rows = ["id,title,kind,systems,clauses,owner,note"]
    rows += [",".join(map(quoted, (f"R{k}", raw, "document", "S0", "a:1/5", raw, TEXTS[k] + raw))) for k, raw in enumerate(RAW)]
    return "\n".join(rows) + "\n"


def write(folder):
    for name, content in (("mappings.xml", mappings()), ("contradiction.xml", contradiction()), ("register.xml", register()), ("documents.csv", cells())):
        with open(f"{folder}/{name}", "w", encoding="utf-8", newline="") as file:
            file.write(content)
