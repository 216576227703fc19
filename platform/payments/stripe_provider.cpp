// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/stripe_provider.h"

#include "platform/payments/stripe_amount.h"
#include "platform/payments/stripe_objects.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace crema::platform {
namespace {

constexpr std::int64_t minuteMs = 60'000;
/// Stripe forgets a key after 24 hours at the earliest; from here on only what is there is looked for.
constexpr std::int64_t keyLifeMs = 23 * 60 * minuteMs;
/// At least 30 minutes from when Stripe hears of it, which may be some time after the first try.
constexpr std::int64_t sessionMs = 60 * minuteMs;
/// Stripe's search finds what is a minute old, and after an outage of theirs what is an hour old.
constexpr std::int64_t searchLagMs = 60 * minuteMs;

const QString intentsPath = QStringLiteral("/v1/payment_intents");
const QString sessionsPath = QStringLiteral("/v1/checkout/sessions");

bool isSession(const QString &reference)
{
    return reference.startsWith(u"cs_");
}

QString idIn(const StripeReply &reply)
{
    return reply.body.value(QLatin1String("id")).toString();
}

/// The id of another object, also where that was expanded.
QString idOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value(QLatin1String("id")).toString() : value.toString();
}

QString readerPath(const QString &reader, const char *action = "")
{
    return QStringLiteral("/v1/terminal/readers/%1%2").arg(reader, QLatin1StringView(action));
}

QString keyOf(const PaymentQuestion &question, const char *what)
{
    return QStringLiteral("%1-%2").arg(question.intent.id.toString(), QLatin1StringView(what));
}

QString whatItIsFor(const PaymentIntent &intent)
{
    return intent.description.isEmpty() ? QCoreApplication::translate("crema::platform::Payments", "Your purchase")
                                        : intent.description;
}

QString numberText(std::int64_t number)
{
    return QString::number(number);
}

ProviderAnswer wrongAmount()
{
    ProviderAnswer answer = stripe::unknown(QStringLiteral("amount_not_taken"));
    answer.outcome = ProviderOutcome::Failed;
    return answer;
}

/// What the reader does for this payment now: "in_progress", "failed"; empty: it has nothing to do with it.
QString actionFor(const QJsonObject &reader, const QString &reference)
{
    const QJsonObject action = reader.value(QLatin1String("action")).toObject();
    const QJsonObject process = action.value(QLatin1String("process_payment_intent")).toObject();
    const bool isOurs = idOf(process.value(QLatin1String("payment_intent"))) == reference;
    return isOurs ? action.value(QLatin1String("status")).toString() : QString();
}

} // namespace

ProviderAnswer StripeProvider::ask(const PaymentQuestion &question)
{
    if (!stripeAmount(question.intent.amount))
        return wrongAmount();
    return question.intent.channel == IntentChannel::Link ? askByLink(question) : askAtReader(question);
}

ProviderAnswer StripeProvider::askByLink(const PaymentQuestion &question)
{
    const StripeReply made = makeSession(question);
    if (made.isDone() && !question.isRepeated)
        return stripe::answerOfSession(made.body);
    // An answer to a repeated key is the one of then: the customer may have paid since.
    if (made.isDone())
        return readSession(idIn(made));
    return question.isRepeated ? status(question) : stripe::answerOfFailure(made, false);
}

ProviderAnswer StripeProvider::askAtReader(const PaymentQuestion &question)
{
    const StripeReply made = makeIntent(question);
    if (!made.isDone())
        return question.isRepeated ? status(question) : stripe::answerOfFailure(made, false);
    const QString reference = idIn(made);
    if (question.isRepeated) {
        const ProviderAnswer now = readIntent(reference);
        if (now.outcome != ProviderOutcome::Open)
            return now;
    }
    const StripeReply begun = m_http.post(readerPath(question.reader, "/process_payment_intent"),
                                          {{"payment_intent", reference}}, keyOf(question, "process"));
    ProviderAnswer answer = stripe::unknown(begun.problem());
    answer.reference = reference;
    if (begun.isOpen())
        return answer;
    if (!begun.isDone())
        return giveUp(reference, ProviderOutcome::Failed, begun.problem());
    answer.outcome = ProviderOutcome::Open;
    answer.problem.clear();
    return answer;
}

