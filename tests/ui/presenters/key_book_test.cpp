// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/memory_preferences.h"
#include "ui/presenters/keys/key_editor.h"

#include <QHash>

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

struct Device {
    desktop::MemoryPreferences preferences;
    KeyBook book{preferences};

    [[nodiscard]] QString codeOf(const QString &id, const QStringList &keys)
    {
        const Result<void> set = book.set(id, keys);
        return set ? QString() : set.error().code;
    }
};

TEST(KeyTable, NoTwoActionsShareAKeyWhereBothCount)
{
    for (const KeyFace face : {KeyFace::Window, KeyFace::Terminal}) {
        QHash<QString, QString> owners;
        for (const KeyedAction &action : keyedActions(face)) {
            EXPECT_FALSE(action.text.isEmpty()) << qPrintable(action.id);
            for (const QString &key : action.usual) {
                const QString place = action.area + u':' + key;
                EXPECT_FALSE(owners.contains(place)) << qPrintable(place + u' ' + action.id);
                owners.insert(place, action.id);
                EXPECT_EQ(keyText(face, key), key) << "spelled as it is compared";
            }
        }
    }
}

TEST(KeyText, SpellsAKeyInOneWay)
{
    EXPECT_EQ(windowKey(u"ctrl+shift+k"_s), u"Ctrl+Shift+K"_s);
    EXPECT_EQ(windowKey(u"Shift+Ctrl+K"_s), u"Ctrl+Shift+K"_s);
    EXPECT_EQ(windowKey(u"Ctrl+Enter"_s), u"Ctrl+Return"_s);
    EXPECT_EQ(windowKey(u"f6"_s), u"F6"_s);
    EXPECT_EQ(windowKey(u"Ctrl++"_s), u"Ctrl++"_s);
    EXPECT_EQ(windowKey(u"+"_s), u"+"_s);
    EXPECT_EQ(windowKey(u"Ctrl+,"_s), u"Ctrl+,"_s);
    for (const QString &wrong : {u""_s, u"Hyper+K"_s, u"Ctrl+Ctrl+K"_s, u"Ctrl+"_s, u"F99"_s, u"Ctrl+K, Ctrl+C"_s})
        EXPECT_FALSE(windowKey(wrong)) << qPrintable(wrong);
    EXPECT_EQ(terminalKey(u"f5"_s), u"F5"_s);
    EXPECT_EQ(terminalKey(u"ctrl+e"_s), u"^E"_s);
    EXPECT_EQ(terminalKey(u"^_"_s), u"^_"_s);
    EXPECT_FALSE(terminalKey(u"Alt+E"_s));
}

TEST(KeyBook, KeepsWhatIsSetAndTellsEverybody)
{
    Device device;
    int changes = 0;
    QObject::connect(&device.book, &KeyBook::changed, &device.book, [&changes] { ++changes; });
    ASSERT_TRUE(device.book.set(u"till.hold"_s, {u"f5"_s, u"alt+h"_s}));
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(device.book.keys(u"till.hold"_s), QStringList({u"F5"_s, u"Alt+H"_s}));
    EXPECT_TRUE(device.book.row(u"till.hold"_s)->isChanged);
    // Another program of this device has the same ones.
    KeyBook other(device.preferences);
    EXPECT_EQ(other.keys(u"till.hold"_s), device.book.keys(u"till.hold"_s));
    other.resetAll(KeyFace::Window);
    device.book.lookAgain();
    EXPECT_EQ(device.book.keys(u"till.hold"_s), QStringList({u"F6"_s, u"Alt+H"_s}));
    EXPECT_FALSE(device.book.hasChanges(KeyFace::Window));
}

TEST(KeyBook, SaysWhatAKeyIsUsedForAndTakesItOnlyWhenAskedTo)
{
    Device device;
    const Result<void> taken = device.book.set(u"till.hold"_s, {u"F12"_s});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, u"keys.taken"_s);
    EXPECT_EQ(taken.error().message, u"F12 is used for “Pay”."_s);
    EXPECT_EQ(device.book.keys(u"till.hold"_s)->first(), u"F6"_s) << "nothing is kept";
    ASSERT_TRUE(device.book.set(u"till.hold"_s, {u"F12"_s}, KeyTaking::FromOthers));
    EXPECT_EQ(device.book.keys(u"till.pay"_s), QStringList{u"Ctrl+Return"_s});
    // The usual key is another one's now.
    EXPECT_EQ(device.book.reset(u"till.pay"_s).error().code, u"keys.taken"_s);
    ASSERT_TRUE(device.book.reset(u"till.pay"_s, KeyTaking::FromOthers));
    EXPECT_TRUE(device.book.keys(u"till.hold"_s)->isEmpty());
}

