# SPDX-License-Identifier: GPL-3.0-or-later
from made_up_tree import RuleTest
from rules import markup, texts


class TextsTest(RuleTest):
    rule = texts

    def test_shown_literals_are_found(self):
        for line in ('label->setText(QStringLiteral("Pay now"));', 'setWindowTitle(u"Crema"_qs);',
                     'menu->addAction(icon, QStringLiteral("Park the cart"), this, &P::park);', 'new QLabel(QStringLiteral("Total"));',
                     'auto *a = new QAction(QString::fromUtf8("Rückgabe"), this);', 'QMessageBox::warning(this, QLatin1String("Hm"), t);',
                     'QLabel label(QStringLiteral("Total"), this);', 'box->addItem(QStringLiteral("Cash"), QStringLiteral("cash"));'):
            with self.subTest(line):
                self.assert_found({"ui/desktop/page.cpp": f"{line}\n"}, "ui/desktop/page.cpp", 2, "not translated")

    def test_translated_and_wordless_texts_are_free(self):
        self.assert_clean({"ui/desktop/page.cpp": """\
            label->setText(tr("Pay now"));
            label->setText(QStringLiteral("%1 · %2").arg(a, b));
            label->setText(QStringLiteral("F1"));
            addAction(actions, u"till.pay", tr("pay"));
            box->addItem(tr("Cash"), QStringLiteral("cash"));
            item->setText(name(QStringLiteral("sku")));
            logger.warning(QStringLiteral("kept for the log"));
            label->setObjectName(QStringLiteral("total"));
            """})

    def test_problems_carry_translated_sentences(self):
        bare = 'QStringLiteral("The barcode is not known.")'
        for line in (f'return failure(ProblemKind::NotFound, QStringLiteral("barcode.unknown"), {bare});',
                     f'return failure(ProblemKind::NotFound, code, tr("There."), {bare});',
                     f'return failure(Problem{{ProblemKind::Failed, code, {bare}, {{}}, {{}}}});',
                     f'fields.append(FieldProblem{{QStringLiteral("barcode"), {bare}}});',
                     f"problem.message = {bare};"):
            with self.subTest(line):
                self.assert_found({"models/a.cpp": f"{line}\n"}, "models/a.cpp", 2, "not translated")

    def test_codes_and_translated_problems_are_free(self):
        self.assert_clean({"models/a.cpp": """\
            return failure(ProblemKind::NotFound, QStringLiteral("barcode.unknown"),
                           QCoreApplication::translate("Barcode", "The barcode %1 is not known.").arg(code));
            problem.message = QCoreApplication::translate("Barcode", "The barcode is not known.");
            """})

    def test_tone(self):
        for text in ("Invalid price.", "An error happened.", "Oops", "Done!"):
            with self.subTest(text):
                self.assert_found({"models/a.cpp": f'auto t = tr("{text}");\n'}, "models/a.cpp", 2, "calmly")
        self.assert_clean({"models/a.cpp": 'auto t = tr("The terror of a != b, on standard error.");\n'})


class MarkupTest(RuleTest):
    rule = markup

    def test_what_shows_markup_is_found(self):
        for line in ("auto *a = new QLabel(name, this);", "QLabel label(name);", "label->setTextFormat(Qt::RichText);",
                     "edit->setHtml(name);", "QMessageBox::warning(this, title, name);", "QMessageBox box(icon, title, name);",
                     "auto *icon = new QLabel; icon->setText(name);", "auto *edit = new QTextEdit;"):
            with self.subTest(line):
                self.assert_found({"ui/desktop/a.cpp": f"void f() {{ {line} }}\n"}, "ui/desktop/a.cpp", 2, "[markup]")

    def test_pictures_and_plain_texts_are_free(self):
        self.assert_clean({"ui/desktop/a.cpp": """\
            auto *icon = new QLabel; icon->setPixmap(picture); QLabel *name = makeText(theme, id, 14); name->setText(typed);
            QMessageBox box(icon, title, name); box.setTextFormat(Qt::PlainText);
            """, "ui/desktop/widgets/text.cpp": "auto *label = new QLabel; label->setText(x);\n"})
