// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/base/ready_checks.h"
#include "platform/base/system_clock.h"
#include "platform/base/system_randomness.h"
#include "platform/http/door.h"
#include "platform/http/health_routes.h"
#include "tests/platform/http/raw_client.h"

#include <gtest/gtest.h>

#include <QMutex>
#include <QSemaphore>

#include <stdexcept>

namespace crema::testing {

/// A door on a free port with a few routes that echo, fail and wait.
class DoorTest : public ::testing::Test
{
protected:
    void open(const http::Limits &limits = {}, const QString &address = QStringLiteral("127.0.0.1:0"))
    {
        addRoutes();
        door = std::make_unique<http::Door>(
            http::DoorParts{router, clock, randomness, log, metrics, authenticate, {}, proxies, tls}, limits);
        const Result<quint16> result = door->listen(address);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        port = *result;
    }

    QByteArray exchange(const QByteArray &request) const
    {
        RawClient client(port);
        client.send(request);
        return client.readAnswer(request.startsWith("HEAD"));
    }

    static QByteArray get(const QByteArray &path) { return "GET " + path + " HTTP/1.1\r\nHost: crema\r\n\r\n"; }

    QByteArrayList logged()
    {
        log.flush();
        const QMutexLocker lock(&mutex);
        return lines;
    }

    platform::SystemClock clock;
    platform::SystemRandomness randomness;
    QMutex mutex;
    QByteArrayList lines;
    platform::Log log{clock, platform::LogLevel::Info, [this](QByteArrayView line) {
                          const QMutexLocker lock(&mutex);
                          lines.append(line.toByteArray());
                      }};
    platform::Metrics metrics;
    platform::ReadyChecks checks;
    http::Router router;
    http::Authenticate authenticate;
    http::AddressRanges proxies;
    std::shared_ptr<http::TlsIdentity> tls;
    http::AddressRanges metricsReaders = *http::AddressRanges::fromText(http::usualMetricsReaders.toString());
    QSemaphore entered;  ///< released by each /wait handler that has begun
    QSemaphore mayLeave; ///< acquired by each /wait handler before it answers
    std::unique_ptr<http::Door> door;
    quint16 port = 0;

private:
    void addRoutes();
};

} // namespace crema::testing
