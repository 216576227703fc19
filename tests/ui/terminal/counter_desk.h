// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/cart.h"
#include "models/selling/complete_sale.h"
#include "ui/presenters/till/till_desk.h"

namespace crema::terminal::testing {

/// A till's desk in memory with three products, on the real rules of pricing and selling.
class CounterDesk final : public TillDesk
{
    Q_OBJECT

public:
    CounterDesk();

    void enrolDevice();
    void beginShift();

    [[nodiscard]] const sync::ClientState &state() const override { return m_state; }
    [[nodiscard]] QCoro::Task<Result<void>> enroll(QUrl platform, QString code, QString deviceName) override;
    [[nodiscard]] QCoro::Task<Result<QList<Category>>> categories() override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> products(sync::ProductFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> findProducts(QString text, int limit) override;
    [[nodiscard]] QCoro::Task<Result<sync::CodeHit>> findByCode(QString code) override;
    [[nodiscard]] QCoro::Task<Result<Shift>> openShift(Money floatAmount) override;
    [[nodiscard]] QCoro::Task<Result<Sale>> quote(sync::SaleDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> completeSale(sync::SaleDraft draft) override;

private:
    void addProduct(const QString &name, const QString &sku, const QString &barcode, std::int64_t priceMinor);
    [[nodiscard]] Cart cartOf(const sync::SaleDraft &draft) const;
    [[nodiscard]] Result<Sale> completed(const sync::SaleDraft &draft, const QList<Tender> &tenders) const;

    sync::ClientState m_state;
    QList<sync::ProductView> m_products;
    int m_sales = 0;
};

} // namespace crema::terminal::testing
