#!/usr/bin/env python3
"""JSON and its schemas: schema.py PROGRAM ROOT [--update]

Which columns each report has is written into docs/schema/table.json from what the program says of itself; --update does
it, otherwise a difference is a failure. Then every report on the example, every table of a command and every diagram is
held against its schema, first as it stands, then closed: with nothing in a document that the schema does not tell of.
Documents that were changed must fail. Exit status 77: there is no jsonschema for Python.
"""
import copy
import json
import os
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: there is no jsonschema for Python (python3-jsonschema)")
    sys.exit(77)

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
EXAMPLE = os.path.join(ROOT, "mappings/examples/provider")
REGISTER = ["-r", os.path.join(EXAMPLE, "register.xlsx")]
ON_REGISTER = [*REGISTER, "--at", "2026-11-28"]

# at least one request for each report: the test fails if one is missing
REPORTS = {
    "checks": [[]],
    "compare": [["9001", "20000-1"]],
    "consistency": [[]],
    "correlate": [["20000-1", "9001", "27001"], ["20000-1", "9001", "--reverse"], ["20000-1", "9001", "--terms"]],
    "cover": [["27001", "--by", "9001", "20000-1"]],
    "coverage": [ON_REGISTER],
    "duties": [ON_REGISTER],
    "explain": [["9001/8.4", "27001/A.5.19"]],
    "findings": [ON_REGISTER],
    "gap": [["--have", "9001", "--want", "20000-1,27001"], [*ON_REGISTER, "--want", "27001"]],
    "impact": [["9001/8.4"]],
    "matrix": [["--by", "process", *ON_REGISTER], ["--by", "document", *ON_REGISTER]],
    "overlap": [["9001", "20000-1", "27001"]],
    "register": [REGISTER, [*REGISTER, "--entries"], [*REGISTER, "--problems"]],
    "review": [["9001", "27001", "--clauses", "8"]],
    "shared": [ON_REGISTER],
    "show": [["27001/A.5.19"], ["9001"], ["hs"]],
    "soa": [ON_REGISTER],
    "standards": [[], ["--all"], ["--family", "27000"], ["--data"]],
    "suggest": [[*REGISTER, "--all"]],
    "terms": [[], ["incident"]],
    "topics": [[]],
}

DIAGRAMS = {
    "hub": [["9001", "20000-1", "27001"]],
    "overlap": [["9001", "20000-1"], ["9001", "20000-1", "27001"], ["9001", "27001", "--view", "clauses"]],
    "path": [["9001/8.4", "27001/A.5.19"]],
    "topics": [[], ["--focus", "supplier"]],
    "transition": [["27001:2013", "27001:2022"]],
    "coverage": [ON_REGISTER, [*ON_REGISTER, "--layer", "want - have", "--clauses", "8"]],
    "evidence": [ON_REGISTER, [*ON_REGISTER, "--focus", "CTX-01"]],
    "ego": [["9001/7.2"], ["9001/7.2", "--links", "clauses.html#", "--theme", "dark"]],
}

failures = []


def fail(text):
    failures.append(text)


def run(*arguments, stdin=""):
    done = subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    if done.returncode:
        fail(f"imsmap {' '.join(arguments)}: exit status {done.returncode}: {done.stderr}")
        return None
    try:
        return json.loads(done.stdout, parse_constant=lambda word: fail(f"{arguments}: {word} is no JSON"))
    except ValueError as error:
        fail(f"imsmap {' '.join(arguments)}: {error}")
        return None


# ---- what the program says of its tables


def of_registry():
    """Name -> (summary, {column: (title, type)}) of each report, in order."""
    found = {}
    for row in run("query", "--schema", "-f", "json")["rows"]:
        if row["kind"] == "report":
            found[row["table"]] = (row["summary"], {})
        elif row["kind"] == "column" and row["table"] in found:
            found[row["table"]][1][row["name"]] = (row["summary"], "text" if row["type"] == "TEXT" else "number")
    return found


