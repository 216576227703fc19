// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

#include <cstdint>

namespace crema::simulation {

/// What people made prices into, as steps from the one that they saw to the one that they wanted. Knows ids and cents
/// and nothing of the product. Nobody thinks of a price twice, so a step is known by its numbers.
class PriceOracle
{
public:
    struct Step {
        QUuid variant;
        std::int64_t fromMinor = 0;
        std::int64_t toMinor = 0;

        friend bool operator==(const Step &, const Step &) = default;
    };

    /// Of a card about a decision: two people who decided the same may have seen different prices.
    static constexpr std::int64_t anyPrice = -1;

    /// What it is before anybody changes it.
    void beginsAt(const QUuid &variant, std::int64_t minor) { m_begins.append({variant, anyPrice, minor}); }
    /// A person saw 'saved': by an edit, or by a decision about a conflict.
    void priceWasSet(const Step &step) { m_steps.append(step); }
    void priceWasDecided(const Step &step)
    {
        m_steps.append(step);
        m_decided[step.variant].insert(step.toMinor);
    }
    /// A person decided that the price which was seen stays. Where another one is live by then, a card says so.
    void priceWasKept(const QUuid &variant, std::int64_t minor) { m_decided[variant].insert(minor); }
    /// The till ended in the middle of it: it may come to light later that it was decided.
    void priceMayBeDecided(const Step &step)
    {
        m_maybe.append(step);
        m_decided[step.variant].insert(step.toMinor);
    }
    /// A till charges `liveMinor` while a person has not decided yet whether it shall be `mineMinor` (sync.md rule 18).
    void undecidedPriceIsLive(const QUuid &variant, std::int64_t liveMinor, std::int64_t mineMinor);

    /// Why prices cannot be what became of these steps, when `lost` are those that people have cards of: more steps
    /// from a price than times that it was live, so that one was written over and nobody was asked. Empty when all is
    /// well.
    [[nodiscard]] QString objectionTo(const QList<Step> &lost) const;

private:
    QList<Step> m_begins;
    QList<Step> m_steps;
    QList<Step> m_maybe;
    QHash<QUuid, QSet<std::int64_t>> m_decided;
    QString m_objection;
};

} // namespace crema::simulation
