// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <mutex>

namespace crema::platform {

/// Under which names the processes of one platform keep what they count: nobody who reads Valkey finds an address of
/// the network, a mail address or a token there, nor can guess one, since all are hashed with a secret of the platform.
/// Any thread may use it.
class LimitKeys
{
public:
    explicit LimitKeys(const QByteArray &secret);

    /// With a new secret everything is counted anew.
    void setSecret(const QByteArray &secret);

    /// The same for the same `what` in every process.
    [[nodiscard]] quint64 numberOf(QByteArrayView what) const;
    /// "crema:{platform}:kind:hash"; the braces keep all names of a platform at one node of a cluster.
    [[nodiscard]] QByteArray nameOf(QByteArrayView kind, QByteArrayView what) const;
    [[nodiscard]] QByteArray nameOf(QByteArrayView kind, quint64 number) const;

private:
    [[nodiscard]] QByteArray hashOf(QByteArrayView what) const;
    [[nodiscard]] QByteArray startOf(QByteArrayView kind) const;

    mutable std::mutex m_mutex;
    QByteArray m_secret;
    QByteArray m_platform;
};

} // namespace crema::platform
