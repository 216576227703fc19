// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/failed_attempts.h"

#include <algorithm>

namespace crema::sync {
namespace {

constexpr int freeAttempts = 5;
constexpr std::int64_t firstBlockMs = 30'000;
constexpr std::int64_t longestBlockMs = 15 * 60'000;

} // namespace

FailedAttempts FailedAttempts::ofPin(LocalStore &local, PersonId person)
{
    return {local, QStringLiteral("pin.attempts.") + person.toString()};
}

FailedAttempts FailedAttempts::ofBadges(LocalStore &local)
{
    return {local, QStringLiteral("badge.attempts")};
}

FailedAttempts::FailedAttempts(LocalStore &local, const QString &setting) : m_local(local), m_setting(setting)
{
    const QStringList parts = local.device().setting(setting).split(u' ');
    if (parts.size() != 2)
        return;
    m_failures = parts[0].toInt();
    m_blockedUntilMs = parts[1].toLongLong();
}

void FailedAttempts::add()
{
    ++m_failures;
    if (m_failures >= freeAttempts) {
        const int doublings = std::min(m_failures - freeAttempts, 10);
        m_blockedUntilMs = m_local.clock().now().msSinceEpoch() + std::min(firstBlockMs << doublings, longestBlockMs);
    }
    save();
}

void FailedAttempts::forget()
{
    m_failures = 0;
    save();
}

void FailedAttempts::save()
{
    m_local.device().setSetting(
        m_setting, m_failures == 0 ? QString() : QStringLiteral("%1 %2").arg(m_failures).arg(m_blockedUntilMs));
}

std::int64_t FailedAttempts::waitMs() const
{
    return std::clamp<std::int64_t>(m_blockedUntilMs - m_local.clock().now().msSinceEpoch(), 0, longestBlockMs);
}

} // namespace crema::sync
