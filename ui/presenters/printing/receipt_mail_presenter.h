// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// Has a receipt mailed to whoever bought: the last sale of the till, or one of the list (ADR 065). Everything given
/// outlives it.
class ReceiptMailPresenter final : public QObject
{
    Q_OBJECT

public:
    ReceiptMailPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent = nullptr);
    ~ReceiptMailPresenter() override;

    /// Id: till.mail-receipt, of the last sale.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    /// Begins anew with this sale, and asks a screen to show where the address is typed.
    void want(const Sale &sale);

    /// "Receipt MAIN-2-000123".
    [[nodiscard]] QString saleText() const;
    /// That of the customer, once it is known; empty without one.
    [[nodiscard]] const QString &knownAddress() const { return m_known; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Ends in sent() or in changed() with a problem.
    void send(const QString &address);
    /// What is wrong with the address, or with all of it; empty when nothing is.
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    /// Somebody wants to mail a receipt.
    void wanted();
    /// It is on its way, or will be; `said` tells which.
    void sent(const QString &said);

private:
    using Self = QPointer<ReceiptMailPresenter>;

    void updateActions();
    void told(const QString &address);
    static QCoro::Task<> readAddress(Self self, std::stop_token stop, CustomerId customer, SaleId sale);
    static QCoro::Task<> keep(Self self, std::stop_token stop, QString address);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    QLocale m_locale;
    ActionList m_actions;
    std::stop_source m_stop;
    std::optional<Sale> m_sale;
    QString m_known;
    QString m_problem;
    bool m_isBusy = false;
};

} // namespace crema
