// SPDX-License-Identifier: GPL-3.0-or-later
// The platform over HTTP beside PostgreSQL alone, in turn in one run. Prints a markdown table.
#include "models/text/fold.h"
#include "platform/catalog/search_words.h"
#include "tests/bench/platform/benched_device.h"
#include "tests/bench/platform/database_ceiling.h"
#include "tests/bench/platform/http_load.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace crema::bench {
namespace {

// The sides take turns, and the round with the middle ratio counts: other work on the machine hits both.
constexpr int seconds = 1;
constexpr int rounds = 3;
constexpr int goalConnections = 16;
constexpr int pageSize = 20;
constexpr int starts = 5;
constexpr auto products = "10000";

/// One goal: what is asked over HTTP in turn, and the same of the database alone.
struct Subject {
    const char *name;
    QByteArrayList targets;
    QByteArray script;
    double goalRatio = 0; ///< of requests per second
    double goalTail = 0;  ///< of p99; 0 for none
};

Subject listSubject()
{
    return {
        "1 product list of 20",
        {"/api/v1/products?limit=20"},
        scriptOf("catalog/list_products", {{QString(), QUuid().toString(QUuid::WithoutBraces), pageSize + 1, true}}),
        0.6,
        3};
}

Subject detailSubject(const QByteArray &list)
{
    Subject subject{"2 product detail", {}, {}, 0.4, 0};
    QList<QVariantList> choices;
    const QJsonArray items = QJsonDocument::fromJson(list).object().value(QStringLiteral("items")).toArray();
    for (const QJsonValue &item : items) {
        const QUuid id(item.toObject().value(QStringLiteral("id")).toString());
        subject.targets.append("/api/v1/products/" + id.toByteArray(QUuid::WithoutBraces));
        choices.append({id, true});
    }
    subject.script = scriptOf("catalog/show_product", choices);
    return subject;
}

Subject searchSubject()
{
    Subject subject{"4 search", {}, {}, 0.7, 1.5};
    const QStringList texts{QStringLiteral("eth"),           QStringLiteral("golden harbour"),
                            QStringLiteral("decaf"),         QStringLiteral("kenya espresso"),
                            QStringLiteral("demo-000123"),   QStringLiteral("quiet"),
                            QStringLiteral("single estate"), QStringLiteral("roasters per"),
                            QStringLiteral("wharf nat"),     QStringLiteral("colombia loud")};
    QList<QVariantList> choices;
    for (const QString &text : texts) {
        subject.targets.append("/api/v1/search?limit=20&q=" + text.toUtf8().toPercentEncoding());
        choices.append({platform::prefixQuery(text), foldForSearch(text), pageSize, QString(), text.toLower(), true});
    }
    subject.script = scriptOf("catalog/search_products", choices);
    return subject;
}

QByteArrayList requestsOf(const Subject &subject, const QByteArray &token)
{
    QByteArrayList requests;
    for (const QByteArray &target : subject.targets)
        requests.append(getRequest(target, token));
    return requests;
}

/// Both sides one after the other.
struct Round {
    Speed ours;
    Speed limit;

