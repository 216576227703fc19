// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

namespace crema::presenters {

/// What one place has set, and what is in force there.
struct SettingBook {
    ShopSettings here;
    SettingValues values;
    QString placeCode; ///< of a location; empty: the company
    QList<Person> people;

    /// Empty where nobody known here did it.
    [[nodiscard]] QString nameOf(const std::optional<PersonId> &person) const;
    /// Whether this place may have a value of its own.
    [[nodiscard]] bool holds(const Setting &setting) const
    {
        return !here.location || setting.reach == SettingReach::Location;
    }
};

/// What the shop sets, for verbs. The client outlives it.
class SettingBookPresenter
{
public:
    explicit SettingBookPresenter(sync::Client &client) : m_client(client) {}

    /// Without a code those of the company. Errors: `device.not_enrolled`, `location.unknown`.
    [[nodiscard]] QCoro::Task<Result<SettingBook>> open(QString locationCode) const;
    /// Sets what was typed, and gives the book afterwards; "default" takes the value away. Errors: as open(),
    /// `setting.unknown`, and those of sync::Client::setShopSetting().
    [[nodiscard]] QCoro::Task<Result<SettingBook>> set(QString key, QString typed, QString locationCode) const;

    /// Errors: `setting.unknown`, with all that there are.
    [[nodiscard]] static Result<const Setting *> named(const QString &key);

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
