// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/feed/entity_codec.h"
#include "models/feed/promotion_codec.h"
#include "models/operations/customer_bodies.h"
#include "models/operations/edit.h"
#include "models/operations/operation.h"
#include "models/people/person.h"
#include "models/selling/cash_movement.h"
#include "models/selling/parked_cart.h"

#include <QDate>

/// The bodies of the operation types, as values. Each writes the newest schema and reads every schema since.
/// Readers answer `operation.malformed` with the fields.
namespace crema::body {

struct ShiftOpen {
    Money floatAmount;
    QDate businessDay;

    friend bool operator==(const ShiftOpen &, const ShiftOpen &) = default;
};

struct ShiftClose {
    Money counted;
    Money expected; ///< what the register held to be in the drawer
    QList<CountedPiece> pieces = {};
    std::optional<ShiftZ> z = {}; ///< nothing in schema 1

    /// The lowest schema that says it.
    [[nodiscard]] int schema() const;

    friend bool operator==(const ShiftClose &, const ShiftClose &) = default;
};

struct StockAdjust {
    VariantId variant;
    Quantity delta;
    MovementReason reason = MovementReason::Adjustment;
    QString note;

    friend bool operator==(const StockAdjust &, const StockAdjust &) = default;
};

struct PersonSetPin {
    QString pinHash; ///< as hashSecret() makes it; empty: the PIN is taken away

    friend bool operator==(const PersonSetPin &, const PersonSetPin &) = default;
};

struct PersonSetBadge {
    QString badgeHash; ///< as badgeHash() makes it; empty: the badge is taken away

    friend bool operator==(const PersonSetBadge &, const PersonSetBadge &) = default;
};

[[nodiscard]] QJsonObject toJson(const ShiftOpen &body);
[[nodiscard]] QJsonObject toJson(const ShiftClose &body);
/// A movement of cash without what the operation itself says: id, location, register, person and time.
[[nodiscard]] QJsonObject toJson(const CashMovement &movement);
/// What is in a parked cart; id, location, register, person and time are the operation's.
[[nodiscard]] QJsonObject toJson(const ParkedCart &cart);
/// The oldest schema of cart.park that says this cart: chosen options, what is no article, coupons, points and a
/// note for the customer came with the second.
[[nodiscard]] int schemaOf(const ParkedCart &cart);
[[nodiscard]] QJsonObject toJson(const StockAdjust &body);
/// A sale without what the operation itself says: id, location, register, cashier and time.
[[nodiscard]] QJsonObject toJson(const Sale &sale);
/// The oldest schema of sale.complete that says this sale: whoever knows that one only reads all that it can (ADR 050,
/// ADR 054).
[[nodiscard]] int schemaOf(const Sale &sale);
/// An entity without its id, which is the operation's subject.
[[nodiscard]] QJsonObject toJson(const Product &product);
[[nodiscard]] QJsonObject toJson(const Variant &variant);
/// The oldest schema of variant.create that says this variant, and of variant.edit that says this edit: components came
/// with the second (ADR 064).
[[nodiscard]] int schemaOf(const Variant &variant);
[[nodiscard]] int schemaOfVariantEdit(const Edit &edit);
[[nodiscard]] QJsonObject toJson(const Promotion &promotion);
[[nodiscard]] QJsonObject toJson(const PriceList &list);
/// A new person: name, address, role and places. Their rights are those of the role (of an own one they come with it),
/// and PIN and badge are operations of their own.
[[nodiscard]] QJsonObject toJson(const Person &person);
[[nodiscard]] QJsonObject toJson(const PersonSetPin &body);
[[nodiscard]] QJsonObject toJson(const PersonSetBadge &body);
/// A new role is not retired.
[[nodiscard]] QJsonObject toJson(const OwnRole &role);

[[nodiscard]] Result<ShiftOpen> readShiftOpen(const Operation &operation);
[[nodiscard]] Result<ShiftClose> readShiftClose(const Operation &operation);
[[nodiscard]] Result<CashMovement> readCashMove(const Operation &operation);
[[nodiscard]] Result<ParkedCart> readCartPark(const Operation &operation);
[[nodiscard]] Result<StockAdjust> readStockAdjust(const Operation &operation);
[[nodiscard]] Result<Sale> readSaleComplete(const Operation &operation);
[[nodiscard]] Result<Product> readProductCreate(const Operation &operation);
[[nodiscard]] Result<Variant> readVariantCreate(const Operation &operation);
[[nodiscard]] Result<Promotion> readPromotionCreate(const Operation &operation);
[[nodiscard]] Result<PriceList> readPriceListCreate(const Operation &operation);

[[nodiscard]] Result<Person> readPersonCreate(const Operation &operation);
[[nodiscard]] Result<PersonSetPin> readPersonSetPin(const Operation &operation);
[[nodiscard]] Result<PersonSetBadge> readPersonSetBadge(const Operation &operation);
[[nodiscard]] Result<OwnRole> readRoleCreate(const Operation &operation);

[[nodiscard]] const EditableFields &productFields();
[[nodiscard]] const EditableFields &variantFields();
/// What a promotion gives and when never merges silently, nor what a list's prices are and whom they are for.
[[nodiscard]] const EditableFields &promotionFields();
[[nodiscard]] const EditableFields &priceListFields();
[[nodiscard]] const EditableFields &personFields();
[[nodiscard]] const EditableFields &roleFields();
/// All that this version's table of settings holds. Two people who set one differently never merge silently.
[[nodiscard]] const EditableFields &settingsFields();

/// What a `person.edit` says that makes `after` of `before`; empty where nothing changes. Role, places and whether they
/// may sign in are named together (ADR 030).
[[nodiscard]] Edit personEdit(const Person &before, const Person &after);
/// The same of a `role.edit`: what it allows, with whose word, its limits and whether it is retired are named together.
[[nodiscard]] Edit roleEdit(const OwnRole &before, const OwnRole &after);
/// The oldest schema of role.create that says this role, and of role.edit that says this edit: what is paid back came
/// with the second.
[[nodiscard]] int schemaOf(const OwnRole &role);
[[nodiscard]] int schemaOfRoleEdit(const Edit &edit);

} // namespace crema::body
