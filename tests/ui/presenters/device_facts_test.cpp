// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/device_facts.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

QString lastSyncOf(const sync::ClientState &state)
{
    const QList<DeviceFact> facts =
        deviceFacts(state, QStringLiteral("1"), QLocale(QLocale::English, QLocale::Ireland));
    const auto fact = std::find_if(facts.begin(), facts.end(),
                                   [](const DeviceFact &each) { return each.name == QLatin1String("Last sync"); });
    return fact == facts.end() ? QString() : fact->value;
}

TEST(DeviceFacts, LastSyncIsInTheTimeOfTheShop)
{
    sync::ClientState state;
    EXPECT_EQ(lastSyncOf(state), QStringLiteral("–"));
    state.lastSyncAt = UtcTime::fromString(u"2026-11-20T10:42:00.000Z");
    state.location = Location();
    state.location->timeZone = "Pacific/Auckland";
    EXPECT_TRUE(lastSyncOf(state).endsWith(QStringLiteral("23:42"))) << qPrintable(lastSyncOf(state));
    state.location->timeZone = "America/New_York";
    EXPECT_TRUE(lastSyncOf(state).endsWith(QStringLiteral("05:42"))) << qPrintable(lastSyncOf(state));
}

} // namespace
} // namespace crema
