// SPDX-License-Identifier: GPL-3.0-or-later
// A scan never leaves a digit behind, whatever has the focus, and is never taken by what cannot use it (ux.md 2.5).
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/input/tones.h"
#include "ui/desktop/till/till_page.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTextEdit>
#include <QVBoxLayout>

namespace crema::testing {

namespace {

const QString flatWhite = QStringLiteral("4006381333931");

struct CountedTones final : desktop::Tones {
    void found() override { ++high; }
    void notFound() override { ++low; }
    int high = 0;
    int low = 0;
};

/// A widget of some kind that is ready to be typed into, and what it holds.
struct Field {
    const char *kind;
    std::function<QWidget *(QWidget *parent)> make;
    std::function<QString(QWidget *)> held;
};

template<class Widget>
Widget *as(QWidget *widget)
{
    return qobject_cast<Widget *>(widget);
}

QWidget *makeTable(QWidget *parent)
{
    auto *table = new QTableWidget(2, 2, parent);
    table->setItem(0, 0, new QTableWidgetItem(QStringLiteral("12")));
    table->setCurrentCell(0, 0);
    return table;
}

const Field fields[] = {
    {"line", [](QWidget *parent) { return new QLineEdit(QStringLiteral("oat"), parent); },
     [](QWidget *field) { return as<QLineEdit>(field)->text(); }},
    {"selected line",
     [](QWidget *parent) {
         auto *line = new QLineEdit(QStringLiteral("oat"), parent);
         line->selectAll();
         return line;
     },
     [](QWidget *field) { return as<QLineEdit>(field)->text(); }},
    {"spin box",
     [](QWidget *parent) {
         auto *box = new QSpinBox(parent);
         box->setRange(0, 999'999'999);
         box->setValue(7);
         return box;
     },
     [](QWidget *field) { return as<QSpinBox>(field)->text(); }},
    {"decimal spin box", [](QWidget *parent) { return new QDoubleSpinBox(parent); },
     [](QWidget *field) { return as<QDoubleSpinBox>(field)->text(); }},
    {"date", [](QWidget *parent) { return new QDateEdit(QDate(2026, 11, 28), parent); },
     [](QWidget *field) { return as<QDateEdit>(field)->text(); }},
    {"combo box",
     [](QWidget *parent) {
         auto *box = new QComboBox(parent);
         box->setEditable(true);
         box->setEditText(QStringLiteral("beans"));
         return box;
     },
     [](QWidget *field) { return as<QComboBox>(field)->currentText(); }},
    {"note",
     [](QWidget *parent) {
         auto *note = new QPlainTextEdit(QStringLiteral("extra hot"), parent);
         note->moveCursor(QTextCursor::End);
         return note;
     },
     [](QWidget *field) { return as<QPlainTextEdit>(field)->toPlainText(); }},
    {"rich note",
     [](QWidget *parent) {
         auto *note = new QTextEdit(QStringLiteral("extra hot"), parent);
         note->selectAll();
         return note;
     },
     [](QWidget *field) { return as<QTextEdit>(field)->toPlainText(); }},
    {"table", makeTable, [](QWidget *field) { return as<QTableWidget>(field)->item(0, 0)->text(); }},
};

} // namespace

class ScanTest : public WindowTest
{
protected:
    ScanTest() { window.findChild<desktop::TillPage *>()->setTones(tones); }

    /// A page-sized panel in the window with this one field, which has the focus.
    QWidget *focused(const Field &field)
    {
        QWidget *widget = field.make(&window);
        widget->setGeometry(200, 200, 400, 200);
        widget->show();
        widget->setFocus();
        settle();
        return widget;
    }

    static void key(QWidget *target, Qt::Key code, const QString &text, Qt::KeyboardModifiers modifiers = {})
    {
        QKeyEvent press(QEvent::KeyPress, code, modifiers, text);
        QCoreApplication::sendEvent(target, &press);
    }

    CountedTones tones;
};

TEST_F(ScanTest, LeavesNothingBehindInAnyKindOfField)
{
    int pieces = 0;
    for (const Field &field : fields) {
        QWidget *widget = focused(field);
        const QString before = field.held(widget);
        scan(flatWhite);
        EXPECT_EQ(field.held(widget), before) << field.kind;
        ASSERT_EQ(till.presenter.lines().size(), 1) << field.kind;
        EXPECT_EQ(till.presenter.lines().first().quantityText, QString::number(++pieces)) << field.kind;
        delete widget;
    }
    EXPECT_EQ(tones.high, pieces);
}

TEST_F(ScanTest, AStutteringScannerLeavesNothingEither)
{
    int pieces = 0;
    for (const Field &field : fields) {
        QWidget *widget = focused(field);
        const QString before = field.held(widget);
        QTest::keyClick(focus(), '4');
        till.clock.advance(80); // longer than a held key waits: the field has seen the 4
        scan(flatWhite.mid(1));
        EXPECT_EQ(field.held(widget), before) << field.kind;
        EXPECT_EQ(till.presenter.lines().first().quantityText, QString::number(++pieces)) << field.kind;
        delete widget;
    }
}

TEST_F(ScanTest, ABusyMachineDoesNotTearACodeApart)
{
    scan(flatWhite);
    for (int at = 1; at < flatWhite.size(); ++at) {
        for (int i = 0; i < flatWhite.size(); ++i) {
            if (i == at)
                till.clock.advance(600);
            QTest::keyClick(focus(), flatWhite.at(i).toLatin1());
            till.clock.advance(8);
        }
        QTest::keyClick(focus(), Qt::Key_Return);
        till.clock.advance(1100);
        settle();
        ASSERT_EQ(till.presenter.lines().size(), 1) << at;
        ASSERT_EQ(till.presenter.lines().first().quantityText, QString::number(at + 1))
            << "stalled before digit " << at;
        EXPECT_TRUE(till.presenter.entryText().isEmpty()) << at;
    }
}

TEST_F(ScanTest, AStallBeforeEnterPressesNoButton)
{
    scan(flatWhite);
    find("payButton")->setFocus();
    for (const QChar digit : flatWhite) {
        QTest::keyClick(focus(), digit.toLatin1());
        till.clock.advance(8);
    }
    till.clock.advance(600);
    QTest::keyClick(focus(), Qt::Key_Return);
    settle();
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("2"));
}

