# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence in the first line, behind #! if there is one."""

import re

from tree import Finding

RULE = "licence"

MARK = {
    ".h": "//", ".cpp": "//", ".py": "#", ".sh": "#", ".cmake": "#", ".sql": "--",
}
NAMES = {"CMakeLists.txt": "#", "dev": "#"}


def comment_mark(path, text):
    name = path.rsplit("/", 1)[-1]
    suffix = name[name.rfind("."):] if "." in name else ""
    if name in NAMES or suffix in MARK:
        return NAMES.get(name) or MARK[suffix]
    return "#" if re.match(r"#!.*\b(sh|bash|python3?)\b", text) else None


def check(tree):
    for path in tree.paths:
        text = tree.read(path)
        mark = comment_mark(path, text)
        if mark is None:
            continue
        lines = text.splitlines()[:2]
        line = lines[1] if lines and lines[0].startswith("#!") and len(lines) > 1 else (lines or [""])[0]
        expected = f"{mark} SPDX-License-Identifier: GPL-3.0-or-later"
        if line.strip() != expected:
            yield Finding(RULE, path, 1, "no licence line", f"begin the file with `{expected}`")
