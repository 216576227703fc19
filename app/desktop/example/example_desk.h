// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_desk.h"

namespace crema::desktop {

/// A shop in memory for pictures of the screens and for the self-test: no store, no platform, 20 % tax in the prices.
/// Nothing of it is ever saved.
class ExampleDesk : public TillDesk
{
    Q_OBJECT

public:
    ExampleDesk();

    /// Adds a product of one variant; `priceMinor` below 0: without a price.
    void addProduct(const QString &name, const QString &sku, const QString &barcode, std::int64_t priceMinor,
                    int category = -1, std::int64_t onHand = 50);
    void addCategory(const QString &name);
    void openStore(bool enrolled, bool shiftOpen);

    [[nodiscard]] const sync::ClientState &state() const override { return m_state; }
    [[nodiscard]] sync::ClientState &changeState() { return m_state; }
    [[nodiscard]] const QList<sync::SaleView> &sales() const { return m_sales; }

    [[nodiscard]] QCoro::Task<Result<void>> enroll(QUrl platform, QString code, QString deviceName) override;
    [[nodiscard]] QCoro::Task<Result<QList<Category>>> categories() override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> products(sync::ProductFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> findProducts(QString text, int limit) override;
    [[nodiscard]] QCoro::Task<Result<sync::CodeHit>> findByCode(QString code) override;
    [[nodiscard]] QCoro::Task<Result<Shift>> openShift(Money floatAmount) override;
    [[nodiscard]] QCoro::Task<Result<Sale>> quote(sync::SaleDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> completeSale(sync::SaleDraft draft) override;

protected:
    /// Awaited before each answer.
    [[nodiscard]] virtual QCoro::Task<> turn();

private:
    [[nodiscard]] Sale priced(const sync::SaleDraft &draft) const;

    sync::ClientState m_state;
    QList<Category> m_categories;
    QList<sync::ProductView> m_products;
    QList<sync::SaleView> m_sales;
    quint32 m_nextId = 1;
};

} // namespace crema::desktop