TEST(KeyBook, AKeyOfOnePageIsFreeOnAnotherButNotWhereItCountsEverywhere)
{
    Device device;
    EXPECT_EQ(device.codeOf(u"sales.refresh"_s, {u"F6"_s}), QString()) << "F6 holds at the till only";
    EXPECT_EQ(device.codeOf(u"sales.refresh"_s, {u"Ctrl+K"_s}), u"keys.taken"_s);
    EXPECT_EQ(device.codeOf(u"people.switch"_s, {u"F12"_s}), u"keys.taken"_s);
    // The till's Undo goes before the program's: so it was meant.
    EXPECT_EQ(device.codeOf(u"till.undo"_s, {u"Ctrl+Z"_s}), QString());
}

TEST(KeyBook, RefusesWhatSystemFieldsAndScannersNeed)
{
    Device device;
    for (const QString &key :
         {u"A"_s, u"7"_s, u"Shift+B"_s, u"Return"_s, u"Tab"_s, u"Esc"_s, u"Space"_s, u"Del"_s, u"Ctrl+C"_s, u"Ctrl+V"_s,
          u"Ctrl+A"_s, u"Alt+F4"_s, u"Meta+L"_s, u"Ctrl+Alt+F2"_s, u"Ctrl+]"_s, u"Ctrl+Alt+Q"_s})
        EXPECT_EQ(device.codeOf(u"till.hold"_s, {key}), u"keys.needed"_s) << qPrintable(key);
    for (const QString &key :
         {u"F11"_s, u"^S"_s, u"^Q"_s, u"^C"_s, u"^Z"_s, u"^M"_s, u"^I"_s, u"^H"_s, u"^]"_s, u"^^"_s, u"^_"_s, u"^@"_s})
        EXPECT_EQ(device.codeOf(u"terminal.done"_s, {key}), u"keys.needed"_s) << qPrintable(key);
    EXPECT_EQ(device.codeOf(u"till.remove"_s, {u"Del"_s}), QString()) << "its own usual key";
    EXPECT_EQ(device.codeOf(u"terminal.help"_s, {u"F1"_s, u"^_"_s}), QString());
    EXPECT_EQ(device.codeOf(u"till.hold"_s, {u"Strg"_s}), u"keys.spelling"_s);
    EXPECT_EQ(device.codeOf(u"till.hold"_s, {u"F5"_s, u"F6"_s, u"Alt+H"_s}), u"keys.too_many"_s);
    EXPECT_EQ(device.codeOf(u"till.nothing"_s, {u"F5"_s}), u"keys.action"_s);
}

TEST(KeyBook, TheTerminalKeepsAKeyForEverything)
{
    Device device;
    EXPECT_EQ(device.codeOf(u"terminal.back"_s, {}), u"keys.last"_s);
    const Result<void> last = device.book.set(u"terminal.done"_s, {u"^L"_s}, KeyTaking::FromOthers);
    ASSERT_FALSE(last);
    EXPECT_EQ(last.error().code, u"keys.last"_s);
    EXPECT_EQ(device.codeOf(u"till.note"_s, {}), QString()) << "the palette has it still";
}

TEST(KeyBook, AFileThatSaysNonsenseChangesNothing)
{
    Device device;
    device.preferences.setValue(u"keys.window"_s, u"{\"till.hold\":[\"Hyper+Q\",7]}"_s);
    device.book.lookAgain();
    EXPECT_EQ(device.book.keys(u"till.hold"_s), QStringList()) << "no key that is none";
    device.preferences.setValue(u"keys.terminal"_s, u"{\"terminal.done\":[]}"_s);
    device.book.lookAgain();
    EXPECT_EQ(device.book.keys(u"terminal.done"_s)->first(), u"F4"_s) << "the terminal keeps a key for everything";
    device.preferences.setValue(u"keys.window"_s, u"]["_s);
    device.book.lookAgain();
    EXPECT_EQ(device.book.keys(u"till.hold"_s)->first(), u"F6"_s);
}

TEST(KeyEditor, AsksOnUntilAKeyCanBeTaken)
{
    Device device;
    KeyEditor editor(device.book);
    editor.ask(u"till.hold"_s, 0);
    EXPECT_EQ(editor.question(), u"Press the key for “Hold”."_s);
    editor.take(u"Ctrl+V"_s);
    EXPECT_TRUE(editor.isAsking());
    EXPECT_FALSE(editor.mayTake());
    editor.take(u"F12"_s);
    EXPECT_TRUE(editor.mayTake());
    editor.takeFromOther();
    EXPECT_FALSE(editor.isAsking());
    EXPECT_EQ(device.book.keys(u"till.hold"_s), QStringList({u"F12"_s, u"Alt+H"_s}));
    editor.ask(u"till.hold"_s, 1);
    editor.take({});
    EXPECT_EQ(device.book.keys(u"till.hold"_s), QStringList{u"F12"_s});
}

} // namespace
} // namespace crema
