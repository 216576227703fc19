// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/identity/attempt_backoff.h"
#include "platform/valkey/limit_keys.h"
#include "platform/valkey/limit_time.h"

namespace crema::platform {

/// Failures that the processes of a platform count together: what one has counted makes wait at all of them at once.
/// Each counts for itself as well, and goes by that while Valkey is away.
class ValkeyAttemptBackoff final : public AttemptBackoff
{
public:
    /// `valkey` and `keys` outlive this.
    ValkeyAttemptBackoff(Valkey &valkey, const LimitKeys &keys, const QByteArray &purpose, const Shape &shape,
                         LimitTime time = LimitTime::OfServer)
        : m_valkey(valkey), m_keys(keys), m_kind("try:" + purpose), m_shape(shape), m_time(time), m_own(shape)
    {}

    [[nodiscard]] std::int64_t waitMs(const QString &key, std::int64_t monotonicMs) override;
    int addFailure(const QString &key, std::int64_t monotonicMs) override;
    void forget(const QString &key) override;

private:
    [[nodiscard]] std::optional<QList<std::int64_t>> run(const ValkeyScript &script, const QString &key,
                                                         std::int64_t monotonicMs);

    Valkey &m_valkey;
    const LimitKeys &m_keys;
    QByteArray m_kind;
    Shape m_shape;
    LimitTime m_time;
    ProcessAttemptBackoff m_own;
};

} // namespace crema::platform
