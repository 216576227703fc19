// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace crema::sync {

/// Reads server-sent events as they come in, in pieces of any size
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html, 9.2.6). Only names are told: what an event of the
/// platform says is 'there is more', and the way to it is pulling.
class EventReader
{
public:
    /// Longer lines are cut: no event of the platform is that long.
    static constexpr qsizetype maxLine = 64 * 1024;

    explicit EventReader(std::function<void(const QByteArray &name)> heard) : m_heard(std::move(heard)) {}

    void read(QByteArrayView bytes);

private:
    void endLine();

    std::function<void(const QByteArray &name)> m_heard;
    QByteArray m_line;
    QByteArray m_name;
    bool m_hasData = false;
    bool m_afterReturn = false; ///< a line feed that comes now belongs to the return before it
};

} // namespace crema::sync
