// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/input/device_keys.h"

#include <gtest/gtest.h>

using namespace crema::terminal;

TEST(DeviceKeys, AreWrittenForPeopleAndReadBack)
{
    const QList<DeviceKey> keys{{"\033[29~", Key::F6}, {"\033Ox", Key::F10}};
    const QByteArray text = deviceKeysText(keys);
    EXPECT_EQ(text, QByteArray("F6 ESC[29~\nF10 ESCOx\n"));
    EXPECT_EQ(deviceKeysOf(text), keys);
}

TEST(DeviceKeys, LinesThatSayNothingArePassedOver)
{
    EXPECT_TRUE(deviceKeysOf("").isEmpty());
    EXPECT_TRUE(
        deviceKeysOf("# keys of the handhelds\n\nF0 ESC[1~\nF13 ESC[2~\nF6\nF6 ESC\nF6 [29~\nG6 ESC[29~\n").isEmpty());
    EXPECT_EQ(deviceKeysOf("F1 ESC[11~\r\n").size(), 1);
    EXPECT_EQ(deviceKeysOf("F1 ESC[11~\r\n").first().bytes, QByteArray("\033[11~"));
}
