// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/input/key_map.h"

#include "app/desktop/example/memory_preferences.h"
#include "ui/presenters/keys/key_book.h"

#include <gtest/gtest.h>

#include <set>

using namespace crema;
using namespace crema::terminal;

TEST(KeyMap, EveryFunctionKeyHasBothTwins)
{
    const KeyMap keys;
    for (const KeyBinding &binding : keys.bindings()) {
        if (!binding.functionKey)
            continue;
        EXPECT_EQ(keys.verbOfKey(KeyEvent::of(*binding.functionKey), u""), binding.verb);
        EXPECT_EQ(keys.verbOfKey(KeyEvent::control(binding.control), u""), binding.verb);
        EXPECT_EQ(keys.verbOfDotTwin(QString(QLatin1Char('.')) + binding.dot), binding.verb);
    }
}

TEST(KeyMap, NoKeyHasTwoMeanings)
{
    std::set<QChar> dots;
    std::set<QChar> controls;
    std::set<std::optional<Key>> functionKeys;
    const KeyMap keys;
    for (const KeyBinding &binding : keys.bindings()) {
        EXPECT_TRUE(controls.insert(binding.control).second) << qPrintable(binding.keyName);
        EXPECT_TRUE(functionKeys.insert(binding.functionKey).second) << qPrintable(binding.keyName);
        if (binding.functionKey) {
            EXPECT_TRUE(dots.insert(binding.dot).second) << qPrintable(binding.keyName);
        }
    }
}

TEST(KeyMap, UsesNoKeyThatTerminalsKeepForThemselves)
{
    const KeyMap keys;
    for (const KeyBinding &binding : keys.bindings()) {
        EXPECT_FALSE(QStringLiteral("SQCZ").contains(binding.control));
        EXPECT_NE(binding.functionKey, Key::F5);
        EXPECT_NE(binding.functionKey, Key::F11);
        EXPECT_NE(binding.functionKey, Key::F12);
    }
}

TEST(KeyMap, ControlUUndoesOnlyInAnEmptyField)
{
    const KeyMap keys;
    EXPECT_EQ(keys.verbOfKey(KeyEvent::control(u'U'), u""), Verb::Undo);
    EXPECT_EQ(keys.verbOfKey(KeyEvent::control(u'U'), u"12"), std::nullopt);
    EXPECT_EQ(keys.verbOfKey(KeyEvent::of(Key::F7), u"12"), Verb::Undo);
}

TEST(KeyMap, ADotTwinStandsAlone)
{
    const KeyMap keys;
    EXPECT_EQ(keys.verbOfDotTwin(u".3"), Verb::Back);
    EXPECT_EQ(keys.verbOfDotTwin(u".33"), std::nullopt);
    EXPECT_EQ(keys.verbOfDotTwin(u"1.3"), std::nullopt);
    EXPECT_EQ(keys.verbOfDotTwin(u".5"), std::nullopt) << "F5 is not used";
}

TEST(KeyMap, FollowsWhatTheDeviceHasSet)
{
    desktop::MemoryPreferences preferences;
    KeyBook book(preferences);
    ASSERT_TRUE(book.set(actionIdOf(Verb::Done), {QStringLiteral("F5"), QStringLiteral("^E")}));
    const KeyMap keys(book);
    EXPECT_EQ(keys.verbOfKey(KeyEvent::of(Key::F5), u""), Verb::Done);
    EXPECT_EQ(keys.verbOfKey(KeyEvent::control(u'E'), u""), Verb::Done);
    EXPECT_EQ(keys.verbOfDotTwin(u".5"), Verb::Done) << "the twin follows the key";
    EXPECT_EQ(keys.verbOfKey(KeyEvent::of(Key::F4), u""), std::nullopt);
    EXPECT_EQ(keys.of(Verb::Done).keyName, QStringLiteral("F5"));
    EXPECT_EQ(keys.inWords(QStringLiteral("F4 saves it, F10 leads to the menu, F44 is none.")),
              QStringLiteral("F5 saves it, F10 leads to the menu, F44 is none."));
}
