// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/payment_parts.h"

#include "platform/base/log.h"
#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "platform/demo/demo_files.h"
#include "platform/payments/payment_routes.h"
#include "platform/payments/simulated_pages.h"
#include "platform/payments/stripe_provider.h"

namespace crema::platform {
namespace {

/// `--demo` changes nothing in the company of a real shop, and lets nobody pay there by simulation either.
QString nameOfDemo()
{
    const QJsonObject company = demoFile(QStringLiteral("company")).value(QLatin1String("company")).toObject();
    return company.value(QLatin1String("name")).toString();
}

bool isDemoShop(ConnectionPool &pool)
{
    const auto connection = pool.borrow();
    Transaction transaction(*connection);
    return loadCompany(transaction).name == nameOfDemo();
}

} // namespace

PaymentParts::PaymentParts(const PlatformParts &parts, DomainCore &core, const ServeOptions &options)
    : m_core(core), m_settings(options.payments)
{
    choose(options);
    // Beside each register of a simulation stands a reader.
    const QString usualReader = m_simulated ? QStringLiteral("simulated") : QString();
    m_store = std::make_unique<PostgresIntentStore>(core.pool, parts.events, usualReader);
    m_worker = std::make_unique<PaymentWorker>(parts, *m_store, m_provider.get());
    core.wakePayments = [this] { m_worker->wake(); };
    core.log.write(LogLevel::Info, "payment.provider",
                   LogFields().add("provider", m_provider ? m_provider->name() : QStringView(u"none")));
}

PaymentParts::~PaymentParts()
{
    m_core.wakePayments = {};
}

void PaymentParts::choose(const ServeOptions &options)
{
    switch (providerKind(m_settings, options.demo && isDemoShop(m_core.pool))) {
    case ProviderKind::None: return;
    case ProviderKind::Stripe:
        m_provider = std::make_unique<StripeProvider>(m_settings.stripeBase, m_settings.stripeKey,
                                                      m_settings.publicUrl + QStringLiteral("/pay/done"), m_core.clock);
        return;
    case ProviderKind::Simulated: {
        auto simulated = std::make_unique<SimulatedProvider>(m_core.pool, m_core.clock);
        m_simulated = simulated.get();
        m_simulated->setAddress(m_settings.publicUrl);
        m_provider = std::move(simulated);
        return;
    }
    }
    Q_UNREACHABLE();
}

void PaymentParts::addRoutes(http::Router &router)
{
    addPaymentRoutes(router, m_core, m_settings.stripeWebhookSecret);
    if (!m_simulated)
        return;
    addSimulatedPages(router, m_core, *m_simulated, [this](PaymentIntentId id) {
        m_store->wake(id);
        m_worker->wake();
    });
}

void PaymentParts::setAddress(const QString &address)
{
    if (m_simulated && m_settings.publicUrl.isEmpty())
        m_simulated->setAddress(address);
}

} // namespace crema::platform