def of_document(summary, documents):
    """The same of a table that no report makes: what it showed."""
    columns = {}
    for document in documents:
        for column in document["columns"]:
            key = column["key"]
            number = any(isinstance(row[key], (int, float)) for row in document["rows"])
            known = columns.get(key, ("", "text"))[1]
            columns[key] = (column["title"], "number" if number else known)
    return summary, columns


def definition(summary, columns):
    return {
        "description": summary,
        "properties": {key: {"description": title, "$ref": f"#/$defs/{kind}"} for key, (title, kind) in columns.items()},
    }


def generated(schema, tables):
    """The schema with what it says of the tables: their definitions, and which of them is meant."""
    new = copy.deepcopy(schema)
    new["$defs"]["rows"] = {name: definition(*table) for name, table in tables.items()}
    new["allOf"] = [
        {
            "if": {"required": ["report"], "properties": {"report": {"const": name}}},
            "then": {"properties": {"rows": {"items": {"$ref": f"#/$defs/rows/{name}"}}}},
        }
        for name in tables
    ]
    return new


def text_of(schema):
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


# ---- validating


def closed(schema):
    """The schema of this very version: whatever it does not tell of is wrong."""
    new = copy.deepcopy(schema)

    def close(part):
        if isinstance(part, dict):
            for value in part.values():
                close(value)
            if part.get("type") == "object" and "properties" in part and "additionalProperties" not in part:
                part["additionalProperties"] = False
        elif isinstance(part, list):
            for value in part:
                close(value)

    close(new)
    for rows in new["$defs"].get("rows", {}).values():
        rows["properties"]["_row"] = True
        rows["additionalProperties"] = False
    return new


def validators(schema):
    made = jsonschema.validators.validator_for(schema)
    if made is not jsonschema.Draft202012Validator:
        fail("the schema is not of draft 2020-12")
    made.check_schema(schema)
    made.check_schema(closed(schema))
    return made(schema), made(closed(schema))


def first_error(validator, document):
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    return error and f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def hold(name, document, schemas):
    for schema, kind in zip(schemas, ("", "closed ")):
        error = first_error(schema, document)
        if error:
            fail(f"{name} does not keep to the {kind}schema: {error}")


def refuse(name, document, schema, change):
    changed = copy.deepcopy(document)
    change(changed)
    if changed == document:
        fail(f"{name}: nothing was changed")
    if not first_error(schema, changed):
        fail(f"{name}: it was changed, and nobody minds")


def hold_table(name, document, schemas, expected):
    hold(name, document, schemas)
    if document["report"] != expected:
        fail(f"{name} says that it is of {document['report']}")
    keys = [column["key"] for column in document["columns"]]
    for row in document["rows"]:
        if [key for key in row if key != "_row"] != keys:
            fail(f"{name}: a row has not the columns of the table: {row}")
            return


def read(name):
    with open(os.path.join(ROOT, "docs/schema", name), encoding="utf-8") as file:
        return json.load(file)


def edit(*path, to):
    def change(document):
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = to

    return change


def drop(*path):
    def change(document):
        for step in path[:-1]:
            document = document[step]
        del document[path[-1]]

    return change


# ---- what is tried


def documents_of(requests, prefix=()):
    found = {}
    for name, lists in requests.items():
        for arguments in lists:
            document = run(*prefix, name, *arguments, "-q", "-f", "json")
            if document:
                found[" ".join([*prefix, name, *arguments])] = (name, document)
    return found


def other_tables(folder):
    """What commands print that are no reports: name -> (summary, documents)."""
    old, new = os.path.join(folder, "old.csv"), os.path.join(folder, "new.csv")
    lists = (("9001", old), ("9001:2008", new))
    for reference, file in lists:
        subprocess.run([PROGRAM, "show", reference, "--long", "-f", "csv", "-o", file], check=True)
    first, second = os.path.join(folder, "a.csv"), os.path.join(folder, "b.csv")
    for file, title in ((first, "Old"), (second, "New")):
        with open(file, "w", encoding="utf-8") as out:
            out.write(f"id,title,clauses\nP-1,{title},9001:2015 8.4\n")
    return {
        "cite": ("the clauses that texts cite", [run("cite", "-q", "-f", "json", stdin="see ISO 9001:2015, 8.4 and 99.9\n")]),
        "diff": (
            "what changed between two registers, or two reports that were saved",
            [run("diff", old, new, "-q", "-f", "json"), run("diff", first, second, "-q", "-f", "json")],
        ),
        "schema": ("what can be asked in SQL", [run("query", "--schema", "-f", "json")]),
    }


