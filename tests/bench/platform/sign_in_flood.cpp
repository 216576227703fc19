// SPDX-License-Identifier: GPL-3.0-or-later
// What a device waits for other routes while somebody guesses passwords: 500 tries a second from several devices
// and many addresses, of accounts that there are and of others. Prints a markdown table.
#include "tests/bench/platform/benched_device.h"
#include "tests/bench/platform/http_load.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

namespace crema::bench {
namespace {

constexpr double routeSeconds = 5;
constexpr double goalMs = 100;
constexpr int triesPerSecond = 500;
constexpr int guessers = 25;
constexpr int accounts = 20;
constexpr int guessingDevices = 10;
constexpr quint32 addresses = 200;
constexpr quint32 firstAddress = 0x7f00'0101; ///< 127.0.1.1; all of 127.0.0.0/8 is this machine
constexpr auto products = "10000";

/// A route that a device asks all day.
struct Asked {
    const char *name;
    QByteArray target;
};

QString addressOf(int account)
{
    return QStringLiteral("staff-%1@example.org").arg(account);
}

bool makeAccounts(const ServedPlatform &platform)
{
    QTemporaryFile password;
    if (!password.open())
        return false;
    password.write("what nobody of them guesses\n");
    password.close();
    for (int account = 0; account < accounts; ++account) {
        const QByteArray made =
            platform.verb({QStringLiteral("user"), QStringLiteral("create"), QStringLiteral("--email"),
                           addressOf(account), QStringLiteral("--role"), QStringLiteral("barista"),
                           QStringLiteral("--password-file"), password.fileName()});
        if (made.isEmpty())
            return false;
    }
    return true;
}

/// What became of the tries.
struct Fates {
    std::atomic<int> hashed = 0;    ///< the password was looked at and is wrong
    std::atomic<int> throttled = 0; ///< too many tries of this account, address or device
    std::atomic<int> busy = 0;      ///< too many passwords were being hashed
    std::atomic<int> others = 0;    ///< an answer that is none of these, or none in 5 s

    [[nodiscard]] int all() const { return hashed + throttled + busy + others; }
};

/// Guesses until it is destroyed.
class Flood
{
public:
    Flood(quint16 port, const std::vector<BenchedDevice> &devices)
    {
        for (int who = 0; who < guessers; ++who) {
            const QByteArray token = devices[static_cast<std::size_t>(who) % devices.size()].token;
            m_threads.emplace_back(
                [this, port, token, who](const std::stop_token &stop) { guess(port, token, who, stop); });
        }
    }

