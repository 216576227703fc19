// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_desk.h"

namespace crema::sync {
class Client;
}

namespace crema {

/// The till's desk over the program's client, which outlives it.
class ClientTillDesk final : public TillDesk
{
    Q_OBJECT

public:
    explicit ClientTillDesk(sync::Client &client, QObject *parent = nullptr);

    [[nodiscard]] const sync::ClientState &state() const override;
    [[nodiscard]] QCoro::Task<Result<void>> enroll(QUrl platform, QString code, QString deviceName) override;
    [[nodiscard]] QCoro::Task<Result<QList<Category>>> categories() override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> products(sync::ProductFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> findProducts(QString text, int limit) override;
    [[nodiscard]] QCoro::Task<Result<sync::CodeHit>> findByCode(QString code) override;
    [[nodiscard]] QCoro::Task<Result<Shift>> openShift(Money floatAmount) override;
    [[nodiscard]] QCoro::Task<Result<Sale>> quote(sync::SaleDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> completeSale(sync::SaleDraft draft) override;

private:
    sync::Client &m_client;
};

} // namespace crema
