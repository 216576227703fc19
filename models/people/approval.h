// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"
#include "models/people/person.h"
#include "models/settings/shop_settings.h"

namespace crema {

/// How one person stands to what asks for a permission.
enum class Entitlement {
    Denied,
    WithApproval, ///< when somebody who holds it types their PIN for it, at the same till (ADR 033)
    Allowed,
};

/// What is done in a moment may be approved. What lasts longer than whoever approved stays may not: rights of people,
/// devices and settings are changed by those who hold the permission, signed in themselves; and what somebody has seen
/// of costs they know.
[[nodiscard]] bool mayBeApproved(Permission permission);
[[nodiscard]] Entitlement entitlementOf(const Person &person, Permission permission);
/// How much a role takes off a sale by hand without asking anybody, in ten-thousandths of what it would have come to.
/// That of administrators is not set: somebody can approve everything.
[[nodiscard]] std::int32_t discountLimit(Role role, const SettingValues &settings = {});
[[nodiscard]] std::int32_t discountLimit(const Person &person, const SettingValues &settings = {});

/// How far a count may be from what is expected in the drawer, in minor units, without somebody who holds
/// Permission::ShiftsCloseBeyond.
[[nodiscard]] std::int64_t differenceLimit(const SettingValues &settings);

/// How much a role pays back in one document without asking anybody, in minor units of `currency`. The settings say it
/// in whole units of the shop's currency; that of administrators is not set. Who has a role of the shop's own pays back
/// what the role says, and never more than managers may; where it says nothing, as much as they.
[[nodiscard]] std::int64_t refundLimit(Role role, Currency currency, const SettingValues &settings = {});
[[nodiscard]] std::int64_t refundLimit(const Person &person, Currency currency, const SettingValues &settings = {});

/// Whether the person works at this place; no place of theirs means everywhere.
[[nodiscard]] bool worksAt(const Person &person, const std::optional<LocationId> &place);

/// What something that was done, or is about to be, asks of people.
struct Demand {
    std::optional<Permission> permission; ///< nothing: anybody may
    std::int32_t discount = 0;            ///< what a sale takes off, in ten-thousandths
    QList<Permission> ofFields = {};      ///< what some of what it says asks besides, each once
    std::int64_t difference = 0;          ///< of a count of the drawer, in minor units, never below zero
    std::optional<Money> refund = {};     ///< what a document pays back, greater than zero
};

/// The one who does it, and the one who gives their word for it, if any.
struct Answerable {
    std::optional<Person> actor; ///< nothing: nobody knows them
    std::optional<Person> approver;
    std::optional<LocationId> place;
    SettingValues settings = {}; ///< those in force at the place
};

enum class Lack { Nothing, Permission, Discount, Difference, Refund };

/// What actor and approver together do not have of what is asked. The word of an approver counts when it is somebody
/// else, who is active, works at the place and holds what the actor lacks; that of nobody makes up for an actor who may
/// not sign in any more.
[[nodiscard]] Lack lackOf(const Demand &demand, const Answerable &people);

} // namespace crema
