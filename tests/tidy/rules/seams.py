# SPDX-License-Identifier: GPL-3.0-or-later
"""Time, waiting, threads and chance come through interfaces, so that the simulation can play them."""

import re

from tree import Finding

RULE = "seams"

CLOCK = "take crema::Clock (models/base/clock.h) through the constructor"
EXECUTOR = "take the Executor through the constructor"
RANDOMNESS = "take crema::Randomness (models/base/randomness.h) through the constructor"
LOOP = "make it a coroutine or a signal; nothing waits inside a nested event loop"

FORBIDDEN = tuple((re.compile(pattern), name, mend) for pattern, name, mend in (
    (r"\bQTimer\b|\bQBasicTimer\b|\bQChronoTimer\b|\bstartTimer\s*\(", "a Qt timer", CLOCK),
    (r"\bQCoro::sleep(For|Until)\b", "a coroutine that sleeps", CLOCK),
    (r"\b(QDateTime|QDate|QTime)::current\w+", "the wall clock", CLOCK),
    (r"\bQElapsedTimer\b|\bQDeadlineTimer\b", "a monotonic clock", CLOCK),
    (r"\bchrono::(system|steady|high_resolution|utc|tai|gps|file)_clock\b", "a clock", CLOCK),
    (r"\b(gettimeofday|clock_gettime|timespec_get)\s*\(|(?<![\w.>])time\s*\(\s*(nullptr|NULL|0)\s*\)", "the system clock", CLOCK),
    (r"\bQThread(Pool)?\b|\bQtConcurrent\b", "a Qt thread", EXECUTOR),
    (r"\bstd::(jthread|thread|async)\b|\bpthread_create\b", "a thread", EXECUTOR),
    (r"\bstd::this_thread\b|(?<![\w.>])(?<!\w::)(u|nano|m)?sleep\s*\(", "a thread that sleeps", CLOCK),
    (r"\bQRandomGenerator(64)?\b|\bQUuid::createUuid\b", "Qt's randomness", RANDOMNESS),
    (r"\bstd::(random_device|mt19937(_64)?|default_random_engine)\b|(?<![\w.>])(?<!\w::)s?rand\s*\(", "C++ randomness", RANDOMNESS),
    (r"\bRAND_(priv_)?bytes\b|(?<![\w.>])(?<!\w::)(getrandom|getentropy)\s*\(|\barc4random\w*", "the system's randomness", RANDOMNESS),
    (r"\bQEventLoop\b|\bprocessEvents\b", "a nested event loop", LOOP),
))

# A dialog or menu that is waited for runs a loop of its own; the application's loop is the outer one.
EXEC = (re.compile(r"(?<!pplication)(?:\.|->)exec\s*\("), "a nested event loop", "open() the dialog or popup() the menu, and go on in its signal")


def check(tree):
    for source in tree.product:
        code = _without_include_lines(source.code)
        for pattern, name, mend in FORBIDDEN + ((EXEC,) if source.path.startswith("ui/") else ()):
            for match in pattern.finditer(code):
                yield Finding(RULE, source.path, source.line_of(match.start()), f"{name} ({match.group().strip()})", mend)


def _without_include_lines(code):
    """An include alone does nothing; the use that needs it is reported."""
    return re.sub(r"(?m)^[ \t]*#[ \t]*include.*$", lambda match: " " * len(match.group()), code)
