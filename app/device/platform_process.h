// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "sync/seams/network.h"
#include "ui/presenters/first_run/platform_child.h"

#include <functional>
#include <memory>

namespace crema {

/// crema-platform as a real child process. It ends with this program, however that ends: the system sends it SIGTERM
/// when its parent dies, and a private database that is left behind all the same is taken over by the next start.
class PlatformProcess final : public PlatformChild
{
    Q_OBJECT

public:
    /// What it says while it serves, line by line; never anything about people.
    using Log = std::function<void(QByteArrayView line)>;

    struct Places {
        QString program; ///< path of crema-platform; empty: it is not installed
        QString sampleData;
        QString shopData;
    };

    PlatformProcess(const Places &places, Clock &clock, sync::HttpTransport &network, Log log,
                    QObject *parent = nullptr);
    /// Waits until what runs has ended, for at most 6 s, then ends it the hard way.
    ~PlatformProcess() override;

    /// crema-platform beside this program, else in PATH; empty when there is none.
    [[nodiscard]] static QString findProgram();

    [[nodiscard]] QCoro::Task<Result<QUrl>> start(LocalBusiness business, quint16 port) override;
    [[nodiscard]] QCoro::Task<Result<void>> createShop(NewShop shop) override;
    [[nodiscard]] QCoro::Task<Result<QString>> enrolCode(LocalBusiness business) override;
    [[nodiscard]] QCoro::Task<Result<void>> backUp(LocalBusiness business, QString file) override;
    [[nodiscard]] QCoro::Task<Result<void>> restore(QString file) override;
    void stop() override;

private:
    struct Run;

    [[nodiscard]] QString dataOf(LocalBusiness business) const;
    [[nodiscard]] std::shared_ptr<Run> newRun(LocalBusiness business, const QStringList &arguments);
    void takeOutput(const std::shared_ptr<Run> &run);
    void takeComplaints(const std::shared_ptr<Run> &run);
    void takeEnd(const std::shared_ptr<Run> &run);
    [[nodiscard]] QCoro::Task<Result<QUrl>> serve(LocalBusiness business, quint16 port);
    [[nodiscard]] QCoro::Task<bool> answers(QUrl address);
    /// `about` is the path that a failure is about; empty: the folder of the business.
    [[nodiscard]] QCoro::Task<Result<QByteArray>> runVerb(LocalBusiness business, QStringList arguments,
                                                          QByteArray input, QString about);

    Places m_places;
    Clock &m_clock;
    sync::HttpTransport &m_network;
    Log m_log;
    std::shared_ptr<Run> m_server; ///< the one that serves or is starting
    LocalBusiness m_business = LocalBusiness::Sample;
    QUrl m_address;                     ///< valid once it serves
    QList<std::shared_ptr<Run>> m_runs; ///< everything that has not ended
    int m_turn = 0;                     ///< grows with each start and stop
};

} // namespace crema
