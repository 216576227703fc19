// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_desk.h"
#include "ui/presenters/till/till_sale.h"
#include "ui/presenters/till/till_texts.h"

#include <functional>
#include <optional>

namespace crema {

/// The question what something weighs.
struct WeightView {
    QString product;
    QString priceText;   ///< "€24.90 / kg"
    QString unitText;    ///< "kg" or "g": what a bare number means
    QString exampleText; ///< "0.250"
    QString typed;
    QString tareText; ///< "12 g"; empty where the shop takes none off
    bool takesTare = true;
    QString netText;          ///< "0.238 kg, €5.93"; empty until what is typed is a weight
    QString problem;          ///< why it was not taken, and what to do; empty until it was entered
    bool hasDecimals = false; ///< of a kilogram
    bool isLine = false;      ///< of a line that is in the cart already

    bool operator==(const WeightView &) const = default;
};

/// Asks for a weight, in the unit that the shop thinks in; the tare of the shop comes off. One question at a time. The
/// desk outlives it.
class TillWeighing final : public QObject
{
    Q_OBJECT

public:
    /// What is done with the weight, in grams without tare.
    using Take = std::function<void(std::int64_t)>;

    TillWeighing(const TillDesk &desk, const QLocale &locale, QObject *parent = nullptr);

    /// Nothing while nothing is asked.
    [[nodiscard]] const std::optional<WeightView> &view() const { return m_view; }
    /// In the unit of the shop.
    [[nodiscard]] QString weightText(Quantity grams) const;

    void ask(const TillItem &item, bool isLine, Take take);
    /// What is typed so far.
    void type(const QString &text);
    /// For keys on the screen.
    void typeKey(QChar key) { type(m_view ? m_view->typed + key : QString()); }
    void eraseKey() { type(m_view ? m_view->typed.chopped(m_view->typed.isEmpty() ? 0 : 1) : QString()); }
    void takeTare(bool isTaken);
    /// Takes the weight, and the question is over. False when it is none that can be sold: view()->problem says why.
    bool enter(const QString &text);
    void close();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Result<Quantity> netOf(const QString &text) const;
    void showNet();

    const TillDesk &m_desk;
    QLocale m_locale;
    TillTexts m_texts;
    std::optional<WeightView> m_view;
    std::optional<Price> m_price;
    Take m_take;
};

} // namespace crema
