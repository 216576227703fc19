# SPDX-License-Identifier: GPL-3.0-or-later
from made_up_tree import RuleTest
from rules import colours, coroutines, seams, sql


class SeamsTest(RuleTest):
    rule = seams

    FORBIDDEN = (
        "QTimer timer;", "QTimer::singleShot(0, f);", "QBasicTimer t;", "startTimer(10);", "co_await QCoro::sleepFor(1s);",
        "auto t = QDateTime::currentDateTimeUtc();", "QDate::currentDate();", "QTime::currentTime();", "QElapsedTimer t;",
        "std::chrono::steady_clock::now();", "chrono::system_clock::now();", "time(nullptr);", "gettimeofday(&t, nullptr);",
        "QThread *t;", "QThreadPool pool;", "QtConcurrent::run(f);", "std::thread t(f);", "std::jthread t(f);", "std::async(f);",
        "std::this_thread::yield();", "usleep(3);", "sleep(1);", "QRandomGenerator::global();", "QUuid::createUuid();",
        "std::random_device r;", "std::mt19937 m;", "rand();", "RAND_bytes(p, 4);", "::getrandom(p, 4, 0);", "QEventLoop loop;",
        "QCoreApplication::processEvents();",
    )

    def test_each_way_around_the_interfaces_is_found(self):
        for line in self.FORBIDDEN:
            with self.subTest(line):
                self.assert_found({"sync/engine.cpp": f"void f() {{ {line} }}\n"}, "sync/engine.cpp", 2, "[seams]")

    def test_words_in_comments_strings_and_longer_names_are_free(self):
        self.assert_clean({"sync/engine.cpp": """\
            // QTimer would not do.
            const char *text = "QTimer std::thread";
            void brand(); int x = operand(1); clock.sleep(3); Clock::sleep(3); wakeTime(nullptr); std::mutex mutex;
            #include <QTimer>
            """})

    def test_screens_do_not_wait_for_dialogs(self):
        self.assert_found({"ui/desktop/a.cpp": "if (dialog->exec()) pay();\n"}, "ui/desktop/a.cpp", 2, "open() the dialog")
        self.assert_clean({"app/desktop/main.cpp": "return application.exec();\n", "ui/desktop/a.cpp": "dialog->open();\n",
                           "ui/command/b.cpp": "m_application.exec();\n"})

    def test_tests_may_use_them(self):
        self.assert_clean({"tests/sync/a.cpp": "QTimer t;\n"})


class CoroutinesTest(RuleTest):
    rule = coroutines

    def test_what_the_compiler_gets_wrong_is_found(self):
        for line in ("co_await submit(executor, [store] { return 1; });", "co_return co_await run(self, [a, b](Store &s) mutable { });",
                     "auto x = local ? co_await a() : co_await b();", "co_return m_items;"):
            with self.subTest(line):
                self.assert_found({"sync/engine.cpp": f"void f() {{ {line} }}\n"}, "sync/engine.cpp", 2, "[coroutines]")

    def test_named_tasks_and_closures_without_captures_are_free(self):
        self.assert_clean({"sync/engine.cpp": """\
            auto pending = submit(executor, [store] { return 1; });
            co_await pending;
            co_await store->run([](Store &s) { return s.state(); });
            const auto items = m_items;
            co_return items;
            """})


class SqlTest(RuleTest):
    rule = sql

    FORBIDDEN = (
        '"SELECT id FROM sale"', '"select id from sale"', 'QStringLiteral("INSERT INTO sale VALUES (1)")', 'u"UPDATE sale SET a = 1"',
        '"DELETE FROM sale"', '"CREATE TABLE sale (id)"', '"CREATE UNIQUE INDEX a ON b(c)"', '"BEGIN IMMEDIATE"', '"PRAGMA x"',
        '"SAVEPOINT one"', '"SELECT 1"', '"COPY sale FROM STDIN"', 'R"(\nSELECT id\nFROM sale)"', '"SELECT id "\n"FROM sale"',
    )

    def test_statements_are_found(self):
        for literal in self.FORBIDDEN:
            with self.subTest(literal):
                self.assert_found({"sync/store/a.cpp": f"auto text = {literal};\n"}, "sync/store/a.cpp", 2, ".sql file")

    def test_sentences_are_free(self):
        self.assert_clean({"sync/store/a.cpp": """\
            auto a = tr("Select a product from the list.");
            auto b = tr("COPY"), c = tr("Update the price and set a date."), d = tr("Begin the shift first.");
            // SELECT id FROM sale
            """})

    def test_include_paths_are_no_literals(self):
        self.assert_clean({"sync/a.cpp": '#include "sync/SELECT FROM.h"\n'})


class ColoursTest(RuleTest):
    rule = colours

    def test_values_outside_the_theme_are_found(self):
        for line in ('auto c = u"#ff8800"_qs;', 'auto c = "color: #FFF";', "w->setStyleSheet(s);", "QColor c(255, 0, 0);",
                     "auto c = QColor(0xff8800);", "pen.setColor(Qt::red);"):
            with self.subTest(line):
                self.assert_found({"ui/desktop/page.cpp": f"{line}\n"}, "ui/desktop/page.cpp", 2, "theme")

    def test_the_theme_knows_them(self):
        self.assert_clean({"ui/desktop/theme/palette.cpp": 'auto c = "#ff8800"; w->setStyleSheet(s);\n'})

    def test_number_signs_of_other_kinds_are_free(self):
        self.assert_clean({"ui/desktop/page.cpp": 'auto a = tr("Order #%1"), b = "#SKONTO#TAGE=14#"; QColor c(token);\n'})
