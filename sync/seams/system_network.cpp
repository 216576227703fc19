// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/system_network.h"

#include "sync/rest/event_reader.h"
#include "sync/seams/certificate_pin.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <QCoroSignal>

namespace crema::sync {
namespace {

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

void setDistrust(Problem &problem, const QUrl &url)
{
    if (pinOf(url)) {
        problem.message = QCoreApplication::translate("Network", "%1 showed another certificate than the one that its "
                                                                 "address names.")
                              .arg(url.host());
        problem.hint = QCoreApplication::translate(
            "Network", "Nothing was sent. Somebody may be in between; or the platform has a new key: ask whoever runs "
                       "it for its address.");
        return;
    }
    problem.message =
        QCoreApplication::translate("Network", "The certificate of %1 could not be trusted.").arg(url.host());
    problem.hint = QCoreApplication::translate(
        "Network", "Check the address of the platform and the date of this machine. A platform that has signed its "
                   "certificate itself is given with its pin: https://HOST#sha256=…");
}

/// There was no connection that anything could go over.
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProtocolUnknownError: return true;
    default: return false;
    }
}

Problem unreachable(const QUrl &url, QNetworkReply::NetworkError error, bool tooLarge)
{
    Problem problem;
    problem.kind = ProblemKind::Unavailable;
    problem.hint = QCoreApplication::translate("Network", "Work goes on; it is sent as soon as the platform answers.");
    const QString host = url.host();
    if (tooLarge) {
        problem.code = QStringLiteral("network.answer_too_large");
        problem.message = QCoreApplication::translate("Network", "%1 sent more than was asked for.").arg(host);
    } else if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError) {
        problem.code = QStringLiteral("network.timeout");
        problem.message = QCoreApplication::translate("Network", "%1 did not answer in time.").arg(host);
    } else if (error == QNetworkReply::SslHandshakeFailedError) {
        problem.code = QStringLiteral("network.tls");
        setDistrust(problem, url);
    } else if (!isBeforeSending(error)) {
        problem.code = QStringLiteral("network.cut");
        problem.message = QCoreApplication::translate("Network", "The connection to %1 ended too early.").arg(host);
    } else {
        problem.code = QStringLiteral("network.unreachable");
        problem.message = QCoreApplication::translate("Network", "%1 cannot be reached.").arg(host);
    }
    return problem;
}

/// The language of this program's texts, so that the platform's reasons read like them.
QByteArray acceptedLanguages()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QByteArrayLiteral("en") : locale.bcp47Name().toLatin1() + ", en;q=0.5";
}

QNetworkRequest toQt(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    if (pinOf(request.url)) {
        // With no issuer to trust every certificate is asked about, and the pin decides alone.
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates({});
        result.setSslConfiguration(configuration);
    }
    // Qt would send the machine's language, whatever the person chose here.
    result.setRawHeader("Accept-Language", acceptedLanguages());
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    result.setTransferTimeout(request.timeoutMs);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return result;
}

HttpAnswer toAnswer(QNetworkReply &reply, int status)
{
    HttpAnswer answer;
    answer.status = status;
    const auto pairs = reply.rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        answer.headers.insert(name.toLower(), value);
    answer.body = reply.readAll();
    return answer;
}

/// The limit of silence is Qt's own: its timer begins anew with each byte.
class SystemEventStream final : public EventStream
{
public:
    SystemEventStream(std::shared_ptr<QNetworkAccessManager> manager, const HttpRequest &request,
                      const EventListener &listener)
        : m_manager(std::move(manager)), m_reader(listener.heard)
    {
        m_reply.reset(m_manager->sendCustomRequest(toQt(request), request.method, request.body));
        QObject::connect(m_reply.get(), &QNetworkReply::readyRead, m_reply.get(), [this] { read(); });
        QObject::connect(m_reply.get(), &QNetworkReply::finished, m_reply.get(), [ended = listener.ended] { ended(); });
    }
    ~SystemEventStream() override
    {
        m_reply->disconnect();
        m_reply->abort();
        m_reply.release()->deleteLater(); // this may be one of its own signals
    }

private:
    void read()
    {
        const QByteArray type = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
        const QByteArray bytes = m_reply->readAll();
        if (type.startsWith("text/event-stream"))
            m_reader.read(bytes);
    }

    std::shared_ptr<QNetworkAccessManager> m_manager;
    EventReader m_reader;
    std::unique_ptr<QNetworkReply> m_reply;
};

} // namespace

SystemNetwork::SystemNetwork()
    : m_manager(std::make_shared<QNetworkAccessManager>()), m_directManager(std::make_shared<QNetworkAccessManager>())
{
    m_directManager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

SystemNetwork::~SystemNetwork() = default;

std::shared_ptr<QNetworkAccessManager> SystemNetwork::managerFor(const QUrl &url)
{
    const bool isDirect = isLoopback(url);
    const std::optional<QByteArray> pin = pinOf(url);
    if (!pin)
        return isDirect ? m_directManager : m_manager;
    std::shared_ptr<QNetworkAccessManager> &manager = m_pinned[{*pin, isDirect}];
    if (!manager) {
        manager = std::make_shared<QNetworkAccessManager>();
        if (isDirect)
            manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        QObject::connect(manager.get(), &QNetworkAccessManager::sslErrors, manager.get(),
                         [expected = *pin](QNetworkReply *reply, const QList<QSslError> &) {
                             const QSslCertificate shown = reply->sslConfiguration().peerCertificate();
                             if (!shown.isNull() && pinOf(shown) == expected)
                                 reply->ignoreSslErrors();
                         });
    }
    return manager;
}

std::unique_ptr<EventStream> SystemNetwork::follow(const HttpRequest &request, const EventListener &listener)
{
    return std::make_unique<SystemEventStream>(managerFor(request.url), request, listener);
}

QCoro::Task<Result<HttpAnswer>> SystemNetwork::send(HttpRequest request)
{
    // Held here, so that an answer may still come in while the owner goes.
    const auto manager = managerFor(request.url);
    const std::unique_ptr<QNetworkReply> reply(manager->sendCustomRequest(toQt(request), request.method, request.body));
    bool tooLarge = false;
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(),
                     [raw = reply.get(), &tooLarge, limit = request.maxAnswerBytes](qint64 received, qint64) {
                         if (received > limit && !tooLarge) {
                             tooLarge = true;
                             raw->abort();
                         }
                     });
    if (!reply->isFinished())
        co_await qCoro(reply.get(), &QNetworkReply::finished);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A status with a cut body is no answer: the connection died in between.
    const QNetworkReply::NetworkError error = reply->error();
    const bool cut = error == QNetworkReply::RemoteHostClosedError || error == QNetworkReply::OperationCanceledError ||
                     error == QNetworkReply::TimeoutError;
    if (status == 0 || tooLarge || cut)
        co_return failure(unreachable(request.url, error, tooLarge));
    co_return toAnswer(*reply, status);
}

} // namespace crema::sync