    [[nodiscard]] const Fates &fates() const { return m_fates; }

private:
    static QByteArray tryOf(int who, int number, const QByteArray &token)
    {
        const bool isKnown = number % 2 == 0;
        const QString email = isKnown ? addressOf((who + number / 2) % accounts)
                                      : QStringLiteral("guess-%1-%2@example.org").arg(who).arg(number);
        const QJsonObject shown{{QStringLiteral("email"), email},
                                {QStringLiteral("password"), QStringLiteral("a good guess %1").arg(number)}};
        const QByteArray body = QJsonDocument(shown).toJson(QJsonDocument::Compact);
        return "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
               "Authorization: Bearer " +
               token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    void guess(quint16 port, const QByteArray &token, int who, const std::stop_token &stop)
    {
        auto next = std::chrono::steady_clock::now();
        for (int number = 0; !stop.stop_requested(); ++number) {
            const quint32 from = firstAddress + static_cast<quint32>(who + guessers * number) % addresses;
            count(exchange(port, tryOf(who, number, token), from));
            next += std::chrono::milliseconds(1'000 * guessers / triesPerSecond);
            std::this_thread::sleep_until(next);
        }
    }

    void count(const std::optional<Answer> &answer)
    {
        if (answer && answer->status == 401)
            ++m_fates.hashed;
        else if (answer && answer->body.contains("request.rate_limited"))
            ++m_fates.throttled;
        else if (answer && answer->body.contains("auth.busy"))
            ++m_fates.busy;
        else
            ++m_fates.others;
    }

    Fates m_fates;
    std::vector<std::jthread> m_threads; // the last member: its threads end first
};

std::vector<Asked> askedRoutes(const ServedPlatform &platform, const QByteArray &token)
{
    const auto list = exchange(platform.port(), getRequest("/api/v1/products?limit=1", token));
    const QJsonArray items =
        QJsonDocument::fromJson(list ? list->body : QByteArray()).object().value(QStringLiteral("items")).toArray();
    if (items.isEmpty())
        return {};
    const QByteArray one =
        "/api/v1/products/" + items.first().toObject().value(QStringLiteral("id")).toString().toUtf8();
    return {{"list of 20 products", "/api/v1/products?limit=20"},
            {"one product", one},
            {"search", "/api/v1/search?limit=20&q=kenya"},
            {"changes, 50 of the feed", "/api/v1/sync/changes?limit=50"}};
}

/// How each route answers one device that asks without a pause; nothing when one of them did not answer.
std::vector<Speed> speedsOf(const std::vector<Asked> &routes, quint16 port, const QByteArray &token)
{
    std::vector<Speed> speeds;
    for (const Asked &route : routes) {
        const QByteArrayList requests{getRequest(route.target, token)};
        const LoadResult load = loadOf(port, requests, 1, routeSeconds);
        if (!load.isComplete || load.otherAnswers > 0)
            return {};
        speeds.push_back(load.speed);
    }
    return speeds;
}

int complain(const char *what)
{
    std::fprintf(stderr, "The benchmark stopped: %s.\n", what);
    return 1;
}

void print(const Asked &route, const Speed &quiet, const Speed &beside)
{
    std::printf("| %s | p50 %.2f, p99 %.2f ms | p50 %.2f, p99 %.2f ms | p99 ≤ %.0f ms | %s |\n", route.name,
                quiet.p50Ms, quiet.p99Ms, beside.p50Ms, beside.p99Ms, goalMs,
                beside.p99Ms <= goalMs ? "met" : "not met");
}

int run()
{
    const QTemporaryDir folder;
    ServedPlatform platform(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/crema-platform"),
                            folder.path());
    if (!platform.start({QStringLiteral("--demo-data"), QString::fromLatin1(products)}))
        return complain("the platform did not start");
    const std::vector<BenchedDevice> devices = enrolledDevices(platform, 1 + guessingDevices);
    if (devices.empty() || !makeAccounts(platform))
        return complain("no device could be enrolled, or no accounts made");
    const QByteArray token = devices.front().token;
    const std::vector<Asked> routes = askedRoutes(platform, token);
    const std::vector<Speed> quiet = speedsOf(routes, platform.port(), token);
    if (routes.empty() || quiet.size() != routes.size())
        return complain("a route did not answer");

    const auto begin = std::chrono::steady_clock::now();
    const Flood flood(platform.port(), {devices.begin() + 1, devices.end()});
    const std::vector<Speed> beside = speedsOf(routes, platform.port(), token);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const Fates &fates = flood.fates();
    if (beside.size() != routes.size())
        return complain("a route did not answer beside the guesses");
    std::printf("%.0f tries a second for %.0f s: %d hashed, %d throttled, %d sent away as too many at once, %d with "
                "another answer or none.\n\n",
                fates.all() / seconds, seconds, fates.hashed.load(), fates.throttled.load(), fates.busy.load(),
                fates.others.load());
    std::printf("| route, one device | without tries | beside them | goal | |\n| --- | --- | --- | --- | --- |\n");
    for (std::size_t i = 0; i < routes.size(); ++i)
        print(routes[i], quiet[i], beside[i]);
    return 0;
}

} // namespace
} // namespace crema::bench

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return crema::bench::run();
}
