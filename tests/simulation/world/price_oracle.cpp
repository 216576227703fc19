// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/price_oracle.h"

#include <QMap>

namespace crema::simulation {

namespace {

bool isLost(const PriceOracle::Step &step, const QList<PriceOracle::Step> &lost)
{
    return lost.contains(step) || lost.contains({step.variant, PriceOracle::anyPrice, step.toMinor});
}

} // namespace

void PriceOracle::undecidedPriceIsLive(const QUuid &variant, std::int64_t liveMinor, std::int64_t mineMinor)
{
    // Somebody may have decided for the same value under another card.
    if (liveMinor == mineMinor && !m_decided.value(variant).contains(mineMinor))
        m_objection = QStringLiteral("a till charges %1 before anybody has decided").arg(mineMinor);
}

QString PriceOracle::objectionTo(const QList<Step> &lost) const
{
    if (!m_objection.isEmpty())
        return m_objection;
    QMap<std::pair<QUuid, std::int64_t>, QSet<std::int64_t>> ways;
    QMap<std::pair<QUuid, std::int64_t>, qsizetype> arrivals;
    for (const Step &begin : m_begins)
        ++arrivals[{begin.variant, begin.toMinor}];
    QList<Step> left = lost; // what is lost may be decided for once more, in the same words
    for (const Step &step : m_steps + m_maybe) {
        if (!left.removeOne(step))
            ++arrivals[{step.variant, step.toMinor}];
    }
    for (const Step &step : m_steps) {
        // Whoever wants what stands there already changes nothing.
        if (!isLost(step, lost) && arrivals.value({step.variant, step.toMinor}) == 1)
            ways[{step.variant, step.fromMinor}].insert(step.toMinor);
    }
    for (auto it = ways.constBegin(); it != ways.constEnd(); ++it) {
        // A price that two people decided for, each under a card of his own, was live twice; so was one of the
        // beginning that somebody decided for.
        const qsizetype live = std::max<qsizetype>(1, arrivals.value(it.key()));
        if (it->size() > live)
            return QStringLiteral("%1 prices were made from %2, and nobody was asked")
                .arg(it->size())
                .arg(it.key().second);
    }
    return {};
}

} // namespace crema::simulation
