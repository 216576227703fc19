// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/store_door.h"

namespace crema::handover {

/// One connection at the door, from its greeting to its goodbye.
class Visitor final : public QObject
{
    Q_OBJECT

public:
    Visitor(std::unique_ptr<QLocalSocket> socket, const Card &own, Clock &clock, const StoreDoor::Run &run);

Q_SIGNALS:
    void gone();

private:
    enum class Step { Greeting, Asking, Running, Ended };

    void read();
    void take(const Frame &frame);
    void greet(const Frame &frame);
    void begin(const Frame &frame);
    void sayAlive();
    void end(const QByteArray &lastFrame);
    void waitAtMost(std::int64_t ms);
    static QCoro::Task<> play(QPointer<Visitor> self, std::shared_ptr<Visit> visit, StoreDoor::Run run);

    std::unique_ptr<QLocalSocket> m_socket;
    Card m_own;
    Clock &m_clock;
    StoreDoor::Run m_run;
    FrameReader m_reader;
    Step m_step = Step::Greeting;
    std::unique_ptr<Timer> m_timer;
    std::shared_ptr<Visit> m_visit;
};

} // namespace crema::handover
