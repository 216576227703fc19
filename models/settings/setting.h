// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/people/permission.h"

#include <QJsonValue>
#include <QList>

#include <optional>
#include <span>

namespace crema {

/// The keys of what a shop sets (docs/settings.md). Stable: they are stored and sent.
namespace shop_setting {

inline constexpr QStringView tillLockMinutes = u"till.lock_minutes";
inline constexpr QStringView discountManagerPercent = u"discount.manager_percent";
inline constexpr QStringView discountBaristaPercent = u"discount.barista_percent";
inline constexpr QStringView discountOfficePercent = u"discount.office_percent";
inline constexpr QStringView discountWarehousePercent = u"discount.warehouse_percent";
inline constexpr QStringView cashBlindCount = u"cash.blind_count";
inline constexpr QStringView cashDifferenceLimit = u"cash.difference_limit";
inline constexpr QStringView cashDrawerLimit = u"cash.drawer_limit";
inline constexpr QStringView cashReasons = u"cash.reasons";
inline constexpr QStringView giftCardOfflineLimit = u"gift_card.offline_limit";
inline constexpr QStringView giftCardYears = u"gift_card.years";
inline constexpr QStringView loyaltyEarn = u"loyalty.earn";
inline constexpr QStringView loyaltyPointValue = u"loyalty.point_value";
inline constexpr QStringView loyaltyMinimum = u"loyalty.minimum";
inline constexpr QStringView refundManagerLimit = u"refund.manager_limit";
inline constexpr QStringView refundBaristaLimit = u"refund.barista_limit";
inline constexpr QStringView receiptHeader = u"receipt.header";
inline constexpr QStringView receiptFooter = u"receipt.footer";
inline constexpr QStringView rightsHoldHours = u"people.rights_hold_hours";
inline constexpr QStringView invitationDays = u"people.invitation_days";
inline constexpr QStringView passwordCodeMinutes = u"people.password_code_minutes";
inline constexpr QStringView sessionDays = u"people.session_days";
inline constexpr QStringView requireAuthenticator = u"people.require_authenticator";
inline constexpr QStringView deviceCodeHours = u"devices.code_hours";
inline constexpr QStringView customerYears = u"privacy.customer_years";
inline constexpr QStringView mailDays = u"privacy.mail_days";
inline constexpr QStringView productsAtTill = u"feature.products_at_till";

/// Values of `people.require_authenticator`.
inline constexpr QStringView nobody = u"nobody";
inline constexpr QStringView administrators = u"administrators";
inline constexpr QStringView managers = u"managers";

} // namespace shop_setting

enum class SettingGroup { Till, Discounts, Cash, Receipts, People, Devices, Privacy, Features };
enum class SettingKind { Number, Text, Switch, Choice };
enum class SettingUnit {
    None,
    Minutes,
    Hours,
    Days,
    Years,
    Percent,
    Minor, ///< of the currency of the place: hundredths of most
};
/// Whether each location may have a value of its own beside that of the company.
enum class SettingReach { Company, Location };

/// One thing that a shop decides: a business rule, or whether something new is on already (group Features). What a
/// machine is set up with comes from the environment and is none of these (ADR 040).
struct Setting {
    QStringView key;
    SettingGroup group;
    SettingKind kind;
    SettingUnit unit;
    std::int64_t least; ///< of a number
    std::int64_t most;  ///< of a number; of a text the longest in UTF-16 units
    /// Where nobody set it: the number, 1 for a switch that is on; a text is empty then, a choice the first one.
    std::int64_t usual;
    SettingReach reach;
    std::optional<Permission> besides; ///< asked besides `settings.manage`
    const char *title;                 ///< in English; see settingTitle()
    const char *help;                  ///< in English, a sentence; see settingHelp()
};

/// All that this version knows, in the order in which people read them.
[[nodiscard]] std::span<const Setting> allSettings();
/// Nothing for a key of another version.
[[nodiscard]] const Setting *findSetting(QStringView key);

/// One of several that a setting may have.
struct SettingChoice {
    QString word; ///< "managers"; stable: stored, sent and typed
    QString text; ///< as people read it: "Managers and administrators"
};

/// Of a setting of the kind Choice, else empty.
[[nodiscard]] QList<SettingChoice> settingChoices(const Setting &setting);

/// The value where nobody set another one.
[[nodiscard]] QJsonValue usualValue(const Setting &setting);
/// Whether it may have this value; null takes a value away. Errors: `setting.value` with the key as its field.
[[nodiscard]] Result<void> checkSetting(const Setting &setting, const QJsonValue &value);

/// What was typed as a value of it: a whole number, "on" or "off", the word of a choice or what people read for it, or
/// the text itself. Errors: `setting.value`.
[[nodiscard]] Result<QJsonValue> readSetting(const Setting &setting, const QString &typed);
/// As it is typed: "5", "on"; empty for null.
[[nodiscard]] QString typedSetting(const Setting &setting, const QJsonValue &value);

[[nodiscard]] QString settingTitle(const Setting &setting);
[[nodiscard]] QString settingHelp(const Setting &setting);
/// "Till", "New things".
[[nodiscard]] QString settingGroupName(SettingGroup group);
/// As people read it, with its unit: "5 minutes", "10 %", "on".
[[nodiscard]] QString settingValueText(const Setting &setting, const QJsonValue &value);
/// What may be typed: "1 to 120 minutes", "on or off", "up to 300 letters".
[[nodiscard]] QString settingRangeText(const Setting &setting);

} // namespace crema
