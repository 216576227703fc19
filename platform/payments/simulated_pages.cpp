// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/simulated_pages.h"

#include "models/money/money_text.h"
#include "platform/catalog/product_routes.h"
#include "platform/payments/simple_page.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace crema::platform {
namespace {

constexpr std::int64_t formBytes = 4 * 1024;

QString paragraph(const QString &text)
{
    return QStringLiteral("<p>%1</p>\n").arg(text.toHtmlEscaped());
}

QString button(const QString &choice, const QString &text)
{
    return QStringLiteral("<p><button type=\"submit\" name=\"choice\" value=\"%1\">%2</button></p>\n")
        .arg(choice, text.toHtmlEscaped());
}

QString stateText(const QString &state)
{
    if (state == u"paid")
        return QCoreApplication::translate("crema::platform::Pages", "This payment is paid. You can close this page.");
    if (state == u"declined")
        return QCoreApplication::translate("crema::platform::Pages",
                                           "This payment was declined. You can close this page.");
    return QCoreApplication::translate("crema::platform::Pages", "This payment was given up. You can close this page.");
}

http::Response page(const SimulatedPayment &payment)
{
    QString body =
        QStringLiteral("<p><strong>%1</strong></p>\n")
            .arg(QCoreApplication::translate("crema::platform::Pages",
                                             "This is a simulation: no card is asked for, and nobody is charged.")
                     .toHtmlEscaped());
    if (!payment.description.isEmpty())
        body += paragraph(payment.description);
    const QString amount =
        formatMoney(payment.amount,
                    QLocale(QCoreApplication::translate("crema::platform::Pages", "en", "the language of these texts")),
                    Currency());
    body += paragraph(QCoreApplication::translate("crema::platform::Pages", "Amount: %1").arg(amount));
    if (payment.state != u"open" && payment.state != u"held")
        return simplePage(QCoreApplication::translate("crema::platform::Pages", "Simulated payment"),
                          body + paragraph(stateText(payment.state)));
    // Without an address a form goes to where its page came from.
    body +=
        QStringLiteral("<form method=\"post\">\n%1%2</form>\n")
            .arg(button(QStringLiteral("pay"),
                        QCoreApplication::translate("crema::platform::Pages", "Pay %1").arg(amount)),
                 button(QStringLiteral("decline"), QCoreApplication::translate("crema::platform::Pages", "Decline")));
    return simplePage(QCoreApplication::translate("crema::platform::Pages", "Simulated payment"), body);
}

http::Response wrongChoice()
{
    return http::Response::problem(
        {ProblemKind::Invalid,
         QStringLiteral("payment.choice"),
         QCoreApplication::translate("crema::platform::Pages",
                                     "Nothing of what was sent can be done with this payment."),
         QCoreApplication::translate("crema::platform::Pages",
                                     "Send choice=pay, choice=decline or choice=hold, or lose=N."),
         {}});
}

/// Where the browser reads the page anew, so that nothing is sent twice.
http::Response backTo(const http::Request &request)
{
    http::Response response;
    response.status = 303;
    response.setHeader("Location", request.path);
    return response;
}

http::Response choose(SimulatedProvider &provider, PaymentIntentId id, const http::Request &request)
{
    // A form of a browser writes a blank as "+"; none of the words has one.
    const QUrlQuery form(QString::fromUtf8(request.body));
    const QString choice = form.queryItemValue(QStringLiteral("choice"));
    const QString lose = form.queryItemValue(QStringLiteral("lose"));
    bool isNumber = true;
    const int count = lose.isEmpty() ? 0 : lose.toInt(&isNumber);
    if (!isNumber || (choice.isEmpty() && lose.isEmpty()))
        return wrongChoice();
    if (!lose.isEmpty())
        provider.loseAnswers(id, count);
    if (choice == u"pay")
        provider.pay(id);
    else if (choice == u"decline")
        provider.decline(id);
    else if (choice == u"hold")
        provider.hold(id);
    else if (!choice.isEmpty())
        return wrongChoice();
    return backTo(request);
}

} // namespace

void addSimulatedPages(http::Router &router, DomainCore &core, SimulatedProvider &provider,
                       const std::function<void(PaymentIntentId)> &wake)
{
    router.add({QStringLiteral("show_simulated_payment"),
                http::Method::Get,
                QStringLiteral("/pay/{id}"),
                http::Credential::None,
                {},
                0,
                http::OpenTo::Anybody},
               guarded(core, [&provider](const http::Request &request, http::Context &) {
                   const auto id = PaymentIntentId::fromString(request.parameter(u"id"));
                   const auto payment = id ? provider.payment(*id) : std::nullopt;
                   return payment ? page(*payment) : unknownId(QStringLiteral("payment"));
               }));
    router.add({QStringLiteral("answer_simulated_payment"),
                http::Method::Post,
                QStringLiteral("/pay/{id}"),
                http::Credential::None,
                {},
                formBytes,
                http::OpenTo::Anybody},
               guarded(core, [&provider, wake](const http::Request &request, http::Context &) {
                   const auto id = PaymentIntentId::fromString(request.parameter(u"id"));
                   if (!id || !provider.payment(*id))
                       return unknownId(QStringLiteral("payment"));
                   http::Response response = choose(provider, *id, request);
                   wake(*id);
                   return response;
               }));
}

} // namespace crema::platform
