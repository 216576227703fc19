// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/network.h"

#include <QHash>

#include <memory>

class QNetworkAccessManager;

namespace crema::sync {

/// HTTP through Qt Network; lives on the thread that awaits its answers.
class SystemNetwork final : public HttpTransport
{
public:
    SystemNetwork();
    ~SystemNetwork() override;

    [[nodiscard]] QCoro::Task<Result<HttpAnswer>> send(HttpRequest request) override;
    [[nodiscard]] std::unique_ptr<EventStream> follow(const HttpRequest &request,
                                                      const EventListener &listener) override;

private:
    [[nodiscard]] std::shared_ptr<QNetworkAccessManager> managerFor(const QUrl &url);

    std::shared_ptr<QNetworkAccessManager> m_manager;
    std::shared_ptr<QNetworkAccessManager> m_directManager; // never asks for a proxy: loopback
    /// By pin and whether it is direct; none shares a connection with another, which it has not looked at.
    QHash<std::pair<QByteArray, bool>, std::shared_ptr<QNetworkAccessManager>> m_pinned;
};

} // namespace crema::sync
