// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "platform/payments/payment_provider.h"
#include "platform/payments/stripe_http.h"

namespace crema::platform {

/// Stripe (docs/adr/063): a link is a Checkout Session, a reader is driven by the server. Each intent has one of them,
/// by its idempotency key, and each of them takes money once; so whatever is asked again, the customer pays once.
class StripeProvider final : public PaymentProvider
{
public:
    /// `successUrl` is the page that a customer who has paid is sent to. `clock` outlives this.
    StripeProvider(const QString &base, const QString &secretKey, const QString &successUrl, const Clock &clock)
        : m_http(base, secretKey), m_successUrl(successUrl), m_clock(clock)
    {}

    [[nodiscard]] QStringView name() const override { return u"stripe"; }
    [[nodiscard]] ProviderAnswer ask(const PaymentQuestion &question) override;
    [[nodiscard]] ProviderAnswer status(const PaymentQuestion &question) override;
    [[nodiscard]] ProviderAnswer cancel(const PaymentQuestion &question) override;
    [[nodiscard]] RefundAnswer refund(const PaymentIntent &intent, const Money &amount, const QString &key) override;
    void stop() override { m_http.stop(); }

private:
    /// What Stripe calls it, or why there is no name.
    struct Found {
        QString reference;
        ProviderAnswer answer; ///< where there is none
    };

    [[nodiscard]] ProviderAnswer askByLink(const PaymentQuestion &question);
    [[nodiscard]] ProviderAnswer askAtReader(const PaymentQuestion &question);
    [[nodiscard]] StripeReply makeSession(const PaymentQuestion &question) const;
    [[nodiscard]] StripeReply makeIntent(const PaymentQuestion &question) const;

    [[nodiscard]] Found find(const PaymentQuestion &question) const;
    [[nodiscard]] Found lookUp(const PaymentQuestion &question) const;
    /// Nothing: Stripe did not say.
    [[nodiscard]] std::optional<QString> lookUpIntent(PaymentIntentId id) const;
    [[nodiscard]] std::optional<QString> lookUpSession(const PaymentQuestion &question) const;

    [[nodiscard]] ProviderAnswer statusOf(const QString &reference, const PaymentQuestion &question) const;
    [[nodiscard]] ProviderAnswer readSession(const QString &reference) const;
    [[nodiscard]] StripeReply fetchIntent(const QString &reference) const;
    [[nodiscard]] ProviderAnswer readIntent(const QString &reference) const;
    [[nodiscard]] ProviderAnswer statusAtReader(const ProviderAnswer &waiting, const PaymentQuestion &question) const;
    [[nodiscard]] ProviderAnswer giveUp(const QString &reference, ProviderOutcome outcome,
                                        const QString &problem) const;
    [[nodiscard]] QString onceMore(const QString &reference, const char *what) const;

    StripeHttp m_http;
    QString m_successUrl;
    const Clock &m_clock;
};

} // namespace crema::platform
