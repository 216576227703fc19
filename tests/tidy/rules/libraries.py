# SPDX-License-Identifier: GPL-3.0-or-later
"""Libraries that only some layers may name: Boost, ncurses, Qt Gui and Qt Widgets."""

import functools
import glob
import os
import re

from tree import Finding
from .arrows import layer_of

RULE = "libraries"

BOOST = re.compile(r"^boost/")
CURSES = re.compile(r"^(ncursesw?/)?(ncurses|curses|panel|form|menu|term|termcap)\.h$")
GUI_MODULES = ("QtGui", "QtSvg", "QtOpenGL", "QtPdf")
WIDGET_MODULES = ("QtWidgets", "QtPrintSupport", "QtSvgWidgets", "QtOpenGLWidgets", "QtCharts")
NO_GUI = ("models", "sync", "reports", "reports/documents", "ui/presenters", "platform")
NO_WIDGETS = NO_GUI + ("reports/page", "ui/terminal", "ui/command", "app", "app/device", "app/handover",
                       "app/desktop/example", "app/terminal", "app/platform")


@functools.cache
def headers_of(modules):
    """The names that Qt installs for the modules: classes (QColor) and files (qcolor.h)."""
    names = set()
    for module in modules:
        for folder in glob.glob(f"/usr/include/*/qt6/{module}") + glob.glob(f"/usr/include/qt6/{module}"):
            names.update(os.listdir(folder))
    return frozenset(names)


def _belongs(target, modules):
    folder, _, name = target.rpartition("/")
    return folder in modules or (not folder and name in headers_of(modules))


def check(tree):
    for source in tree.product:
        layer = layer_of(source.path)
        for include in source.includes:
            if include.quoted:
                continue
            what, mend = _judge(source.path, layer, include.target)
            if what:
                yield Finding(RULE, source.path, include.line, what, mend)


def _judge(path, layer, target):
    if BOOST.match(target) and not path.startswith("platform/http/"):
        return f"<{target}> outside platform/http", "only the door knows Boost; give what you need an interface of ours there"
    if CURSES.match(target) and not path.startswith("ui/terminal/curses"):
        return f"<{target}> outside ui/terminal/curses*", "draw through the Screen interface"
    if layer in NO_WIDGETS and _belongs(target, WIDGET_MODULES):
        return f"{layer} names Qt Widgets (<{target}>)", "widgets live in ui/desktop and app/desktop"
    if layer in NO_GUI and _belongs(target, GUI_MODULES):
        return (f"{layer} names Qt Gui (<{target}>)",
                "below the screens shortcuts are text, icons are names and colours are tokens; pages are drawn in reports/page")
    return None, None
