# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree

import any_context
import pseudo_locale
import texts
from ts_file import messages_of

TS = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de" sourcelanguage="en"><context><name>Till</name>
<message><source>Pay</source><translation>Zahlen</translation></message>
<message><source>Park</source><translation type="unfinished"></translation></message>
<message><source>Old</source><translation type="vanished">Alt</translation></message>
<message numerus="yes"><source>%n lines</source>
<translation><numerusform>%n Zeile</numerusform><numerusform></numerusform></translation></message>
</context></TS>
"""


class WithFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name in texts.FILES:
            (self.folder / name).write_text(TS if name == "crema_de.ts" else "<TS version='2.1'/>", encoding="utf-8")


class TsFileTest(WithFiles):
    def test_finished_means_every_form_has_text(self):
        finished = {message.source: message.finished for message in messages_of(self.folder / "crema_de.ts")}
        self.assertEqual(finished, {"Pay": True, "Park": False, "Old": False, "%n lines": False})


class TextsTest(WithFiles):
    def test_untranslated_lists_what_is_open_and_not_gone(self):
        self.assertEqual(list(texts.untranslated(self.folder)),
                         ["crema_de.ts: Till: Park", "crema_de.ts: Till: %n lines"])

    def test_placeholders_must_be_kept(self):
        changed = TS.replace("<source>Pay<", "<source>Pay %1 of %L2<").replace(">Zahlen<", ">%1 zahlen<")
        (self.folder / "crema_de.ts").write_text(changed.replace("%n Zeile", "Eine Zeile"), encoding="utf-8")
        self.assertEqual(list(texts.wrong_placeholders(self.folder)), ["crema_de.ts: Till: Pay %1 of %L2 → %1 zahlen"])

    def test_differences_name_new_and_lost_texts(self):
        with tempfile.TemporaryDirectory() as name:
            after = pathlib.Path(name)
            (after / "crema_de.ts").write_text(TS.replace(">Pay<", ">Pay now<"), encoding="utf-8")
            (after / "crema_en.ts").write_text("<TS version='2.1'/>", encoding="utf-8")
            self.assertEqual(list(texts.differences(self.folder, after)),
                             ["crema_de.ts: new text: Till: Pay now", "crema_de.ts: text is gone: Till: Pay"])


class AnyContextTest(WithFiles):
    def test_every_finished_text_once_and_without_context(self):
        twice = TS.replace("</context>", "</context><context><name>Other</name><message><source>Pay</source>"
                           "<translation>Bezahlen</translation></message></context>")
        root = xml.etree.ElementTree.fromstring(twice.split("?>", 1)[1])
        any_context.flatten(root)
        self.assertEqual([each.findtext("name") for each in root.iter("context")], [""])
        self.assertEqual([(each.findtext("source"), each.findtext("translation")) for each in root.iter("message")][:1],
                         [("Pay", "Zahlen")])
        self.assertEqual([each.findtext("source") for each in root.iter("message")], ["Pay", "%n lines"])


class PseudoLocaleTest(WithFiles):
    def test_text_grows_by_half_and_keeps_its_placeholders(self):
        self.assertEqual(pseudo_locale.pseudo("Pay %1 of <b>%L2</b>"), "[Påý %1 öf <b>%L2</b> ~~~~]")
        self.assertEqual(pseudo_locale.pseudo("&Save"), "[&Šåvé ~~]")
        self.assertEqual(pseudo_locale.pseudo(""), "")

    def test_every_message_is_converted_with_both_plural_forms(self):
        tree = xml.etree.ElementTree.parse(self.folder / "crema_de.ts")
        pseudo_locale.convert(tree)
        tree.write(self.folder / "pseudo.ts", encoding="utf-8")
        converted = {message.source: message for message in messages_of(self.folder / "pseudo.ts")}
        self.assertTrue(all(message.finished for message in converted.values()))
        self.assertEqual(converted["%n lines"].forms, ("[%n ļîñéš ~~~]",) * 2)


if __name__ == "__main__":
    unittest.main()
