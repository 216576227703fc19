# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever is woken by an alert finds what to do: each rule points to its section of docs/runbook.md."""

import re

from tree import Finding

RULE = "runbook"

FOLDER = "resources/alerts/"
RUNBOOK = "docs/runbook.md"
ALERT = re.compile(r"^\s*- alert: (\w+)\s*$")
ADDRESS = re.compile(rf"^\s*runbook_url: {re.escape(RUNBOOK)}#([\w-]+)\s*$")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(text):
    """The anchors of a page's headings, as Markdown readers make them."""
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def check(tree):
    known = anchors(tree.read(RUNBOOK)) if RUNBOOK in tree.paths else set()
    for path in tree.paths:
        if path.startswith(FOLDER):
            yield from check_rules(path, tree.read(path), known)


def check_rules(path, text, known):
    begun = None  # the line and name of the alert that has no address yet
    for number, line in enumerate([*text.splitlines(), "- alert: end"], 1):
        if alert := ALERT.match(line):
            if begun:
                yield Finding(RULE, path, begun[0], f"{begun[1]} has no runbook_url",
                              f"write what to do into {RUNBOOK} and point there")
            begun = (number, alert[1])
        elif begun and (address := ADDRESS.match(line)):
            if address[1] not in known:
                yield Finding(RULE, path, number, f"{RUNBOOK} has no section #{address[1]}", "write it")
            begun = None
