// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/company/config_service.h"
#include "platform/devices/device_session.h"
#include "platform/domain/domain_core.h"
#include "platform/domain/privacy_housekeeping.h"
#include "platform/domain/shared_limits.h"
#include "platform/identity/attempt_backoff.h"
#include "platform/identity/audit_sealing.h"
#include "platform/identity/device_revocations.h"
#include "platform/identity/ended_sessions.h"
#include "platform/identity/mail_outbox.h"
#include "platform/identity/sign_in.h"
#include "platform/mail/mailer.h"
#include "platform/payments/payment_parts.h"
#include "platform/program/platform_services.h"

namespace crema::platform {

/// The running domain side: database sessions, keys and every route.
class DomainServices final : public PlatformServices
{
public:
    explicit DomainServices(const PlatformParts &parts);
    ~DomainServices() override;

    Result<void> start(const ServeOptions &options, http::Router &router) override;
    http::Authenticate authenticate() override;
    http::AuthenticateFromMemory authenticateFromMemory() override;
    http::RateLimits *rateLimits(const http::Limits &limits) override { return m_limits->rateLimits(limits); }
    void opened(const QString &address) override;
    void stop() override;
    /// The desk that talks to the payment provider; nothing before start().
    [[nodiscard]] PaymentWorker *paymentWorker() { return m_payments ? &m_payments->worker() : nullptr; }
    /// Whether mail that is due is still on its way.
    [[nodiscard]] bool isMailing() const { return m_outbox && m_outbox->isBusy(); }

private:
    Result<void> prepare(const ServeOptions &options);
    void addRoutes(http::Router &router);

    PlatformParts m_parts;
    std::unique_ptr<ConnectionPool> m_pool;
    std::unique_ptr<SyncStorage> m_syncStorage;
    std::unique_ptr<AccessTokens> m_tokens;
    std::unique_ptr<SharedLimits> m_limits;
    std::unique_ptr<DeviceRevocations> m_revocations;
    std::unique_ptr<EndedSessions> m_endedSessions;
    std::unique_ptr<ConfigService> m_config;
    std::unique_ptr<DomainCore> m_core;
    std::unique_ptr<DeviceSession> m_deviceSession;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<Mailer> m_mailer;
    std::unique_ptr<MailOutbox> m_outbox;
    std::unique_ptr<AttemptBackoff> m_enrolLimit;
    std::unique_ptr<AuditSealing> m_sealing;
    std::unique_ptr<PrivacyHousekeeping> m_privacy;
    std::unique_ptr<PaymentParts> m_payments;
};

/// What the platform's main needs of the domain: its services and its verbs.
[[nodiscard]] Domain makeDomain();

} // namespace crema::platform
