#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks by program what the house promises by words (docs/architecture.md). Exit 0: in order, 1: findings."""

import argparse
import pathlib
import sys

import allowances
import rules
from tree import Tree

HERE = pathlib.Path(__file__).resolve().parent


def findings_of(tree, checked=rules.ALL):
    return [finding for rule in checked for finding in rule.check(tree)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=HERE.parent.parent, help="the project's root")
    parser.add_argument("--list-migrations", action="store_true", help="take migrations that are not listed yet into the list")
    arguments = parser.parse_args()
    root = pathlib.Path(arguments.root)
    if arguments.list_migrations:
        rules.migrations.list_new(Tree(root))

    allowed = allowances.parse((root / "tests/tidy/allowed.txt").read_text(encoding="utf-8"))
    tree = Tree(root)
    left, unused = allowances.apply(findings_of(tree), allowed, tree.paths)
    for finding in sorted(left, key=lambda each: (each.path, each.line, each.rule)):
        print(finding)
    for each in unused:
        print(f"tests/tidy/allowed.txt:{each.line}: nothing needs the exception '{each.rule} {each.pattern}' — "
              "remove the line, so that the list stays the truth [allowed]")
    print(f"tidy: {len(tree.paths)} files, {len(left) + len(unused)} findings", file=sys.stderr)
    return 1 if left or unused else 0


if __name__ == "__main__":
    sys.exit(main())
