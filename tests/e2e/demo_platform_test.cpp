// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the demo company that the tests of whole programs begin with, once for all of them (CREMA_DEMO_PLATFORM).
#include "tests/e2e/programs.h"

#include <QDir>

#include <gtest/gtest.h>

namespace crema::e2e {
namespace {

TEST(DemoPlatform, IsMadeByItsFirstStartAndLeftWhole)
{
    const QString folder = qEnvironmentVariable("CREMA_DEMO_PLATFORM");
    if (folder.isEmpty())
        GTEST_SKIP() << "CREMA_DEMO_PLATFORM names no folder to make it in";
    ASSERT_TRUE(QDir(folder).removeRecursively());
    ASSERT_TRUE(QDir().mkpath(folder));
    PlatformProcess platform(folder);
    ASSERT_TRUE(platform.start()) << platform.log().toStdString();
    EXPECT_TRUE(platform.stop()) << "only what was ended in peace may be copied";
}

} // namespace
} // namespace crema::e2e
