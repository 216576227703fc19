// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace crema::http {

/// Addresses and networks of IPv4 and IPv6 that a setting names.
class AddressRanges
{
public:
    /// "127.0.0.1, 10.0.0.0/8, fd00::/8"; empty: none. Errors: `door.addresses`, which names what is no address.
    [[nodiscard]] static Result<AddressRanges> fromText(const QString &text);

    [[nodiscard]] bool contains(const QString &address) const;
    [[nodiscard]] bool isEmpty() const { return m_networks.isEmpty(); }

private:
    struct Network {
        QByteArray address; ///< 16 bytes; IPv4 as IPv4-mapped IPv6 (RFC 4291, 2.5.5.2)
        int bits = 128;
    };
    QList<Network> m_networks;
};

/// Who sent a request that came from `peer` with this `X-Forwarded-For`: the last address in it that is not one of the
/// proxies, and `peer` where that is none of them or the field cannot be read. What stands before was written by
/// whoever sent it.
[[nodiscard]] QString senderBehind(const AddressRanges &proxies, const QString &peer, QByteArrayView forwardedFor);

} // namespace crema::http
