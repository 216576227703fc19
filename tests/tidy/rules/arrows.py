# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: the arrows of docs/architecture.md, and includes written from the root."""

from tree import Finding

RULE = "arrows"

# The folders that are layers; the longest that is a prefix of a path is its layer.
LAYERS = (
    "models", "sync", "reports", "reports/documents", "reports/page",
    "ui/presenters", "ui/desktop", "ui/terminal", "ui/command",
    "platform", "app", "app/handover", "app/device", "app/desktop", "app/desktop/example", "app/terminal",
    "app/platform",
    "translations",
)

REPORTS = {"reports", "reports/documents", "reports/page"}
CLIENT = REPORTS | {"sync", "models"}

# Besides itself a layer may include these. The tests are free and stand outside.
ARROWS = {
    "models": set(),
    "sync": {"models"},
    "reports/documents": {"models"},
    "reports/page": {"models", "reports/documents"},
    "reports": CLIENT,
    "ui/presenters": CLIENT,
    "ui/desktop": {"ui/presenters", "models"},
    "ui/terminal": {"ui/presenters", "models"},
    "ui/command": {"ui/presenters", "models"},
    "platform": {"models", "reports/documents", "reports/page"},
    "app": {"models"},
    # A verb that was typed, on its way to the program that holds the store (ADR 020).
    "app/handover": {"ui/command", "ui/presenters", "models"},
    "app/device": {"app", "app/handover", "ui/presenters"} | CLIENT,
    "app/desktop": {"app", "app/device", "app/desktop/example", "ui/desktop", "ui/presenters"} | CLIENT,
    # The shop in memory of both faces' pictures and self-tests; it knows no widgets.
    "app/desktop/example": {"ui/presenters"} | CLIENT,
    "app/terminal": {"app", "app/device", "app/desktop/example", "app/handover", "ui/terminal", "ui/command",
                     "ui/presenters"} | CLIENT,
    "app/platform": {"app", "platform", "models", "reports/documents", "reports/page"},
    "translations": set(),
}


def layer_of(path):
    inside = [layer for layer in LAYERS if path.startswith(layer + "/")]
    return max(inside, key=len, default=None)


def check(tree):
    known = {source.path for source in tree.sources}
    for source in tree.sources:
        free = source.path.startswith("tests/")
        for include in source.includes:
            if include.quoted:
                yield from _check_spelling(source, include, known)
            elif include.target in known:
                yield Finding(RULE, source.path, include.line, f"<{include.target}> is a file of the project",
                              f'write #include "{include.target}"')
            if not free and include.target in known:
                yield from _check_arrow(source, include)


def _check_spelling(source, include, known):
    if include.target in known or include.target.endswith(".moc") or source.path.startswith("cmake/"):
        return
    yield Finding(RULE, source.path, include.line, f'"{include.target}" is no file of the project',
                  'project includes are written from the root ("models/money/money.h"), libraries in <>')


def _check_arrow(source, include):
    here, there = layer_of(source.path), layer_of(include.target)
    if here is None:
        yield Finding(RULE, source.path, include.line, "this folder belongs to no layer",
                      "move the file into a layer, or add the layer to tests/tidy/rules/arrows.py and to the architecture page")
    elif there is None:
        yield Finding(RULE, source.path, include.line, f"product code includes {include.target}",
                      "include only files of a layer")
    elif there != here and there not in ARROWS[here]:
        allowed = ", ".join(sorted(ARROWS[here])) or "nothing else"
        yield Finding(RULE, source.path, include.line, f"{here} includes {there}",
                      f"{here} may include {allowed}; move what you need down, or pass it in through an interface")
