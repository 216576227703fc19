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

/// Cash that comes into the drawer or leaves it other than by a sale, and the drawer opened for nothing: what, how
/// much, why. Everything given outlives it.
class CashMovementPresenter final : public QObject
{
    Q_OBJECT

public:
    CashMovementPresenter(ShopDesk &desk, TillPresenter &till, PrintPresenter &printing, const QLocale &locale,
                          QObject *parent = nullptr);
    ~CashMovementPresenter() override;

    /// Ids: cash.move and cash.no-sale, which ask a screen to show where it is done.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    /// Asks a screen to show where this is done.
    void want(CashMovementKind kind);

    [[nodiscard]] CashMovementKind kind() const { return m_kind; }
    /// Something else is done; what was wrong is forgotten.
    void setKind(CashMovementKind kind);
    /// "Paid in".
    [[nodiscard]] static QString kindName(CashMovementKind kind);
    /// What is about to be done, for a button: "Pay in".
    [[nodiscard]] QString verb() const;
    [[nodiscard]] bool asksAmount() const { return m_kind != CashMovementKind::NoSale; }
    /// Those of the shop (setting `cash.reasons`), in its order; without any, usual ones for this kind. Any other may
    /// be typed.
    [[nodiscard]] QStringList reasons() const;
    /// Why nothing can be moved now; empty when it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// `amount` as people type money; of no sale it is not read. Ends in moved() or changed() with a problem. Who may
    /// not do it alone is approved by somebody else (ADR 033).
    void record(const QString &amount, const QString &reason, const QString &note);
    /// The same with an amount in minor units.
    void recordMinor(std::int64_t minor, const QString &reason, const QString &note);

    /// What is wrong with a field: amount, reason, note; of "" what is about none of them.
    [[nodiscard]] QString problem(const QString &field = {}) const { return m_problems.value(field); }
    [[nodiscard]] QString amountText(std::int64_t minor) const;

Q_SIGNALS:
    void changed();
    /// Somebody wants to move cash: kind() says what.
    void wanted();
    /// It is recorded; `said` tells what.
    void moved(const QString &said);

private:
    using Self = QPointer<CashMovementPresenter>;

    void updateActions();
    void refuse(const Problem &problem);
    void told(const CashMovement &movement);
    void printSlip(const CashMovement &movement);
    static QCoro::Task<> move(Self self, std::stop_token stop, sync::CashMovementDraft draft);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    PrintPresenter &m_printing;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    std::stop_source m_stop;
    CashMovementKind m_kind = CashMovementKind::PaidIn;
    QHash<QString, QString> m_problems;
    bool m_isBusy = false;
};

} // namespace crema
