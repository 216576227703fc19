# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import unittest

import allowances
from made_up_tree import RuleTest
from rules import documents, files, licence, migrations, names, runbook
from tree import Finding, Tree


class LicenceTest(RuleTest):
    rule = licence

    def test_each_kind_of_source_needs_the_line(self):
        for path in ("models/a.h", "models/a.cpp", "a.py", "cmake/a.cmake", "models/CMakeLists.txt", "sync/sql/a.sql", "dev"):
            with self.subTest(path):
                self.write(path, "first\n", plain=True)
                self.assertEqual([each.path for each in self.findings()], [path])
                (self.root / path).unlink()

    def test_the_line_may_follow_the_interpreter(self):
        self.write("tool", "#!/usr/bin/env bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n", plain=True)
        self.write("sync/sql/a.sql", "-- SPDX-License-Identifier: GPL-3.0-or-later\n", plain=True)
        self.write("README.md", "# Crema\n", plain=True)
        self.assert_clean({})


class DocumentsTest(RuleTest):
    rule = documents

    def test_files_and_tests_that_a_document_names(self):
        self.write("tests/a_test.cpp", "TEST(Push, TakesIt)\nRC_GTEST_PROP(Count,\n              Adds, ())\n", plain=True)
        self.write("sync/store/a.h", "", plain=True)
        self.write("docs/sync.md", "`sync/store/a.h`, `Push.TakesIt`, `Count.Adds`, `sync/store`, `x = 1`\n", plain=True)
        self.assert_clean({})
        self.write("docs/sync.md", "fine\n`sync/store/b.h` `Push.LosesIt`\n", plain=True)
        self.assertEqual([(each.line, each.what) for each in self.findings()],
                         [(2, "there is no sync/store/b.h"), (2, "there is no test Push.LosesIt")])


class RunbookTest(RuleTest):
    rule = runbook

    def test_every_alert_points_to_its_section(self):
        self.write("docs/runbook.md", "# Runbook\n\n## FeedStalls\n\n### A full disk, again\n", plain=True)
        rules = "- alert: FeedStalls\n  runbook_url: docs/runbook.md#feedstalls\n"
        self.write("resources/alerts/a.rules.yaml", rules + "- alert: Disk\n"
                   "  runbook_url: docs/runbook.md#a-full-disk-again\n", plain=True)
        self.assert_clean({})
        self.write("resources/alerts/a.rules.yaml", "- alert: One\n- alert: Two\n"
                   "  runbook_url: docs/runbook.md#nowhere\n" + "- alert: Last\n", plain=True)
        self.assertEqual([(each.line, each.what) for each in self.findings()],
                         [(1, "One has no runbook_url"), (3, "docs/runbook.md has no section #nowhere"),
                          (4, "Last has no runbook_url")])


class FilesTest(RuleTest):
    rule = files

    def test_long_files(self):
        self.assert_clean({"models/a.cpp": "\n" * 499})
        self.assert_found({"models/a.cpp": "\n" * 500}, "models/a.cpp", 501, "501 lines")

    def test_generated_files(self):
        self.assert_found({"models/moc_a.cpp": ""}, "models/moc_a.cpp", 1, "generated")

    def test_binary_files(self):
        self.write("resources/icon.png", "\0", plain=True)
        self.assert_clean({})
        self.write("models/data.bin", "\0", plain=True)
        self.assert_found({}, "models/data.bin", 1, "binary")


class NamesTest(RuleTest):
    rule = names

    def test_names(self):
        self.assert_clean({"models/price_list.cpp": "", "ui/command/commander.cpp": ""})
        self.assert_found({"models/PriceList.cpp": ""}, "models/PriceList.cpp", 1, "lower_snake_case")

    def test_words_that_say_nothing(self):
        self.assert_found({"models/price_utils.h": ""}, "models/price_utils.h", 1, "says nothing")


