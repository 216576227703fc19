// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/payments/stripe_server.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

/// Its head goes out, and then nothing comes.
class LostBody final : public http::BodySource
{
public:
    Result<QByteArray> next() override { return failure(ProblemKind::Unavailable, u"test.lost"_s, u"lost"_s); }
};

QHash<QString, QString> formOf(const QByteArray &body)
{
    QHash<QString, QString> form;
    const QByteArrayList fields = body.split('&');
    for (QByteArray field : fields) {
        field.replace('+', ' ');
        const qsizetype end = field.indexOf('=');
        if (end > 0)
            form.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(field.left(end))),
                        QString::fromUtf8(QByteArray::fromPercentEncoding(field.mid(end + 1))));
    }
    return form;
}

http::Limits unlimited()
{
    http::Limits limits;
    limits.clientWorkMs = limits.addressWorkMs = 0;
    return limits;
}

} // namespace

StripeServer::StripeServer(const FixedClock &clock) : m_clock(clock)
{
    addSessions();
    addIntents();
    addReaders();
    add(http::Method::Post, u"/v1/refunds"_s, [this](const Form &form, const QString &) { return refund(form); });
    add(http::Method::Get, u"/v1/refunds"_s, [this](const Form &, const QString &) {
        return Reply{200, {{u"data"_s, m_refunds}, {u"has_more"_s, false}}};
    });
    m_door = std::make_unique<http::Door>(http::DoorParts{m_router, m_time, m_randomness, m_log, m_metrics, {}, {}},
                                          unlimited());
    const Result<quint16> port = m_door->listen(u"127.0.0.1:0"_s);
    EXPECT_TRUE(port);
    m_port = port.value_or(0);
}

void StripeServer::addSessions()
{
    add(http::Method::Post, u"/v1/checkout/sessions"_s,
        [this](const Form &form, const QString &) { return makeSession(form); });
    add(http::Method::Get, u"/v1/checkout/sessions"_s, [this](const Form &, const QString &) {
        QJsonArray all;
        for (const QJsonObject &session : std::as_const(m_sessions))
            all.append(current(session));
        return Reply{200, {{u"data"_s, all}, {u"has_more"_s, false}}};
    });
    add(http::Method::Get, u"/v1/checkout/sessions/{id}"_s, [this](const Form &form, const QString &id) {
        if (!m_sessions.contains(id))
            return error(404, u"resource_missing"_s);
        QJsonObject session = current(m_sessions.value(id));
        const QString intent = session.value(u"payment_intent"_s).toString();
        if (!intent.isEmpty() && form.value(u"expand[0]"_s) == u"payment_intent.latest_charge")
            session.insert(u"payment_intent"_s, withCharge(m_intents.value(intent)));
        return Reply{200, session};
    });
    add(http::Method::Post, u"/v1/checkout/sessions/{id}/expire"_s, [this](const Form &, const QString &id) {
        QJsonObject session = current(m_sessions.value(id));
        if (session.value(u"status"_s).toString() != u"open")
            return error(400, u"resource_missing"_s);
        session.insert(u"status"_s, u"expired"_s);
        m_sessions.insert(id, session);
        return Reply{200, session};
    });
}

void StripeServer::addIntents()
{
    add(http::Method::Post, u"/v1/payment_intents"_s,
        [this](const Form &form, const QString &) { return makeIntent(form); });
    add(http::Method::Get, u"/v1/payment_intents/search"_s, [this](const Form &form, const QString &) {
        QJsonArray found;
        for (const QJsonObject &intent : std::as_const(m_intents)) {
            const QString of = intent.value(u"metadata"_s).toObject().value(u"intent"_s).toString();
            if (form.value(u"query"_s) == u"metadata['intent']:'%1'"_s.arg(of))
                found.append(intent);
        }
        return Reply{200, {{u"data"_s, found}, {u"has_more"_s, false}}};
    });
    add(http::Method::Get, u"/v1/payment_intents/{id}"_s, [this](const Form &, const QString &id) {
        return m_intents.contains(id) ? Reply{200, withCharge(m_intents.value(id))} : error(404, u"resource_missing"_s);
    });
    add(http::Method::Post, u"/v1/payment_intents/{id}/cancel"_s, [this](const Form &, const QString &id) {
        QJsonObject intent = m_intents.value(id);
        if (intent.value(u"status"_s).toString() != u"requires_payment_method")
            return error(400, u"payment_intent_unexpected_state"_s);
        intent.insert(u"status"_s, u"canceled"_s);
        m_intents.insert(id, intent);
        return Reply{200, intent};
    });
}

