// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/disk/page_bytes.h"

#include <algorithm>
#include <cstring>

namespace crema::simulation {

qint64 PageBytes::read(qint64 offset, std::span<char> target) const
{
    const qint64 there = std::clamp<qint64>(m_size - offset, 0, static_cast<qint64>(target.size()));
    for (qint64 done = 0; done < there;) {
        const qint64 inside = (offset + done) % pageSize;
        const qint64 length = std::min(there - done, pageSize - inside);
        const QByteArray &page = m_pages[(offset + done) / pageSize];
        if (page.isNull())
            std::memset(target.data() + done, 0, static_cast<std::size_t>(length));
        else
            std::memcpy(target.data() + done, page.constData() + inside, static_cast<std::size_t>(length));
        done += length;
    }
    std::fill(target.begin() + there, target.end(), '\0');
    return there;
}

QByteArray PageBytes::read(qint64 offset, qint64 length) const
{
    QByteArray result(std::clamp<qint64>(m_size - offset, 0, length), '\0');
    read(offset, std::span(result.data(), static_cast<std::size_t>(result.size())));
    return result;
}

void PageBytes::write(qint64 offset, QByteArrayView bytes)
{
    if (offset + bytes.size() > m_size)
        resize(offset + bytes.size());
    for (qint64 done = 0; done < bytes.size();) {
        const qint64 inside = (offset + done) % pageSize;
        const qint64 length = std::min<qint64>(bytes.size() - done, pageSize - inside);
        QByteArray &page = m_pages[(offset + done) / pageSize];
        if (page.isNull())
            page = QByteArray(pageSize, '\0');
        std::memcpy(page.data() + inside, bytes.data() + done, static_cast<std::size_t>(length));
        done += length;
    }
}

void PageBytes::resize(qint64 size)
{
    m_pages.resize((size + pageSize - 1) / pageSize);
    // What was cut off must not come back when the file grows again.
    if (const qint64 inside = size % pageSize; size < m_size && inside != 0 && !m_pages.last().isNull())
        std::memset(m_pages.last().data() + inside, 0, static_cast<std::size_t>(pageSize - inside));
    m_size = size;
}

void PageBytes::addTo(QCryptographicHash &hash) const
{
    hash.addData(QByteArray::number(m_size));
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].isNull())
            continue;
        hash.addData(QByteArray::number(i));
        hash.addData(m_pages[i]);
    }
}

void PageBytes::takePage(qsizetype index, const PageBytes &other)
{
    if (index >= other.m_pages.size())
        return;
    const qint64 end = std::min((index + 1) * pageSize, other.m_size);
    if (end > m_size)
        resize(end);
    m_pages[index] = other.m_pages[index];
}

} // namespace crema::simulation
