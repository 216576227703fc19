# SPDX-License-Identifier: GPL-3.0-or-later
"""Files stay small, are written by people, and are text."""

import re

from tree import Finding

RULE = "files"

MOST_LINES = 500
COUNTED = (".h", ".cpp", ".py", ".sh", ".sql", ".cmake", "CMakeLists.txt")
GENERATED = re.compile(
    r"(^|/)(moc_[^/]*|qrc_[^/]*|ui_[^/]*\.h|CMakeCache\.txt|build\.ninja|core|__pycache__/.*|.*_autogen/.*)$"
    r"|\.(o|a|so|qm|pyc|orig|rej|log|db|sqlite|gcda|gcno|swp)$")
PICTURES = (".png", ".ico", ".icns", ".jpg", ".woff2", ".ttf")


def check(tree):
    for path in tree.paths:
        if GENERATED.search(path):
            yield Finding(RULE, path, 1, "a generated file", "remove it from git; the build makes it anew")
            continue
        content = (tree.root / path).read_bytes()
        if b"\0" in content[:8192] and not _is_picture(path):
            yield Finding(RULE, path, 1, "a binary file", "keep sources as text; pictures stand in resources/ or docs/")
        lines = content.count(b"\n")
        if lines > MOST_LINES and path.endswith(COUNTED):
            yield Finding(RULE, path, MOST_LINES + 1, f"{lines} lines", f"split it by idea; {MOST_LINES} lines are the most")


def _is_picture(path):
    return path.startswith(("resources/", "docs/", "installer/")) and path.endswith(PICTURES)
