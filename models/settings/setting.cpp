// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/setting.h"

#include "models/money/money_text.h"
#include "models/settings/discount_reasons.h"
#include "models/settings/modifier_groups.h"
#include "models/settings/scale_codes.h"
#include "models/settings/tip_choices.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace crema {
namespace {

using namespace shop_setting;
using enum SettingKind;
using enum SettingUnit;

constexpr auto everywhere = std::nullopt;

constexpr std::array table{
    Setting{tillLockMinutes, SettingGroup::Till, Number, Minutes, 1, 120, 5, SettingReach::Location, everywhere,
            QT_TRANSLATE_NOOP("crema::Setting", "Till locks itself after"),
            QT_TRANSLATE_NOOP("crema::Setting", "When nobody has touched it for so long, a PIN is asked for.")},
    Setting{
        tips, SettingGroup::Till, Switch, None, 0, 1, 0, SettingReach::Location, everywhere,
        QT_TRANSLATE_NOOP("crema::Setting", "Tips are taken at the till"),
        QT_TRANSLATE_NOOP("crema::Setting", "What a guest gives beyond the amount is told apart from the takings.")},
    Setting{tipPercentages, SettingGroup::Till, Text, None, 0, 40, 0, SettingReach::Location, everywhere,
            QT_TRANSLATE_NOOP("crema::Setting", "Percentages offered as a tip"),
            QT_TRANSLATE_NOOP("crema::Setting", "Five at most, such as 5 10 15. Empty: these three.")},
    Setting{modifiers, SettingGroup::Till, Text, None, 0, 4'000, 0, SettingReach::Location, Permission::PricesEdit,
            QT_TRANSLATE_NOOP("crema::Setting", "Options at the till"),
            QT_TRANSLATE_NOOP("crema::Setting",
                              "One group in each line, with what an option adds: Milk (1) @ Espresso bar: Whole; Oat "
                              "+0.50. In brackets how many are chosen, such as 0-2; behind @ categories or products.")},
    Setting{discountManagerPercent, SettingGroup::Discounts, Number, Percent, 0, 100, 100, SettingReach::Location,
            Permission::PricesEdit, QT_TRANSLATE_NOOP("crema::Setting", "Discount by managers up to"),
            QT_TRANSLATE_NOOP("crema::Setting", "Above it somebody approves who may take off more.")},
    Setting{discountBaristaPercent, SettingGroup::Discounts, Number, Percent, 0, 100, 10, SettingReach::Location,
            Permission::PricesEdit, QT_TRANSLATE_NOOP("crema::Setting", "Discount by baristas up to"),
            QT_TRANSLATE_NOOP("crema::Setting", "Above it somebody approves who may take off more.")},
    Setting{discountOfficePercent, SettingGroup::Discounts, Number, Percent, 0, 100, 0, SettingReach::Location,
            Permission::PricesEdit, QT_TRANSLATE_NOOP("crema::Setting", "Discount by the office up to"),
            QT_TRANSLATE_NOOP("crema::Setting", "Above it somebody approves who may take off more.")},
    Setting{discountWarehousePercent, SettingGroup::Discounts, Number, Percent, 0, 100, 0, SettingReach::Location,
            Permission::PricesEdit, QT_TRANSLATE_NOOP("crema::Setting", "Discount by the warehouse up to"),
            QT_TRANSLATE_NOOP("crema::Setting", "Above it somebody approves who may take off more.")},
    Setting{discountReasons, SettingGroup::Discounts, Text, None, 0, 600, 0, SettingReach::Location,
            Permission::PricesEdit, QT_TRANSLATE_NOOP("crema::Setting", "Reasons for a discount"),
            QT_TRANSLATE_NOOP("crema::Setting",
                              "One in each line, nine at most; another one may be typed. Empty: the usual ones.")},
    Setting{cashBlindCount, SettingGroup::Cash, Switch, None, 0, 1, 1, SettingReach::Location, everywhere,
            QT_TRANSLATE_NOOP("crema::Setting", "Count the drawer blind"),
            QT_TRANSLATE_NOOP("crema::Setting", "What should be in it is shown after it was counted.")},
    Setting{cashDifferenceLimit, SettingGroup::Cash, Number, Minor, 0, 100'000'000, 1'000, SettingReach::Location,
            Permission::ShiftsCloseBeyond, QT_TRANSLATE_NOOP("crema::Setting", "Difference of a count up to"),
            QT_TRANSLATE_NOOP("crema::Setting", "Above it somebody closes the shift who may.")},
    Setting{cashDrawerLimit, SettingGroup::Cash, Number, Minor, 0, 1'000'000'000, 0, SettingReach::Location, everywhere,
            QT_TRANSLATE_NOOP("crema::Setting", "Warn when the drawer holds more than"),
            QT_TRANSLATE_NOOP("crema::Setting", "Then cash should go into the safe. 0: never.")},
    Setting{cashReasons, SettingGroup::Cash, Text, None, 0, 2'000, 0, SettingReach::Location, everywhere,
            QT_TRANSLATE_NOOP("crema::Setting", "Reasons to move cash"),
            QT_TRANSLATE_NOOP("crema::Setting", "One a line, to choose from when cash is paid in or out.")},
    Setting{
        giftCardOfflineLimit, SettingGroup::Cash, Number, None, 0, 1'000'000, 50, SettingReach::Location, everywhere,
        QT_TRANSLATE_NOOP("crema::Setting", "Gift cards without a connection up to"),
        QT_TRANSLATE_NOOP("crema::Setting",
                          "In whole units of the currency: so much of one card or store credit a register takes in a "
                          "day while it cannot reach the platform.")},
    Setting{giftCardYears, SettingGroup::Cash, Number, Years, 0, 30, 0, SettingReach::Company, everywhere,
            QT_TRANSLATE_NOOP("crema::Setting", "Gift cards hold for"),
            QT_TRANSLATE_NOOP("crema::Setting",
                              "To the end of the year; 0: they never expire. Cards that were sold keep the day that "
                              "they have.")},
    Setting{refundManagerLimit, SettingGroup::Discounts, Number, None, 0, 1'000'000, 1'000'000, SettingReach::Location,
            Permission::PricesEdit, QT_TRANSLATE_NOOP("crema::Setting", "Refund by managers up to"),
            QT_TRANSLATE_NOOP("crema::Setting",
                              "In whole units of the currency. Above it somebody approves who may pay back more.")},
    Setting{refundBaristaLimit, SettingGroup::Discounts, Number, None, 0, 1'000'000, 100, SettingReach::Location,
            Permission::PricesEdit, QT_TRANSLATE_NOOP("crema::Setting", "Refund by baristas up to"),
            QT_TRANSLATE_NOOP("crema::Setting",
                              "In whole units of the currency. Above it somebody approves who may pay back more.")},
    Setting{receiptHeader, SettingGroup::Receipts, Text, None, 0, 300, 0, SettingReach::Location, everywhere,
            QT_TRANSLATE_NOOP("crema::Setting", "Lines above a receipt"),
            QT_TRANSLATE_NOOP("crema::Setting", "Address, tax id, a greeting. Empty: as the location was set up.")},
    Setting{rightsHoldHours, SettingGroup::People, Number, Hours, 24, 720, 72, SettingReach::Location,
            Permission::PeopleManage, QT_TRANSLATE_NOOP("crema::Setting", "Rights hold without news for"),
            QT_TRANSLATE_NOOP("crema::Setting",
                              "A device that heard nothing of the platform for longer changes no prices and people. "
                              "Selling goes on.")},
    Setting{invitationDays, SettingGroup::People, Number, Days, 1, 30, 3, SettingReach::Company,
            Permission::PeopleManage, QT_TRANSLATE_NOOP("crema::Setting", "Invitation holds for"),
            QT_TRANSLATE_NOOP("crema::Setting", "So long somebody can set their first password with the code.")},
    Setting{passwordCodeMinutes, SettingGroup::People, Number, Minutes, 10, 1'440, 60, SettingReach::Company,
            Permission::PeopleManage, QT_TRANSLATE_NOOP("crema::Setting", "Code for a new password holds for"),
            QT_TRANSLATE_NOOP("crema::Setting", "The code that is mailed to who forgot their password.")},
    Setting{sessionDays, SettingGroup::People, Number, Days, 1, 90, 30, SettingReach::Company, Permission::PeopleManage,
            QT_TRANSLATE_NOOP("crema::Setting", "Sign-in at the platform holds for"),
            QT_TRANSLATE_NOOP("crema::Setting", "After that the password is asked for again. A PIN is not concerned.")},
    Setting{requireAuthenticator, SettingGroup::People, Choice, None, 0, 0, 0, SettingReach::Company,
            Permission::PeopleManage, QT_TRANSLATE_NOOP("crema::Setting", "An authenticator is asked of"),
            QT_TRANSLATE_NOOP("crema::Setting",
                              "Whoever has none yet sets one up when they sign in by password. A PIN is not "
                              "concerned.")},
    Setting{deviceCodeHours, SettingGroup::Devices, Number, Hours, 1, 168, 24, SettingReach::Company,
            Permission::DevicesManage, QT_TRANSLATE_NOOP("crema::Setting", "Code for a new device holds for"),
            QT_TRANSLATE_NOOP("crema::Setting", "So long a device can be enrolled, or let in again, with it.")},
    Setting{
        scaleCodes, SettingGroup::Devices, Text, None, 0, 600, 0, SettingReach::Location, everywhere,
        QT_TRANSLATE_NOOP("crema::Setting", "Codes of the scales"),
        QT_TRANSLATE_NOOP("crema::Setting",
                          "One pattern in each line, as 28IIIIIWWWWWC: I item, W grams, P price, N pieces, V check of "
                          "the value, C check. Empty: the usual ones; none: none.")},
    Setting{
        customerYears, SettingGroup::Privacy, Number, Years, 0, 10, 0, SettingReach::Company, Permission::PeopleManage,
        QT_TRANSLATE_NOOP("crema::Setting", "Customers are erased after"),
        QT_TRANSLATE_NOOP("crema::Setting",
                          "Whoever bought nothing and was not changed for so long is erased for good. 0: nobody is.")},
    Setting{
        mailDays, SettingGroup::Privacy, Number, Days, 1, 365, 30, SettingReach::Company, Permission::PeopleManage,
        QT_TRANSLATE_NOOP("crema::Setting", "Mail files are kept for"),
        QT_TRANSLATE_NOOP("crema::Setting", "Messages that lie in the folder of the platform for lack of a server.")},
    Setting{productsAtTill, SettingGroup::Features, Switch, None, 0, 1, 1, SettingReach::Location, everywhere,
            QT_TRANSLATE_NOOP("crema::Setting", "New products at the till"),
            QT_TRANSLATE_NOOP("crema::Setting", "An unknown code offers to create its product.")},
};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Setting)
};

