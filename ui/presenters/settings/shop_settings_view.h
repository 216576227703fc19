// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/shop_settings.h"

#include <QList>
#include <QString>

namespace crema {

/// A place that has settings: the company, or one of its locations.
struct SettingPlace {
    PlaceId id;
    QString name; ///< "All locations", "Garden Square"
    bool isCompany = false;

    bool operator==(const SettingPlace &) const = default;
};

/// One change of a setting, as people read it.
struct SettingChangeRow {
    QString timeText;  ///< "11 min ago"
    QString exactText; ///< "Friday, 20 November 2026, 10:42:08"
    QString who;
    QString fromText; ///< "5 minutes", "not set"
    QString toText;

    bool operator==(const SettingChangeRow &) const = default;
};

/// One setting of the chosen place.
struct ShopSettingRow {
    QString key;
    SettingKind kind = SettingKind::Number;
    QString groupName;
    QString title;
    QString help;
    QString rangeText;    ///< "1 to 120 minutes"
    QString typed;        ///< what is in force, as it is typed
    bool isOn = false;    ///< of a switch
    QString valueText;    ///< what is in force: "5 minutes"
    QString usualText;    ///< "Usually 5 minutes"
    QString originText;   ///< "Set for all locations"; "As usual"
    QString changedText;  ///< "Ada Lindqvist, 11 min ago"; empty where this place never set it
    QString lockedText;   ///< why the person here cannot change it; empty when they can
    QString problem;      ///< what is wrong with what was typed last
    QStringList examples; ///< of codes that the patterns in force read, and what they say; empty for other settings
    bool isSetHere = false;
    QList<SettingChangeRow> history; ///< of this place, newest first

    bool operator==(const ShopSettingRow &) const = default;
};

} // namespace crema
