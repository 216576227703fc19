// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/valkey/valkey_address.h"

#include <QByteArrayList>

#include <memory>

struct redisContext;

namespace crema::platform {

/// One connection to Valkey, with a bound on every wait. Used by one thread at a time. Whoever uses it ignores SIGPIPE.
class ValkeyConnection
{
public:
    /// For connecting and for each answer, in milliseconds. Looking up the name of a host is not bound.
    static constexpr int limitMs = 200;

    /// Why it failed: what the server or the system says, never a password.
    template<class T>
    using Answer = tl::expected<T, QByteArray>;

    /// Connects, signs in and chooses the database.
    [[nodiscard]] static Answer<std::unique_ptr<ValkeyConnection>> open(const ValkeyAddress &address);

    /// The whole numbers of the answer; none where it is a text. After an error this connection is of no more use, but
    /// for the one that begins with NOSCRIPT.
    [[nodiscard]] Answer<QList<std::int64_t>> ask(const QByteArrayList &words);

private:
    struct Free {
        void operator()(redisContext *context) const;
    };
    using Context = std::unique_ptr<redisContext, Free>;

    explicit ValkeyConnection(Context context) : m_context(std::move(context)) {}

    Context m_context;
};

} // namespace crema::platform
