// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/domain_services.h"

#include "platform/base/ready_checks.h"
#include "platform/catalog/product_routes.h"
#include "platform/customers/customer_routes.h"
#include "platform/database/database_failure.h"
#include "platform/demo/demo_company.h"
#include "platform/demo/demo_products.h"
#include "platform/devices/device_health_routes.h"
#include "platform/devices/device_management_routes.h"
#include "platform/devices/device_routes.h"
#include "platform/domain/audit_verbs.h"
#include "platform/domain/backup_verbs.h"
#include "platform/domain/bootstrap.h"
#include "platform/domain/company_verbs.h"
#include "platform/domain/device_verbs.h"
#include "platform/domain/domain_verbs.h"
#include "platform/domain/key_verbs.h"
#include "platform/domain/reader_verbs.h"
#include "platform/domain/review_verbs.h"
#include "platform/domain/secrets_key.h"
#include "platform/domain/session_verbs.h"
#include "platform/domain/user_verbs.h"
#include "platform/identity/account_routes.h"
#include "platform/identity/audit_routes.h"
#include "platform/identity/authenticator.h"
#include "platform/identity/identity_routes.h"
#include "platform/identity/password_code_routes.h"
#include "platform/identity/session_routes.h"
#include "platform/sales/gift_card_routes.h"
#include "platform/sales/receipt_mail_routes.h"
#include "platform/sales/points_routes.h"
#include "platform/sales/sale_routes.h"
#include "platform/sales/shift_routes.h"
#include "platform/stock/stock_routes.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/feed_epoch.h"
#include "platform/sync/journal_routes.h"
#include "platform/sync/postgres_sync_storage.h"
#include "platform/sync/push.h"
#include "platform/sync/sync_routes.h"

