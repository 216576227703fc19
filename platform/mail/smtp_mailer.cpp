// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/mail/smtp_mailer.h"

#include "models/base/uuid7.h"
#include "platform/base/curl_transfer.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <cstring>

namespace crema::platform {
namespace {

constexpr long connectTimeoutMs = 10'000;
constexpr long timeoutMs = 30'000;

/// What is left to be sent.
struct Upload {
    QByteArray bytes;
    qsizetype sent = 0;
};

std::size_t readUpload(char *buffer, std::size_t size, std::size_t count, void *data)
{
    auto *upload = static_cast<Upload *>(data);
    const qsizetype length = std::min<qsizetype>(size * count, upload->bytes.size() - upload->sent);
    std::memcpy(buffer, upload->bytes.constData() + upload->sent, static_cast<std::size_t>(length));
    upload->sent += length;
    return static_cast<std::size_t>(length);
}

bool isThisMachine(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

Problem notSent(const QString &why)
{
    return {
        ProblemKind::Unavailable,
        QStringLiteral("mail.not_sent"),
        QCoreApplication::translate("crema::platform::Mail", "The mail server did not take the message: %1").arg(why),
        QCoreApplication::translate("crema::platform::Mail", "Look at SMTP_URL and at the log of the server."),
        {}};
}

} // namespace

SmtpMailer::SmtpMailer(const QString &url, const QString &from, const Clock &clock, Randomness &randomness)
    : m_url(QUrl(url).toEncoded()), m_from(from), m_isLocal(isThisMachine(QUrl(url).host())), m_clock(clock),
      m_randomness(randomness)
{}

Result<void> SmtpMailer::send(const MailMessage &message)
{
    // Of many that wait none begins to wait for a server.
    if (m_isStopping)
        return failure(notSent(QStringLiteral("the platform is ending")));
    const std::unique_ptr<CURL, EndCurl> curl(curl_easy_init());
    const QByteArray sender = '<' + m_from.toUtf8() + '>';
    const QByteArray recipient = '<' + message.to.toUtf8() + '>';
    const std::unique_ptr<curl_slist, EndCurlList> recipients(curl_slist_append(nullptr, recipient.constData()));
    if (!curl || !recipients)
        return failure(notSent(QStringLiteral("out of memory")));
    Upload upload{mimeBytes(message, m_from, m_clock.now(), makeUuid7(m_clock.now(), m_randomness))};
    char reason[CURL_ERROR_SIZE] = {};
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, m_url.constData());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, long{m_isLocal ? CURLUSESSL_TRY : CURLUSESSL_ALL});
    set(CURLOPT_MAIL_FROM, sender.constData());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &readUpload);
    set(CURLOPT_READDATA, static_cast<void *>(&upload));
    set(CURLOPT_CONNECTTIMEOUT_MS, connectTimeoutMs);
    set(CURLOPT_TIMEOUT_MS, timeoutMs);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &endsWhenStopped);
    set(CURLOPT_XFERINFODATA, static_cast<void *>(&m_isStopping));
    set(CURLOPT_NOSIGNAL, 1L); // other threads run
    set(CURLOPT_ERRORBUFFER, static_cast<char *>(reason));
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK)
        return {};
    return failure(notSent(QString::fromUtf8(*reason != '\0' ? reason : curl_easy_strerror(code))));
}

} // namespace crema::platform
