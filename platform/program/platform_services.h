// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "models/base/result.h"
#include "platform/http/event_stream.h"
#include "platform/http/rate_limits.h"
#include "platform/http/router.h"
#include "platform/payments/payment_settings.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace crema::platform {

class Log;
class Metrics;
class ReadyChecks;
class Valkey;
class WorkerPool;

/// How `serve` was asked to start; what the domain needs to know of the command line.
struct ServeOptions {
    QString databaseUrl;             ///< a libpq connection string, also for the private cluster
    QString dataFolder;              ///< where files lie; empty with a database of yours and no --data
    bool demo = false;               ///< --demo: fill an empty database with the demo shop
    std::optional<int> demoProducts; ///< --demo-data N: that many more products
    QString smtpUrl = {};            ///< SMTP_URL: the mail server, with its password; empty: mail goes into the folder
    QString mailFrom = {};           ///< MAIL_FROM
    QString secretsKeyFile = {};     ///< where the key of the secret columns lies; empty: they stand in clear
    PaymentSettings payments = {};   ///< who takes card payments; checked
};

/// What a domain verb (`user create`, `enroll-code`) was given: its database and the rest of its arguments.
struct VerbOptions {
    QString databaseUrl;
    QString dataFolder;
    QStringList arguments;       ///< without program name, verb, --data and --database
    QString systemUser = {};     ///< who runs it, as the operating system calls them; the audit trail tells it
    QString secretsKeyFile = {}; ///< as ServeOptions has it; the file need not be there
};

/// What a domain service is made of; all of it outlives the service.
struct PlatformParts {
    Clock &clock; ///< timers fire on the main thread
    Randomness &randomness;
    Log &log;
    Metrics &metrics;
    ReadyChecks &readyChecks;
    WorkerPool &background; ///< for work that no request waits for, such as the outbox
    http::EventPublisher &events;
    Valkey *valkey = nullptr; ///< none: this process is alone, or counts by itself
};

/// The domain side of a running platform: identity, sync, catalog and what follows.
class PlatformServices
{
public:
    virtual ~PlatformServices() = default;

    /// Brings the database to this program's version, loads what must be there before the first request and adds
    /// every route. Called once on the main thread, before the door opens.
    [[nodiscard]] virtual Result<void> start(const ServeOptions &options, http::Router &router) = 0;

    [[nodiscard]] virtual http::Authenticate authenticate() = 0;
    [[nodiscard]] virtual http::AuthenticateFromMemory authenticateFromMemory() { return {}; }

    /// What the door asks whether it may answer; lives as long as this. Nothing: the door counts by itself.
    [[nodiscard]] virtual http::RateLimits *rateLimits(const http::Limits &) { return nullptr; }

    /// The door is open: the platform is reached at `address`, unless whoever runs it named another. Main thread.
    virtual void opened(const QString &address) { Q_UNUSED(address); }

    /// Ends background work; called on the main thread after the door has closed, with 1 second to do it in.
    virtual void stop() = 0;
};

/// A verb of the domain that works on the database and ends; its text goes to stdout and stderr, the number is the
/// exit code (ux.md section 4).
using DomainVerb = std::function<int(const VerbOptions &, const PlatformParts &)>;

/// What the domain gives to main: how to make the services, and its verbs by name ("user create").
struct Domain {
    std::function<std::unique_ptr<PlatformServices>(const PlatformParts &)> makeServices;
    QHash<QString, DomainVerb> verbs;
};

} // namespace crema::platform
