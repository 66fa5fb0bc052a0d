#!/usr/bin/env python3
"""Hostile texts come out as text, of every report in every format: check.py PROGRAM ROOT

Every report is asked in JSON first. In the other formats the long form has to say the same, as parsers of these formats
read it; the wide form has to be as harmless. The world is in world.py, what reads the formats in formats.py.
"""
import json
import os
import subprocess
import sys
import tempfile

import formats
import world

PROGRAM = os.path.abspath(sys.argv[1])
WORLD = ["--no-builtin", "-m", "mappings.xml"]
REGISTER = ["-r", "register.xml", "-r", "documents.csv"]
DAY = ["--at", "2026-11-28"]
HARMLESS = ["--want", "9001,27001", "-r", os.path.join(os.path.abspath(sys.argv[2]), "mappings/examples/provider/register.xlsx"), *DAY]
REPORTS = {
    "checks": [[]],
    "compare": [["a", "c"]],
    "consistency": [["-m", "contradiction.xml"]],
    "correlate": [["a", "c", "h"], ["a", "c", "--reverse"], ["a", "c", "--terms"]],
    "cover": [["c", "--by", "a"]],
    "coverage": [[*REGISTER, *DAY]],
    "duties": [[*REGISTER, *DAY]],
    "explain": [["a/4#1", "c/4#1"], ["a/8#1", "h:1/7#1"]],
    "findings": [[*REGISTER, *DAY]],
    "gap": [["--have", "a", "--want", "c"], [*REGISTER, *DAY, "--want", "a,c"]],
    "impact": [["a/5"]],
    "matrix": [[*REGISTER, *DAY, "--by", "process"], [*REGISTER, *DAY, "--by", "document"]],
    "overlap": [["a", "c", "h"]],
    "register": [REGISTER, [*REGISTER, "--entries"], [*REGISTER, "--problems"]],
    "review": [["a", "c"]],
    "shared": [[*REGISTER, *DAY]],
    "show": [["a"], ["a/6"], ["a/term:t3"]],
    "soa": [[*REGISTER, *DAY]],
    "standards": [[], ["--family", "f"], ["--data"]],
    "suggest": [[*REGISTER, "--all"]],
    "terms": [[], ["script"]],
    "topics": [[]],
}
DIAGRAMS = {
    "hub": ["a", "c"],
    "overlap": ["a", "c"],
    "path": ["a/4#1", "c/4#1"],
    "topics": [],
    "transition": ["a:1", "c:1"],
    "ego": ["a/5"],
    "coverage": [*REGISTER, *DAY],
    "evidence": [*REGISTER, *DAY],
}
TEXT_FORMATS = ("text", "md", "html", "fragment", "csv", "tsv")

failures = []


def fail(text):
    if text not in failures:
        failures.append(text)


def run(*arguments, stdin=None):
    """What it prints, in bytes; None after a failure."""
    done = subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True)
    said = done.stderr.decode()
    for what in formats.unsafe(said):
        fail(f"imsmap {' '.join(arguments)}: {what} in messages")
    if done.returncode or "Sanitizer" in said or "runtime error" in said:
        fail(f"imsmap {' '.join(arguments)}: exit status {done.returncode}: {said[:500]}")
        return None
    return done.stdout


def saved(name, *arguments):
    if run(*arguments, "-o", name) is None:
        return b""
    with open(name, "rb") as file:
        return file.read()


def reports_of_program():
    rows = json.loads(run("query", "--no-builtin", "--schema", "-f", "json"))["rows"]
    return {row["table"] for row in rows if row["kind"] == "report"}


def hold(name, check, *arguments):
    for problem in check(*arguments):
        fail(f"{name}: {problem}")


def check_table(command, seen):
    """One question, in all formats."""
    name = " ".join(command)
    printed = run(*command, "-q", "-f", "json")
    if printed is None:
        return
    table = json.loads(printed)
    if not table["rows"]:
        fail(f"{name}: no row, so it shows nothing")
    said = json.dumps(table, ensure_ascii=False)
    seen.update(text for text in world.TEXTS + world.RAW if json.dumps(text, ensure_ascii=False)[1:-1] in said)
    whole = [*command, "-q"] + ([] if command[0] in ("cite", "query") else ["--notes", "--long"])
    if command[0] == "cite": # other formats have not all of its columns
        table = None
    for form in (whole, [*command, "-q"]):
        for kind in TEXT_FORMATS:
            output = run(*form, *(["--width", "0"] if kind == "text" else []), "-f", kind)
            if output is not None:
                reader = getattr(formats, "check_" + kind)
                hold(f"{' '.join(form)} -f {kind}", reader, output.decode(), table if form is whole else None)
        for kind in ("xlsx", "docx"):
            output = saved("out." + kind, *form)
            if output:
                hold(f"{' '.join(form)} -o x.{kind}", getattr(formats, "check_" + kind), output, table if form is whole else None)


def check_diagrams():
    for diagram, words in DIAGRAMS.items():
        command = ["diagram", diagram, *words, *WORLD, "-q"]
        for kind in ("svg", "dot", "json"):
            output = run(*command, "-f", kind)
            if output is not None:
                hold(f"{' '.join(command)} -f {kind}", getattr(formats, "check_" + kind + "_picture"), output.decode())


def check_whole():
    """Pages and workbooks, which put reports together."""
    for registers in (REGISTER + DAY, []):
        wanted = ["report", "--have", "a", "--want", "c", *WORLD, *registers, "-q", "--title", world.TEXTS[0]]
        hold("page.md", formats.check_md_page, saved("page.md", *wanted).decode())
        for options in ([], ["--fragment"]):
            page = saved("page.html", *wanted, *options).decode()
            hold(" ".join(["page.html", *options]), formats.check_html, page, None)
    run("register", *WORLD, *REGISTER)  # with what it warns of
    hold("workbook", formats.check_xlsx, saved("book.xlsx", "workbook", *WORLD, *REGISTER, *DAY, "-q"), None)


def learn():
    for words in (["report"], ["report", "--fragment"], ["gap"], ["gap", "--notes", "--long"]):
        formats.learn(saved("plain.html", *words, *HARMLESS, "-q").decode())
    formats.learn(run("show", "9001/8.4", "--notes", "-f", "html").decode())
    formats.self_test(fail)


def main():
    seen = set()
    learn()
    for name in reports_of_program() ^ REPORTS.keys():
        fail(f"tests/hostile/check.py and the program disagree whether there is a report {name}")
    for name, lists in REPORTS.items():
        for arguments in lists:
            check_table([name, *WORLD, *arguments], seen)
    check_table(["diff", "register.xml", "documents.csv", *WORLD], seen)
    check_table(["query", "SELECT * FROM clause", *WORLD], seen)
    check_table(["query", "SELECT * FROM entry", *WORLD, *REGISTER], seen)
    with open("text.txt", "w", encoding="utf-8") as file:
        file.write("".join(f"{text} ISO 9001:2015, clause 8.4 and 99.9 {text}\n\n" for text in world.TEXTS + world.RAW))
    check_table(["cite", "text.txt"], seen)
    check_diagrams()
    check_whole()
    for text in set(world.TEXTS + world.RAW) - seen:
        fail(f"no report says {text!r}, so nothing is shown of it")


with tempfile.TemporaryDirectory() as folder:
    world.write(folder)
    os.chdir(folder)
    main()
    os.chdir("/")
for failure in failures[:40]:
    print(failure)
print(f"{len(failures)} failures") if failures else None
sys.exit(bool(failures))
