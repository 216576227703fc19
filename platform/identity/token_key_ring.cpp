// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/token_key_ring.h"

#include <algorithm>

namespace crema::platform {
namespace {

/// For nodes whose clocks differ a little.
constexpr std::int64_t leewayMs = 60'000;

} // namespace

Result<std::unique_ptr<TokenKeyRing>> TokenKeyRing::make(const QList<StoredTokenKey> &keys, UtcTime now,
                                                         std::int64_t tokenLifetimeMs, Source source)
{
    Q_ASSERT(!keys.isEmpty());
    return entriesOf(keys).map([&](const QList<Entry> &entries) {
        return std::unique_ptr<TokenKeyRing>(new TokenKeyRing(entries, now, tokenLifetimeMs, std::move(source)));
    });
}

TokenKeyRing::TokenKeyRing(QList<Entry> entries, UtcTime now, std::int64_t tokenLifetimeMs, Source source)
    : m_entries(std::move(entries)), m_readAt(now), m_tokenLifetimeMs(tokenLifetimeMs), m_source(std::move(source))
{}

Result<QList<TokenKeyRing::Entry>> TokenKeyRing::entriesOf(const QList<StoredTokenKey> &keys)
{
    QList<StoredTokenKey> sorted = keys;
    std::ranges::stable_sort(sorted, {}, &StoredTokenKey::createdAt);
    QList<Entry> entries;
    for (const StoredTokenKey &stored : sorted) {
        const Result<Key> key = TokenKey::fromPem(stored.pem);
        if (!key)
            return failure(key.error());
        // The first key of all has nobody to wait for.
        const std::int64_t waitMs = entries.isEmpty() ? 0 : announcedMs;
        entries.append({*key, stored.createdAt.plusMs(waitMs)});
    }
    return entries;
}

TokenKeyRing::Key TokenKeyRing::signer(UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    readIfOlderThan(staleMs, now);
    const auto ready = std::find_if(m_entries.crbegin(), m_entries.crend(),
                                    [now](const Entry &entry) { return entry.signsFrom <= now; });
    return ready == m_entries.crend() ? m_entries.first().key : ready->key;
}

TokenKeyRing::Key TokenKeyRing::find(QByteArrayView id, UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    readIfOlderThan(staleMs, now);
    const auto indexOf = [&] {
        const auto found =
            std::ranges::find_if(m_entries, [id](const Entry &entry) { return QByteArrayView(entry.key->id()) == id; });
        return found == m_entries.end() ? -1 : found - m_entries.begin();
    };
    qsizetype index = indexOf();
    if (index < 0) {
        readIfOlderThan(unknownMs, now);
        index = indexOf();
    }
    return index >= 0 && isBelieved(index, now) ? m_entries.at(index).key : nullptr;
}

QList<TokenKeyRing::Key> TokenKeyRing::believed(UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    readIfOlderThan(staleMs, now);
    QList<Key> keys;
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        if (isBelieved(i, now))
            keys.append(m_entries.at(i).key);
    }
    return keys;
}

std::uint64_t TokenKeyRing::version(UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    readIfOlderThan(staleMs, now);
    return m_version;
}

bool TokenKeyRing::isStale(UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    return m_source && isOlderThan(staleMs, now);
}

// Also when the clock was set back: the table would count as fresh for as long as it was wrong.
bool TokenKeyRing::isOlderThan(std::int64_t ms, UtcTime now) const
{
    return std::abs(now.msSinceEpoch() - m_readAt.msSinceEpoch()) >= ms;
}

bool TokenKeyRing::isBelieved(qsizetype index, UtcTime now) const
{
    const bool isNewest = index + 1 == m_entries.size();
    return isNewest || now < m_entries.at(index + 1).signsFrom.plusMs(m_tokenLifetimeMs + leewayMs);
}

void TokenKeyRing::readIfOlderThan(std::int64_t ms, UtcTime now)
{
    if (!m_source || !isOlderThan(ms, now))
        return;
    // Whatever comes of it: a database that does not answer is not asked by every request.
    m_readAt = now;
    const std::optional<QList<StoredTokenKey>> stored = m_source();
    if (!stored || stored->isEmpty())
        return;
    const Result<QList<Entry>> entries = entriesOf(*stored);
    if (!entries)
        return;
    const bool isSame = std::ranges::equal(*entries, m_entries, [](const Entry &left, const Entry &right) {
        return left.key->id() == right.key->id() && left.signsFrom == right.signsFrom;
    });
    if (isSame)
        return;
    m_entries = *entries;
    ++m_version;
}

} // namespace crema::platform
