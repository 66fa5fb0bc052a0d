#!/usr/bin/env python3
"""Progress on a terminal, and nowhere else: progress.py PROGRAM

A register grows until a report on it takes long enough. The output is the same bytes whoever watches.
"""
import os
import pty
import re
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1])
LONG = 2.5  # seconds; the line comes after one
failures = []


def expect(good, what):
    if not good:
        failures.append(what)


def make_register(rows):
    with open("register.csv", "w", encoding="utf-8") as file:
        file.write("ID,Title,Systems,Clauses,Owner,Status,Approved on\n")
        for i in range(rows):
            file.write(f"D{i},Procedure number {i},QMS,9001:2015 {4 + i % 7}.{1 + i % 3},Owner {i % 50},valid,2026-01-{1 + i % 28:02}\n")


def on_terminal(*arguments, term="xterm"):
    """What standard error shows there, and how long it took; standard output goes to the file `out`."""
    start = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.dup2(os.open("out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
        environment = {**os.environ, "TERM": term}
        if not term:
            del environment["TERM"]
        os.execve(PROGRAM, [PROGRAM, *arguments], environment)
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    status = os.waitpid(child, 0)[1]
    os.close(terminal)
    expect(status == 0, f"{arguments}: exit status {status}")
    return shown.decode(), time.monotonic() - start


def seen(shown):
    """What is left on the screen: each carriage return writes over what was there."""
    row = ""
    for part in shown.split("\r"):
        row = part + row[len(part):]
    return row.rstrip()


def contents(name):
    with open(name, "rb") as file:
        return file.read()


def main():
    with open("imsmap.xml", "w", encoding="utf-8") as file:
        file.write("<register version='1'><system id='QMS' edition='9001:2015'/></register>\n")
    command = ["coverage", "-r", "register.csv", "--at", "2026-11-28", "-f", "csv"]
    took, rows = 0, 25000
    while took < LONG and rows < 3000000:
        rows *= 2
        make_register(rows)
        start = time.monotonic()
        plain = subprocess.run([PROGRAM, *command], capture_output=True)
        took = time.monotonic() - start
        expect(plain.returncode == 0, f"exit status {plain.returncode}: {plain.stderr}")
    expect(plain.stderr == b"", f"not on a terminal: {plain.stderr!r}")

    shown, took = on_terminal(*command)
    steps = re.findall(r"imsmap: [a-z ]+(?:: [0-9]+ [A-Za-z ]+)?", shown)
    expect(len(steps) >= 2, f"nothing was shown in {took:.1f} seconds: {shown!r}")
    expect(len(steps) / 2 <= 10 * took, f"{len(steps) // 2} lines in {took:.1f} seconds")  # each is written twice
    expect(seen(shown) == "", f"left on the screen: {seen(shown)!r}")
    expect("\x1b" not in shown and "\n" not in shown, f"more than a line: {shown!r}")
    expect(contents("out") == plain.stdout, "another output when somebody watches")

    shown, _ = on_terminal(*command, "-o", "file.csv")
    expect("imsmap: " in shown and seen(shown) == "", f"with a file: {shown!r}")
    expect(contents("file.csv") == plain.stdout, "another file when somebody watches")

    for what, arguments, term in (("quiet", [*command, "-q"], "xterm"), ("dumb", command, "dumb"), ("no TERM", command, "")):
        shown, _ = on_terminal(*arguments, term=term)
        expect(shown == "", f"{what}: {shown!r}")
    shown, took = on_terminal("standards")
    expect(shown == "" or took > 1, f"after {took:.1f} seconds: {shown!r}")
    # a message takes the place of the line
    with open("register.csv", "a", encoding="utf-8") as file:
        file.write("D1,Again,QMS,9001:2015 99.9,Owner,valid,2026-01-01\n")
    shown, _ = on_terminal(*command)
    for line in shown.replace("\r\n", "\n").split("\n"):
        expect(not re.search(r"\S.*imsmap: (reading|following|weighing).*register.csv", seen(line)), f"over each other: {line!r}")
    expect("register.csv:" in shown, f"no message: {shown!r}")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    main()
    os.chdir("/")
for failure in failures:
    print(failure[:1000])
sys.exit(bool(failures))
