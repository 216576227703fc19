# SPDX-License-Identifier: GPL-3.0-or-later
"""Some documents name files and tests: each of them is there."""

import re

from tree import Finding

RULE = "documents"

DOCUMENTS = ("docs/security.md", "docs/sync.md", "docs/testing.md")
QUOTED = re.compile(r"`([^`]+)`")
PLACE = re.compile(r"^[a-z][\w-]*(/[\w.-]+)+$")
TEST_NAME = re.compile(r"^[A-Z]\w*\.[A-Z]\w*$")
TEST = re.compile(r"^(?:TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_PROP)\((\w+),\s*(\w+)", re.MULTILINE)


def check(tree):
    paths = set(tree.paths)
    tests = {f"{suite}.{name}" for each in tree.sources if each.path.startswith("tests/")
             for suite, name in TEST.findall(tree.read(each.path))}
    for document in DOCUMENTS:
        if document in paths:
            yield from check_document(document, tree.read(document), paths, tests)


def check_document(document, text, paths, tests):
    for number, line in enumerate(text.splitlines(), 1):
        for quoted in QUOTED.findall(line):
            if PLACE.match(quoted) and quoted not in paths and not any(path.startswith(quoted + "/") for path in paths):
                yield Finding(RULE, document, number, f"there is no {quoted}", "name the file that there is")
            if TEST_NAME.match(quoted) and quoted not in tests:
                yield Finding(RULE, document, number, f"there is no test {quoted}", "name the test that holds the rule")
