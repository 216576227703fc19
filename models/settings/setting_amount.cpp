// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/setting_amount.h"

#include "models/money/money_input.h"
#include "models/money/money_text.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct AmountTexts {
    Q_DECLARE_TR_FUNCTIONS(crema::SettingAmount)
};

bool isWhole(const Setting &setting)
{
    return setting.key == shop_setting::refundManagerLimit || setting.key == shop_setting::refundBaristaLimit ||
           setting.key == shop_setting::giftCardOfflineLimit;
}

/// What one unit of its value is in minor units.
std::int64_t minorPerUnit(const Setting &setting, Currency currency)
{
    std::int64_t minor = 1;
    for (int i = 0; isWhole(setting) && i < currency.exponent(); ++i)
        minor *= 10;
    return minor;
}

Money amountOf(const Setting &setting, std::int64_t number, Currency currency)
{
    return Money(number * minorPerUnit(setting, currency), currency);
}

QString textOf(const Setting &setting, std::int64_t number, const SettingMoney &money)
{
    return formatMoney(amountOf(setting, number, money.currency), money.locale, money.currency);
}

tl::unexpected<Problem> badAmount(const Setting &setting, const SettingMoney &money)
{
    const QString range = settingRangeTextAt(setting, money);
    return failure(ProblemKind::Invalid, QStringLiteral("setting.value"),
                   AmountTexts::tr("“%1” has to be %2.").arg(settingTitle(setting), range),
                   AmountTexts::tr("Nothing was changed. Enter another value."),
                   {{setting.key.toString(), AmountTexts::tr("This has to be %1.").arg(range)}});
}

} // namespace

bool isAmount(const Setting &setting)
{
    return setting.unit == SettingUnit::Minor || isWhole(setting);
}

Result<QJsonValue> readSettingAt(const Setting &setting, const QString &typed, const SettingMoney &money)
{
    if (!isAmount(setting))
        return readSetting(setting, typed);
    const Result<Money> amount = MoneyInput::parse(typed.trimmed(), money.currency, money.locale);
    const std::int64_t per = minorPerUnit(setting, money.currency);
    if (!amount || amount->minor() % per != 0)
        return badAmount(setting, money);
    const QJsonValue value(qint64(amount->minor() / per));
    if (!checkSetting(setting, value))
        return badAmount(setting, money);
    return value;
}

QString typedSettingAt(const Setting &setting, const QJsonValue &value, const SettingMoney &money)
{
    if (!isAmount(setting) || !value.isDouble())
        return typedSetting(setting, value);
    const Money amount = amountOf(setting, value.toInteger(), money.currency);
    return money.locale == QLocale::c() ? plainAmount(amount) : formatAmount(amount, money.locale);
}

QString settingValueTextAt(const Setting &setting, const QJsonValue &value, const SettingMoney &money)
{
    if (!isAmount(setting) || !value.isDouble())
        return settingValueText(setting, value);
    return textOf(setting, value.toInteger(), money);
}

QString settingRangeTextAt(const Setting &setting, const SettingMoney &money)
{
    if (!isAmount(setting))
        return settingRangeText(setting);
    const QString range =
        AmountTexts::tr("%1 to %2").arg(textOf(setting, setting.least, money), textOf(setting, setting.most, money));
    return isWhole(setting) ? AmountTexts::tr("%1, whole amounts").arg(range) : range;
}

} // namespace crema
