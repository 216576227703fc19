// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/stripe_objects.h"

#include "platform/payments/stripe_fields.h"

namespace crema::platform::stripe {
namespace {

ProviderAnswer openAt(const QString &reference)
{
    ProviderAnswer answer;
    answer.outcome = ProviderOutcome::Open;
    answer.reference = reference;
    return answer;
}

/// Brand and last digits: online cards and cards at a reader say them in places of their own.
void readCard(const QJsonObject &charge, ProviderAnswer &answer)
{
    const QJsonObject details = objectIn(charge, "payment_method_details");
    for (const char *kind : {"card", "card_present", "interac_present"}) {
        const QJsonObject card = objectIn(details, kind);
        if (card.isEmpty())
            continue;
        answer.brand = textIn(card, "brand");
        answer.lastDigits = textIn(card, "last4");
        return;
    }
}

} // namespace

ProviderAnswer unknown(const QString &problem)
{
    ProviderAnswer answer;
    answer.problem = problem;
    return answer;
}

ProviderAnswer answerOfIntent(const QJsonObject &intent)
{
    ProviderAnswer answer = openAt(textIn(intent, "id"));
    const QString status = textIn(intent, "status");
    if (status == u"succeeded") {
        answer.outcome = ProviderOutcome::Paid;
        readCard(objectIn(intent, "latest_charge"), answer);
    } else if (status == u"canceled") {
        answer.outcome = ProviderOutcome::Cancelled;
    } else if (status.isEmpty()) {
        return unknown(QStringLiteral("unreadable_answer"));
    }
    return answer;
}

bool waitsForCard(const QJsonObject &intent)
{
    return textIn(intent, "status") == u"requires_payment_method";
}

QString declineOf(const QJsonObject &intent)
{
    const QJsonObject error = objectIn(intent, "last_payment_error");
    if (error.isEmpty())
        return {};
    StripeReply reply;
    reply.status = 402;
    reply.body = {{QStringLiteral("error"), error}};
    return reply.problem();
}

ProviderAnswer answerOfSession(const QJsonObject &session)
{
    const QString status = textIn(session, "status");
    const QJsonObject intent = objectIn(session, "payment_intent");
    ProviderAnswer answer = openAt(textIn(session, "id"));
    if (status == u"open") {
        answer.url = textIn(session, "url");
        return answer;
    }
    if (status == u"complete") {
        const bool isPaid = textIn(session, "payment_status") == u"paid";
        if (!isPaid || intent.isEmpty())
            return isPaid ? unknown(QStringLiteral("unreadable_answer")) : answer;
        answer = answerOfIntent(intent);
        // The session says that it is paid, whatever the intent says a moment later.
        answer.outcome = ProviderOutcome::Paid;
        return answer;
    }
    if (status != u"expired")
        return unknown(QStringLiteral("unreadable_answer"));
    answer.outcome = ProviderOutcome::Cancelled;
    answer.problem = QStringLiteral("expired");
    return answer;
}

bool isKeyTaken(const StripeReply &reply)
{
    return textIn(objectIn(reply.body, "error"), "type") == u"idempotency_error";
}

ProviderAnswer answerOfFailure(const StripeReply &reply, bool isRepeated)
{
    ProviderAnswer answer = unknown(reply.problem());
    // Not let in, this request did nothing; an earlier one that had no answer may have.
    const bool isClear = !reply.isOpen() && !isKeyTaken(reply) && !(reply.isKeyRefused() && isRepeated);
    if (isClear)
        answer.outcome = ProviderOutcome::Failed;
    return answer;
}

} // namespace crema::platform::stripe
