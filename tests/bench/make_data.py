#!/usr/bin/env python3
"""Writes a public crosswalk collection in the format of imsmap.

usage: make_data.py DATA_DIR OUT [TIMES]

DATA_DIR holds ciso-nodes.tsv.gz and ciso-edges.tsv.gz (identifiers and relations only; not part of this project). URNs
serve as ids. TIMES > 1 repeats the whole under other names, for measuring growth.
"""
import gzip
import os
import sys
from xml.sax.saxutils import quoteattr

RELATION = {"equal": "equal", "subset": "subset", "superset": "superset", "intersect": "intersects",
            "not_related": "disjoint"}


STRENGTH = {str(k) for k in range(11)}
RATIONALE = {"syntactic", "semantic", "functional"}


def read(folder, name):
    with gzip.open(os.path.join(folder, name), "rt", encoding="utf-8") as stream:
        return [line.rstrip("\n").split("\t") for line in stream][1:]


def clean(urn):
    """An id holds no white space, slash or hash."""
    return "".join("_" if c.isspace() or c in "/#" else c for c in urn)


def main():
    folder, out = sys.argv[1:3]
    times = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    editions, of_node = {}, {}
    for framework, urn, _ref, parent, _depth, _assessable in read(folder, "ciso-nodes.tsv.gz"):
        framework, urn, parent = clean(framework), clean(urn), clean(parent)
        if (framework, urn) not in of_node:
            of_node[framework, urn] = True
            editions.setdefault(framework, []).append((urn, parent))
    sets = {}
    for mapping, source_fw, target_fw, source, target, relation, strength, rationale in read(folder, "ciso-edges.tsv.gz"):
        key = clean(mapping), clean(source_fw), clean(target_fw)
        source, target = clean(source), clean(target)
        for framework, urn in ((key[1], source), (key[2], target)):
            if (framework, urn) not in of_node:  # an end that no framework of the collection defines
                of_node[framework, urn] = True
                editions.setdefault(framework, []).append((urn, ""))
        if (key[1], source) != (key[2], target):
            said = f' strength="{strength}"' if strength in STRENGTH else ""
            said += f' rationale="{rationale}"' if rationale in RATIONALE else ""
            rows = sets.setdefault(key, {})
            while rows.setdefault((source, target), (RELATION[relation], said))[0] != RELATION[relation]:
                key = key[0] + "~", key[1], key[2]  # one set says one thing of a pair; what else it says goes into another
                rows = sets.setdefault(key, {})
    with open(out, "w", encoding="utf-8") as stream:
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<imsmap version="1">\n')
        for k in range(times):
            copy = f"{k}." if k else ""
            for framework, clauses in editions.items():
                known = {urn for urn, _ in clauses}
                stream.write(f"  <edition id={quoteattr(copy + framework)} name={quoteattr(framework)}>\n")
                for urn, parent in clauses:
                    above = f" parent={quoteattr(copy + parent)}" if parent in known else ""
                    stream.write(f'    <clause number={quoteattr(copy + urn)}{above} force="requirement"/>\n')
                stream.write("  </edition>\n")
            for (mapping, source_fw, target_fw), rows in sets.items():
                stream.write(f"  <mapping-set id={quoteattr(copy + mapping + '>' + source_fw + '>' + target_fw)} "
                             f"source={quoteattr(copy + source_fw)} target={quoteattr(copy + target_fw)} "
                             'intersects="loose">\n')
                for (source, target), (relation, said) in rows.items():
                    stream.write(f"    <relation source={quoteattr(copy + source)} is={quoteattr(relation)} "
                                 f"target={quoteattr(copy + target)}{said}/>\n")
                stream.write("  </mapping-set>\n")
        stream.write("</imsmap>\n")
    print(f"{out}: {os.path.getsize(out)} bytes, {len(of_node) * times} clauses, "
          f"{sum(map(len, sets.values())) * times} relations")


main()