Problem badValue(const Setting &setting)
{
    const QString message = Texts::tr("This has to be %1.").arg(settingRangeText(setting));
    return {ProblemKind::Invalid,
            QStringLiteral("setting.value"),
            Texts::tr("“%1” has to be %2.").arg(settingTitle(setting), settingRangeText(setting)),
            Texts::tr("Nothing was changed. Enter another value."),
            {{setting.key.toString(), message}}};
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && static_cast<double>(value.toInteger()) == value.toDouble();
}

std::optional<SettingChoice> findChoice(const Setting &setting, const QString &typed)
{
    for (const SettingChoice &choice : settingChoices(setting)) {
        if (choice.word == typed)
            return choice;
    }
    return std::nullopt;
}

QStringList wordsOf(const Setting &setting)
{
    QStringList words;
    for (const SettingChoice &choice : settingChoices(setting))
        words.append(choice.word);
    return words;
}

bool fits(const Setting &setting, const QJsonValue &value)
{
    switch (setting.kind) {
    case Number: return isWhole(value) && value.toInteger() >= setting.least && value.toInteger() <= setting.most;
    case Switch: return value.isBool();
    case Choice: return value.isString() && findChoice(setting, value.toString()).has_value();
    case Text: break;
    }
    return value.isString() && value.toString().size() <= setting.most && isPlainText(value.toString(), Lines::Many);
}

