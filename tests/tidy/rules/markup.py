# SPDX-License-Identifier: GPL-3.0-or-later
"""What people typed is shown as plain text: Qt would take what looks like markup for markup."""

import re

from calls import arguments_of, calls_of
from tree import Finding

RULE = "markup"

# The only maker of labels with text, which says that it is plain.
MAKER = "ui/desktop/widgets/text.cpp"
RICH = re.compile(r"\bQt::(?:RichText|AutoText|MarkdownText)\b|\bsetHtml\b|\binsertHtml\b|\bsetMarkdown\b|\bQTextBrowser\b"
                  r"|\bnew QTextEdit\b|\bQErrorMessage\b|\bQMessageBox::(?:warning|information|critical|question|about)\b")
BOX = re.compile(r"\bQMessageBox\s+(\w+)\s*[({]")
PICTURE = re.compile(r"(\w+)(?:\s*=\s*new QLabel\s*;|\(new QLabel\))")


def check(tree):
    for source in tree.product:
        if source.path == MAKER:
            continue
        for match in RICH.finditer(source.code):
            yield Finding(RULE, source.path, source.line_of(match.start()), f"{match.group()} shows markup",
                          "show plain text: makeText(), QPlainTextEdit, a QMessageBox with Qt::PlainText")
        for call in calls_of(source, ("QLabel",)):
            is_base = source.code[:call.start].rstrip().endswith("public")
            if not is_base and any(argument.strip() for _, argument in arguments_of(source, call)):
                yield Finding(RULE, source.path, source.line_of(call.start), "a label that may take its text for markup",
                              "make it with makeText() (ui/desktop/widgets/text.h)")
        for match in PICTURE.finditer(source.code):
            for use in re.finditer(rf"\b{match.group(1)}(?:->|\.)setText\s*\(", source.code):
                yield Finding(RULE, source.path, source.line_of(use.start()), "a label for a picture shows text",
                              "make it with makeText() (ui/desktop/widgets/text.h)")
        for match in BOX.finditer(source.code):
            if not re.search(rf"\b{match.group(1)}\.setTextFormat\(Qt::PlainText\)", source.code):
                yield Finding(RULE, source.path, source.line_of(match.start()), "a message that may be taken for markup",
                              "call setTextFormat(Qt::PlainText)")
