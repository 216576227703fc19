# SPDX-License-Identifier: GPL-3.0-or-later
"""What g++ 12 gets wrong in coroutines: each of these crashed or lost data here before the rule stood."""

import re

from tree import Finding

RULE = "coroutines"

MISCOMPILED = tuple((re.compile(pattern), what, mend) for pattern, what, mend in (
    (r"\bco_await\b[^;{]*[(,]\s*\[[^\]\n]+\]\s*(?=[({]|mutable\b)", "a closure with captures inside co_await (g++ 12 destroys them twice)",
     "name the task first, then await it"),
    (r"\?[^;{}]*\bco_await\b[^;{}]*:", "co_await inside a conditional expression (g++ 12 destroys its temporaries twice)",
     "write it as an if"),
    (r"\bco_return\s+m_\w+\s*;", "co_return of a member (g++ 12 moves it out)", "return a copy in a local"),
))


def check(tree):
    for source in tree.product:
        for pattern, what, mend in MISCOMPILED:
            for match in pattern.finditer(source.code):
                yield Finding(RULE, source.path, source.line_of(match.start()), what, mend)
