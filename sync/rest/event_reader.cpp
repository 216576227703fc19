// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/event_reader.h"

namespace crema::sync {

void EventReader::read(QByteArrayView bytes)
{
    for (const char byte : bytes) {
        const bool afterReturn = std::exchange(m_afterReturn, byte == '\r');
        if (byte == '\n' && afterReturn)
            continue;
        if (byte == '\n' || byte == '\r')
            endLine();
        else if (m_line.size() < maxLine)
            m_line.append(byte);
    }
}

void EventReader::endLine()
{
    const QByteArray line = std::exchange(m_line, {});
    if (line.isEmpty()) {
        // Without data nothing is dispatched, but a platform may well say only the name.
        if (m_hasData || !m_name.isEmpty())
            m_heard(m_name);
        m_name.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment: the connection lives
    const QByteArray field = colon < 0 ? line : line.first(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "event")
        m_name = value;
    else if (field == "data")
        m_hasData = true;
}

} // namespace crema::sync
