// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/terminal/pane_check.h"
#include "ui/terminal/widgets/frame.h"
#include "ui/terminal/widgets/list.h"
#include "ui/terminal/widgets/menu.h"
#include "ui/terminal/widgets/table.h"
#include "ui/terminal/widgets/text_block.h"

using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

QList<Hint> pickHints()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    return {{text("F1"), text("?"), text("Help")},
            {text("F3"), text("<"), text("Back")},
            {text("F4"), text("ok"), text("Done")},
            {text("F6"), text("no"), text("Skip")},
            {text("F10"), text("^"), text("Main menu")}};
}

Page pickPage()
{
    Page page{.title = QStringLiteral("PICK 1042"), .progress = QStringLiteral("3/12")};
    page.body = [](const Layout &layout) {
        return textBlock({{.left = QStringLiteral("Go to")},
                          {.left = QStringLiteral("A-03-02"), .style = Style::strong()},
                          {.left = QStringLiteral("Espresso Brasil Santos naturel décaféiné 1 kg")},
                          {.left = QStringLiteral("Pick"), .right = QStringLiteral("2 ea")}},
                         layout);
    };
    page.prompt = Prompt{QStringLiteral("Scan bin"), {}};
    page.prompt->field.setText(QStringLiteral("A-03"));
    page.message = {MessageKind::Ok, QStringLiteral("item 0817"), 1};
    page.hints = pickHints;
    return page;
}

} // namespace

TEST(Frame, HasPromptMessageAndHintsInEverySize)
{
    for (const Size size : paneSizes)
        expectPane(framed(pickPage(), Layout::of(size, Charset::Utf8)), QStringLiteral("frame"));
}

TEST(Frame, WorksInTheSmallestSize)
{
    const Canvas canvas = framed(pickPage(), Layout::of(Layout::minimum, Charset::Utf8));
    EXPECT_EQ(canvas.rowText(5), QStringLiteral("Scan bin > A-03")) << "label and field share a row";
    EXPECT_EQ(canvas.rowText(6), QStringLiteral("OK item 0817"));
    EXPECT_EQ(canvas.rowText(7), QStringLiteral("F1? F3< F4ok"));
}

TEST(Frame, ShowsOnlyAsciiWhereTheTerminalHasNothingElse)
{
    const Canvas canvas = framed(pickPage(), Layout::of({20, 16}, Charset::Ascii));
    const QString pane = paneText(canvas);
    EXPECT_TRUE(std::ranges::all_of(pane, [](QChar character) { return character.unicode() < 0x80; }))
        << pane.toStdString();
    EXPECT_TRUE(pane.contains(QStringLiteral("naturel"))) << pane.toStdString();
}

TEST(Frame, EveryMessageBeginsWithItsWord)
{
    EXPECT_EQ((Message{MessageKind::Ok, QStringLiteral("+1"), 1}.line()), QStringLiteral("OK +1"));
    EXPECT_EQ((Message{MessageKind::Error, QStringLiteral("x"), 1}.line()), QStringLiteral("ERR x"));
    EXPECT_EQ((Message{MessageKind::Warning, QStringLiteral("x"), 1}.line()), QStringLiteral("WARN x"));
    EXPECT_EQ((Message{MessageKind::Working, QStringLiteral("x"), 1}.line()), QStringLiteral(".. x"));
    EXPECT_TRUE(Message{}.line().isEmpty());
}

TEST(Frame, SaysHowSmallATooSmallScreenIs)
{
    const Canvas canvas = tooSmall({14, 6}, Charset::Utf8);
    EXPECT_EQ(canvas.rowText(0) + QLatin1Char(' ') + canvas.rowText(1), QStringLiteral("Screen too small 14x6"));
}

TEST(LineEdit, EditsByWhatTheEyeTakesForOneCharacter)
{
    LineEdit edit;
    for (const QString &text : {QStringLiteral("e"), QStringLiteral("\u0301"), QStringLiteral("珈")})
        edit.key(KeyEvent::character(text));
    EXPECT_EQ(edit.text(), QStringLiteral("e\u0301珈"));
    edit.key(KeyEvent::of(Key::Left));
    edit.key(KeyEvent::of(Key::Backspace));
    EXPECT_EQ(edit.text(), QStringLiteral("珈")) << "the letter goes with its accent";
    edit.key(KeyEvent::of(Key::Delete));
    EXPECT_TRUE(edit.isEmpty());
}

