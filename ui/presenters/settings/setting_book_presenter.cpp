// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/setting_book_presenter.h"

#include "ui/presenters/settings/setting_money.h"
#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SettingBookPresenter)
};

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            u"device.not_enrolled"_s,
            Texts::tr("This device is not enrolled yet, so there is no shop that sets anything."),
            Texts::tr("Run crema device enroll --platform URL --code CODE."),
            {}};
}

Problem unknownLocation(const QString &code)
{
    return {ProblemKind::NotFound,
            u"location.unknown"_s,
            Texts::tr("There is no location \"%1\".").arg(code),
            Texts::tr("Write the code of a location, for example MAIN."),
            {}};
}

Problem unknownSetting(const QString &key)
{
    QStringList keys;
    for (const Setting &setting : allSettings())
        keys.append(setting.key.toString());
    return {ProblemKind::NotFound,
            u"setting.unknown"_s,
            Texts::tr("There is no setting \"%1\".").arg(key),
            Texts::tr("There are: %1.").arg(keys.join(u", "_s)),
            {}};
}

} // namespace

QString SettingBook::nameOf(const std::optional<PersonId> &person) const
{
    const auto known = std::ranges::find_if(people, [&](const Person &other) { return person == other.id; });
    return known == people.end() ? QString() : known->name;
}

Result<const Setting *> SettingBookPresenter::named(const QString &key)
{
    if (const Setting *setting = findSetting(key))
        return setting;
    return failure(unknownSetting(key));
}

QCoro::Task<Result<SettingBook>> SettingBookPresenter::open(QString locationCode) const
{
    sync::Client &client = m_client;
    const Result<QList<Location>> locations = co_await client.locations();
    if (!locations)
        co_return failure(locations.error());
    const Result<QList<Person>> people = co_await client.everybody();
    if (!people)
        co_return failure(people.error());
    const Result<QList<ShopSettings>> all = co_await client.shopSettings();
    if (!all)
        co_return failure(all.error());
    if (all->isEmpty())
        co_return failure(notEnrolled());
    SettingBook book{all->first(), SettingValues(all->first(), std::nullopt), {}, *people};
    if (locationCode.isEmpty())
        co_return book;
    const auto location = std::ranges::find_if(
        *locations, [&](const Location &other) { return other.code.compare(locationCode, Qt::CaseInsensitive) == 0; });
    if (location == locations->end())
        co_return failure(unknownLocation(locationCode));
    const auto own =
        std::ranges::find_if(*all, [&](const ShopSettings &settings) { return settings.location == location->id; });
    if (own == all->end())
        co_return failure(unknownLocation(locationCode));
    book.values = SettingValues(all->first(), *own);
    book.here = *own;
    book.placeCode = location->code;
    co_return book;
}

QCoro::Task<Result<SettingBook>> SettingBookPresenter::set(QString key, QString typed, QString locationCode) const
{
    const SettingBookPresenter presenter = *this;
    const Result<const Setting *> setting = named(key);
    if (!setting)
        co_return failure(setting.error());
    const Result<SettingBook> before = co_await presenter.open(locationCode);
    if (!before)
        co_return failure(before.error());
    const Result<QList<Location>> locations = co_await presenter.m_client.locations();
    if (!locations)
        co_return failure(locations.error());
    const SettingMoney money = settingMoneyOf(before->here, *locations, presenter.m_client.state(), QLocale());
    const Result<QJsonValue> value =
        typed == u"default" ? Result<QJsonValue>(QJsonValue()) : readSettingAt(**setting, typed, money);
    if (!value)
        co_return failure(value.error());
    const QJsonValue seen = before->here.values.value(key);
    const Result<void> set = co_await presenter.m_client.setShopSetting(
        before->here.id, key, seen.isUndefined() ? QJsonValue() : seen, *value);
    if (!set)
        co_return failure(set.error());
    co_return co_await presenter.open(locationCode);
}

} // namespace crema::presenters