class MigrationsTest(RuleTest):
    rule = migrations

    def write_listed(self, *paths):
        lines = (f"{hashlib.sha256((self.root / path).read_bytes()).hexdigest()}  {path}\n" for path in paths)
        self.write(migrations.LIST, "".join(lines), plain=True)

    def test_listed_and_numbered_without_gaps(self):
        self.write("sync/sql/migrations/001_first.sql")
        self.write("sync/sql/migrations/sqlite/002_second.sql")
        self.write("sync/sql/migrations/postgresql/002_second.sql")
        self.write_listed("sync/sql/migrations/001_first.sql", "sync/sql/migrations/sqlite/002_second.sql",
                          "sync/sql/migrations/postgresql/002_second.sql")
        self.assert_clean({})

    def test_a_new_one_must_be_listed(self):
        self.assert_found({"sync/sql/migrations/001_first.sql": ""}, "sync/sql/migrations/001_first.sql", 1, "--list-migrations")

    def test_listing_takes_in_new_ones_and_keeps_the_others(self):
        self.write("sync/sql/migrations/001_first.sql")
        self.write_listed("sync/sql/migrations/001_first.sql")
        self.write("sync/sql/migrations/001_first.sql", "edited")
        self.write("sync/sql/migrations/002_second.sql")
        migrations.list_new(Tree(self.root))
        self.assert_found({}, "sync/sql/migrations/001_first.sql", 1, "was edited")

    def test_an_edited_one(self):
        self.write("sync/sql/migrations/001_first.sql")
        self.write_listed("sync/sql/migrations/001_first.sql")
        self.assert_found({"sync/sql/migrations/001_first.sql": "more"}, "sync/sql/migrations/001_first.sql", 1, "was edited")

    def test_a_gap(self):
        self.write("sync/sql/migrations/001_first.sql")
        self.write("sync/sql/migrations/003_third.sql")
        self.write_listed("sync/sql/migrations/001_first.sql", "sync/sql/migrations/003_third.sql")
        self.assert_found({}, "sync/sql/migrations/003_third.sql", 1, "number 3 follows 1")

    def test_folders_of_one_database_share_the_numbers(self):
        self.write("platform/catalog/sql/migrations/0002_catalog.sql")
        self.write("platform/company/sql/migrations/0001_company.sql")
        paths = ["platform/catalog/sql/migrations/0002_catalog.sql", "platform/company/sql/migrations/0001_company.sql"]
        self.write_listed(*paths)
        self.assert_clean({})
        self.write("platform/stock/sql/migrations/0002_stock.sql")
        self.write_listed(*paths, "platform/stock/sql/migrations/0002_stock.sql")
        self.assert_found({}, "platform/stock/sql/migrations/0002_stock.sql", 1, "has the same number")

    def test_a_removed_one(self):
        self.write("sync/sql/migrations/001_first.sql")
        self.write_listed("sync/sql/migrations/001_first.sql")
        (self.root / "sync/sql/migrations/001_first.sql").unlink()
        self.assert_found({}, migrations.LIST, 1, "is gone")

    def test_one_without_a_number(self):
        self.assert_found({"sync/sql/migrations/first.sql": ""}, "sync/sql/migrations/first.sql", 1, "without a number")


class AllowancesTest(unittest.TestCase):
    def test_an_exception_needs_a_reason(self):
        with self.assertRaises(ValueError):
            allowances.parse("seams sync/seams/*\n")

    def test_covered_left_and_unused(self):
        covered = Finding("seams", "sync/seams/system_clock.cpp", 3, "", "")
        left = Finding("sql", "sync/seams/system_clock.cpp", 3, "", "")
        allowed = allowances.parse("# text\nseams  sync/seams/*  # the programs' own clock\nsql  models/*  # none\n"
                                   "sql  platform/*  # not there yet\n")
        paths = ["models/a.cpp", "sync/seams/system_clock.cpp"]
        self.assertEqual(allowances.apply([covered, left], allowed, paths), ([left], [allowed[1]]))