void StripeServer::addReaders()
{
    add(http::Method::Get, u"/v1/terminal/readers/{id}"_s, [this](const Form &, const QString &id) {
        return Reply{200, {{u"id"_s, id}, {u"action"_s, m_action.isEmpty() ? QJsonValue() : m_action}}};
    });
    add(http::Method::Post, u"/v1/terminal/readers/{id}/process_payment_intent"_s,
        [this](const Form &form, const QString &id) {
            if (m_action.value(u"status"_s).toString() == u"in_progress")
                return error(400, u"terminal_reader_busy"_s);
            m_action = {
                {u"type"_s, u"process_payment_intent"_s},
                {u"status"_s, u"in_progress"_s},
                {u"process_payment_intent"_s, QJsonObject{{u"payment_intent"_s, form.value(u"payment_intent"_s)}}}};
            return Reply{200, {{u"id"_s, id}, {u"action"_s, m_action}}};
        });
    add(http::Method::Post, u"/v1/terminal/readers/{id}/cancel_action"_s, [this](const Form &, const QString &id) {
        m_action = {};
        return Reply{200, {{u"id"_s, id}, {u"action"_s, QJsonValue()}}};
    });
}

void StripeServer::add(http::Method method, const QString &pattern, const Effect &effect)
{
    const QString name = u"stripe_%1"_s.arg(m_router.routes().size());
    const bool isOfOne = pattern.contains(u"{id}");
    m_router.add({name, method, pattern, http::Credential::None, {}, -1, http::OpenTo::Anybody},
                 [this, effect, isOfOne](const http::Request &request, http::Context &) {
                     return answer(request, isOfOne ? request.parameter(u"id") : QString(), effect);
                 });
}

http::Response StripeServer::answer(const http::Request &request, const QString &id, const Effect &effect)
{
    const std::lock_guard lock(m_mutex);
    if (request.header("Stripe-Version").isEmpty())
        m_complaints.append(u"no version"_s);
    Reply reply;
    if (request.bearerToken() != secretKey.toUtf8())
        reply = error(401, u"invalid_api_key"_s);
    else if (m_failures > 0 && m_failures-- > 0)
        reply = m_failure;
    else
        reply = effectOnce(request, id, effect);
    if (m_lost > 0 && m_lost-- > 0)
        return http::Response::stream(std::make_shared<LostBody>(), "application/json");
    return http::Response::json(reply.body, reply.status);
}

StripeServer::Reply StripeServer::effectOnce(const http::Request &request, const QString &id, const Effect &effect)
{
    if (request.method == http::Method::Get) {
        Form query;
        for (const http::QueryItem &item : request.query)
            query.insert(item.name, item.value);
        return effect(query, id);
    }
    const QByteArray key = request.header("Idempotency-Key").toByteArray();
    if (key.isEmpty())
        m_complaints.append(u"no key"_s);
    const QByteArray what = request.path + '\n' + request.body;
    const auto known = m_keys.constFind(key);
    if (known != m_keys.constEnd()) {
        return known->first == what ? known->second : error(400, u"idempotency_key_in_use"_s, u"idempotency_error"_s);
    }
    const Reply reply = effect(formOf(request.body), id);
    m_keys.insert(key, {what, reply});
    return reply;
}

