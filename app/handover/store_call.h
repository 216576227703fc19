// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/frame.h"
#include "app/handover/meeting_place.h"
#include "models/base/clock.h"
#include "ui/command/command_environment.h"
#include "ui/command/handed_verb.h"

#include <QCoroTask>
#include <QFuture>
#include <QPromise>

#include <memory>
#include <optional>

namespace crema::handover {

/// A verb's way to the program that holds its store. Clock outlives it.
class StoreCall final : public QObject
{
    Q_OBJECT

public:
    /// A holder that says nothing for so long hangs.
    static constexpr std::int64_t greetingMs = 5'000;
    static constexpr std::int64_t silenceMs = 15'000;

    /// Meets the holder at `path`. Nothing was asked of it yet, so that every failure means: nothing was done. Errors:
    /// `handover.nobody` (no program is there, or it has no time just now), `store.holder_silent`,
    /// `store.holder_version`.
    [[nodiscard]] static QCoro::Task<Result<std::shared_ptr<StoreCall>>> greet(QString path, Card own, Clock &clock);

    /// Has the verb run, with its output written to the streams of `environment`, and answers its exit code. Errors:
    /// command::notBegun, and `store.unknown` when the holder ended or hangs: it may have been done.
    [[nodiscard]] static QCoro::Task<Result<int>> run(std::shared_ptr<StoreCall> self, command::HandedVerb verb,
                                                      command::CommandEnvironment &environment);

private:
    explicit StoreCall(Clock &clock);

    [[nodiscard]] QFuture<Result<Frame>> next(std::int64_t withinMs);
    void look();
    void answer(Result<Frame> frame);

    QLocalSocket m_socket;
    Clock &m_clock;
    FrameReader m_reader;
    Card m_holder;
    std::optional<QPromise<Result<Frame>>> m_waiting;
    std::unique_ptr<Timer> m_deadline;
};

} // namespace crema::handover
