// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of devices draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include "ui/presenters/devices/device_fact.h"
#include "ui/presenters/selling/sale_list_view.h"
#include "ui/presenters/table/data_column.h"

#include <QList>
#include <QString>

namespace crema {

/// One device in a list.
struct DeviceRow {
    QString id;            ///< what a row is known by
    QString name;          ///< "Counter"
    QString placeText;     ///< "Harbour Street"
    QString registerText;  ///< "HARBOUR-1": as its receipts begin
    QString contactText;   ///< "now", "3 d ago", "never"
    QString exactText;     ///< exact time of the last contact, for tooltips; empty when never
    QString waitingText;   ///< "14 sales", "14 sales, 2 more"; empty when nothing waits
    QString attentionText; ///< "2"; empty when nothing needs attention
    QString clockText;     ///< "right", "3 min slow"; empty when not known
    QString diskText;      ///< "41 GB free"; empty when not known
    QString versionText;   ///< "0.1.0"; empty when not known
    CellBadge state;       ///< what is the matter first of all; no text for a device that is well
    bool isThis = false;   ///< the device that shows the list
    bool isOut = false;    ///< it was shut out
    std::int64_t silenceMs = 0;
    std::int64_t waiting = 0;

    bool operator==(const DeviceRow &) const = default;
};

/// One thing about a device that needs a person.
struct DeviceFindingView {
    QString iconName;
    Tone tone = Tone::Neutral;
    QString title;    ///< "Work waits on a silent device"
    QString sentence; ///< what it means and what to do

    bool operator==(const DeviceFindingView &) const = default;
};

struct DeviceDetail {
    DeviceRow row;
    QList<DeviceFindingView> findings; ///< the worst first; one calm one for a device that is well
    QList<DeviceFact> work;            ///< contact, what waits, what needs attention
    QList<DeviceFact> arrived;         ///< of one that was shut out: what is here of its work
    QList<DeviceFact> machine;         ///< clock, disk, store, program, way to the platform
    QString asOfText;                  ///< "As of 10:42"

    bool operator==(const DeviceDetail &) const = default;
};

/// The footer under the list.
struct DeviceSummary {
    QString countText; ///< "7 devices"
    QString needText;  ///< "2 need a person", "All are well"
    QString outText;   ///< "1 shut out"; empty for none
    QString asOfText;  ///< "As of 10:42"; empty before the first answer
    QString limitText; ///< "Of this location only. …"; empty where the person is shown all that they may see

    bool operator==(const DeviceSummary &) const = default;
};

} // namespace crema
