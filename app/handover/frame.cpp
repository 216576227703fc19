// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/frame.h"

#include <QJsonDocument>
#include <QtEndian>

namespace crema::handover {
namespace {

constexpr qsizetype lengthBytes = 4;

bool isKind(quint8 byte)
{
    return byte >= static_cast<quint8>(FrameKind::Hello) && byte <= static_cast<quint8>(FrameKind::Refused);
}

} // namespace

QJsonObject Frame::json() const
{
    return QJsonDocument::fromJson(bytes).object();
}

QByteArray encoded(FrameKind kind, QByteArrayView bytes)
{
    QByteArray frame(lengthBytes + 1, '\0');
    qToBigEndian(static_cast<quint32>(bytes.size() + 1), frame.data());
    frame[lengthBytes] = static_cast<char>(kind);
    frame.append(bytes);
    return frame;
}

QByteArray encoded(FrameKind kind, const QJsonObject &json)
{
    return encoded(kind, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Frame> FrameReader::next(qsizetype most)
{
    if (m_isBroken || m_bytes.size() <= lengthBytes)
        return std::nullopt;
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(m_bytes.constData()));
    const auto kind = static_cast<quint8>(m_bytes.at(lengthBytes));
    m_isBroken = length < 1 || length > most + 1 || !isKind(kind);
    if (m_isBroken || m_bytes.size() < lengthBytes + length)
        return std::nullopt;
    Frame frame{static_cast<FrameKind>(kind), m_bytes.mid(lengthBytes + 1, length - 1)};
    m_bytes.remove(0, lengthBytes + length);
    return frame;
}

} // namespace crema::handover
