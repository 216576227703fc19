// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/tax_class.h"
#include "models/people/own_role.h"
#include "sync/client/attention.h"
#include "ui/presenters/selling/time_words.h"

#include <QLocale>

namespace crema {

/// "Price of Guji Natural changed", "New variant Guji"; also of what the platform could not read.
[[nodiscard]] QString attentionTitle(const sync::AttentionItem &item);
/// Why it needs a person, and what to do.
[[nodiscard]] Problem attentionProblem(const sync::AttentionItem &item);
[[nodiscard]] QString attentionIcon(const sync::AttentionItem &item);
/// Where its subject is shown; empty when no page shows it.
[[nodiscard]] QString attentionAddress(const sync::AttentionItem &item);
/// "Name of Guji Natural changed" and what it waits for.
[[nodiscard]] QString waitingTitle(const sync::WaitingItem &item);
[[nodiscard]] QString waitingReason(const sync::WaitingItem &item);

/// "Price", "Tax class".
[[nodiscard]] QString fieldLabel(const QString &field);

/// Values of fields as people of one locale read and type them.
class FieldTexts
{
public:
    FieldTexts(const QLocale &locale, Currency currency, const QList<TaxClass> &taxClasses,
               const QList<OwnRole> &roles = {})
        : m_locale(locale), m_currency(currency), m_taxClasses(taxClasses), m_roles(roles)
    {}

    /// "€12.90 / kg", "Yes", "–" for nothing.
    [[nodiscard]] QString shown(const FieldValue &value) const;
    /// Of this field: a setting with its unit.
    [[nodiscard]] QString shown(const QString &field, const FieldValue &value) const;
    /// As it is typed: "12.90"; empty for nothing.
    [[nodiscard]] QString typed(const FieldValue &value) const;
    /// Whether a value of this kind is typed: words, numbers, amounts, weights; the others are chosen elsewhere.
    [[nodiscard]] static bool isTyped(FieldKind kind);
    /// Reads what was typed; a price counts per the same quantity as `like`. Errors: those of MoneyInput,
    /// `field.number`.
    [[nodiscard]] Result<FieldValue> read(FieldKind kind, const QString &text, const FieldValue &like) const;

private:
    QLocale m_locale;
    Currency m_currency;
    QList<TaxClass> m_taxClasses;
    QList<OwnRole> m_roles;
};

/// "Tom O. · Office · today, 10:09"; parts that are not known are left out.
[[nodiscard]] QString madeBy(const QString &person, const QString &place, const QString &when);

} // namespace crema