def check_tables(folder, update):
    schema = read("table.json")
    registry, others = of_registry(), other_tables(folder)
    tables = {**registry, **{name: of_document(*other) for name, other in others.items()}}
    new = generated(schema, tables)
    file = os.path.join(ROOT, "docs/schema/table.json")
    if update:
        with open(file, "w", encoding="utf-8") as out:
            out.write(text_of(new))
    with open(file, encoding="utf-8") as current:
        if current.read() != text_of(new):
            fail("docs/schema/table.json does not list the columns that the tables have: run tests/schema.py --update")
    schemas = validators(new)
    for name in registry.keys() ^ REPORTS.keys():
        fail(f"tests/schema.py and the program disagree whether there is a report {name}")
    for name, (report, document) in documents_of(REPORTS).items():
        hold_table(name, document, schemas, report)
    for name, (_, documents) in others.items():
        for document in documents:
            hold_table(name, document, schemas, name)
    answer = run("query", "SELECT 1 AS a, 2.5 AS b, NULL AS c, 'x' AS d", "-f", "json")
    hold("query", answer, schemas[:1])
    few = run("gap", "--have", "9001", "--want", "27001", "--columns", "ref,state", "--where", "state = 'gap'", "-f", "json")
    hold_table("gap with few columns", few, schemas, "gap")
    for change in (
        edit("imsmap", "format", to=2), edit("imsmap", "document", to="diagram"), drop("imsmap"), drop("report"), drop("rows"),
        drop("notes"), edit("columns", 0, "key", to=None), drop("columns", 0, "title"), edit("rows", 0, "state", to=3),
        edit("rows", 0, to=["a list"]), edit("rows", 0, "_row", to="section"), edit("caption", 0, to={}),
    ):
        refuse("gap", few, schemas[0], change)
    refuse("gap", few, schemas[1], edit("rows", 0, "statte", to="gap"))
    refuse("gap", few, schemas[1], edit("more", to=1))
    counted = run("coverage", *ON_REGISTER, "-q", "-f", "json")
    refuse("coverage", counted, schemas[0], edit("rows", 0, "counts", to="one"))


def check_diagrams():
    schemas = validators(read("diagram.json"))
    listed = subprocess.run([PROGRAM, "diagram", "--list"], capture_output=True, text=True, check=True).stdout
    names = {line.split()[0] for line in listed.splitlines() if line and line[0] != " "}
    for name in names - DIAGRAMS.keys():
        fail(f"tests/schema.py draws no diagram {name}")
    drawn = documents_of({name: DIAGRAMS[name] for name in DIAGRAMS if name in names}, ("diagram",))
    for name, (_, document) in drawn.items():
        hold(name, document, schemas)
    hub = drawn["diagram hub 9001 20000-1 27001"][1]
    for change in (
        edit("imsmap", "format", to=0), drop("imsmap"), drop("objects"), edit("objects", 0, "pos", to="here"),
        drop("objects", 0, "_gvid"), edit("edges", 0, "tail", to="n1"), edit("bb", to=[0, 0, 1, 1]), drop("edges", 0, "class"),
    ):
        refuse("hub", hub, schemas[0], change)
    refuse("hub", hub, schemas[1], edit("objects", 0, "colour", to="red"))


with tempfile.TemporaryDirectory() as work:
    check_tables(work, "--update" in sys.argv[3:])
check_diagrams()
for failure in failures:
    print(failure)
sys.exit(bool(failures))