/// The window system says when keys were pressed; a busy program hears of all of them late.
TEST_F(ScanTest, KeysAreJudgedByTheTimeAtWhichTheyWerePressed)
{
    scan(flatWhite);
    quint64 pressedAt = 50'000;
    const auto late = [&](Qt::Key code, const QString &text) {
        QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier, text);
        press.setTimestamp(pressedAt += 10);
        QCoreApplication::sendEvent(focus(), &press);
        till.clock.advance(150); // one by one, long after they were pressed
    };
    for (const QChar digit : QStringLiteral("96385074"))
        late(static_cast<Qt::Key>(digit.unicode()), digit);
    late(Qt::Key_Return, QStringLiteral("\r"));
    settle();
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(0).quantityText, QStringLiteral("1"));
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("1"));
    EXPECT_TRUE(till.presenter.entryText().isEmpty());
}

TEST_F(ScanTest, NothingBehindInTheEditorOfATable)
{
    QWidget *widget = focused(fields[std::size(fields) - 1]);
    auto *table = as<QTableWidget>(widget);
    table->editItem(table->item(0, 0));
    settle();
    auto *editor = as<QLineEdit>(focus());
    ASSERT_NE(editor, nullptr);
    scan(flatWhite);
    EXPECT_EQ(editor->text(), QStringLiteral("12"));
    EXPECT_EQ(till.presenter.lines().size(), 1);
    delete widget;
}

TEST_F(ScanTest, AFieldThatAcceptsCodesGetsTheCode)
{
    QWidget *widget = focused(fields[0]);
    widget->setProperty("acceptsCodes", true);
    scan(flatWhite);
    EXPECT_EQ(fields[0].held(widget), flatWhite);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    delete widget;
}

TEST_F(ScanTest, HalfACodeIsNeverTyped)
{
    QWidget *widget = focused(fields[0]);
    for (const QChar letter : flatWhite.left(7)) {
        QTest::keyClick(focus(), letter.toLatin1());
        till.clock.advance(8);
    }
    till.clock.advance(500);
    EXPECT_EQ(fields[0].held(widget), QStringLiteral("oat"));
    EXPECT_EQ(tones.low, 1);
    EXPECT_TRUE(till.presenter.message()->text.contains(flatWhite.left(7)));
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    delete widget;
    settle();
    scan(flatWhite);
    EXPECT_EQ(till.presenter.lines().size(), 1) << "the next one is whole again";
}

TEST_F(ScanTest, WordsThatAProgramTypesFastStayWords)
{
    QWidget *widget = focused(fields[0]);
    for (const QChar letter : QStringLiteral("guji")) {
        QTest::keyClick(focus(), letter.toLatin1());
        till.clock.advance(5);
    }
    till.clock.advance(500);
    EXPECT_EQ(fields[0].held(widget), QStringLiteral("oatguji"));
    delete widget;
}

TEST_F(ScanTest, LettersThatAPersonTypesLookForAProduct)
{
    auto *search = find<QLineEdit>("searchField");
    ASSERT_FALSE(search->hasFocus());
    QTest::keyClick(focus(), 'g');
    till.clock.advance(10); // both are held back together
    QTest::keyClick(focus(), 'u');
    till.clock.advance(120);
    type(QStringLiteral("ji"));
    EXPECT_TRUE(search->hasFocus());
    EXPECT_EQ(search->text(), QStringLiteral("guji"));
    till.clock.advance(1000);
    settle();
    press(Qt::Key_Return);
    settle();
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(search->text().isEmpty());
    type(QStringLiteral("3"));
    press(Qt::Key_Return);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("3")) << "digits mean the quantity again";
}

TEST_F(ScanTest, AStutteringCodeOfLettersIsNoSearch)
{
    QTest::keyClick(focus(), 'G');
    till.clock.advance(80); // longer than a held key waits
    scan(QStringLiteral("UJI-250"));
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(till.presenter.searchText().isEmpty());
    EXPECT_FALSE(find("searchField")->hasFocus());
}

