# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls in C++ text: where a name is called and what stands between its brackets."""

import re
from dataclasses import dataclass

OPENING = {"(": ")", "{": "}", "[": "]"}
CLOSING = set(OPENING.values())


@dataclass(frozen=True)
class Call:
    name: str
    start: int
    inside: int


def calls_of(source, names):
    """Calls `name(…)` and constructions `name{…}`, `name variable(…)`; comments and strings do not count."""
    pattern = re.compile(r"(?<![\w])(" + "|".join(map(re.escape, names)) + r")\s*(?:\b[A-Za-z_]\w*\s*)?[({]")
    for match in pattern.finditer(source.code):
        yield Call(match.group(1), match.start(), match.end())


def arguments_of(source, call):
    """The arguments at the top level of the call, each with the offset at which it begins."""
    code, depth, begin = source.code, 0, call.inside
    for position in range(call.inside, len(code)):
        character = code[position]
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            if depth == 0:
                if code[begin:position].strip() or source.commentless[begin:position].strip():
                    yield _argument(source, begin, position)
                return
            depth -= 1
        elif character == "," and depth == 0:
            yield _argument(source, begin, position)
            begin = position + 1


def _argument(source, begin, end):
    text = source.commentless[begin:end]
    return begin + len(text) - len(text.lstrip()), text
