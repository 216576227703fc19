// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/platform_addresses.h"

#include "sync/seams/certificate_pin.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace crema::sync {
namespace {

/// Less is better: healthy ones in their order, then those that failed a little, then those that are open.
std::tuple<int, std::int64_t> rankOf(const Breaker &breaker, std::int64_t nowMs)
{
    if (breaker.isHealthy(nowMs))
        return {0, 0};
    if (!breaker.isOpen())
        return {1, breaker.failures()};
    return {2, breaker.probeAtMs()};
}

} // namespace

PlatformAddresses::PlatformAddresses(const QList<QUrl> &inOrder)
{
    Q_ASSERT(!inOrder.isEmpty());
    for (const QUrl &url : inOrder) {
        if (!urls().contains(url))
            m_addresses.append({url, {}});
    }
}

QList<QUrl> PlatformAddresses::urls() const
{
    QList<QUrl> urls;
    for (const Address &address : m_addresses)
        urls.append(address.url);
    return urls;
}

int PlatformAddresses::openBreakers() const
{
    return static_cast<int>(
        std::ranges::count_if(m_addresses, [](const Address &each) { return each.breaker.isOpen(); }));
}

std::optional<int> PlatformAddresses::choose(std::int64_t nowMs, const QList<int> &tried) const
{
    std::optional<int> best;
    for (int index = 0; index < m_addresses.size(); ++index) {
        if (tried.contains(index))
            continue;
        const Breaker &breaker = m_addresses.at(index).breaker;
        if (!tried.isEmpty() && breaker.isOpen() && !breaker.isHealthy(nowMs))
            continue;
        if (!best || rankOf(breaker, nowMs) < rankOf(m_addresses.at(*best).breaker, nowMs))
            best = index;
    }
    return best;
}

void PlatformAddresses::ended(int index, bool reached, std::int64_t nowMs)
{
    Breaker &breaker = m_addresses[index].breaker;
    if (reached)
        breaker.succeeded();
    else
        breaker.failed(nowMs);
}

std::optional<QList<QUrl>> readAddresses(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    QList<QUrl> urls;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const QUrl url(part, QUrl::StrictMode);
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!url.isValid() || !isWeb || url.host().isEmpty() || !hasReadablePin(url))
            return std::nullopt;
        urls.append(url);
    }
    return urls;
}

} // namespace crema::sync
