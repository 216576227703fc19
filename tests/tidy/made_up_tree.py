# SPDX-License-Identifier: GPL-3.0-or-later
"""Small made-up trees for the rules' own tests."""

import pathlib
import tempfile
import textwrap
import unittest

from tree import Tree

LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class RuleTest(unittest.TestCase):
    """Writes files into a folder of its own and asks one rule about them."""

    rule = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text="", *, plain=False):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        body = textwrap.dedent(text)
        target.write_text(body if plain else LICENCE + body, encoding="utf-8")

    def findings(self, files=None):
        for path, text in (files or {}).items():
            self.write(path, text)
        return list(self.rule.check(Tree(self.root)))

    def assert_clean(self, files):
        self.assertEqual([str(each) for each in self.findings(files)], [])

    def assert_found(self, files, path, line, part):
        """Exactly one finding, at this place and with these words in it."""
        found = self.findings(files)
        self.assertEqual(len(found), 1, [str(each) for each in found])
        self.assertEqual((found[0].path, found[0].line), (path, line))
        self.assertIn(part, str(found[0]))
