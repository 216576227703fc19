# SPDX-License-Identifier: GPL-3.0-or-later
"""The named exceptions of allowed.txt: `rule  path pattern  # reason`, one a line."""

import fnmatch
import re
from dataclasses import dataclass

LINE = re.compile(r"^(?P<rule>[a-z-]+)\s+(?P<pattern>\S+)\s+#\s*(?P<reason>\S.*)$")


@dataclass(frozen=True)
class Allowance:
    line: int
    rule: str
    pattern: str

    def covers(self, finding):
        return self.rule == finding.rule and fnmatch.fnmatchcase(finding.path, self.pattern)

    def names_any(self, paths):
        return any(fnmatch.fnmatchcase(path, self.pattern) for path in paths)


def parse(text):
    """Reads the allowances; a line without a reason raises ValueError, because an exception nobody explained is none."""
    result = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.match(line)
        if not match:
            raise ValueError(f"allowed.txt:{number}: expected `rule  path pattern  # reason`, found: {line}")
        result.append(Allowance(number, match["rule"], match["pattern"]))
    return result


def apply(findings, allowances, paths):
    """Returns the findings that no allowance covers, and the allowances whose files need them no more."""
    used, left = set(), []
    for finding in findings:
        covering = [each for each in allowances if each.covers(finding)]
        used.update(covering)
        if not covering:
            left.append(finding)
    unused = [each for each in allowances if each not in used and each.names_any(paths)]
    return left, unused
