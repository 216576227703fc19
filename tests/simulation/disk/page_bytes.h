// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>

#include <span>

namespace crema::simulation {

/// The bytes of one simulated file in pages of 4 KB that copies share until one of them writes: copying a file costs
/// nothing, writing to a copy costs the page. A value.
class PageBytes
{
public:
    static constexpr qint64 pageSize = 4'096;

    [[nodiscard]] qint64 size() const { return m_size; }
    /// Fills `target` from `offset` on, with zeros behind the end. Answers how many bytes there were.
    qint64 read(qint64 offset, std::span<char> target) const;
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length) const;
    [[nodiscard]] QByteArray all() const { return read(0, m_size); }
    /// What lies between the end and `offset` becomes zeros.
    void write(qint64 offset, QByteArrayView bytes);
    /// Cuts or lengthens it.
    void resize(qint64 size);

    /// Adds size and pages to a digest; a page without bytes costs nothing.
    void addTo(QCryptographicHash &hash) const;
    /// Takes one page as it stands in `other`, and lengthens this for it. One behind the other's end is left alone.
    void takePage(qsizetype index, const PageBytes &other);

private:
    QList<QByteArray> m_pages; ///< a null one is all zeros
    qint64 m_size = 0;
};

} // namespace crema::simulation
