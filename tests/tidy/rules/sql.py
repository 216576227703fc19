# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL stands in .sql files, one statement each, and is compiled in by crema_sql."""

import re

from tree import Finding

RULE = "sql"

# People's sentences begin with a capital ("Select a product from the list"), so mixed case never counts.
STATEMENTS = tuple(re.compile(pattern, re.DOTALL) for pattern in (
    r"\bSELECT\b.*\bFROM\b|^\s*SELECT\b|^\s*select\b.*(\bfrom\b|\()",
    r"\bINSERT (OR \w+ )?INTO\b|^\s*insert into\b",
    r"\bUPDATE\s+\S+\s+SET\b|^\s*update\s+\S+\s+set\b",
    r"\bDELETE FROM\b|^\s*delete from\b",
    r"\b(CREATE|ALTER|DROP) (OR REPLACE |TEMP |TEMPORARY |UNIQUE |VIRTUAL |UNLOGGED )?"
    r"(TABLE|INDEX|VIEW|SCHEMA|TRIGGER|FUNCTION|TYPE|ROLE|DATABASE|EXTENSION|SEQUENCE)\b|^\s*(create|alter|drop) table\b",
    r"^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA|VACUUM|ANALYZE|TRUNCATE|LISTEN|UNLISTEN|NOTIFY|"
    r"SET (LOCAL|SESSION|TRANSACTION)|LOCK TABLE|COPY \S+ (FROM|TO)|ATTACH|DETACH|WITH \w+ AS)\b",
    r"^\s*(begin immediate|begin transaction|savepoint|pragma|vacuum|truncate table)\b",
))


def check(tree):
    for source in tree.product:
        for start, text in _joined(source):
            if any(pattern.search(text) for pattern in STATEMENTS):
                yield Finding(RULE, source.path, source.line_of(start), f'SQL in C++ ("{_short(text)}")',
                              "put the statement into a .sql file beside the code, named verb_noun.sql")


def _joined(source):
    """Literals that stand side by side are one string to the compiler, and to this rule."""
    start, end, text = None, None, ""
    for literal in source.literals:
        if end is not None and not source.commentless[end:literal.start].strip():
            text, end = text + literal.value, literal.end
            continue
        if start is not None:
            yield start, text
        start, end, text = literal.start, literal.end, literal.value
    if start is not None:
        yield start, text


def _short(text):
    flat = " ".join(text.replace("\\n", " ").split())
    return flat if len(flat) <= 40 else flat[:39] + "…"
