// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/payment_routes.h"

#include "platform/base/log.h"
#include "platform/database/transaction.h"
#include "platform/payments/simple_page.h"
#include "platform/payments/stripe_fields.h"
#include "platform/payments/stripe_signature.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace crema::platform {
namespace {

using stripe::objectIn;
using stripe::textIn;

constexpr std::int64_t webhookBytes = 256 * 1024;
/// Stripe tries for three days; what is older comes no more.
constexpr std::int64_t keptMs = 30LL * 24 * 3'600'000;
constexpr qsizetype longestEventId = 255;

http::Response refused(const QString &code, const QString &message, const QString &hint)
{
    return http::Response::problem({ProblemKind::Invalid, code, message, hint, {}});
}

/// Which intent the object of an event is about: we name it in all that we make.
std::optional<PaymentIntentId> intentOf(const QJsonObject &object)
{
    if (const auto id = PaymentIntentId::fromString(textIn(objectIn(object, "metadata"), "intent")))
        return id;
    return PaymentIntentId::fromString(textIn(object, "client_reference_id"));
}

/// Stripe's name of the payment that a reader tells about, or that a charge or refund belongs to.
QString referenceOf(const QJsonObject &object)
{
    const QJsonObject process = objectIn(objectIn(object, "action"), "process_payment_intent");
    const QString atReader = textIn(process, "payment_intent");
    return atReader.isEmpty() ? textIn(object, "payment_intent") : atReader;
}

/// What Stripe tells.
struct Event {
    QString id;
    QString type;
    std::optional<PaymentIntentId> intent;
    QString reference;
    bool isFailedRefund = false; ///< a bank that does not take a refund is told of days later
};

Event readEvent(const QJsonObject &json)
{
    const QJsonObject object = objectIn(objectIn(json, "data"), "object");
    Event event{textIn(json, "id"), textIn(json, "type"), intentOf(object), referenceOf(object)};
    event.isFailedRefund = event.type == u"refund.failed" ||
                           (event.type.startsWith(u"charge.refund") && textIn(object, "status") == u"failed");
    return event;
}

/// False when it came before.
bool take(DomainCore &core, const Event &event, UtcTime now)
{
    return retrying([&] {
        const auto connection = core.pool.borrow();
        Transaction transaction(*connection);
        transaction.run("payments/delete_old_webhook_events", {now.plusMs(-keptMs)});
        if (transaction.run("payments/note_webhook_event", {event.id, now}).affected() == 0)
            return false;
        if (event.intent)
            transaction.run("payments/wake_intent", {*event.intent});
        else if (!event.reference.isEmpty())
            transaction.run("payments/wake_reference", {event.reference});
        if (event.isFailedRefund)
            transaction.run("payments/review_failed_refund", {event.intent, event.reference});
        transaction.commit();
        return true;
    });
}

void tell(DomainCore &core, const Event &event)
{
    LogFields fields;
    fields.add("type", QStringView(event.type)).add("event", QStringView(event.id));
    if (event.intent)
        fields.add("intent", event.intent->value());
    core.log.write(event.isFailedRefund ? LogLevel::Warning : LogLevel::Info,
                   event.isFailedRefund ? "payment.refund_failed" : "payment.webhook", fields);
}

http::Response takeWebhook(DomainCore &core, const QByteArray &secret, const http::Request &request)
{
    if (secret.isEmpty()) {
        return http::Response::problem(
            {ProblemKind::NotFound,
             QStringLiteral("payment.no_webhook"),
             QCoreApplication::translate("crema::platform::Pages", "This platform takes no webhooks."),
             QCoreApplication::translate("crema::platform::Pages",
                                         "Set STRIPE_WEBHOOK_SECRET to the secret of the endpoint."),
             {}});
    }
    const UtcTime now = core.clock.now();
    if (!isSignedByStripe(request.body, request.header("Stripe-Signature"), secret, now)) {
        core.log.write(LogLevel::Warning, "payment.webhook_refused", LogFields().add("request_id", request.id));
        return refused(
            QStringLiteral("payment.signature"),
            QCoreApplication::translate("crema::platform::Pages", "The signature does not fit, or is too old."),
            QCoreApplication::translate(
                "crema::platform::Pages",
                "Compare STRIPE_WEBHOOK_SECRET with the endpoint's, and the clock of the platform."));
    }
    const Event event = readEvent(QJsonDocument::fromJson(request.body).object());
    if (event.id.isEmpty() || event.id.size() > longestEventId)
        return refused(QStringLiteral("payment.event"),
                       QCoreApplication::translate("crema::platform::Pages", "This is no event of Stripe."), {});
    if (take(core, event, now)) {
        tell(core, event);
        core.wakePayments();
    }
    return http::Response::json({{QStringLiteral("received"), true}});
}

http::Response donePage()
{
    const QString text = QCoreApplication::translate(
        "crema::platform::Pages", "Thank you. You can close this page; the shop sees your payment by itself.");
    return simplePage(QCoreApplication::translate("crema::platform::Pages", "Payment done"),
                      QStringLiteral("<p>%1</p>\n").arg(text.toHtmlEscaped()));
}

} // namespace

void addPaymentRoutes(http::Router &router, DomainCore &core, const QString &secret)
{
    router.add({QStringLiteral("take_stripe_webhook"),
                http::Method::Post,
                QStringLiteral("/api/v1/payments/stripe-webhook"),
                http::Credential::None,
                {},
                webhookBytes,
                http::OpenTo::Anybody},
               guarded(core, [&core, secret = secret.toUtf8()](const http::Request &request, http::Context &) {
                   return takeWebhook(core, secret, request);
               }));
    router.add({QStringLiteral("show_payment_done"),
                http::Method::Get,
                QStringLiteral("/pay/done"),
                http::Credential::None,
                {},
                0,
                http::OpenTo::Anybody},
               [](const http::Request &, http::Context &) { return donePage(); });
}

} // namespace crema::platform
