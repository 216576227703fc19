// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets need more than the core application of the other tests.
#include "ui/desktop/desktop_resources.h"

#include <QApplication>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    crema::desktop::loadResources();
    return RUN_ALL_TESTS();
}
