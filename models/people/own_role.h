// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/people/permission.h"

#include <QList>

#include <optional>
#include <variant>

namespace crema {

using RoleId = Id<struct RoleTag>;

/// What role somebody has: one that is built in, or one that the company made itself (ADR 037).
class RoleRef
{
public:
    RoleRef(Role builtIn = Role::Barista) : m_role(builtIn) {}
    RoleRef(RoleId own) : m_role(own) {}

    [[nodiscard]] std::optional<Role> builtIn() const
    {
        const Role *role = std::get_if<Role>(&m_role);
        return role ? std::optional(*role) : std::nullopt;
    }
    [[nodiscard]] std::optional<RoleId> own() const
    {
        const RoleId *role = std::get_if<RoleId>(&m_role);
        return role ? std::optional(*role) : std::nullopt;
    }

    friend bool operator==(const RoleRef &, const RoleRef &) = default;

private:
    std::variant<Role, RoleId> m_role;
};

/// "barista", or the id of an own role; stable, as stored and sent.
[[nodiscard]] QString roleText(const RoleRef &role);
[[nodiscard]] std::optional<RoleRef> roleRefFromText(QStringView text);

/// The most that a limit of refunds can be, in whole units of the shop's currency: what the settings of the built-in
/// roles can say.
inline constexpr std::int64_t largestRefundLimit = 1'000'000;

/// What is done without asking anybody, what when somebody who may approves it at the till (ADR 033), and how much is
/// taken off a sale by hand and paid back at once. What is named nowhere is denied.
struct Rights {
    QList<Permission> allowed;
    QList<Permission> withApproval;
    std::int32_t discountLimit = 0; ///< in ten-thousandths of what the sale would have come to
    /// In whole units of the shop's currency; nothing: as much as its managers.
    std::optional<std::int64_t> refundLimit = std::nullopt;

    friend bool operator==(const Rights &, const Rights &) = default;
};

/// A role that the company made. Its rights are those of whoever has it, as they are now.
struct OwnRole {
    RoleId id;
    QString name;
    Role base = Role::Barista; ///< what it was made from, which says nothing about its rights
    Rights rights;
    bool retired = false; ///< nobody gets it any more; who has it keeps it

    friend bool operator==(const OwnRole &, const OwnRole &) = default;
};

} // namespace crema