QString amountText(SettingUnit unit, std::int64_t number)
{
    const int count = static_cast<int>(number);
    switch (unit) {
    case None: break;
    case Minutes: return Texts::tr("%n minute(s)", nullptr, count);
    case Hours: return Texts::tr("%n hour(s)", nullptr, count);
    case Days: return Texts::tr("%n day(s)", nullptr, count);
    case Years: return Texts::tr("%n year(s)", nullptr, count);
    case Percent: return Texts::tr("%1 %").arg(count);
    case Minor: return plainAmount(Money(number, *Currency::fromCode(u"EUR"))); // of two decimals, as most are
    }
    return QString::number(number);
}

} // namespace

std::span<const Setting> allSettings()
{
    return table;
}

const Setting *findSetting(QStringView key)
{
    const auto found = std::ranges::find(table, key, &Setting::key);
    return found == table.end() ? nullptr : &*found;
}

QList<SettingChoice> settingChoices(const Setting &setting)
{
    if (setting.key == requireAuthenticator)
        return {{nobody.toString(), Texts::tr("Nobody")},
                {administrators.toString(), Texts::tr("Administrators")},
                {managers.toString(), Texts::tr("Managers and administrators")}};
    return {};
}

QJsonValue usualValue(const Setting &setting)
{
    switch (setting.kind) {
    case Number: return qint64(setting.usual);
    case Switch: return setting.usual != 0;
    case Choice: return settingChoices(setting).constFirst().word;
    case Text: break;
    }
    return QString();
}

