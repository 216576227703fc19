// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

namespace crema {

/// Whether what comes back without a receipt may be credited with this price: more than it costs today only by who may
/// change prices. Errors: `return.above_price` with what it costs.
[[nodiscard]] Result<void> checkCredit(const std::optional<Price> &today, const Price &credited,
                                       const sync::ClientState &state);

/// Something comes back for which no receipt is shown: it is rung up as if it was sold, and this turns the selected
/// line of the cart around, with what is credited for it, why, and whether it goes back into stock. Desk and till
/// outlive it.
class UnreceiptedPresenter final : public QObject
{
    Q_OBJECT

public:
    UnreceiptedPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent = nullptr);

    /// Ids: till.comes-back, which begins anew with what the selected line costs today.
    [[nodiscard]] ActionList &actions() { return m_actions; }
    void arrive();

    /// "2 × Flat white"; empty where no line is selected.
    [[nodiscard]] QString itemText() const;
    /// "€3.80 each today".
    [[nodiscard]] QString todayText() const;
    /// As it was typed, for one piece or what its price is for.
    [[nodiscard]] const QString &priceText() const { return m_priceText; }
    void setPrice(const QString &text);
    /// In minor units.
    void setPriceMinor(std::int64_t minor);
    /// Why that price is not taken; may be empty.
    [[nodiscard]] const QString &priceProblem() const { return m_priceProblem; }
    [[nodiscard]] const QString &reason() const { return m_reason; }
    /// Whether it goes back into stock follows the reason; setRestock() says otherwise.
    void setReason(const QString &reason);
    [[nodiscard]] bool restocks() const { return m_restock; }
    void setRestock(bool restock);
    /// Who has to agree when it is paid back; empty when the person here may do it.
    [[nodiscard]] QString approvalText() const;
    /// The line comes back from now on. False when it cannot; priceProblem() says why.
    bool take();

Q_SIGNALS:
    /// A person wants to say what is credited.
    void asked();
    void changed();
    /// The line comes back.
    void taken();

private:
    [[nodiscard]] const TillLine *line() const;
    void updateActions();

    ShopDesk &m_desk;
    TillPresenter &m_till;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    QString m_priceText;
    std::optional<Price> m_price;
    QString m_priceProblem;
    QString m_reason;
    bool m_restock = true;
};

} // namespace crema
