// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/answer_verdict.h"

#include "models/base/json.h"
#include "models/base/problem_codec.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace crema::sync {
namespace {

constexpr std::int64_t maxRetryAfterS = 3'600;

bool isJson(const HttpAnswer &answer)
{
    const QByteArray type = answer.header("content-type").toLower();
    return type.startsWith("application/json") || type.startsWith("application/problem+json");
}

Verdict verdictOf(int status)
{
    if (status == 401 || status == 403)
        return Verdict::SignIn;
    if (status == 408 || status == 425 || status == 429 || status >= 500)
        return Verdict::Wait;
    if (status == 413)
        return Verdict::TooLarge;
    return Verdict::Refused;
}

Problem notPlatform(int status)
{
    return {
        ProblemKind::Unavailable,
        QStringLiteral("network.not_platform"),
        QCoreApplication::translate("Rest", "Something else than the platform answered (HTTP status %1).").arg(status),
        QCoreApplication::translate("Rest",
                                    "Sign in to the network this machine is on, or check the platform's address."),
        {}};
}

Problem busy(int status)
{
    return {ProblemKind::Unavailable,
            QStringLiteral("network.busy"),
            QCoreApplication::translate("Rest", "The platform cannot answer now (HTTP status %1).").arg(status),
            QCoreApplication::translate("Rest", "Work goes on; it is sent as soon as the platform answers."),
            {}};
}

std::optional<std::int64_t> wholeNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional<std::int64_t>(value.toInteger()) : std::nullopt;
}

/// The number that the platform names under `name`: a member of the document, or one of its fields.
std::optional<std::int64_t> numberOf(const QJsonObject &document, const Problem &problem, const QString &name)
{
    if (const auto number = wholeNumber(document.value(name)))
        return number;
    for (const FieldProblem &field : problem.fields) {
        bool ok = false;
        const qlonglong number = field.message.toLongLong(&ok);
        if (field.field == name && ok)
            return number;
    }
    return std::nullopt;
}

/// A date as HTTP writes it: "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7). Of a fixed shape, and looked at in each
/// answer.
std::optional<UtcTime> httpDate(QByteArrayView text)
{
    static constexpr QByteArrayView months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    constexpr qsizetype length = 29;
    if (text.size() != length || !text.endsWith(" GMT"))
        return std::nullopt;
    const qsizetype month = months.indexOf(text.sliced(8, 3));
    bool isNumber = true;
    const auto number = [&](qsizetype at, qsizetype digits) {
        bool ok = false;
        const int value = text.sliced(at, digits).toInt(&ok);
        isNumber = isNumber && ok;
        return value;
    };
    const QDate day(number(12, 4), static_cast<int>(month / 3) + 1, number(5, 2));
    const QTime time(number(17, 2), number(20, 2), number(23, 2));
    if (month < 0 || month % 3 != 0 || !isNumber || !day.isValid() || !time.isValid())
        return std::nullopt;
    return UtcTime(QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch());
}

void readSpread(Exchange &exchange)
{
    const std::int64_t seconds = exchange.answer.header("crema-spread").toLongLong();
    exchange.spreadMs = std::clamp<std::int64_t>(seconds, 0, maxRetryAfterS) * 1'000;
}

void readRetryAfter(Exchange &exchange, UtcTime now)
{
    const QByteArray text = exchange.answer.header("retry-after");
    bool ok = false;
    std::int64_t ms = text.toLongLong(&ok) * 1'000;
    if (!ok) {
        const auto date = httpDate(text);
        if (!date)
            return;
        const UtcTime from = httpDate(exchange.answer.header("date")).value_or(now);
        ms = date->msSinceEpoch() - from.msSinceEpoch();
    }
    exchange.retryAfterMs = std::clamp<std::int64_t>(ms, 0, maxRetryAfterS * 1'000);
}

void readProblem(Exchange &exchange)
{
    const QJsonObject document = QJsonDocument::fromJson(exchange.answer.body).object();
    exchange.problem = problemFromJson(document);
    if (!exchange.problem)
        return;
    if (exchange.problem->code == QLatin1String("sync.gap")) {
        exchange.expected = numberOf(document, *exchange.problem, QStringLiteral("expected"));
        if (exchange.expected)
            exchange.verdict = Verdict::Gap;
    } else if (exchange.problem->code == QLatin1String("sync.cursor_epoch")) {
        exchange.feedEpoch = numberOf(document, *exchange.problem, QStringLiteral("epoch"));
        if (exchange.feedEpoch)
            exchange.verdict = Verdict::OtherEpoch;
    } else if (exchange.problem->code == QLatin1String("sync.cursor_too_old")) {
        exchange.verdict = Verdict::TooOld;
    }
}

} // namespace

Exchange judge(const Result<HttpAnswer> &answer, UtcTime now)
{
    Exchange exchange;
    if (!answer) {
        exchange.problem = answer.error();
        if (answer.error().code == QLatin1String("network.answer_too_large"))
            exchange.verdict = Verdict::AnswerCut;
        return exchange;
    }
    exchange.answer = *answer;
    const int status = answer->status;
    if (status >= 200 && status < 300) {
        exchange.verdict = isJson(*answer) ? Verdict::Accepted : Verdict::NotPlatform;
        if (exchange.verdict == Verdict::NotPlatform)
            exchange.problem = notPlatform(status);
        else
            exchange.serverTime = httpDate(answer->header("date"));
        return exchange;
    }
    exchange.verdict = verdictOf(status);
    readRetryAfter(exchange, now);
    readSpread(exchange);
    if (isJson(*answer))
        readProblem(exchange);
    if (!exchange.problem && exchange.verdict == Verdict::Wait)
        exchange.problem = busy(status);
    if (!exchange.problem) {
        // Without a problem document of ours it is a portal or a proxy that speaks, whatever the number.
        exchange.problem = notPlatform(status);
        if (exchange.verdict != Verdict::TooLarge)
            exchange.verdict = Verdict::NotPlatform;
    }
    return exchange;
}

Result<QJsonObject> jsonOf(const Exchange &exchange)
{
    if (exchange.verdict != Verdict::Accepted)
        return failure(*exchange.problem);
    return json::readStrict(exchange.answer.body);
}

} // namespace crema::sync
