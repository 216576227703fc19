// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sync/feed_lag.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"
#include "models/operations/bodies.h"
#include "models/operations/envelope.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "platform/base/system_clock.h"
#include "platform/base/system_randomness.h"
#include "tests/bench/platform/benched_device.h"
#include "tests/bench/platform/http_load.h"

#include <QHash>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

namespace crema::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int writers = 8;
constexpr int batchSize = 5;
constexpr int batches = 250; ///< of each writer, one every 40 ms: ten seconds
constexpr std::chrono::milliseconds interval{40};
constexpr std::chrono::milliseconds pollPause{10};
constexpr std::chrono::seconds patience{10}; ///< for what has not come when everything is written

QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &token, const QByteArray &body)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
           "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// When each record was acknowledged to its writer, and when it was read.
struct Times {
    std::mutex mutex;
    QHash<QUuid, SteadyClock::time_point> written;
    QHash<QUuid, SteadyClock::time_point> read;
    std::atomic<int> running = writers;
    std::atomic<int> refused = 0;
    std::atomic<int> late = 0; ///< batches that began after their time
};

Operation creation(platform::SystemClock &clock, platform::SystemRandomness &randomness)
{
    Customer customer;
    customer.name = QStringLiteral("Customer of the benchmark");
    Operation operation;
    operation.occurredAt = clock.now();
    operation.id = makeId<OperationId>(operation.occurredAt, randomness);
    operation.type = operation::customerCreate.toString();
    operation.subject = {entity::customer.toString(), makeId<CustomerId>(operation.occurredAt, randomness).value()};
    operation.clock.boot = operation.id.value();
    operation.body = body::toJson(customer);
    return operation;
}

void write(quint16 port, const BenchedDevice &device, SteadyClock::time_point start, Times &times)
{
    platform::SystemClock clock;
    platform::SystemRandomness randomness;
    std::int64_t sequence = 0;
    for (int batch = 0; batch < batches; ++batch) {
        PushRequest push;
        QList<QUuid> ids;
        for (int one = 0; one < batchSize; ++one) {
            const Operation operation = creation(clock, randomness);
            ids.append(operation.subject.id);
            push.envelopes.append({device.id, 1, ++sequence, 0, canonicalBytes(operation)});
        }
        const auto due = start + batch * interval;
        if (SteadyClock::now() > due + interval)
            ++times.late;
        std::this_thread::sleep_until(due);
        const auto answer =
            exchange(port, request("POST", "/api/v1/sync/operations", device.token, writePushRequest(push)));
        const auto now = SteadyClock::now();
        const Result<PushAnswer> read = readPushAnswer(answer ? answer->body : QByteArray());
        const bool applied = read && read->acknowledgements.size() == batchSize &&
                             std::all_of(read->acknowledgements.begin(), read->acknowledgements.end(),
                                         [](const auto &one) { return one.outcome == Outcome::Applied; });
        if (!applied) {
            ++times.refused;
            continue;
        }
        const std::lock_guard guard(times.mutex);
        for (const QUuid &id : ids)
            times.written.insert(id, now);
    }
    --times.running;
}

/// Everything from the beginning of the feed on, as a device that polls.
void follow(quint16 port, const BenchedDevice &device, Times &times)
{
    QByteArray cursor;
    std::optional<SteadyClock::time_point> allWritten;
    for (;;) {
        const QByteArray target = "/api/v1/sync/changes?limit=2000" + cursor;
        const auto answer = exchange(port, request("GET", target, device.token, {}));
        const auto now = SteadyClock::now();
        const Result<FeedPage> page = readFeedPage(answer ? answer->body : QByteArray());
        if (page) {
            cursor = "&cursor=" + page->next.toString().toLatin1();
            const std::lock_guard guard(times.mutex);
            for (const FeedRow &row : page->rows) {
                if (row.entityType == entity::customer && !times.read.contains(row.entityId))
                    times.read.insert(row.entityId, now);
            }
            if (times.running == 0 && times.read.size() >= times.written.size())
                return;
        }
        if (times.running == 0 && !allWritten)
            allWritten = now;
        if (allWritten && now - *allWritten > patience)
            return;
        if (!page || !page->more)
            std::this_thread::sleep_for(pollPause);
    }
}

} // namespace

void feedLag(const QString &program)
{
    const QTemporaryDir folder;
    ServedPlatform platform(program, folder.path());
    if (!platform.start({QStringLiteral("--demo")}))
        std::exit(1);
    const std::vector<BenchedDevice> devices = enrolledDevices(platform, writers + 1);
    if (devices.empty())
        std::exit(1);
    Times times;
    const auto start = SteadyClock::now() + interval;
    std::thread reader([&] { follow(platform.port(), devices.back(), times); });
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        // Not all in one moment.
        const auto begins = start + writer * interval / writers;
        threads.emplace_back(
            [&, writer, begins] { write(platform.port(), devices[static_cast<std::size_t>(writer)], begins, times); });
    }
    for (std::thread &thread : threads)
        thread.join();
    const double seconds = std::chrono::duration<double>(SteadyClock::now() - start).count();
    reader.join();
    std::vector<double> lags;
    int missed = 0;
    for (auto it = times.written.constBegin(); it != times.written.constEnd(); ++it) {
        const auto read = times.read.constFind(it.key());
        if (read == times.read.constEnd())
            ++missed;
        else
            lags.push_back(std::max(0.0, std::chrono::duration<double, std::milli>(*read - it.value()).count()));
    }
    const auto written = static_cast<double>(times.written.size());
    const Speed speed = speedOf(std::move(lags), seconds);
    std::printf("| 20 | lag of the feed at %.0f writes/s by %d writers, %d batches refused, %d late | p50 %.1f ms, p99 "
                "%.1f ms, %d missed | | |\n",
                written / seconds, writers, times.refused.load(), times.late.load(), speed.p50Ms, speed.p99Ms, missed);
    std::fflush(stdout);
    platform.stop();
}

} // namespace crema::bench
