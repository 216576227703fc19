// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

#include <QStringList>

namespace crema::presenters {

/// A role of the company, and who has it.
struct HeldRole {
    OwnRole role;
    QStringList holders; ///< by name, also those who may not sign in any more
};

/// The roles that the company makes itself, to look up and to change. The client outlives it.
class RolesPresenter
{
public:
    explicit RolesPresenter(sync::Client &client) : m_client(client) {}

    /// Also the retired ones, by name. Errors: `auth.not_allowed`, here and in all below.
    [[nodiscard]] QCoro::Task<Result<QList<HeldRole>>> list() const;
    /// By id, or by a part of the name that fits one role. Errors: `role.unknown`, `role.ambiguous`.
    [[nodiscard]] QCoro::Task<Result<HeldRole>> byWords(QString words) const;
    /// `from` is a built-in role, "barista", or an own one by its name: its rights, and the changes laid over them.
    /// Errors: `change.value`, and those of edit().
    [[nodiscard]] QCoro::Task<Result<HeldRole>> create(QString name, QString from, QStringList changes) const;
    /// Changes like `prices.edit=approval` or `discount=15`. Errors: `change.unreadable`, `change.unknown_field`,
    /// `change.value`, those of sync::Client::editRole().
    [[nodiscard]] QCoro::Task<Result<HeldRole>> edit(QString words, QStringList changes) const;
    [[nodiscard]] QCoro::Task<Result<HeldRole>> setRetired(QString words, bool retired) const;

private:
    [[nodiscard]] QCoro::Task<Result<HeldRole>> held(Result<OwnRole> role) const;

    sync::Client &m_client;
};

/// A change like `prices.edit=allow|approval|deny`, `discount=PERCENT` or `name=TEXT`. Errors: as
/// RolesPresenter::edit().
[[nodiscard]] Result<void> applyRoleChange(OwnRole &role, const QString &change);

} // namespace crema::presenters
