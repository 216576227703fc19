// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "sync/client/client.h"
#include "ui/presenters/first_run/platform_child.h"

#include <QCoroTask>

#include <functional>
#include <memory>
#include <stop_token>

namespace crema {

/// Keeps the platform of a business on this computer running while its till does, and tells the till where it answers.
/// The till does not wait for it: it sells from its store meanwhile. Everything given outlives it.
class PlatformKeeper final : public QObject
{
    Q_OBJECT

public:
    /// One that ends by itself so often is left alone.
    static constexpr int mostRestarts = 5;
    static constexpr std::int64_t restartMs = 2'000;

    PlatformKeeper(LocalBusiness business, PlatformChild &child, sync::Client &client, Clock &clock,
                   QObject *parent = nullptr);
    ~PlatformKeeper() override;

    /// Once the store is open.
    void start();

Q_SIGNALS:
    /// It does not run; selling goes on.
    void failed(const crema::Problem &problem);

private:
    using Self = QPointer<PlatformKeeper>;
    static QCoro::Task<> run(Self self, std::stop_token stop);
    void restart();

    LocalBusiness m_business;
    PlatformChild &m_child;
    sync::Client &m_client;
    Clock &m_clock;
    std::stop_source m_stop;
    std::unique_ptr<Timer> m_timer;
    int m_restarts = 0;
};

} // namespace crema