StripeReply StripeProvider::makeSession(const PaymentQuestion &question) const
{
    const PaymentIntent &intent = question.intent;
    const QString id = intent.id.toString();
    const std::int64_t endsAt = question.firstAskedAt.plusMs(sessionMs).msSinceEpoch() / 1'000;
    return m_http.post(sessionsPath,
                       {{"mode", QStringLiteral("payment")},
                        {"client_reference_id", id},
                        {"metadata[intent]", id},
                        {"payment_intent_data[metadata][intent]", id},
                        // Others are told as paid before the money is there.
                        {"payment_method_types[0]", QStringLiteral("card")},
                        {"line_items[0][quantity]", QStringLiteral("1")},
                        {"line_items[0][price_data][currency]", intent.amount.currency().code().toLower()},
                        {"line_items[0][price_data][unit_amount]", numberText(stripeAmount(intent.amount).value_or(0))},
                        {"line_items[0][price_data][product_data][name]", whatItIsFor(intent)},
                        {"expires_at", numberText(endsAt)},
                        {"success_url", m_successUrl}},
                       keyOf(question, "checkout"));
}

StripeReply StripeProvider::makeIntent(const PaymentQuestion &question) const
{
    const PaymentIntent &intent = question.intent;
    return m_http.post(intentsPath,
                       {{"amount", numberText(stripeAmount(intent.amount).value_or(0))},
                        {"currency", intent.amount.currency().code().toLower()},
                        {"payment_method_types[0]", QStringLiteral("card_present")},
                        {"capture_method", QStringLiteral("automatic")},
                        {"description", whatItIsFor(intent)},
                        {"metadata[intent]", intent.id.toString()}},
                       keyOf(question, "intent"));
}

StripeProvider::Found StripeProvider::find(const PaymentQuestion &question) const
{
    if (!question.intent.reference.isEmpty())
        return {question.intent.reference, {}};
    const std::int64_t ageMs = m_clock.now().msSinceEpoch() - question.firstAskedAt.msSinceEpoch();
    if (ageMs >= keyLifeMs)
        return lookUp(question);
    const bool isLink = question.intent.channel == IntentChannel::Link;
    const StripeReply made = isLink ? makeSession(question) : makeIntent(question);
    if (made.isDone())
        return {idIn(made), {}};
    const ProviderAnswer failed = stripe::answerOfFailure(made, question.isRepeated);
    // Nothing was made by this key, and nothing will be; or nobody says, and then it may be there to be found.
    return failed.outcome == ProviderOutcome::Failed || made.status == 0 ? Found{{}, failed} : lookUp(question);
}

StripeProvider::Found StripeProvider::lookUp(const PaymentQuestion &question) const
{
    const std::optional<QString> intent = lookUpIntent(question.intent.id);
    if (!intent)
        return {{}, stripe::unknown(QStringLiteral("no_answer"))};
    if (!intent->isEmpty())
        return {*intent, {}};
    const bool isLink = question.intent.channel == IntentChannel::Link;
    const std::optional<QString> session = isLink ? lookUpSession(question) : QString();
    if (!session)
        return {{}, stripe::unknown(QStringLiteral("no_answer"))};
    if (!session->isEmpty())
        return {*session, {}};
    ProviderAnswer answer = stripe::unknown(QStringLiteral("not_found"));
    const std::int64_t ageMs = m_clock.now().msSinceEpoch() - question.firstAskedAt.msSinceEpoch();
    // Past the life of its key nothing can be made by it any more, and what was made is found.
    if (ageMs >= keyLifeMs + searchLagMs)
        answer.outcome = ProviderOutcome::Failed;
    return {{}, answer};
}

std::optional<QString> StripeProvider::lookUpIntent(PaymentIntentId id) const
{
    const StripeReply found = m_http.get(
        intentsPath + QStringLiteral("/search"),
        {{"query", QStringLiteral("metadata['intent']:'%1'").arg(id.toString())}, {"limit", QStringLiteral("1")}});
    if (!found.isDone())
        return std::nullopt;
    return idOf(found.body.value(QLatin1String("data")).toArray().at(0));
}