StripeServer::Reply StripeServer::makeSession(const Form &form)
{
    constexpr std::int64_t halfHourS = 1'800;
    const std::int64_t nowS = m_clock.now().msSinceEpoch() / 1'000;
    const std::int64_t endsAt = form.value(u"expires_at"_s).toLongLong();
    const bool isWhole = form.value(u"mode"_s) == u"payment" && form.value(u"line_items[0][quantity]"_s) == u"1" &&
                         form.value(u"success_url"_s).startsWith(u"https://") &&
                         form.value(u"payment_intent_data[metadata][intent]"_s) == form.value(u"client_reference_id"_s);
    if (!isWhole || endsAt < nowS + halfHourS || endsAt > nowS + 48 * halfHourS)
        return error(400, u"parameter_invalid"_s);
    const QString id = u"cs_test_%1"_s.arg(m_sessions.size() + 1);
    const QJsonObject session{{u"id"_s, id},
                              {u"status"_s, u"open"_s},
                              {u"payment_status"_s, u"unpaid"_s},
                              {u"url"_s, u"https://checkout.example/%1"_s.arg(id)},
                              {u"client_reference_id"_s, form.value(u"client_reference_id"_s)},
                              {u"amount_total"_s, form.value(u"line_items[0][price_data][unit_amount]"_s).toInt()},
                              {u"currency"_s, form.value(u"line_items[0][price_data][currency]"_s)},
                              {u"expires_at"_s, qint64(endsAt)},
                              {u"payment_intent"_s, QJsonValue()}};
    m_sessions.insert(id, session);
    return {200, session};
}

StripeServer::Reply StripeServer::makeIntent(const Form &form)
{
    if (form.value(u"amount"_s).toInt() <= 0 || form.value(u"payment_method_types[0]"_s) != u"card_present")
        return error(400, u"parameter_invalid"_s);
    const QString id = u"pi_test_%1"_s.arg(m_intents.size() + 1);
    const QJsonObject intent{{u"id"_s, id},
                             {u"status"_s, u"requires_payment_method"_s},
                             {u"amount"_s, form.value(u"amount"_s).toInt()},
                             {u"metadata"_s, QJsonObject{{u"intent"_s, form.value(u"metadata[intent]"_s)}}}};
    m_intents.insert(id, intent);
    return {200, intent};
}

StripeServer::Reply StripeServer::refund(const Form &form)
{
    const QJsonObject intent = m_intents.value(form.value(u"payment_intent"_s));
    const std::int64_t amount = form.value(u"amount"_s).toLongLong();
    if (intent.value(u"status"_s).toString() != u"succeeded")
        return error(400, u"resource_missing"_s);
    if (m_refunded + amount > intent.value(u"amount"_s).toInteger())
        return error(400, u"charge_already_refunded"_s);
    m_refunded += amount;
    const QJsonObject metadata{{u"key"_s, form.value(u"metadata[key]"_s)}};
    const QJsonObject made{{u"id"_s, u"re_1"_s}, {u"status"_s, u"succeeded"_s}, {u"metadata"_s, metadata}};
    m_refunds.append(made);
    return {200, made};
}

QJsonObject StripeServer::withCharge(QJsonObject intent) const
{
    if (intent.value(u"status"_s).toString() != u"succeeded")
        return intent;
    const bool isPresent = m_sessions.isEmpty();
    const QJsonObject card{{u"brand"_s, u"visa"_s}, {u"last4"_s, u"4242"_s}};
    const QJsonObject details{{isPresent ? u"card_present"_s : u"card"_s, card}};
    intent.insert(u"latest_charge"_s, QJsonObject{{u"id"_s, u"ch_1"_s}, {u"payment_method_details"_s, details}});
    return intent;
}

