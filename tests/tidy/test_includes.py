# SPDX-License-Identifier: GPL-3.0-or-later
from made_up_tree import RuleTest
from rules import arrows, cycles, libraries


class ArrowsTest(RuleTest):
    rule = arrows

    def test_every_arrow_of_the_picture_is_open(self):
        headers = {layer: f"{layer}/thing.h" for layer in arrows.LAYERS}
        for header in headers.values():
            self.write(header)
        for layer, targets in arrows.ARROWS.items():
            for target in targets:
                self.write(f"{layer}/uses.cpp", f'#include "{headers[target]}"\n')
                self.assertEqual(self.findings(), [], f"{layer} -> {target}")

    def test_every_other_arrow_is_closed(self):
        headers = {layer: f"{layer}/thing.h" for layer in arrows.LAYERS}
        for header in headers.values():
            self.write(header)
        for layer in arrows.LAYERS:
            for target in set(arrows.LAYERS) - arrows.ARROWS[layer] - {layer}:
                self.write(f"{layer}/uses.cpp", f'#include "{headers[target]}"\n')
                self.assertEqual(len(self.findings()), 1, f"{layer} -> {target}")
                self.assertIn(f"{layer} includes {target}", self.findings()[0].what)
            self.write(f"{layer}/uses.cpp")

    def test_a_screen_may_not_reach_the_store(self):
        self.assert_found({"sync/store/store.h": "", "ui/desktop/till/page.cpp": '#include "sync/store/store.h"\n'},
                          "ui/desktop/till/page.cpp", 2, "ui/desktop includes sync")

    def test_tests_are_free(self):
        self.assert_clean({"sync/a.h": "", "ui/terminal/b.h": "",
                           "tests/ui/c.cpp": '#include "sync/a.h"\n#include "ui/terminal/b.h"\n'})

    def test_product_code_does_not_include_tests(self):
        self.assert_found({"tests/testing/fake.h": "", "models/a.cpp": '#include "tests/testing/fake.h"\n'},
                          "models/a.cpp", 2, "includes tests/testing/fake.h")

    def test_includes_are_written_from_the_root(self):
        self.assert_found({"models/a.h": "", "models/a.cpp": '\n#include "a.h"\n'}, "models/a.cpp", 3, "no file of the project")

    def test_project_files_stand_in_quotes(self):
        self.assert_found({"models/a.h": "", "models/a.cpp": "#include <models/a.h>\n"},
                          "models/a.cpp", 2, "is a file of the project")

    def test_includes_in_comments_and_moc_files_are_nothing(self):
        self.assert_clean({"models/a.cpp": '// #include "b.h"\n/*\n#include "c.h"\n*/\n#include "a.moc"\n'})


class CyclesTest(RuleTest):
    rule = cycles

    def test_two_headers_that_include_each_other(self):
        self.assert_found({"models/a.h": '#include "models/b.h"\n', "models/b.h": '#include "models/a.h"\n'},
                          "models/b.h", 2, "models/a.h → models/b.h → models/a.h")

    def test_a_file_that_includes_itself(self):
        self.assert_found({"models/a.h": '#include "models/a.h"\n'}, "models/a.h", 2, "models/a.h → models/a.h")

    def test_a_diamond_is_no_cycle(self):
        self.assert_clean({"models/a.h": '#include "models/b.h"\n#include "models/c.h"\n',
                           "models/b.h": '#include "models/d.h"\n', "models/c.h": '#include "models/d.h"\n',
                           "models/d.h": ""})


class LibrariesTest(RuleTest):
    rule = libraries

    def test_boost_stays_at_the_door(self):
        self.assert_clean({"platform/http/server.cpp": "#include <boost/beast/http.hpp>\n"})
        self.assert_found({"platform/orders/list.cpp": "#include <boost/asio.hpp>\n"},
                          "platform/orders/list.cpp", 2, "platform/http")

    def test_curses_stays_in_its_files(self):
        self.assert_clean({"ui/terminal/curses_screen.cpp": "#include <ncursesw/curses.h>\n#include <panel.h>\n"})
        self.assert_found({"ui/terminal/frame.cpp": "#include <ncurses.h>\n"}, "ui/terminal/frame.cpp", 2, "Screen interface")

    def test_no_colour_class_below_the_screens(self):
        for include in ("<QColor>", "<QtGui/QIcon>", "<qcolor.h>", "<QSvgRenderer>"):
            self.assert_found({"ui/presenters/cart.h": f"#include {include}\n"}, "ui/presenters/cart.h", 2, "names Qt Gui")

    def test_no_widget_in_the_terminal_program(self):
        self.assert_found({"app/terminal/main.cpp": "#include <QApplication>\n"},
                          "app/terminal/main.cpp", 2, "names Qt Widgets")

    def test_pages_may_draw_and_core_is_free(self):
        self.assert_clean({"reports/page/page.cpp": "#include <QPainter>\n", "app/terminal/main.cpp": "#include <QGuiApplication>\n",
                           "models/a.h": "#include <QString>\n#include <QtGlobal>\n",
                           "ui/desktop/page.h": "#include <QWidget>\n#include <QColor>\n"})
