# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/sync.md names files and tests: each of them is there."""

import re

from tree import Finding

RULE = "documents"

DOCUMENT = "docs/sync.md"
QUOTED = re.compile(r"`([^`]+)`")
PLACE = re.compile(r"^[a-z][\w-]*(/[\w.-]+)+$")
TEST_NAME = re.compile(r"^[A-Z]\w*\.[A-Z]\w*$")
TEST = re.compile(r"^(?:TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_PROP)\((\w+),\s*(\w+)", re.MULTILINE)


def check(tree):
    if DOCUMENT not in tree.paths:
        return
    paths = set(tree.paths)
    tests = {f"{suite}.{name}" for each in tree.sources if each.path.startswith("tests/")
             for suite, name in TEST.findall(tree.read(each.path))}
    for number, line in enumerate(tree.read(DOCUMENT).splitlines(), 1):
        for quoted in QUOTED.findall(line):
            if PLACE.match(quoted) and quoted not in paths and not any(path.startswith(quoted + "/") for path in paths):
                yield Finding(RULE, DOCUMENT, number, f"there is no {quoted}", "name the file that there is")
            if TEST_NAME.match(quoted) and quoted not in tests:
                yield Finding(RULE, DOCUMENT, number, f"there is no test {quoted}", "name the test that holds the rule")