namespace crema::platform {
namespace {

/// As many sessions as the door has workers, and a few for what runs beside them.
constexpr int sessions = 14;
/// A code has 40 bits and a day to live: a guesser gets some hundred tries.
constexpr AttemptBackoff::Shape enrolShape{10, 60'000, 15ll * 60'000};

/// What a device asks first: is a platform here, and which version.
void addHealthRoute(http::Router &router)
{
    const auto answer = [] {
        return http::Response::json({{QStringLiteral("status"), QStringLiteral("ok")},
                                     {QStringLiteral("version"), QStringLiteral(CREMA_VERSION)}});
    };
    router.add(
        {QStringLiteral("get_health"),
         http::Method::Get,
         QStringLiteral("/api/v1/health"),
         http::Credential::None,
         {},
         -1,
         http::OpenTo::Anybody},
        [answer](const http::Request &, http::Context &) { return answer(); },
        [answer](const http::Request &, const http::Context &) { return std::optional(answer()); });
}

QString mailFolderOf(const ServeOptions &options)
{
    return options.dataFolder.isEmpty() ? QString() : options.dataFolder + QStringLiteral("/mail");
}

} // namespace

DomainServices::DomainServices(const PlatformParts &parts) : m_parts(parts) {}

DomainServices::~DomainServices() = default;

Result<void> DomainServices::start(const ServeOptions &options, http::Router &router)
{
    try {
        if (const Result<void> prepared = prepare(options); !prepared)
            return prepared;
        Push([this] {
            return std::make_unique<BufferedUnitOfWork>(m_syncStorage->begin());
        }).releaseOverdue(m_parts.clock.now());
        m_payments = std::make_unique<PaymentParts>(m_parts, *m_core, options);
    } catch (const StorageFailure &failure) {
        return crema::failure(failure.problem());
    }
    m_outbox = std::make_unique<MailOutbox>(m_parts, *m_pool, *m_mailer);
    addRoutes(router);
    m_sealing = std::make_unique<AuditSealing>(m_parts, *m_pool);
    const auto makeUnit = [this] { return std::make_unique<BufferedUnitOfWork>(m_syncStorage->begin()); };
    m_privacy = std::make_unique<PrivacyHousekeeping>(
        m_parts, *m_config, CustomerRetention(*m_pool, makeUnit, m_parts.randomness), mailFolderOf(options));
    return {};
}

Result<void> DomainServices::prepare(const ServeOptions &options)
{
    m_pool = std::make_unique<ConnectionPool>(options.databaseUrl, sessions);
    const auto connection = m_pool->borrow();
    if (const Result<void> prepared = prepareDatabase(*connection); !prepared)
        return prepared;
    if (const Result<void> opened = prepareSecrets(*connection, options.secretsKeyFile, m_parts.randomness); !opened)
        return opened;
    m_pool->setSecrets(connection->sharedSecrets());
    const UtcTime now = m_parts.clock.now();
    // Also without --demo: nobody is let into a company that is half there.
    if (isDemoBegun(*connection) || (options.demo && !isSetUp(*connection))) {
        if (const Result<void> filled = fillDemoCompany(*connection, now); !filled)
            return filled;
    }
    setUpCompany(*connection, now, m_parts.randomness);
    if (options.demoProducts)
        addDemoProducts(*connection, *options.demoProducts);
    auto tokens = loadAccessTokens(*m_pool, now, m_parts.randomness);
    if (!tokens)
        return failure(tokens.error());
    m_tokens = std::move(*tokens);
    m_limits = std::make_unique<SharedLimits>(m_parts.valkey, *m_tokens, m_parts.clock);
    m_syncStorage = std::make_unique<PostgresSyncStorage>(*m_pool);
    m_revocations = std::make_unique<DeviceRevocations>(*m_syncStorage);
    m_endedSessions = std::make_unique<EndedSessions>(*m_pool, m_parts.clock);
    m_config = std::make_unique<ConfigService>(*m_pool, m_parts.clock, m_parts.log);
    auto mailer =
        makeMailer({mailFolderOf(options), options.smtpUrl, options.mailFrom}, m_parts.clock, m_parts.randomness);
    if (!mailer)
        return failure(mailer.error());
    m_mailer = std::move(*mailer);
    m_core = std::make_unique<DomainCore>(DomainCore{*m_pool, *m_syncStorage, m_parts.clock, m_parts.randomness,
                                                     m_parts.log, m_parts.metrics, m_parts.events, *m_tokens,
                                                     *m_revocations, *m_endedSessions, *m_config});
    return {};
}

void DomainServices::addRoutes(http::Router &router)
{
    addHealthRoute(router);
    m_deviceSession = std::make_unique<DeviceSession>(*m_tokens, m_parts.randomness);
    const MakeAttemptBackoff makeBackoff = m_limits->backoffs();
    m_signIn = std::make_unique<SignIn>(*m_pool, m_parts.clock, m_parts.randomness, makeBackoff);
    m_enrolLimit = makeBackoff("enrol", enrolShape);
    addDeviceRoutes(router, *m_core, *m_deviceSession, *m_enrolLimit);
    addDeviceHealthRoutes(router, *m_core);
    addDeviceManagementRoutes(router, *m_core);
    addIdentityRoutes(router, *m_core, *m_signIn);
    addSessionRoutes(router, *m_core);
    addAuditRoutes(router, *m_core);
    addAccountRoutes(router, *m_core, *m_signIn);
    addPasswordCodeRoutes(router, *m_core, *m_signIn, *m_outbox, m_parts.background, makeBackoff);
    addSyncRoutes(router, *m_core);
    addJournalRoutes(router, *m_core);
    addProductRoutes(router, *m_core);
    addCustomerRoutes(router, *m_core);
    addSaleRoutes(router, *m_core);
    addReceiptMailRoutes(router, *m_core, *m_outbox, makeBackoff);
    addShiftRoutes(router, *m_core);
    addGiftCardRoutes(router, *m_core);
    addPointsRoutes(router, *m_core);
    addStockRoutes(router, *m_core);
    m_payments->addRoutes(router);
    m_parts.readyChecks.add(QStringLiteral("database"), [this]() -> Result<void> {
        try {
            const auto connection = m_pool->borrow();
            Q_UNUSED(loadFeedEpoch(*connection));
            return {};
        } catch (const StorageFailure &failure) {
            return crema::failure(failure.problem());
        }
    });
}

void DomainServices::stop()
{
    if (m_payments)
        m_payments->worker().stop();
    if (m_privacy)
        m_privacy->stop();
    if (m_outbox)
        m_outbox->stop();
    if (m_sealing)
        m_sealing->stop();
}

void DomainServices::opened(const QString &address)
{
    m_payments->setAddress(address);
}

http::Authenticate DomainServices::authenticate()
{
    return makeAuthenticate(*m_core);
}

http::AuthenticateFromMemory DomainServices::authenticateFromMemory()
{
    return makeAuthenticateFromMemory(*m_core);
}

Domain makeDomain()
{
    Domain domain;
    domain.makeServices = [](const PlatformParts &parts) { return std::make_unique<DomainServices>(parts); };
    domain.verbs.insert(QStringLiteral("company create"), &createCompanyVerb);
    domain.verbs.insert(QStringLiteral("user create"), &createUser);
    domain.verbs.insert(QStringLiteral("user set-password"), &setUserPassword);
    domain.verbs.insert(QStringLiteral("user set-role"), &setUserRole);
    domain.verbs.insert(QStringLiteral("user disable"), &disableUser);
    domain.verbs.insert(QStringLiteral("user enable"), &enableUser);
    domain.verbs.insert(QStringLiteral("user list"), &listUsers);
    domain.verbs.insert(QStringLiteral("user remove-totp"), &removeUserTotp);
    domain.verbs.insert(QStringLiteral("session list"), &listSessionsVerb);
    domain.verbs.insert(QStringLiteral("session end"), &endSessionVerb);
    domain.verbs.insert(QStringLiteral("enroll-code"), &giveEnrolCode);
    domain.verbs.insert(QStringLiteral("backup"), &backUp);
    domain.verbs.insert(QStringLiteral("restore"), &restoreBackup);
    domain.verbs.insert(QStringLiteral("feed renew"), &renewFeed);
    domain.verbs.insert(QStringLiteral("device list"), &listDevices);
    domain.verbs.insert(QStringLiteral("device revoke"), &revokeDevice);
    domain.verbs.insert(QStringLiteral("device readmit"), &readmitDevice);
    domain.verbs.insert(QStringLiteral("reader list"), &listReaders);
    domain.verbs.insert(QStringLiteral("reader set"), &setReader);
    domain.verbs.insert(QStringLiteral("review list"), &listReviews);
    domain.verbs.insert(QStringLiteral("review show"), &showReview);
    domain.verbs.insert(QStringLiteral("review close"), &closeReview);
    domain.verbs.insert(QStringLiteral("audit verify"), &verifyAuditTrail);
    domain.verbs.insert(QStringLiteral("audit seal"), &sealAuditTrailNow);
    domain.verbs.insert(QStringLiteral("keys list"), &listTokenKeys);
    domain.verbs.insert(QStringLiteral("keys rotate"), &rotateTokenKeys);
    domain.verbs.insert(QStringLiteral("keys rotate-secrets"), &rotateSecretsKey);
    domain.verbs.insert(QStringLiteral("keys replace"), &replaceLostKeys);
    return domain;
}

} // namespace crema::platform
