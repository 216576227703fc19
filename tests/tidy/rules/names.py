# SPDX-License-Identifier: GPL-3.0-or-later
"""File names are lower_snake_case and say what is inside."""

import re

from tree import Finding

RULE = "names"

SNAKE = re.compile(r"^[a-z0-9]+(_[a-z0-9]+)*\.(h|cpp|py|sql)$")
EMPTY_WORDS = re.compile(r"(^|_)(manager|helpers?|utils?|common|info|misc)(?=[_.])")
EXEMPT = {"__init__.py"}


def check(tree):
    for path in tree.paths:
        name = path.rsplit("/", 1)[-1]
        if not name.endswith((".h", ".cpp", ".py", ".sql")) or name in EXEMPT:
            continue
        if not SNAKE.match(name):
            yield Finding(RULE, path, 1, "the file name is not lower_snake_case", "rename it")
        word = EMPTY_WORDS.search(name)
        if word:
            yield Finding(RULE, path, 1, f'"{word.group(2)}" says nothing', "name the one idea in the file")
