// SPDX-License-Identifier: GPL-3.0-or-later
// The alert rules in a real Prometheus that scrapes a real platform: what `promtool test rules` says of made-up series
// (tests/alerts) is worth something only if the platform's own have the same names and labels.
//
// The limits are shortened here, since nobody waits half a day: `for` is left out and a feed stalls after a second.
#include "tests/e2e/demo_till.h"

#include "models/base/json.h"
#include "models/base/uuid7.h"
#include "models/operations/envelope.h"
#include "models/operations/operation_codec.h"
#include "models/security/signing_key.h"
#include "models/security/tokens.h"
#include "tests/testing/free_port.h"
#include "tests/testing/seeded_randomness.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

#include <functional>

namespace crema::e2e {
namespace {

constexpr int patienceMs = 60'000;

class AlertsTest : public DemoTill
{
protected:
    void SetUp() override
    {
        DemoTill::SetUp();
        ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
        startPrometheus();
        // A counter grows only from what was seen before.
        ASSERT_TRUE(awaitTrue([this] {
            return ask(m_prometheusUrl + QStringLiteral("/api/v1/query?query=crema_sync_reused_ids_total"))
                .contains("\"value\"");
        }));
    }

    void TearDown() override
    {
        for (QProcess *process : {&m_prometheus, &m_stall}) {
            process->terminate();
            process->waitForFinished();
        }
    }

    QByteArray ask(const QString &url, const QByteArray &body = {}, const QByteArray &token = {})
    {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? m_network.get(request)
                                                                  : m_network.post(request, body));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return reply->readAll();
    }

    QJsonObject askJson(const QString &path, const QJsonObject &body, const QByteArray &token = {})
    {
        return QJsonDocument::fromJson(ask(m_platform->url() + path, json::writeCanonical(body), token)).object();
    }

