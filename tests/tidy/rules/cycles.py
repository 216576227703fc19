# SPDX-License-Identifier: GPL-3.0-or-later
"""No file includes itself by a round way."""

from tree import Finding

RULE = "cycles"


def check(tree):
    graph = {source.path: source for source in tree.sources}
    done = set()
    for path in graph:
        yield from _search(path, graph, [], done)


def _search(path, graph, trail, done):
    if path in done:
        return
    trail.append(path)
    for include in graph[path].includes:
        if include.target in trail:
            ring = trail[trail.index(include.target):] + [include.target]
            yield Finding(RULE, path, include.line, "include cycle " + " → ".join(ring),
                          "declare the class ahead in one header, or split what both need into a third file")
        elif include.target in graph:
            yield from _search(include.target, graph, trail, done)
    trail.pop()
    done.add(path)
