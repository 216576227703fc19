// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <atomic>
#include <optional>
#include <utility>

namespace crema::platform {

/// The fields of a form or a query, as Stripe names them: "metadata[intent]".
using StripeForm = QList<std::pair<QByteArray, QString>>;

/// What Stripe answered.
struct StripeReply {
    int status = 0;                  ///< 0: nothing was heard, and the request may have taken effect
    QJsonObject body;                ///< an object of Stripe's, or {"error":…}
    std::optional<bool> shouldRetry; ///< Stripe-Should-Retry, where it was said

    [[nodiscard]] bool isDone() const { return status >= 200 && status < 300; }
    /// What it did is not known, or it is asked to come again: the same request under the same key tells.
    [[nodiscard]] bool isOpen() const;
    /// It was not let in, so this request has done nothing.
    [[nodiscard]] bool isKeyRefused() const { return status == 401 || status == 403; }
    /// "card_declined", the most exact of what the error says; "stripe_error" where it says nothing.
    [[nodiscard]] QString problem() const;
};

/// Sends requests to Stripe's API by libcurl: a form in, JSON out, the key in the head and never anywhere else.
/// Any thread.
class StripeHttp
{
public:
    /// `base` is "https://api.stripe.com", or plain HTTP to this machine for tests.
    StripeHttp(const QString &base, const QString &secretKey);

    /// `idempotencyKey` is the same whenever the same request is sent again.
    [[nodiscard]] StripeReply post(const QString &path, const StripeForm &form, const QString &idempotencyKey) const;
    [[nodiscard]] StripeReply get(const QString &path, const StripeForm &query = {}) const;

    /// What is under way fails within a second, and so does what comes after.
    void stop() { m_isStopping = true; }

private:
    struct Request {
        QByteArray url;
        std::optional<QByteArray> body; ///< of a POST
        QByteArray idempotencyKey;
    };

    [[nodiscard]] StripeReply send(const Request &request) const;

    QByteArray m_base;
    QByteArray m_authorization;
    std::atomic<bool> m_isStopping = false;
};

} // namespace crema::platform
