// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/input/key_map.h"

#include <gtest/gtest.h>

#include <set>

using namespace crema::terminal;

TEST(KeyMap, EveryFunctionKeyHasBothTwins)
{
    for (const KeyBinding &binding : keyBindings()) {
        if (!binding.functionKey)
            continue;
        EXPECT_EQ(verbOfKey(KeyEvent::of(*binding.functionKey), u""), binding.verb);
        EXPECT_EQ(verbOfKey(KeyEvent::control(binding.control), u""), binding.verb);
        EXPECT_EQ(verbOfDotTwin(QString(QLatin1Char('.')) + binding.dot), binding.verb);
    }
}

TEST(KeyMap, NoKeyHasTwoMeanings)
{
    std::set<QChar> dots;
    std::set<QChar> controls;
    std::set<std::optional<Key>> keys;
    for (const KeyBinding &binding : keyBindings()) {
        EXPECT_TRUE(controls.insert(binding.control).second) << binding.keyName.data();
        EXPECT_TRUE(keys.insert(binding.functionKey).second) << binding.keyName.data();
        if (binding.functionKey) {
            EXPECT_TRUE(dots.insert(binding.dot).second) << binding.keyName.data();
        }
    }
}

TEST(KeyMap, UsesNoKeyThatTerminalsKeepForThemselves)
{
    for (const KeyBinding &binding : keyBindings()) {
        EXPECT_FALSE(QStringLiteral("SQCZ").contains(binding.control));
        EXPECT_NE(binding.functionKey, Key::F5);
        EXPECT_NE(binding.functionKey, Key::F11);
        EXPECT_NE(binding.functionKey, Key::F12);
    }
}

TEST(KeyMap, ControlUUndoesOnlyInAnEmptyField)
{
    EXPECT_EQ(verbOfKey(KeyEvent::control(u'U'), u""), Verb::Undo);
    EXPECT_EQ(verbOfKey(KeyEvent::control(u'U'), u"12"), std::nullopt);
    EXPECT_EQ(verbOfKey(KeyEvent::of(Key::F7), u"12"), Verb::Undo);
}

TEST(KeyMap, ADotTwinStandsAlone)
{
    EXPECT_EQ(verbOfDotTwin(u".3"), Verb::Back);
    EXPECT_EQ(verbOfDotTwin(u".33"), std::nullopt);
    EXPECT_EQ(verbOfDotTwin(u"1.3"), std::nullopt);
    EXPECT_EQ(verbOfDotTwin(u".5"), std::nullopt) << "F5 is not used";
}
