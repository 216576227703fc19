// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/limit_keys.h"

#include <QMessageAuthenticationCode>

#include <cstring>

namespace crema::platform {
namespace {

constexpr qsizetype hashBytes = 16;

QByteArray keyedHash(const QByteArray &secret, QByteArrayView what)
{
    return QMessageAuthenticationCode::hash(what.toByteArray(), secret, QCryptographicHash::Sha256).first(hashBytes);
}

} // namespace

LimitKeys::LimitKeys(const QByteArray &secret)
{
    setSecret(secret);
}

void LimitKeys::setSecret(const QByteArray &secret)
{
    const std::lock_guard lock(m_mutex);
    if (secret == m_secret)
        return;
    m_secret = secret;
    m_platform = keyedHash(secret, "platform").first(8).toHex();
}

QByteArray LimitKeys::hashOf(QByteArrayView what) const
{
    const std::lock_guard lock(m_mutex);
    return keyedHash(m_secret, what);
}

QByteArray LimitKeys::startOf(QByteArrayView kind) const
{
    const std::lock_guard lock(m_mutex);
    return "crema:{" + m_platform + "}:" + kind.toByteArray() + ':';
}

quint64 LimitKeys::numberOf(QByteArrayView what) const
{
    quint64 number = 0;
    std::memcpy(&number, hashOf(what).constData(), sizeof number);
    return number;
}

QByteArray LimitKeys::nameOf(QByteArrayView kind, QByteArrayView what) const
{
    return startOf(kind) + hashOf(what).toHex();
}

QByteArray LimitKeys::nameOf(QByteArrayView kind, quint64 number) const
{
    return startOf(kind) + QByteArray::number(number, 16);
}

} // namespace crema::platform
