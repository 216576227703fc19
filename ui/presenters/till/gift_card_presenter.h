// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <QHash>
#include <QPointer>

#include <stop_token>

namespace crema {

/// A gift card at the counter: a new one is sold, one that is shown is loaded, or only looked at. Selling is a sale of
/// its own, paid in cash or by card terminal. Everything given outlives it.
class GiftCardPresenter final : public QObject
{
    Q_OBJECT

public:
    GiftCardPresenter(ShopDesk &desk, TillPresenter &till, PrintPresenter &printing, Clock &clock,
                      const QLocale &locale, QObject *parent = nullptr);
    ~GiftCardPresenter() override;

    /// Id: till.gift-card, which asks a screen to show where it is done.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    /// Begins anew, with the card of this code where one was scanned.
    void want(const QString &code = {});

    /// Whether a card that is shown is dealt with; otherwise a new one is sold.
    [[nodiscard]] bool isKnown() const { return m_known.has_value(); }
    /// "Gift card …3436, 25.00 € on it."; empty for a new one.
    [[nodiscard]] QString cardText() const;
    /// Why nothing can be sold now; empty when it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Of the card that was just sold, in groups of four: it is on its slip, and nowhere else. Empty otherwise.
    [[nodiscard]] const QString &soldCode() const { return m_soldCode; }
    /// "Sell the card", "Load the card".
    [[nodiscard]] QString verb() const;
    [[nodiscard]] QString amountText(std::int64_t minor) const;

    /// Looks up a card that was scanned or typed. Ends in changed().
    void look(const QString &code);
    /// A new card after all.
    void forgetCard();
    /// `amount` as people type money, paid all of it in this way: Cash or Card. Ends in sold() or changed() with a
    /// problem.
    void sell(const QString &amount, PaymentMethod method);
    /// The same in minor units.
    void sellMinor(std::int64_t minor, PaymentMethod method);

    /// What is wrong with a field: code, amount; of "" what is about none of them.
    [[nodiscard]] QString problem(const QString &field = {}) const { return m_problems.value(field); }

Q_SIGNALS:
    void changed();
    /// Somebody wants to sell or look at a card.
    void wanted();
    /// It is sold, and the slip is on its way; `said` tells what.
    void sold(const QString &said);

private:
    using Self = QPointer<GiftCardPresenter>;

    void updateActions();
    void begin();
    void refuse(const Problem &problem, const QString &field);
    void told(const sync::SaleView &sale, const Money &amount);
    static QCoro::Task<> lookUp(Self self, std::stop_token stop, QString code);
    static QCoro::Task<> sellCard(Self self, std::stop_token stop, Money amount, PaymentMethod method);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    PrintPresenter &m_printing;
    Clock &m_clock;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    std::stop_source m_stop;
    std::optional<sync::GiftCardView> m_known;
    std::optional<sync::IssuedGiftCard> m_issued; ///< made for a sale that has not come about yet
    QHash<QString, QString> m_problems;
    QString m_soldCode;
    bool m_isBusy = false;
};

} // namespace crema
