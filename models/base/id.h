// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <optional>

namespace crema {

/// A UUIDv7 that cannot be mistaken for the id of another kind of thing (ADR 003).
/// Its text form is lower case with dashes and without braces. Ids are never used for order.
template<class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &value) : m_value(value) {}

    /// Reads exactly the text form that toString() writes; anything else is nothing.
    [[nodiscard]] static std::optional<Id> fromString(QStringView text)
    {
        if (text.size() != 36)
            return std::nullopt;
        const QUuid value = QUuid::fromString(text);
        if (value.isNull() || value.toString(QUuid::WithoutBraces) != text)
            return std::nullopt;
        return Id(value);
    }

    [[nodiscard]] QString toString() const { return m_value.toString(QUuid::WithoutBraces); }
    [[nodiscard]] const QUuid &value() const { return m_value; }
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_value, seed); }

private:
    QUuid m_value;
};

using OperationId = Id<struct OperationTag>;
using DeviceId = Id<struct DeviceTag>;
using LocationId = Id<struct LocationTag>;
using RegisterId = Id<struct RegisterTag>;
using PersonId = Id<struct PersonTag>;
using ProductId = Id<struct ProductTag>;
using VariantId = Id<struct VariantTag>;
using CategoryId = Id<struct CategoryTag>;
using TaxClassId = Id<struct TaxClassTag>;
using CustomerId = Id<struct CustomerTag>;
using SaleId = Id<struct SaleTag>;
using ShiftId = Id<struct ShiftTag>;
using MovementId = Id<struct MovementTag>;
using ModifierGroupId = Id<struct ModifierGroupTag>;
using ModifierId = Id<struct ModifierTag>;
using PromotionId = Id<struct PromotionTag>;
using PriceListId = Id<struct PriceListTag>;
using GiftCardId = Id<struct GiftCardTag>;
using PaymentIntentId = Id<struct PaymentIntentTag>;

} // namespace crema