    [[nodiscard]] double ratio() const { return ours.perSecond / limit.perSecond; }
    [[nodiscard]] double tail() const { return ours.p99Ms / limit.p99Ms; }
};

std::optional<Round> measureRound(const Subject &subject, const QByteArrayList &requests,
                                  const ServedPlatform &platform, int connections)
{
    const LoadResult ours = loadOf(platform.port(), requests, connections, seconds);
    const auto limit = ceilingOf(platform.socketFolder(), subject.script, connections, seconds);
    if (!ours.isComplete || ours.otherAnswers > 0 || !limit || limit->perSecond <= 0)
        return std::nullopt;
    return Round{ours.speed, *limit};
}

QByteArray goalOf(const Subject &subject)
{
    QByteArray text = "≥ " + QByteArray::number(subject.goalRatio);
    if (subject.goalTail > 0)
        text += "; p99 ≤ " + QByteArray::number(subject.goalTail);
    return text;
}

void print(const Subject &subject, const Round &round, int connections)
{
    const bool isMet =
        round.ratio() >= subject.goalRatio && (subject.goalTail == 0 || round.tail() <= subject.goalTail);
    std::printf("| %s, c=%d | %.0f/s, p50 %.2f, p99 %.2f ms | %.0f/s, p50 %.2f, p99 %.2f ms | %.2f; p99 %.2f | %s | "
                "%s |\n",
                subject.name, connections, round.ours.perSecond, round.ours.p50Ms, round.ours.p99Ms,
                round.limit.perSecond, round.limit.p50Ms, round.limit.p99Ms, round.ratio(), round.tail(),
                connections == goalConnections ? goalOf(subject).constData() : "-",
                connections != goalConnections ? "-"
                : isMet                        ? "met"
                                               : "not met");
}

bool measure(const Subject &subject, const ServedPlatform &platform, const QByteArray &token)
{
    const QByteArrayList requests = requestsOf(subject, token);
    for (const int connections : {1, goalConnections}) {
        std::vector<Round> measured;
        for (int i = 0; i < rounds; ++i) {
            const auto round = measureRound(subject, requests, platform, connections);
            if (!round)
                return false;
            measured.push_back(*round);
        }
        std::sort(measured.begin(), measured.end(),
                  [](const Round &a, const Round &b) { return a.ratio() < b.ratio(); });
        print(subject, measured[measured.size() / 2], connections);
    }
    return true;
}

bool measureRoundTrip(const ServedPlatform &platform)
{
    for (const int connections : {1, goalConnections}) {
        const LoadResult load = loadOf(platform.port(), {getRequest("/api/v1/health", {})}, connections, 1);
        if (!load.isComplete || load.otherAnswers > 0)
            return false;
        std::printf("| bare round trip (/api/v1/health), c=%d | %.0f/s, p50 %.3f, p99 %.3f ms | - | - | - | - |\n",
                    connections, load.speed.perSecond, load.speed.p50Ms, load.speed.p99Ms);
    }
    return true;
}

/// The platform is killed, its database goes on; then from exec to the first 200 of /health/ready.
bool measureStart(ServedPlatform &platform)
{
    std::vector<double> ms;
    for (int i = 0; i < starts; ++i) {
        platform.kill();
        QElapsedTimer timer;
        timer.start();
        if (!platform.start({}))
            return false;
        const auto answer = exchange(platform.port(), getRequest("/health/ready", {}));
        ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!answer || answer->status != 200)
            return false;
    }
    std::sort(ms.begin(), ms.end());
    const double median = ms[ms.size() / 2];
    std::printf("| 8 start to first answer, database running | %.0f ms (%.0f–%.0f) | - | - | ≤ 125 ms | %s |\n", median,
                ms.front(), ms.back(), median <= 125 ? "met" : "not met");
    return true;
}

int complain(const char *what)
{
    std::fprintf(stderr, "The benchmark stopped: %s.\n", what);
    return 1;
}

int run()
{
    const QTemporaryDir folder;
    ServedPlatform platform(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/crema-platform"),
                            folder.path());
    if (!platform.start({QStringLiteral("--demo-data"), QString::fromLatin1(products)}))
        return complain("the platform did not start");
    const QByteArray token = enrolledToken(platform);
    const auto list = exchange(platform.port(), getRequest("/api/v1/products?limit=16", token));
    if (token.isEmpty() || !list || list->status != 200)
        return complain("no device could be enrolled");

    std::printf("| measure | ours | limit (pgbench) | ratio | goal | |\n| --- | --- | --- | --- | --- | --- |\n");
    for (const Subject &subject : {listSubject(), detailSubject(list->body), searchSubject()}) {
        if (!measure(subject, platform, token))
            return complain(subject.name);
    }
    if (!measureRoundTrip(platform))
        return complain("round trips");
    const double resident = platform.residentMib();
    std::printf("| 7 memory after the load | %.1f MiB RSS | - | - | ≤ 67 MiB | %s |\n", resident,
                resident <= 67 ? "met" : "not met");
    return measureStart(platform) ? 0 : complain("starting again");
}

} // namespace
} // namespace crema::bench

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return crema::bench::run();
}