Result<void> checkSetting(const Setting &setting, const QJsonValue &value)
{
    if (!value.isNull() && !fits(setting, value))
        return failure(badValue(setting));
    if (setting.key == scaleCodes && value.isString()) {
        if (const auto layouts = layoutsOfText(value.toString()); !layouts) {
            Problem problem = layouts.error();
            problem.code = QStringLiteral("setting.value");
            return failure(problem);
        }
    }
    return setting.key == modifiers ? checkModifierGroups(value.toString()) : Result<void>();
}

Result<QJsonValue> readSetting(const Setting &setting, const QString &typed)
{
    if (setting.kind == Text) {
        const QJsonValue text(typed);
        const Result<void> fits = checkSetting(setting, text);
        return fits ? Result<QJsonValue>(text) : Result<QJsonValue>(failure(fits.error()));
    }
    const QString word = typed.trimmed().toLower();
    if (setting.kind == Switch) {
        for (const auto &[on, off] :
             {std::pair(QStringLiteral("on"), QStringLiteral("off")), std::pair(Texts::tr("on"), Texts::tr("off"))}) {
            if (word == on || word == off)
                return QJsonValue(word == on);
        }
        return failure(badValue(setting));
    }
    if (setting.kind == Choice) {
        for (const SettingChoice &choice : settingChoices(setting)) {
            if (word == choice.word || word == choice.text.toLower())
                return QJsonValue(choice.word);
        }
        return failure(badValue(setting));
    }
    bool isNumber = false;
    const QJsonValue number(word.toLongLong(&isNumber));
    if (!isNumber || !fits(setting, number))
        return failure(badValue(setting));
    return number;
}

QString typedSetting(const Setting &setting, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    switch (setting.kind) {
    case Number: return QString::number(value.toInteger());
    case Switch: return value.toBool() ? QStringLiteral("on") : QStringLiteral("off");
    case Choice:
    case Text: break;
    }
    return value.toString();
}

QString settingTitle(const Setting &setting)
{
    return Texts::tr(setting.title);
}

QString settingHelp(const Setting &setting)
{
    return Texts::tr(setting.help);
}

QString settingGroupName(SettingGroup group)
{
    switch (group) {
    case SettingGroup::Till: return Texts::tr("Till");
    case SettingGroup::Discounts: return Texts::tr("Discounts");
    case SettingGroup::Cash: return Texts::tr("Cash");
    case SettingGroup::Receipts: return Texts::tr("Receipts");
    case SettingGroup::People: return Texts::tr("People");
    case SettingGroup::Devices: return Texts::tr("Devices");
    case SettingGroup::Privacy: return Texts::tr("Privacy");
    case SettingGroup::Features: return Texts::tr("New things");
    }
    Q_UNREACHABLE();
}

QString settingValueText(const Setting &setting, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return Texts::tr("not set");
    switch (setting.kind) {
    case Number: return amountText(setting.unit, value.toInteger());
    case Switch: return value.toBool() ? Texts::tr("on") : Texts::tr("off");
    case Choice:
        if (const std::optional<SettingChoice> choice = findChoice(setting, value.toString()))
            return choice->text;
        break;
    case Text: break;
    }
    const QString text = value.toString();
    return text.isEmpty() ? Texts::tr("empty") : text;
}

QString settingRangeText(const Setting &setting)
{
    switch (setting.kind) {
    case Number:
        return Texts::tr("%1 to %2").arg(QString::number(setting.least), amountText(setting.unit, setting.most));
    case Switch: return Texts::tr("on or off");
    case Choice: return wordsOf(setting).join(QStringLiteral(", "));
    case Text: break;
    }
    return Texts::tr("up to %n letter(s)", nullptr, static_cast<int>(setting.most));
}

} // namespace crema