std::optional<QString> StripeProvider::lookUpSession(const PaymentQuestion &question) const
{
    constexpr int mostPages = 10;
    const std::int64_t firstS = question.firstAskedAt.msSinceEpoch() / 1'000;
    QString last;
    for (int page = 0; page < mostPages; ++page) {
        StripeForm query{{"limit", QStringLiteral("100")},
                         {"created[gte]", numberText(firstS - 300)},
                         {"created[lte]", numberText(firstS + keyLifeMs / 1'000)}};
        if (!last.isEmpty())
            query.append(std::pair<QByteArray, QString>("starting_after", last));
        const StripeReply found = m_http.get(sessionsPath, query);
        if (!found.isDone())
            return std::nullopt;
        const QJsonArray sessions = found.body.value(QLatin1String("data")).toArray();
        for (const QJsonValue &session : sessions) {
            last = idOf(session);
            if (session.toObject().value(QLatin1String("client_reference_id")).toString() ==
                question.intent.id.toString())
                return last;
        }
        if (sessions.isEmpty() || !found.body.value(QLatin1String("has_more")).toBool())
            return QString();
    }
    return std::nullopt;
}

ProviderAnswer StripeProvider::status(const PaymentQuestion &question)
{
    const Found found = find(question);
    return found.reference.isEmpty() ? found.answer : statusOf(found.reference, question);
}

ProviderAnswer StripeProvider::statusOf(const QString &reference, const PaymentQuestion &question) const
{
    if (isSession(reference))
        return readSession(reference);
    const StripeReply read = fetchIntent(reference);
    if (!read.isDone())
        return stripe::unknown(read.problem());
    const ProviderAnswer answer = stripe::answerOfIntent(read.body);
    if (!stripe::waitsForCard(read.body) || question.intent.channel == IntentChannel::Link)
        return answer;
    ProviderAnswer waiting = answer;
    waiting.problem = stripe::declineOf(read.body);
    return statusAtReader(waiting, question);
}

/// A PaymentIntent that waits for a card is open only while the reader asks for one: declined, or given up there, it
/// would wait for ever.
ProviderAnswer StripeProvider::statusAtReader(const ProviderAnswer &waiting, const PaymentQuestion &question) const
{
    ProviderAnswer open = waiting;
    open.problem.clear();
    // Nobody knows which reader it was: without one the customer is not charged, and the till may give it up.
    if (question.reader.isEmpty())
        return open;
    const StripeReply reader = m_http.get(readerPath(question.reader));
    if (!reader.isDone())
        return reader.isOpen() ? stripe::unknown(reader.problem()) : open;
    const QString action = actionFor(reader.body, waiting.reference);
    if (action == u"in_progress" || action == u"succeeded")
        return open;
    const QString failed =
        reader.body.value(QLatin1String("action")).toObject().value(QLatin1String("failure_code")).toString();
    QString problem = waiting.problem;
    if (problem.isEmpty())
        problem = action == u"failed" && !failed.isEmpty() ? failed : QStringLiteral("reader_idle");
    return giveUp(waiting.reference, ProviderOutcome::Failed, problem);
}

ProviderAnswer StripeProvider::readSession(const QString &reference) const
{
    const StripeReply read = m_http.get(QStringLiteral("%1/%2").arg(sessionsPath, reference),
                                        {{"expand[0]", QStringLiteral("payment_intent.latest_charge")}});
    return read.isDone() ? stripe::answerOfSession(read.body) : stripe::unknown(read.problem());
}

StripeReply StripeProvider::fetchIntent(const QString &reference) const
{
    return m_http.get(QStringLiteral("%1/%2").arg(intentsPath, reference),
                      {{"expand[0]", QStringLiteral("latest_charge")}});
}

ProviderAnswer StripeProvider::readIntent(const QString &reference) const
{
    const StripeReply read = fetchIntent(reference);
    return read.isDone() ? stripe::answerOfIntent(read.body) : stripe::unknown(read.problem());
}

QString StripeProvider::onceMore(const QString &reference, const char *what) const
{
    return QStringLiteral("%1-%2-%3").arg(reference, QLatin1StringView(what)).arg(m_clock.now().msSinceEpoch());
}

/// Stripe cancels what has taken nothing, and nothing else: whatever it says, nobody is charged afterwards.
ProviderAnswer StripeProvider::giveUp(const QString &reference, ProviderOutcome outcome, const QString &problem) const
{
    const StripeReply ended = isSession(reference)
                                  ? m_http.post(QStringLiteral("%1/%2/expire").arg(sessionsPath, reference), {},
                                                onceMore(reference, "expire"))
                                  : m_http.post(QStringLiteral("%1/%2/cancel").arg(intentsPath, reference), {},
                                                onceMore(reference, "cancel"));
    if (!ended.isDone())
        return isSession(reference) ? readSession(reference) : readIntent(reference);
    ProviderAnswer answer;
    answer.outcome = outcome;
    answer.reference = reference;
    answer.problem = problem;
    return answer;
}

ProviderAnswer StripeProvider::cancel(const PaymentQuestion &question)
{
    const Found found = find(question);
    if (found.reference.isEmpty())
        return found.answer;
    if (!isSession(found.reference) && !question.reader.isEmpty()) {
        const StripeReply reader = m_http.get(readerPath(question.reader));
        // The reader may ask for another payment by now, and then it is left alone.
        if (reader.isDone() && actionFor(reader.body, found.reference) == u"in_progress") {
            const StripeReply ended = m_http.post(readerPath(question.reader, "/cancel_action"), {},
                                                  onceMore(found.reference, "cancel-action"));
            if (ended.isOpen())
                return stripe::unknown(ended.problem());
        }
    }
    return giveUp(found.reference, ProviderOutcome::Cancelled, {});
}

namespace {

/// Whether the refund of this key is among those that Stripe lists, and was not turned down.
bool holdsRefund(const QJsonObject &list, const QString &key)
{
    const QJsonArray refunds = list.value(QLatin1String("data")).toArray();
    return std::ranges::any_of(refunds, [&](const QJsonValue &value) {
        const QJsonObject refund = value.toObject();
        const QString status = refund.value(QLatin1String("status")).toString();
        const QString its = refund.value(QLatin1String("metadata")).toObject().value(QLatin1String("key")).toString();
        return its == key && (status == u"succeeded" || status == u"pending");
    });
}

} // namespace

RefundAnswer StripeProvider::refund(const PaymentIntent &intent, const Money &amount, const QString &key)
{
    const std::optional<std::int64_t> minor = stripeAmount(amount);
    if (!minor)
        return {RefundOutcome::Refused, QStringLiteral("amount_not_taken")};
    QString reference = intent.reference;
    if (reference.isEmpty()) {
        const std::optional<QString> found = lookUpIntent(intent.id);
        if (!found)
            return {RefundOutcome::Unknown, QStringLiteral("no_answer")};
        reference = *found;
    } else if (isSession(reference)) {
        const StripeReply session = m_http.get(QStringLiteral("%1/%2").arg(sessionsPath, reference));
        if (!session.isDone())
            return {RefundOutcome::Unknown, session.problem()};
        reference = idOf(session.body.value(QLatin1String("payment_intent")));
    }
    if (reference.isEmpty())
        return {RefundOutcome::Refused, QStringLiteral("not_found")};
    // Stripe forgets a key after a day; what stands in a refund it keeps.
    const StripeReply before =
        m_http.get(QStringLiteral("/v1/refunds"), {{"payment_intent", reference}, {"limit", QStringLiteral("100")}});
    if (!before.isDone())
        return {RefundOutcome::Unknown, before.problem()};
    if (holdsRefund(before.body, key))
        return {RefundOutcome::Done, {}};
    const StripeReply made = m_http.post(QStringLiteral("/v1/refunds"),
                                         {{"payment_intent", reference},
                                          {"amount", numberText(*minor)},
                                          {"metadata[intent]", intent.id.toString()},
                                          {"metadata[key]", key}},
                                         key);
    if (made.isOpen() || made.isKeyRefused())
        return {RefundOutcome::Unknown, made.problem()};
    if (!made.isDone())
        return {RefundOutcome::Refused, made.problem()};
    const QString status = made.body.value(QLatin1String("status")).toString();
    // A pending one is on its way; Stripe tells by webhook and mail where a bank does not take it.
    if (status == u"succeeded" || status == u"pending")
        return {RefundOutcome::Done, {}};
    return {RefundOutcome::Refused, QStringLiteral("refund_%1").arg(status)};
}

} // namespace crema::platform
