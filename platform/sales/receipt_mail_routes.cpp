// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sales/receipt_mail_routes.h"

#include "models/base/json_fields.h"
#include "models/people/mail_address.h"
#include "platform/catalog/product_routes.h"
#include "platform/http/json_body.h"
#include "platform/identity/attempt_backoff.h"
#include "platform/identity/authenticator.h"
#include "platform/identity/sign_in.h"
#include "platform/sales/receipt_mail.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace crema::platform {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::platform::ReceiptMail)
};

/// A receipt goes to one customer, perhaps to another address once more; nobody's mailbox is filled by a till.
constexpr AttemptBackoff::Shape mailShape{2, 60'000, 60 * 60'000};

Result<ReceiptMail> readMail(const QJsonObject &json)
{
    JsonFields fields(json);
    ReceiptMail mail;
    mail.id = fields.id<OperationId>(QStringLiteral("id")).value();
    mail.address = fields.text(QStringLiteral("address"), 1, 254);
    mail.language = fields.text(QStringLiteral("language"), 0, 35);
    if (!isMailAddress(mail.address))
        fields.add(QStringLiteral("address"), Texts::tr("This is no mail address."));
    // RFC 5646: letters, digits and hyphens. It becomes part of no head and no file name, and shall not.
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z0-9-]*$"));
    if (!tag.match(mail.language).hasMatch())
        fields.add(QStringLiteral("language"), Texts::tr("This is no language tag."));
    return fields.result(mail, QStringLiteral("request.malformed"));
}

class ReceiptMailRoute
{
public:
    ReceiptMailRoute(DomainCore &core, MailOutbox &outbox, const MakeAttemptBackoff &makeBackoff)
        : m_core(core), m_outbox(outbox), m_limit(makeBackoff("mail receipt", mailShape))
    {}

    http::Response take(const http::Request &request, const http::Context &context)
    {
        Result<ReceiptMail> mail = http::readJson(request).and_then(&readMail);
        if (!mail)
            return http::Response::problem(mail.error());
        const auto sale = SaleId::fromString(request.parameter(u"id"));
        if (!sale || !isHere(*sale, context))
            return unknownId(QStringLiteral("sale"));
        mail->sale = *sale;
        const QString key = QStringLiteral("sale:") + mail->sale.toString();
        const std::int64_t nowMs = m_core.clock.monotonicMs();
        const std::int64_t wait = m_limit->waitMs(key, nowMs);
        const std::optional<bool> isNew = owe(*mail, wait > 0);
        if (!isNew)
            return http::Response::problem(tooManyAttempts(wait)).withHeader("Retry-After", http::retryAfter(wait));
        if (*isNew)
            m_limit->addFailure(key, nowMs);
        m_outbox.wake();
        return http::Response::json({{QStringLiteral("id"), mail->id.toString(QUuid::WithoutBraces)}});
    }

private:
    [[nodiscard]] bool isHere(SaleId sale, const http::Context &context) const
    {
        return !m_core.pool.borrow()->run("sales/show_sale", {sale, locationTexts(context.caller)}).isEmpty();
    }

    /// Whether it was not asked for before. Nothing where it is one too many.
    std::optional<bool> owe(const ReceiptMail &mail, bool isFull)
    {
        return retrying([&]() -> std::optional<bool> {
            const auto connection = m_core.pool.borrow();
            Transaction transaction(*connection);
            const bool isNew = oweReceiptMail(transaction, mail, m_core.clock.now());
            if (isNew && isFull)
                return std::nullopt; // and nothing is kept of it
            transaction.commit();
            return isNew;
        });
    }

    DomainCore &m_core;
    MailOutbox &m_outbox;
    std::unique_ptr<AttemptBackoff> m_limit;
};

} // namespace

void addReceiptMailRoutes(http::Router &router, DomainCore &core, MailOutbox &outbox,
                          const MakeAttemptBackoff &makeBackoff)
{
    constexpr qint64 maxBytes = 2'000;
    const auto route = std::make_shared<ReceiptMailRoute>(core, outbox, makeBackoff);
    router.add({QStringLiteral("mail_receipt"),
                http::Method::Post,
                QStringLiteral("/api/v1/sales/{id}/receipt-mail"),
                http::Credential::Device,
                {},
                maxBytes,
                http::OpenTo::Device},
               guarded(core, [route](const http::Request &request, http::Context &context) {
                   return route->take(request, context);
               }));
}

} // namespace crema::platform