TEST_F(ScanTest, TabEndsACodeAndMovesNoFocus)
{
    press(Qt::Key_F2);
    for (const QChar letter : flatWhite) {
        QTest::keyClick(focus(), letter.toLatin1());
        till.clock.advance(8);
    }
    QTest::keyClick(focus(), Qt::Key_Tab);
    till.clock.advance(8);
    QTest::keyClick(focus(), Qt::Key_Return); // some scanners send both
    till.clock.advance(500);
    EXPECT_TRUE(find("searchField")->hasFocus());
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
}

TEST_F(ScanTest, ControlCharactersBelongToTheCode)
{
    press(Qt::Key_F2);
    const QString code = QStringLiteral("]E0") + flatWhite;
    for (const QChar letter : code) {
        QTest::keyClick(focus(), letter.toLatin1());
        till.clock.advance(8);
    }
    key(focus(), Qt::Key_BracketRight, QString(QChar(0x1d)), Qt::ControlModifier); // GS
    till.clock.advance(8);
    key(focus(), Qt::Key_M, QStringLiteral("\r"), Qt::ControlModifier);
    till.clock.advance(500);
    EXPECT_TRUE(find<QLineEdit>("searchField")->text().isEmpty());
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Flat white"));
}

TEST_F(ScanTest, TheSameCodeTwiceAtOnceIsOneRead)
{
    for (int read = 0; read < 2; ++read) {
        for (const QChar letter : flatWhite) {
            QTest::keyClick(focus(), letter.toLatin1());
            till.clock.advance(2);
        }
        QTest::keyClick(focus(), Qt::Key_Return);
        till.clock.advance(120);
    }
    settle();
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("1"));
    till.clock.advance(400);
    scan(flatWhite);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("2"));
}

/// What counts is when the keys were pressed: a busy window gets to both reads at once.
TEST_F(ScanTest, TwoReadsOfOneCodeAreTwoHoweverLateTheWindowGetsToThem)
{
    quint64 pressedAt = 10'000;
    const auto press = [&](int key, const QString &text) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        event.setTimestamp(pressedAt);
        QApplication::sendEvent(focus(), &event);
    };
    for (int read = 0; read < 2; ++read) {
        for (const QChar letter : flatWhite) {
            press(letter.unicode(), QString(letter));
            pressedAt += 4;
        }
        press(Qt::Key_Return, QStringLiteral("\r"));
        pressedAt += 400;
    }
    settle();
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("2"));
}

TEST_F(ScanTest, AnOpenMenuRefusesTheScan)
{
    QMenu menu(&window);
    bool chosen = false;
    menu.addAction(QStringLiteral("4 o'clock"), [&] { chosen = true; });
    menu.popup(window.mapToGlobal(QPoint(100, 100)));
    settle();
    for (const QChar letter : flatWhite) {
        QTest::keyClick(&menu, letter.toLatin1());
        till.clock.advance(8);
    }
    QTest::keyClick(&menu, Qt::Key_Return);
    till.clock.advance(500);
    EXPECT_FALSE(chosen);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_EQ(tones.low, 1);
    EXPECT_EQ(till.presenter.message()->tone, Tone::Error);
    menu.close();
}

TEST_F(ScanTest, ADialogThatOpensInTheMiddleOfAScanSeesNoneOfIt)
{
    QDialog dialog(&window);
    auto *field = new QLineEdit(&dialog);
    (new QVBoxLayout(&dialog))->addWidget(field);
    const QString start = flatWhite.left(6);
    for (const QChar letter : start) {
        QTest::keyClick(focus(), letter.toLatin1());
        till.clock.advance(8);
    }
    dialog.open();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    field->setFocus();
    scan(flatWhite.mid(6));
    EXPECT_TRUE(field->text().isEmpty());
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_TRUE(till.presenter.entryText().isEmpty());
    EXPECT_EQ(tones.low, 1);
}

TEST_F(ScanTest, AnUnknownCodeOffersWhatCanBeDone)
{
    scan(QStringLiteral("5012345678900"));
    EXPECT_EQ(tones.low, 1);
    EXPECT_TRUE(find("unknownCodeStrip")->isVisible());
    EXPECT_FALSE(find("messageStrip")->isVisible()) << "one strip is enough";
    click("unknownCodeCreate");
    ASSERT_TRUE(find("newProductName")->hasFocus());
    type(QStringLiteral("Oat bar"));
    press(Qt::Key_Return);
    type(QStringLiteral("250"));
    EXPECT_EQ(find<QLineEdit>("newProductPrice")->text(), QStringLiteral("€2.50"));
    press(Qt::Key_Return);
    settle();
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().totalText, QStringLiteral("€2.50"));
    EXPECT_FALSE(find("newProductPanel")->isVisible());
}

TEST_F(ScanTest, EscapeIgnoresAnUnknownCode)
{
    scan(QStringLiteral("5012345678900"));
    press(Qt::Key_Escape);
    EXPECT_FALSE(find("unknownCodeStrip")->isVisible());
    EXPECT_FALSE(till.presenter.message());
}

} // namespace crema::testing
