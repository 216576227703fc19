// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/visit.h"

namespace crema::handover {
namespace {

constexpr qsizetype partBytes = 64 * 1024;

} // namespace

void Visit::write(FrameKind kind, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size() && m_socket; at += partBytes) {
        m_socket->write(encoded(kind, QByteArrayView(bytes).sliced(at, std::min(partBytes, bytes.size() - at))));
        if (m_socket->bytesToWrite() > mostUnread)
            m_socket->abort();
    }
}

} // namespace crema::handover
