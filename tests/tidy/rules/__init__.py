# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules, one idea a file. Each has a function check(tree) that yields findings."""

from . import (
    arrows,
    colours,
    coroutines,
    cycles,
    documents,
    files,
    libraries,
    licence,
    markup,
    migrations,
    names,
    runbook,
    seams,
    sql,
    texts,
)

ALL = (arrows, cycles, libraries, seams, coroutines, sql, texts, markup, colours, licence, files, names, migrations,
       documents, runbook)
