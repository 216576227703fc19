// SPDX-License-Identifier: GPL-3.0-or-later
// Fonts need more than the core application of the other tests.
#include <QGuiApplication>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    const QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
