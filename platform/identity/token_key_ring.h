// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"
#include "platform/identity/token_key.h"

#include <QList>

#include <functional>
#include <mutex>
#include <optional>

namespace crema::platform {

/// A key as it is stored.
struct StoredTokenKey {
    QByteArray pem;
    UtcTime createdAt;
};

/// The keys of this platform, and which of them counts when. A new key is published at once and signs five minutes
/// later, when every node has read it; the one before is believed until the last token that it signed has ended. A
/// token is only ever held against a key of this table, never against one that it brings or points to. Any thread may
/// use it.
class TokenKeyRing
{
public:
    using Key = std::shared_ptr<const TokenKey>;
    /// Reads what is stored; nothing when that is not possible now.
    using Source = std::function<std::optional<QList<StoredTokenKey>>()>;

    static constexpr std::int64_t announcedMs = 5 * 60'000; ///< from being made to signing
    static constexpr std::int64_t staleMs = 60'000;         ///< so old the table is read anew
    static constexpr std::int64_t unknownMs = 10'000;       ///< for a key it does not have, at most so often

    /// `keys` is not empty; `tokenLifetimeMs` is how long a token is good. Errors: `identity.signing_key`.
    [[nodiscard]] static Result<std::unique_ptr<TokenKeyRing>> make(const QList<StoredTokenKey> &keys, UtcTime now,
                                                                    std::int64_t tokenLifetimeMs, Source source = {});

    /// The key that signs now.
    [[nodiscard]] Key signer(UtcTime now);
    /// The key of this id, if tokens of it may still be good.
    [[nodiscard]] Key find(QByteArrayView id, UtcTime now);
    /// Every key of which a token may be or become good, the newest first.
    [[nodiscard]] QList<Key> believed(UtcTime now);

    /// Counts up whenever the table has changed: what was found good before is to be looked at again.
    [[nodiscard]] std::uint64_t version(UtcTime now);
    /// Whether the table is to be read before it is trusted; reading may take a moment.
    [[nodiscard]] bool isStale(UtcTime now);

private:
    struct Entry {
        Key key;
        UtcTime signsFrom;
    };
    TokenKeyRing(QList<Entry> entries, UtcTime now, std::int64_t tokenLifetimeMs, Source source);

    [[nodiscard]] static Result<QList<Entry>> entriesOf(const QList<StoredTokenKey> &keys);
    [[nodiscard]] bool isOlderThan(std::int64_t ms, UtcTime now) const;
    [[nodiscard]] bool isBelieved(qsizetype index, UtcTime now) const;
    void readIfOlderThan(std::int64_t ms, UtcTime now);

    std::mutex m_mutex;
    QList<Entry> m_entries; ///< oldest first, never empty
    UtcTime m_readAt;
    std::int64_t m_tokenLifetimeMs;
    Source m_source;
    std::uint64_t m_version = 1;
};

} // namespace crema::platform