/// A session that nobody paid ends by itself.
QJsonObject StripeServer::current(QJsonObject session) const
{
    const bool isOpen = session.value(u"status"_s).toString() == u"open";
    if (isOpen && session.value(u"expires_at"_s).toInteger() * 1'000 <= m_clock.now().msSinceEpoch())
        session.insert(u"status"_s, u"expired"_s);
    return session;
}

StripeServer::Reply StripeServer::error(int status, const QString &code, const QString &type)
{
    return {status, {{u"error"_s, QJsonObject{{u"type"_s, type}, {u"code"_s, code}}}}};
}

void StripeServer::capture(const QString &id)
{
    QJsonObject intent = m_intents.value(id);
    if (intent.value(u"status"_s).toString() != u"requires_payment_method")
        return;
    intent.insert(u"status"_s, u"succeeded"_s);
    m_intents.insert(id, intent);
    ++m_captures;
}

void StripeServer::payLink()
{
    const std::lock_guard lock(m_mutex);
    for (auto it = m_sessions.begin(); it != m_sessions.end(); ++it) {
        QJsonObject session = current(*it);
        if (session.value(u"status"_s).toString() != u"open")
            continue;
        const QString id = u"pi_test_%1"_s.arg(m_intents.size() + 1);
        m_intents.insert(id, {{u"id"_s, id},
                              {u"status"_s, u"requires_payment_method"_s},
                              {u"amount"_s, session.value(u"amount_total"_s)},
                              {u"metadata"_s, QJsonObject{{u"intent"_s, session.value(u"client_reference_id"_s)}}}});
        capture(id);
        session.insert(u"status"_s, u"complete"_s);
        session.insert(u"payment_status"_s, u"paid"_s);
        session.insert(u"payment_intent"_s, id);
        *it = session;
    }
}

void StripeServer::tapCard()
{
    const std::lock_guard lock(m_mutex);
    if (m_action.value(u"status"_s).toString() != u"in_progress")
        return;
    capture(m_action.value(u"process_payment_intent"_s).toObject().value(u"payment_intent"_s).toString());
    m_action.insert(u"status"_s, u"succeeded"_s);
}

void StripeServer::declineCard()
{
    const std::lock_guard lock(m_mutex);
    const QString id = m_action.value(u"process_payment_intent"_s).toObject().value(u"payment_intent"_s).toString();
    QJsonObject intent = m_intents.value(id);
    intent.insert(u"last_payment_error"_s,
                  QJsonObject{{u"code"_s, u"card_declined"_s}, {u"decline_code"_s, u"insufficient_funds"_s}});
    m_intents.insert(id, intent);
    m_action.insert(u"status"_s, u"failed"_s);
    m_action.insert(u"failure_code"_s, u"card_declined"_s);
}

void StripeServer::forgetReaderAction()
{
    const std::lock_guard lock(m_mutex);
    m_action = {};
}

void StripeServer::forgetKeys()
{
    const std::lock_guard lock(m_mutex);
    m_keys.clear();
}

void StripeServer::loseReplies(int count)
{
    const std::lock_guard lock(m_mutex);
    m_lost = count;
}

void StripeServer::failNext(int status, const QByteArray &code, int count)
{
    const std::lock_guard lock(m_mutex);
    m_failure = error(status, QString::fromLatin1(code));
    m_failures = count;
}

int StripeServer::captures()
{
    const std::lock_guard lock(m_mutex);
    return m_captures;
}

qsizetype StripeServer::sessions()
{
    const std::lock_guard lock(m_mutex);
    return m_sessions.size();
}

QString StripeServer::stateOfIntent()
{
    const std::lock_guard lock(m_mutex);
    return m_intents.value(u"pi_test_1"_s).value(u"status"_s).toString();
}

std::int64_t StripeServer::refunded()
{
    const std::lock_guard lock(m_mutex);
    return m_refunded;
}

QStringList StripeServer::complaints()
{
    const std::lock_guard lock(m_mutex);
    return m_complaints;
}

} // namespace crema::testing
