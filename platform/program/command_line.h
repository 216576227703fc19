// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/http/certificate.h"
#include "platform/http/client_address.h"
#include "platform/payments/payment_settings.h"
#include "platform/valkey/valkey_address.h"

#include <QStringList>

#include <optional>

namespace crema::platform {

/// What a person asked crema-platform to do.
struct CommandLine {
    enum class Kind { Help, Version, SelfTest, Serve, Verb, Certificate };
    Kind kind = Kind::Help;

    bool isEmbedded = false;
    QString dataFolder;  ///< --data
    QString databaseUrl; ///< --database, or DATABASE_URL when neither that nor a data folder is given
    QString listenAddress = QStringLiteral("127.0.0.1:8080");
    bool demo = false;
    http::TlsFiles tls;     ///< --tls-certificate and --tls-key; none: plain HTTP
    bool mayCreate = false; ///< --create, or what is only asked of a new one: a cluster is made where there is none
    http::AddressRanges proxies;         ///< CREMA_TRUSTED_PROXIES
    http::AddressRanges metricsReaders;  ///< CREMA_METRICS_FROM
    bool limitsRates = true;             ///< unless CREMA_RATE_LIMIT is off
    QString smtpUrl;                     ///< SMTP_URL
    QString mailFrom;                    ///< MAIL_FROM
    QString secretsKeyFile;              ///< CREMA_SECRETS_KEY_FILE, else in the data folder; empty only for verbs
    PaymentSettings payments;            ///< PAYMENT_PROVIDER, STRIPE_…, CREMA_PUBLIC_URL; checked
    std::optional<ValkeyAddress> valkey; ///< VALKEY_URL or REDIS_URL
    std::optional<int> demoProducts;

    QString verb;     ///< with Kind::Verb: "user create"
    QStringList rest; ///< with Kind::Verb: its arguments without --data and --database; with Kind::Certificate: all
};

/// What the environment says that the command line may leave out.
struct ProgramEnvironment {
    QString databaseUrl;           ///< DATABASE_URL
    QString dataHome;              ///< where a data folder goes that nobody named
    QString proxies;               ///< CREMA_TRUSTED_PROXIES
    QString rateLimit;             ///< CREMA_RATE_LIMIT: off, or empty
    QString metricsFrom;           ///< CREMA_METRICS_FROM; empty: the usual readers
    QString smtpUrl = {};          ///< SMTP_URL
    QString mailFrom = {};         ///< MAIL_FROM
    http::TlsFiles tls = {};       ///< CREMA_TLS_CERTIFICATE and CREMA_TLS_KEY
    QString secretsKeyFile = {};   ///< CREMA_SECRETS_KEY_FILE, or one of systemd's credentials
    QString valkeyUrl = {};        ///< VALKEY_URL, or REDIS_URL where that is not set
    PaymentSettings payments = {}; ///< PAYMENT_PROVIDER, STRIPE_…, CREMA_PUBLIC_URL
};

/// Reads the arguments after the program's name. `verbs` are those of the domain. Errors: `usage.…` (exit 2).
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &arguments, const QStringList &verbs,
                                                  const ProgramEnvironment &environment);

/// The help page, examples first, at most 80 columns.
[[nodiscard]] QString helpText();

/// The exit code of a Problem (ux.md section 4).
[[nodiscard]] int exitCodeOf(const Problem &problem);

} // namespace crema::platform
