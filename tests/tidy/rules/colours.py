# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours are tokens of the theme; only ui/desktop/theme knows their values."""

import re

from tree import Finding

RULE = "colours"

THEME = "ui/desktop/theme"
HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![\w-])")
CODE = re.compile(
    r"\bsetStyleSheet\b|\bQColor(?:::fromRgb\w*|\s+\w+)?\s*[({]\s*(?:0x)?\d|\bQColorConstants\b"
    r"|\bQt::(?:(?:dark|light)?(?:Red|Green|Blue|Cyan|Magenta|Yellow|Gray)|red|green|blue|cyan|magenta|yellow|gray|black|white)\b")
MEND = "take the colour from the theme (ui/desktop/theme), so that dark and high contrast follow"


def check(tree):
    for source in tree.product:
        if source.path.startswith((THEME + "/", THEME + ".")):
            continue
        for literal in source.literals:
            match = HEX.search(literal.value)
            if match:
                yield Finding(RULE, source.path, source.line_of(literal.start), f"a literal colour {match.group()}", MEND)
        for match in CODE.finditer(source.code):
            yield Finding(RULE, source.path, source.line_of(match.start()), f"colours outside the theme ({match.group().strip()})", MEND)
