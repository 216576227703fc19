// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/payment_settings.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace crema::platform {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::platform::Payments)
};

const QString stripesOwn = QStringLiteral("https://api.stripe.com");

tl::unexpected<Problem> wrong(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, QStringLiteral("usage.payments"), message, hint);
}

/// A key and payments cross no network in clear.
bool isSafeAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isLocal = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    const bool isPlain = url.scheme() == QLatin1String("http") && isLocal;
    return url.isValid() && !url.host().isEmpty() && url.query().isEmpty() && url.userInfo().isEmpty() &&
           (url.scheme() == QLatin1String("https") || isPlain);
}

/// A page that customers open; Stripe itself asks for https once real money is taken.
bool isPageAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && isWeb && !url.host().isEmpty() && url.query().isEmpty() && url.userInfo().isEmpty();
}

QString withoutSlash(QString url)
{
    while (url.endsWith(u'/'))
        url.chop(1);
    return url;
}

/// Stripe's keys are letters, digits and underscores; anything else would break the head of a request.
bool isKey(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

} // namespace

Result<PaymentSettings> checkedPaymentSettings(PaymentSettings settings)
{
    const QStringList kinds{QString(), QStringLiteral("stripe"), QStringLiteral("simulated"), QStringLiteral("none")};
    if (!kinds.contains(settings.provider))
        return wrong(Texts::tr("PAYMENT_PROVIDER is not one that is known."),
                     Texts::tr("Use stripe, simulated or none, or leave it out."));
    if (settings.provider == u"stripe" && settings.stripeKey.isEmpty())
        return wrong(Texts::tr("PAYMENT_PROVIDER is stripe, and STRIPE_SECRET_KEY is not set."),
                     Texts::tr("Take the secret key from Stripe's dashboard, under Developers, API keys."));
    if (!isKey(settings.stripeKey) || !isKey(settings.stripeWebhookSecret))
        return wrong(Texts::tr("STRIPE_SECRET_KEY or STRIPE_WEBHOOK_SECRET is no such key."),
                     Texts::tr("A key begins with sk_ or rk_, the secret of a webhook with whsec_."));
    if (settings.stripeBase.isEmpty())
        settings.stripeBase = stripesOwn;
    settings.stripeBase = withoutSlash(settings.stripeBase);
    settings.publicUrl = withoutSlash(settings.publicUrl);
    if (!isSafeAddress(settings.stripeBase))
        return wrong(Texts::tr("STRIPE_API_BASE is not an address that a key may be sent to."),
                     Texts::tr("Leave it out; for tests http://127.0.0.1:PORT."));
    if (!settings.publicUrl.isEmpty() && !isPageAddress(settings.publicUrl))
        return wrong(Texts::tr("CREMA_PUBLIC_URL is not the address of a platform."),
                     Texts::tr("Use one like https://crema.example.org."));
    const bool isStripe = providerKind(settings, false) == ProviderKind::Stripe;
    if (isStripe && settings.publicUrl.isEmpty())
        return wrong(Texts::tr("Stripe has to know where a customer who has paid is sent to."),
                     Texts::tr("Set CREMA_PUBLIC_URL to the address of this platform, such as "
                               "https://crema.example.org."));
    return settings;
}

ProviderKind providerKind(const PaymentSettings &settings, bool isDemo)
{
    if (settings.provider == u"none")
        return ProviderKind::None;
    if (settings.provider == u"simulated")
        return ProviderKind::Simulated;
    if (!settings.stripeKey.isEmpty())
        return ProviderKind::Stripe;
    return isDemo ? ProviderKind::Simulated : ProviderKind::None;
}

} // namespace crema::platform
