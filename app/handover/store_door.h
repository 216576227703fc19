// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/meeting_place.h"
#include "app/handover/visit.h"
#include "models/base/clock.h"

#include <QCoroTask>
#include <QLocalServer>

#include <functional>
#include <memory>
#include <vector>

namespace crema::handover {

class Visitor;

/// Where the program that holds a store takes verbs that were typed elsewhere (sync.md rule 26, ADR 020). Open only
/// while the store is held: the right to the store is what makes the right to the socket. Clock outlives it.
class StoreDoor final : public QObject
{
    Q_OBJECT

public:
    /// Runs the verb on the thread of the door and answers its exit code. What it needs it keeps alive itself: it goes
    /// on when the door is gone.
    using Run = std::function<QCoro::Task<int>(std::shared_ptr<Visit> visit)>;

    /// More visitors at once are sent away, to come again in a moment.
    static constexpr std::size_t mostVisitors = 200;
    /// Who connects says within this time what it wants.
    static constexpr std::int64_t mannersMs = 5'000;
    static constexpr std::int64_t aliveMs = 500;

    StoreDoor(const Card &own, Clock &clock, Run run, QObject *parent = nullptr);
    ~StoreDoor() override;

    /// `path` is a meetingPlace(); a socket that a program left there when it was killed is taken away. Errors:
    /// `handover.folder`.
    [[nodiscard]] Result<void> open(const QString &path);

private:
    void meet();
    void forget(Visitor *visitor);

    Card m_own;
    Clock &m_clock;
    Run m_run;
    QLocalServer m_server;
    std::vector<std::unique_ptr<Visitor>> m_visitors;
};

} // namespace crema::handover
