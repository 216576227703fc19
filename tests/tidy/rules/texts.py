# SPDX-License-Identifier: GPL-3.0-or-later
"""Text that people read goes through translation and says effect and fix in calm words."""

import re

from calls import arguments_of, calls_of
from tree import Finding

RULE = "texts"

# What shows text to people, and which of its arguments are text (None: all of them).
SHOWN = {
    "setText": None, "setPlainText": None, "setWindowTitle": None, "setToolTip": None, "setStatusTip": None,
    "setWhatsThis": None, "setPlaceholderText": None, "setAccessibleName": None, "setAccessibleDescription": None,
    "setTitle": None, "setSubTitle": None, "setLabelText": None, "setInformativeText": None, "setDetailedText": None,
    "setPrefix": None, "setSuffix": None, "setSpecialValueText": None, "setTabText": None, "setTabToolTip": None,
    "setIconText": None, "setButtonText": None, "setHeaderLabels": None, "setHorizontalHeaderLabels": None,
    "setApplicationDescription": None, "setApplicationDisplayName": None, "showMessage": None,
    "addAction": None, "addMenu": None, "addTab": None, "addButton": (0,), "addItem": (0,), "addRow": (0,),
    "addSection": None, "insertItem": (1,), "insertTab": None,
    "QLabel": (0,), "QPushButton": None, "QToolButton": None, "QCheckBox": (0,), "QRadioButton": (0,),
    "QGroupBox": (0,), "QAction": None, "QDockWidget": (0,), "QCommandLinkButton": None,
    "information": None, "warning": None, "critical": None, "question": None, "about": None,
}
STATIC_ONLY = {"information", "warning", "critical", "question", "about"}

# Where a Problem gets its sentences (models/base/problem.h): the arguments that people read.
PROBLEMS = {"failure": (2, 3), "Problem": (2, 3), "FieldProblem": (1,)}
FIELD = re.compile(r"\.\s*(message|hint)\s*=\s*")

TRANSLATED = ("tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP", "QT_TRID_NOOP")
LITERAL = re.compile(
    r'^(?:QStringLiteral|QLatin1String(?:View)?|QString(?:::from(?:Latin1|Utf8))?|QStringView|tr8)?\s*[({]?\s*'
    r'(?:u8|u|U|L)?(?:R?)"(?P<text>.*)"(?:_\w+)?\s*[)}]?$', re.DOTALL)
# A word has two letters running, one of them small: "F1", "EUR" and "%1" are not words.
WORD = re.compile(r"(?=[^\W\d_]*[a-zß-öø-ÿ])[^\W\d_]{2,}")
# "till.pay" and "unit_price" are names for programs.
CODE = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)+")
PLACEHOLDER = re.compile(r"%[Ln]?\d*|\\[nt]|&(?=\w)")

# "Standard error" is the name of a stream.
TONE = re.compile(r"\b(invalid|(?<!standard )errors?|oops)\b|!(?!=)", re.IGNORECASE)


def check(tree):
    for source in tree.product:
        for call in calls_of(source, tuple(SHOWN)):
            if call.name in STATIC_ONLY and not source.code[:call.start].rstrip().endswith("QMessageBox::"):
                continue
            yield from _bare(source, call, SHOWN[call.name], f"{call.name} shows text that is not translated")
        for call in calls_of(source, tuple(PROBLEMS)):
            yield from _bare(source, call, PROBLEMS[call.name], f"{call.name} carries a sentence that is not translated")
        yield from _bare_fields(source)
        yield from _tone(source)


def is_bare_text(argument):
    """Whether the argument is a literal with words in it, outside any translation."""
    match = LITERAL.match(argument.strip())
    return bool(match and not CODE.fullmatch(match["text"]) and WORD.search(PLACEHOLDER.sub(" ", match["text"])))


def _bare(source, call, positions, what):
    for position, (offset, argument) in enumerate(arguments_of(source, call)):
        if (positions is None or position in positions) and is_bare_text(argument):
            yield Finding(RULE, source.path, source.line_of(offset), what,
                          "write tr(\"…\"), or QCoreApplication::translate(\"Context\", \"…\") outside of a QObject")


def _bare_fields(source):
    for match in FIELD.finditer(source.code):
        end = source.code.find(";", match.end())
        comma = source.code.find(",\n", match.end(), end if end >= 0 else len(source.code))
        end = min(each for each in (end, comma, len(source.code)) if each >= 0)
        if is_bare_text(source.commentless[match.end():end]):
            yield Finding(RULE, source.path, source.line_of(match.start()),
                          f"{match.group(1)} gets a sentence that is not translated",
                          "write QCoreApplication::translate(\"Context\", \"…\")")


def _tone(source):
    for call in calls_of(source, TRANSLATED):
        for offset, argument in arguments_of(source, call):
            match = LITERAL.match(argument.strip())
            word = match and TONE.search(match["text"])
            if word:
                yield Finding(RULE, source.path, source.line_of(offset), f"a text for people says \"{word.group()}\"",
                              "say what happened and what to do, calmly (ux: no \"invalid\", \"error\", \"oops\" or \"!\")")
