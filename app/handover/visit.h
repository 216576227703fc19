// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/frame.h"
#include "ui/command/handed_verb.h"

#include <QLocalSocket>
#include <QPointer>

namespace crema::handover {

/// A verb that came from another program, while it runs here: what was typed, and the way back to who typed it.
/// Outlives the connection: who went away is written to no more, and wants it to stop.
class Visit
{
public:
    /// What may wait to be read by the other side; one that reads nothing does not fill this program's memory.
    static constexpr qint64 mostUnread = 64LL * 1024 * 1024;

    Visit(command::HandedVerb verb, QLocalSocket *socket) : m_verb(std::move(verb)), m_socket(socket) {}

    [[nodiscard]] const command::HandedVerb &verb() const { return m_verb; }
    void writeOut(const QByteArray &bytes) { write(FrameKind::Out, bytes); }
    void writeError(const QByteArray &bytes) { write(FrameKind::Error, bytes); }
    [[nodiscard]] bool stopRequested() const { return m_isStopped || !m_socket; }
    void stop() { m_isStopped = true; }

private:
    void write(FrameKind kind, const QByteArray &bytes);

    command::HandedVerb m_verb;
    QPointer<QLocalSocket> m_socket;
    bool m_isStopped = false;
};

} // namespace crema::handover
