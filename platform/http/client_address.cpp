// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/client_address.h"

#include <QCoreApplication>

#include <arpa/inet.h>

#include <algorithm>

namespace crema::http {
namespace {

constexpr int addressBytes = 16;
constexpr int mappedBits = 96;

/// The 16 bytes of an address as people write it; nothing when it is none.
std::optional<QByteArray> bytesOf(const QString &text)
{
    const QByteArray latin = text.toLatin1();
    QByteArray bytes(addressBytes, '\0');
    if (inet_pton(AF_INET6, latin.constData(), bytes.data()) == 1)
        return bytes;
    bytes[10] = bytes[11] = '\xff';
    if (inet_pton(AF_INET, latin.constData(), bytes.data() + mappedBits / 8) == 1)
        return bytes;
    return std::nullopt;
}

bool isMapped(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArray(10, '\0') + "\xff\xff");
}

/// One address as the peer's is written, so that one sender has one name.
QString textOf(const QByteArray &bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool isIpv4 = isMapped(bytes);
    inet_ntop(isIpv4 ? AF_INET : AF_INET6, bytes.constData() + (isIpv4 ? mappedBits / 8 : 0), text.data(), text.size());
    return QString::fromLatin1(text.data());
}

bool startsAlike(const QByteArray &a, const QByteArray &b, int bits)
{
    const int whole = bits / 8;
    if (a.first(whole) != b.first(whole))
        return false;
    const int rest = bits % 8;
    if (rest == 0)
        return true;
    const auto mask = static_cast<unsigned char>(0xff << (8 - rest));
    return (static_cast<unsigned char>(a[whole]) & mask) == (static_cast<unsigned char>(b[whole]) & mask);
}

/// An entry of X-Forwarded-For; some proxies write a port behind it, and IPv6 in brackets then.
std::optional<QByteArray> forwardedAddress(QByteArrayView entry)
{
    QString text = QString::fromLatin1(entry.trimmed());
    if (text.startsWith(u'['))
        text = text.mid(1, text.indexOf(u']') - 1);
    else if (text.count(u':') == 1)
        text.truncate(text.indexOf(u':'));
    return bytesOf(text);
}

} // namespace

Result<AddressRanges> AddressRanges::fromText(const QString &text)
{
    AddressRanges ranges;
    const QStringList entries = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        const QStringList parts = entry.trimmed().split(u'/');
        const std::optional<QByteArray> address = bytesOf(parts.first());
        const int most = address && isMapped(*address) ? 32 : 128;
        bool isNumber = true;
        const int bits = parts.size() == 2 ? parts.last().toInt(&isNumber) : most;
        if (!address || !isNumber || parts.size() > 2 || bits < 0 || bits > most) {
            return failure(ProblemKind::Invalid, QStringLiteral("door.addresses"),
                           QCoreApplication::translate("Door", "%1 is no address and no network.").arg(entry.trimmed()),
                           QCoreApplication::translate("Door", "Write addresses as in 127.0.0.1, 10.0.0.0/8."));
        }
        ranges.m_networks.append({*address, bits + 128 - most});
    }
    return ranges;
}

bool AddressRanges::contains(const QString &address) const
{
    const std::optional<QByteArray> bytes = bytesOf(address);
    return bytes && std::ranges::any_of(m_networks, [&](const Network &network) {
               return startsAlike(*bytes, network.address, network.bits);
           });
}

QString senderBehind(const AddressRanges &proxies, const QString &peer, QByteArrayView forwardedFor)
{
    if (proxies.isEmpty() || forwardedFor.isEmpty() || !proxies.contains(peer))
        return peer;
    QString sender = peer;
    const QByteArrayList entries = forwardedFor.toByteArray().split(',');
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        const std::optional<QByteArray> address = forwardedAddress(*entry);
        if (!address)
            return sender;
        sender = textOf(*address);
        if (!proxies.contains(sender))
            return sender;
    }
    return sender;
}

} // namespace crema::http
