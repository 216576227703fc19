// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/window_door.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <future>

namespace crema {
namespace {

constexpr int impatientMs = 50;

class WindowDoorTest : public ::testing::Test
{
protected:
    /// A second start, in another thread as in another process; the first one goes on with its events meanwhile.
    WindowDoor::Standing startAgain(const QByteArray &token)
    {
        std::future<WindowDoor::Standing> second =
            std::async(std::launch::async, [this, token] { return WindowDoor().enter(path, token); });
        while (second.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
            QCoreApplication::processEvents();
        return second.get();
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("window.socket"));
};

TEST_F(WindowDoorTest, ASecondStartShowsTheFirstWindow)
{
    WindowDoor first;
    QList<QByteArray> wanted;
    QObject::connect(&first, &WindowDoor::raiseWanted, &first,
                     [&wanted](const QByteArray &token) { wanted.append(token); });
    ASSERT_EQ(first.enter(path, {}), WindowDoor::Standing::First);
    EXPECT_EQ(startAgain("token-1"), WindowDoor::Standing::Raised);
    EXPECT_EQ(startAgain({}), WindowDoor::Standing::Raised);
    EXPECT_EQ(wanted, (QList<QByteArray>{"token-1", {}}));
}

TEST_F(WindowDoorTest, StandsByTheStoreWhereverItIsStartedFrom)
{
    const QTemporaryDir elsewhere;
    const QByteArray runtimeBefore = qgetenv("XDG_RUNTIME_DIR");
    ASSERT_TRUE(qputenv("XDG_RUNTIME_DIR", QFile::encodeName(elsewhere.path())));
    const QString before = QDir::currentPath();
    ASSERT_TRUE(qputenv("CREMA_STORE", "sqlite:/tmp/one.sqlite"));
    const Result<QString> here = WindowDoor::place();
    ASSERT_TRUE(here) << qPrintable(here.error().message);
    ASSERT_TRUE(QDir::setCurrent(elsewhere.path()));
    EXPECT_EQ(*WindowDoor::place(), *here);
    ASSERT_TRUE(qputenv("CREMA_STORE", "sqlite:/tmp/another.sqlite"));
    EXPECT_NE(*WindowDoor::place(), *here);
    ASSERT_TRUE(qputenv("CREMA_STORE", "nothing"));
    EXPECT_EQ(WindowDoor::place().error().code, QStringLiteral("store.choice"));
    qunsetenv("CREMA_STORE");
    qputenv("XDG_RUNTIME_DIR", runtimeBefore);
    EXPECT_TRUE(QDir::setCurrent(before));
}

TEST_F(WindowDoorTest, OneThatHangsIsSaidToBeSilent)
{
    WindowDoor first;
    ASSERT_EQ(first.enter(path, {}), WindowDoor::Standing::First);
    // Nobody runs its events.
    EXPECT_EQ(WindowDoor().enter(path, {}, impatientMs), WindowDoor::Standing::Silent);
}

TEST_F(WindowDoorTest, TheNextOneStandsThereOnceTheFirstIsGone)
{
    {
        WindowDoor first;
        ASSERT_EQ(first.enter(path, {}), WindowDoor::Standing::First);
    }
    EXPECT_EQ(WindowDoor().enter(path, {}, impatientMs), WindowDoor::Standing::First);
}

TEST_F(WindowDoorTest, WhatAKilledProgramLeftIsTakenAway)
{
    QFile left(path);
    ASSERT_TRUE(left.open(QFile::WriteOnly));
    left.close();
    WindowDoor next;
    ASSERT_EQ(next.enter(path, {}, impatientMs), WindowDoor::Standing::First);
    EXPECT_EQ(startAgain({}), WindowDoor::Standing::Raised);
}

} // namespace
} // namespace crema
