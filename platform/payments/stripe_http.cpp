// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/stripe_http.h"

#include "platform/base/curl_transfer.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace crema::platform {
namespace {

/// The version whose objects StripeProvider reads; Stripe keeps old ones for good.
constexpr char stripeVersion[] = "Stripe-Version: 2024-06-20";
constexpr long connectMs = 5'000;
constexpr long timeoutMs = 20'000;
constexpr qsizetype longestAnswer = 1024 * 1024;
constexpr qsizetype longestProblem = 100;

std::size_t takePiece(char *data, std::size_t size, std::size_t count, void *answer)
{
    auto &bytes = *static_cast<QByteArray *>(answer);
    const auto length = static_cast<qsizetype>(size * count);
    if (bytes.size() + length > longestAnswer)
        return 0; // curl takes that for an error
    bytes.append(data, length);
    return static_cast<std::size_t>(length);
}

std::size_t takeField(char *data, std::size_t size, std::size_t count, void *reply)
{
    const QByteArray line = QByteArray(data, static_cast<qsizetype>(size * count)).trimmed().toLower();
    if (line.startsWith("stripe-should-retry:"))
        static_cast<StripeReply *>(reply)->shouldRetry = line.endsWith("true");
    return size * count;
}

QByteArray encoded(const StripeForm &form)
{
    QByteArrayList fields;
    for (const auto &[name, value] : form)
        fields.append(name.toPercentEncoding() + '=' + QUrl::toPercentEncoding(value));
    return fields.join('&');
}

/// A code such as "card_declined"; anything else stays out of documents and logs.
QString codeIn(const QJsonValue &value)
{
    const QString text = value.toString().left(longestProblem);
    const bool isCode = std::ranges::all_of(
        text, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-'; });
    return isCode ? text : QString();
}

} // namespace

bool StripeReply::isOpen() const
{
    // Stripe-Should-Retry decides where it is said, but for what broke at their side: that may have taken effect.
    if (status == 0 || status >= 500)
        return true;
    const bool isBusy = status == 409 || status == 429;
    return !isDone() && shouldRetry.value_or(isBusy);
}

QString StripeReply::problem() const
{
    if (status == 0)
        return QStringLiteral("no_answer");
    const QJsonObject error = body.value(QLatin1String("error")).toObject();
    for (const auto &name : {QLatin1String("decline_code"), QLatin1String("code"), QLatin1String("type")}) {
        if (const QString code = codeIn(error.value(name)); !code.isEmpty())
            return code;
    }
    return QStringLiteral("stripe_error");
}

StripeHttp::StripeHttp(const QString &base, const QString &secretKey)
    : m_base(base.toUtf8()), m_authorization("Authorization: Bearer " + secretKey.toUtf8())
{}

StripeReply StripeHttp::post(const QString &path, const StripeForm &form, const QString &idempotencyKey) const
{
    return send({m_base + path.toUtf8(), encoded(form), idempotencyKey.toUtf8()});
}

StripeReply StripeHttp::get(const QString &path, const StripeForm &query) const
{
    const QByteArray question = query.isEmpty() ? QByteArray() : '?' + encoded(query);
    return send({m_base + path.toUtf8() + question, std::nullopt, {}});
}

StripeReply StripeHttp::send(const Request &request) const
{
    StripeReply reply;
    const std::unique_ptr<CURL, EndCurl> curl(curl_easy_init());
    if (m_isStopping || !curl)
        return reply;
    QByteArrayList fields{m_authorization, stripeVersion, "Expect:"};
    if (!request.idempotencyKey.isEmpty())
        fields.append("Idempotency-Key: " + request.idempotencyKey);
    std::unique_ptr<curl_slist, EndCurlList> head;
    for (const QByteArray &field : fields) {
        curl_slist *longer = curl_slist_append(head.get(), field.constData());
        if (!longer)
            return reply;
        static_cast<void>(head.release());
        head.reset(longer);
    }
    QByteArray answer;
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, request.url.constData());
    // Plain HTTP is for this machine only: the settings see to that, and nothing leads elsewhere from there.
    const bool isSecure = request.url.startsWith("https:");
    set(CURLOPT_PROTOCOLS_STR, isSecure ? "https" : "http");
    if (!isSecure)
        set(CURLOPT_PROXY, ""); // nor through one that the environment names
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_HTTPHEADER, head.get());
    if (request.body) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
        set(CURLOPT_POSTFIELDS, request.body->constData());
    }
    set(CURLOPT_WRITEFUNCTION, &takePiece);
    set(CURLOPT_WRITEDATA, static_cast<void *>(&answer));
    set(CURLOPT_HEADERFUNCTION, &takeField);
    set(CURLOPT_HEADERDATA, static_cast<void *>(&reply));
    set(CURLOPT_CONNECTTIMEOUT_MS, connectMs);
    set(CURLOPT_TIMEOUT_MS, timeoutMs);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &endsWhenStopped);
    set(CURLOPT_XFERINFODATA, const_cast<void *>(static_cast<const void *>(&m_isStopping)));
    set(CURLOPT_NOSIGNAL, 1L); // other threads run
    long status = 0;
    if (curl_easy_perform(curl.get()) != CURLE_OK)
        return {};
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer, &error);
    // A page of some proxy says nothing about the money, whatever its status is.
    if (!document.isObject())
        return {};
    reply.status = static_cast<int>(status);
    reply.body = document.object();
    return reply;
}

} // namespace crema::platform
