# SPDX-License-Identifier: GPL-3.0-or-later
"""Migrations are numbered without gaps and never edited: tests/tidy/migrations.txt keeps their checksums."""

import hashlib
import re

from tree import Finding

RULE = "migrations"

LIST = "tests/tidy/migrations.txt"
# One database is one series: all of sync/ (the local store), all of platform/, whatever folder a file is in.
PLACE = re.compile(r"^(?P<series>(?!tests/)[^/]+)/(.*/)?migrations/.*\.sql$")
NAME = re.compile(r"^(?P<number>\d{3,4})_[a-z0-9_]+\.sql$")


def listed(text):
    """The lines `sha256  path` as {path: (line number, sha256)}."""
    result = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            checksum, _, path = line.partition("  ")
            result[path.strip()] = (number, checksum)
    return result


def check(tree):
    known = listed(tree.read(LIST)) if LIST in tree.paths else {}
    series = {}
    for path in tree.paths:
        place = PLACE.match(path)
        if not place:
            continue
        name = NAME.match(path.rsplit("/", 1)[-1])
        if not name:
            yield Finding(RULE, path, 1, "a migration without a number", "name it 001_what_it_does.sql")
            continue
        numbers = series.setdefault(place["series"], {})
        yield from _check_twin(numbers, int(name["number"]), path)
        yield from _check_sum(tree, path, known)
    for numbers in series.values():
        yield from _check_numbers(numbers)
    for path, (line, _) in known.items():
        if path not in tree.paths:
            yield Finding(RULE, LIST, line, f"{path} is gone", "migrations are never removed: bring it back")


def list_new(tree):
    """Appends the migrations that the list does not name yet; lines that are there stay as they are."""
    known = listed(tree.read(LIST))
    with (tree.root / LIST).open("a", encoding="utf-8") as file:
        for path in tree.paths:
            if PLACE.match(path) and path not in known:
                file.write(f"{_checksum(tree, path)}  {path}\n")


def _checksum(tree, path):
    return hashlib.sha256((tree.root / path).read_bytes()).hexdigest()


def _check_twin(numbers, number, path):
    """Two dialects of one migration share its name and number; nothing else does."""
    twin = numbers.setdefault(number, path)
    if twin.rsplit("/", 1)[-1] != path.rsplit("/", 1)[-1]:
        yield Finding(RULE, path, 1, f"{twin} has the same number", "give the newer one the next free number")


def _check_sum(tree, path, known):
    checksum = _checksum(tree, path)
    if path not in known:
        yield Finding(RULE, path, 1, "a new migration", f"run tests/tidy/tidy.py --list-migrations, or add to {LIST}: {checksum}  {path}")
    elif known[path][1] != checksum:
        yield Finding(RULE, path, 1, "a migration was edited",
                      "stores in the field already ran it: restore it and write a new one with the next number")


def _check_numbers(numbers):
    for expected, number in enumerate(sorted(numbers), 1):
        if number != expected:
            yield Finding(RULE, numbers[number], 1, f"number {number} follows {expected - 1}",
                          f"the next number is {expected}: gaps hide a lost migration")
            return
