// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/network.h"
#include "tests/simulation/world/counts.h"
#include "tests/simulation/world/plan.h"
#include "tests/simulation/world/sim_platform.h"

namespace crema::simulation {

/// The way of one device to the platform, with everything that networks do to questions and answers.
class SimNetwork final : public sync::HttpTransport
{
public:
    SimNetwork(Scheduler &scheduler, SimPlatform &platform, const Plan &plan, Dice dice, Counts &counts, Trace &trace,
               int number)
        : m_scheduler(scheduler), m_platform(platform), m_plan(plan), m_dice(dice), m_counts(counts), m_trace(trace),
          m_number(number)
    {}

    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest request) override;

    /// From now on the way is good and quick.
    void mend() { m_isFaulty = false; }
    /// No question arrives, or no answer comes back, until then.
    void partition(std::int64_t untilMs, bool answersOnly);
    /// Whether the last page that arrived had everything that the feed holds now, and no question comes a second time.
    [[nodiscard]] bool isCaughtUp() const;

    /// What did not hold of an answer; empty when all did.
    [[nodiscard]] const QString &objection() const { return m_objection; }

private:
    enum class Fate { Good, Lost, LostAfter, Cut, Portal, Storm, Replayed };

    [[nodiscard]] Fate drawFate();
    [[nodiscard]] std::int64_t drawDelayMs();
    [[nodiscard]] sync::HttpAnswer stormAnswer();
    /// The platform, or what stands before it, takes no report of health in this world.
    [[nodiscard]] sync::HttpAnswer unheardAnswer() const;
    void look(const QByteArray &page);
    void count(const char *what) { ++m_counts[what]; }
    void note(const sync::HttpRequest &request, const sync::HttpAnswer &answer, const char *what);

    Scheduler &m_scheduler;
    SimPlatform &m_platform;
    const Plan &m_plan;
    Dice m_dice;
    Counts &m_counts;
    Trace &m_trace;
    int m_number;
    bool m_isFaulty = true;
    std::int64_t m_partitionedUntilMs = 0;
    bool m_answersOnly = false;
    int m_doubles = 0;                          ///< questions on their way for a second time
    std::optional<std::uint64_t> m_seenVersion; ///< of the feed, at the last page that was its end
    QString m_objection;
    QList<std::pair<QString, sync::HttpAnswer>> m_old; ///< a few answers of before, with the path that was asked
};

} // namespace crema::simulation
