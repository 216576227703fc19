// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/device_facts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace crema {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("DeviceFacts", text);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

QString lastSyncText(const sync::ClientState &state, const QLocale &locale)
{
    if (!state.lastSyncAt)
        return {};
    // The shop's time, as the clock beside it has it.
    const QTimeZone zone(state.location ? state.location->timeZone : QTimeZone::systemTimeZoneId());
    return locale.toString(QDateTime::fromMSecsSinceEpoch(state.lastSyncAt->msSinceEpoch(), zone),
                           QLocale::ShortFormat);
}

} // namespace

QList<DeviceFact> deviceFacts(const sync::ClientState &state, const QString &version, const QLocale &locale)
{
    return {
        {translated("Business"), orDash(state.company.name)},
        {translated("Location"), orDash(state.location ? state.location->name : QString())},
        {translated("Register"), orDash(state.registerInfo ? state.registerInfo->code : QString())},
        {translated("Platform"), orDash(state.platform.toDisplayString())},
        {translated("Last sync"), orDash(lastSyncText(state, locale))},
        {translated("Waiting to be sent"), locale.toString(static_cast<qlonglong>(state.queue.unsent()))},
        {translated("Device"), orDash(state.device.toString())},
        {translated("Local store"), orDash(state.storePath)},
        {translated("Version"), orDash(version)},
    };
}

} // namespace crema
