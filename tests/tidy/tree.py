# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree as the rules see it: its files, their includes, their code without comments and strings."""

import functools
import os
import pathlib
import re
import subprocess
from dataclasses import dataclass

SKIPPED_FOLDERS = {".git", ".cache", "build", "__pycache__"}
CPP_SUFFIXES = (".h", ".cpp")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<[^>\n]+>|"[^"\n]+")', re.MULTILINE)
# Raw strings first: their contents may hold quotes. A quote behind a digit separates digits (1'000).
TOKEN = re.compile(
    r'(?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\((?P<rawtext>.*?)\)(?P=mark)")'
    r'|(?P<string>(?:u8|u|U|L)?"(?P<text>(?:[^"\\\n]|\\.)*)")'
    r"|(?P<char>(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+')"
    r'|(?P<comment>//(?:[^\n\\]|\\.)*|/\*.*?\*/)',
    re.DOTALL,
)


@dataclass(frozen=True)
class Finding:
    """One place that breaks a rule: what it is and how to mend it."""

    rule: str
    path: str
    line: int
    what: str
    mend: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.what} — {self.mend} [{self.rule}]"


@dataclass(frozen=True)
class Literal:
    """A string literal: where its first quote or prefix stands, and what is written between the quotes."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Include:
    line: int
    target: str
    quoted: bool


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


class SourceFile:
    """One C++ file, read once."""

    def __init__(self, path, text):
        self.path = path
        self.text = text

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1

    @functools.cached_property
    def _scanned(self):
        literals, without_strings, without_comments, last = [], [], [], 0
        for token in TOKEN.finditer(self.text):
            between = self.text[last:token.start()]
            without_strings.append(between)
            without_comments.append(between)
            whole = token.group()
            without_strings.append(_blank(whole))
            without_comments.append(_blank(whole) if token["comment"] else whole)
            if token["string"] is not None:
                literals.append(Literal(token.start(), token.end(), token["text"]))
            elif token["raw"] is not None:
                literals.append(Literal(token.start(), token.end(), token["rawtext"]))
            last = token.end()
        rest = self.text[last:]
        return literals, "".join(without_strings) + rest, "".join(without_comments) + rest

    @property
    def literals(self):
        """All string literals except those of include lines."""
        return [each for each in self._scanned[0] if not self._in_include(each)]

    @property
    def code(self):
        """The text with comments, strings and characters blanked; offsets and lines stay."""
        return self._scanned[1]

    @property
    def commentless(self):
        """The text with comments blanked; offsets and lines stay."""
        return self._scanned[2]

    @functools.cached_property
    def includes(self):
        found = []
        for match in INCLUDE.finditer(self.commentless):
            target = match.group(1)
            found.append(Include(self.line_of(match.start(1)), target[1:-1], target[0] == '"'))
        return found

    def _in_include(self, literal):
        start = self.text.rfind("\n", 0, literal.start) + 1
        return INCLUDE.match(self.text[start:literal.end]) is not None


class Tree:
    """Every file of the project that git knows or would add; without git, every file that is there."""

    def __init__(self, root):
        self.root = pathlib.Path(root).resolve()

    @functools.cached_property
    def paths(self):
        listed = self._from_git() or self._from_disk()
        return sorted(path for path in listed if (self.root / path).is_file())

    @functools.cached_property
    def sources(self):
        return [SourceFile(path, self.read(path)) for path in self.paths if path.endswith(CPP_SUFFIXES)]

    @property
    def product(self):
        """C++ that becomes part of a program: all but the tests and the build's own headers."""
        return [each for each in self.sources if not each.path.startswith(("tests/", "cmake/"))]

    def read(self, path):
        return (self.root / path).read_bytes().decode("utf-8", errors="replace")

    def _from_git(self):
        """Nothing when this is no clone, or git is not there."""
        if not (self.root / ".git").exists():
            return set()
        # A build machine may run as another user than the owner of the clone; listing files there does no harm.
        command = ["git", "-c", "safe.directory=*", "-C", str(self.root),
                   "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        try:
            run = subprocess.run(command, check=False, capture_output=True)
        except OSError:
            return set()
        return {path for path in run.stdout.decode("utf-8").split("\0") if path and run.returncode == 0}

    def _from_disk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = [each for each in folders if each not in SKIPPED_FOLDERS]
            for name in files:
                yield pathlib.Path(folder, name).relative_to(self.root).as_posix()