TEST(LineEdit, KeepsTheCursorInSightAndNeverSplitsAWideCharacter)
{
    LineEdit edit;
    edit.setText(QStringLiteral("1234珈琲豆"));
    const Canvas canvas = edit.layout({.size = {6, 1}});
    EXPECT_EQ(canvas.rowText(0), QStringLiteral("琲豆"));
    EXPECT_EQ(canvas.cursor(), (Position{0, 4}));
    edit.key(KeyEvent::of(Key::Home));
    EXPECT_EQ(edit.layout({.size = {6, 1}}).rowText(0), QStringLiteral("1234珈"));
}

TEST(LineEdit, ControlUEmptiesAndTheLengthIsBounded)
{
    LineEdit edit;
    for (int i = 0; i < 300; ++i)
        edit.key(KeyEvent::character(QStringLiteral("7")));
    EXPECT_EQ(edit.text().size(), LineEdit::maximumCharacters);
    edit.key(KeyEvent::control(u'U'));
    EXPECT_TRUE(edit.isEmpty());
}

TEST(Menu, NumbersItsEntriesAndUsesColumnsWhereRowsAreFew)
{
    const QList<MenuEntry> entries{{u'1', QStringLiteral("Receive")},
                                   {u'3', QStringLiteral("Pick"), QStringLiteral("(5)")},
                                   {u'8', QStringLiteral("Till")}};
    for (const Size size : paneSizes)
        expectPane(menu(entries, Layout::of(size, Charset::Utf8)), QStringLiteral("menu"));
    const Canvas few = menu(entries, Layout::of({20, 2}, Charset::Utf8));
    EXPECT_EQ(few.rowText(0), QStringLiteral("1 Receive 8 Till"));
}

TEST(List, DigitsMeanTheLinesOfThePageShown)
{
    List list;
    QList<ListItem> items;
    for (int i = 1; i <= 12; ++i)
        items.append({QStringLiteral("Coffee %1").arg(i), QStringLiteral("%1.00").arg(i)});
    list.setItems(items);
    for (const Size size : paneSizes)
        expectPane(list.layout(Layout::of(size, Charset::Utf8)), QStringLiteral("list"));
    EXPECT_EQ(list.itemOfDigit(u"9"), 8);
    list.nextPage();
    EXPECT_EQ(list.itemOfDigit(u"1"), 9);
    EXPECT_EQ(list.itemOfDigit(u"4"), std::nullopt) << "the last page has three lines";
    EXPECT_EQ(list.progress(), QStringLiteral("2/2"));
    list.nextPage();
    EXPECT_EQ(list.itemOfDigit(u"1"), 0) << "from the last page to the first";
}

TEST(List, TheMarkStaysInsideWhenItemsGo)
{
    List list;
    list.setItems({{QStringLiteral("a")}, {QStringLiteral("b")}});
    list.key(KeyEvent::of(Key::PageDown));
    EXPECT_EQ(list.current(), 1);
    list.setItems({{QStringLiteral("a")}});
    EXPECT_EQ(list.current(), 0);
    list.setItems({});
    EXPECT_EQ(list.current(), 0);
    EXPECT_EQ(list.itemOfDigit(u"1"), std::nullopt);
}

TEST(Table, AlignsNumbersAndElidesOnlyWhatStretches)
{
    Table table;
    table.columns = {{QStringLiteral("Item"), Alignment::Left, true},
                     {QStringLiteral("Qty"), Alignment::Right},
                     {QStringLiteral("Total"), Alignment::Right}};
    table.rows = {{QStringLiteral("Espresso Brasil"), QStringLiteral("2"), QStringLiteral("25.80")},
                  {QStringLiteral("珈琲豆 Yirgacheffe natural"), QStringLiteral("12"), QStringLiteral("1,234.00")}};
    table.marked = 1;
    for (const Size size : paneSizes)
        expectPane(table.layout(Layout::of({size.width, 4}, Charset::Utf8)), QStringLiteral("table"));
}

TEST(Table, KeepsTheLastRowsWhenAskedTo)
{
    Table table;
    table.columns = {{QStringLiteral("Item"), Alignment::Left, true}};
    table.rows = {{QStringLiteral("one")}, {QStringLiteral("two")}, {QStringLiteral("three")}};
    table.keep = TableEnd::Last;
    const Canvas canvas = table.layout(Layout::of({20, 3}, Charset::Utf8));
    EXPECT_EQ(canvas.rowText(1), QStringLiteral(" two"));
    EXPECT_EQ(canvas.rowText(2), QStringLiteral(" three"));
}