    /// The rules as they are shipped, with less patience.
    void writeRules()
    {
        for (const char *name : {"sync", "devices"}) {
            const QString file = QStringLiteral("/%1.rules.yaml").arg(QLatin1StringView(name));
            QFile shipped(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/resources/alerts") + file);
            ASSERT_TRUE(shipped.open(QIODevice::ReadOnly));
            QString text = QString::fromUtf8(shipped.readAll());
            text.remove(QRegularExpression(QStringLiteral("\\n +for: \\S+")));
            text.replace(QStringLiteral("crema_database_oldest_transaction_seconds > 30"),
                         QStringLiteral("crema_database_oldest_transaction_seconds > 1"));
            QFile copy(m_folder.path() + file);
            ASSERT_TRUE(copy.open(QIODevice::WriteOnly) && copy.write(text.toUtf8()) > 0);
        }
    }

    void startPrometheus()
    {
        writeRules();
        QFile settings(m_folder.filePath(QStringLiteral("prometheus.yaml")));
        ASSERT_TRUE(settings.open(QIODevice::WriteOnly));
        settings.write("global: {scrape_interval: 1s, evaluation_interval: 1s}\n"
                       "rule_files: ['*.rules.yaml']\n"
                       "scrape_configs:\n"
                       "  - job_name: crema\n"
                       "    static_configs: [{targets: ['127.0.0.1:" +
                       QByteArray::number(m_platform->port()) + "']}]\n");
        settings.close();
        // The port is free now; in the moment until Prometheus takes it somebody else could, and the test says so.
        m_prometheusUrl = QStringLiteral("http://127.0.0.1:%1").arg(testing::freePort());
        m_prometheus.setStandardErrorFile(m_folder.filePath(QStringLiteral("prometheus.log")));
        m_prometheus.start(QStringLiteral("prometheus"),
                           {QStringLiteral("--config.file=") + settings.fileName(),
                            QStringLiteral("--storage.tsdb.path=") + m_folder.filePath(QStringLiteral("tsdb")),
                            QStringLiteral("--web.listen-address=") + m_prometheusUrl.mid(7)});
        ASSERT_TRUE(m_prometheus.waitForStarted()) << "apt-get install prometheus";
    }

    /// The labels of each alert of this name that fires now.
    QList<QJsonObject> firing(const QString &name)
    {
        QList<QJsonObject> found;
        const QByteArray answer = ask(m_prometheusUrl + QStringLiteral("/api/v1/alerts"));
        const QJsonObject data = QJsonDocument::fromJson(answer).object().value(QStringLiteral("data")).toObject();
        const QJsonArray alerts = data.value(QStringLiteral("alerts")).toArray();
        for (const QJsonValue &alert : alerts) {
            const QJsonObject labels = alert.toObject().value(QStringLiteral("labels")).toObject();
            if (labels.value(QStringLiteral("alertname")).toString() == name &&
                alert.toObject().value(QStringLiteral("state")).toString() == QStringLiteral("firing"))
                found.append(alert.toObject());
        }
        return found;
    }

    /// Asks until it is so, or for a minute.
    static bool awaitTrue(const std::function<bool()> &isSo)
    {
        const QDeadlineTimer deadline(patienceMs);
        QEventLoop loop;
        do {
            if (isSo())
                return true;
            QTimer::singleShot(200, &loop, &QEventLoop::quit);
            loop.exec();
        } while (!deadline.hasExpired());
        return false;
    }

    /// Nothing when it does not fire within a minute.
    QJsonObject awaitAlert(const QString &name)
    {
        QList<QJsonObject> found;
        (void)awaitTrue([&] { return !(found = firing(name)).isEmpty(); });
        return found.value(0);
    }

    static QString summaryOf(const QJsonObject &alert)
    {
        return alert.value(QStringLiteral("annotations")).toObject().value(QStringLiteral("summary")).toString();
    }

    QProcess m_prometheus;
    QProcess m_stall;
    QString m_prometheusUrl;
    QNetworkAccessManager m_network;
};

/// The story of a lost till: it was cut off with fourteen sales on it, and three days later somebody is told.
TEST_F(AlertsTest, ADeviceThatFallsSilentWithWorkOnItPages)
{
    EXPECT_TRUE(firing(QStringLiteral("CremaWorkOnSilentDevice")).isEmpty());
    QProcess later;
    later.start(QStringLiteral("psql"),
                m_platform->psql(
                    QStringLiteral("update devices.health set heard_at = heard_at - interval '3 days', "
                                   "report = (report::jsonb || '{\"waiting\": 14, \"waiting_sales\": 14}')::json")));
    ASSERT_TRUE(later.waitForFinished());
    ASSERT_EQ(later.exitCode(), 0) << later.readAllStandardError().constData();
    const QJsonObject alert = awaitAlert(QStringLiteral("CremaWorkOnSilentDevice"));
    const QJsonObject labels = alert.value(QStringLiteral("labels")).toObject();
    const QJsonObject device = m_till->run(words("device show --json")).json();
    EXPECT_EQ(labels.value(QStringLiteral("register")).toString(),
              device.value(QStringLiteral("register")).toObject().value(QStringLiteral("code")).toString());
    EXPECT_EQ(labels.value(QStringLiteral("location")).toString(),
              device.value(QStringLiteral("location")).toObject().value(QStringLiteral("code")).toString());
    EXPECT_TRUE(summaryOf(alert).contains(QStringLiteral("3d 0h"))) << qPrintable(summaryOf(alert));
    EXPECT_TRUE(summaryOf(alert).contains(QStringLiteral("14 operations were waiting on it.")));
}

/// sync.md rule 10.
TEST_F(AlertsTest, AStalledFeedPages)
{
    m_stall.start(QStringLiteral("psql"),
                  m_platform->psql(QStringLiteral("begin; select pg_current_xact_id(); select pg_sleep(120)")));
    const QJsonObject alert = awaitAlert(QStringLiteral("CremaFeedStalled"));
    EXPECT_TRUE(summaryOf(alert).startsWith(QStringLiteral("A transaction has been open for")))
        << qPrintable(summaryOf(alert));
}

/// sync.md rule 3: a device whose operations change under their ids.
TEST_F(AlertsTest, AKnownIdWithOtherBytesPages)
{
    crema::testing::SeededRandomness randomness{11};
    const SigningKey key = SigningKey::generate(randomness);
    const UtcTime now(QDateTime::currentMSecsSinceEpoch());
    const auto device = makeId<DeviceId>(now, randomness);
    const QString code = m_platform->enrolCode();
    const QByteArray proof = QStringLiteral("crema-enroll\n%1\n%2").arg(code, device.toString()).toUtf8();
    const QJsonObject enrolled = askJson(QStringLiteral("/api/v1/devices/enroll"),
                                         {{QStringLiteral("code"), code},
                                          {QStringLiteral("device"), device.toString()},
                                          {QStringLiteral("epoch"), 1},
                                          {QStringLiteral("name"), QStringLiteral("Odd one")},
                                          {QStringLiteral("public_key"), toBase64Url(key.publicKey())},
                                          {QStringLiteral("signature"), toBase64Url(key.sign(proof))}});
    const QByteArray token = enrolled.value(QStringLiteral("access_token")).toString().toLatin1();
    ASSERT_FALSE(token.isEmpty()) << QJsonDocument(enrolled).toJson().constData();
    Operation operation;
    operation.id = makeId<OperationId>(now, randomness);
    operation.type = QStringLiteral("customer.create");
    operation.subject = {QStringLiteral("customer"), makeUuid7(now, randomness)};
    operation.clock.boot = makeUuid7(now, randomness);
    operation.occurredAt = now;
    std::int64_t sequence = 0;
    QByteArray answer;
    for (const char *name : {"Zoë", "Somebody else"}) {
        operation.body = {{QStringLiteral("name"), QString::fromUtf8(name)}};
        const PushRequest batch{{{device, 1, ++sequence, 0, canonicalBytes(operation)}}};
        answer = ask(m_platform->url() + QStringLiteral("/api/v1/sync/operations"), writePushRequest(batch), token);
    }
    ASSERT_TRUE(answer.contains("sync.id_reused")) << answer.constData();
    EXPECT_FALSE(awaitAlert(QStringLiteral("CremaOperationIdReused")).isEmpty());
}

} // namespace
} // namespace crema::e2e
