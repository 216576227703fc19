// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets need more than the core application of the other tests; the window's thread is watched as in the program.
#include "sync/seams/system_clock.h"
#include "ui/desktop/desktop_resources.h"
#include "ui/desktop/window/watched_application.h"

#include <gtest/gtest.h>

#include <cstdio>

int main(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    const crema::sync::SystemClock clock;
    crema::desktop::WatchedApplication application(argc, argv, clock);
    crema::desktop::loadResources();
    const int result = RUN_ALL_TESTS();
    // Told, not judged: how long an event takes depends on what else the machine does.
    std::printf("events over %lld ms: %d, longest %lld ms\n",
                static_cast<long long>(crema::desktop::WatchedApplication::longestMs), application.stalls(),
                static_cast<long long>(application.longestStallMs()));
    return result;
}
