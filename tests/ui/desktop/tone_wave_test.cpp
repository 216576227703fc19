// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/tone_wave.h"

#include <QtEndian>

#include <gtest/gtest.h>

namespace crema::desktop {

namespace {

constexpr int header = 44;

int loudestIn(const QByteArray &wave, int fromMs, int toMs)
{
    int loudest = 0;
    for (int sample = 22'050 * fromMs / 1000; sample < 22'050 * toMs / 1000; ++sample)
        loudest = std::max<int>(loudest, std::abs(qFromLittleEndian<qint16>(wave.constData() + header + 2 * sample)));
    return loudest;
}

} // namespace

TEST(ToneWave, LastsAsLongAsSaid)
{
    EXPECT_EQ(toneWave({1760, 80, 1}).size(), header + 2 * (22'050 * 80 / 1000));
    EXPECT_EQ(toneWave({330, 120, 2}).size(), header + 3 * 2 * (22'050 * 120 / 1000));
    EXPECT_TRUE(toneWave({330, 120, 2}).startsWith("RIFF"));
}

TEST(ToneWave, APairHasAPauseBetween)
{
    const QByteArray wave = toneWave({330, 120, 2});
    EXPECT_GT(loudestIn(wave, 20, 100), 8'000);
    EXPECT_EQ(loudestIn(wave, 125, 235), 0);
    EXPECT_GT(loudestIn(wave, 260, 340), 8'000);
}

TEST(ToneWave, BeginsAndEndsWithoutAClick)
{
    const QByteArray wave = toneWave({1760, 80, 1});
    EXPECT_LT(loudestIn(wave, 0, 1), 2'500);
    EXPECT_LT(loudestIn(wave, 79, 80), 2'500);
}

} // namespace crema::desktop
