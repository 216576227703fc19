// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/promotion.h"
#include "sync/store/local_store.h"
#include "tests/simulation/platform/memory_database.h"

#include <QSet>

namespace crema::simulation {

/// A store holds the promotions and price lists of the platform, each as it is there, and no others (sync.md: all
/// clients equal the platform when it is quiet). The first that is otherwise, or nothing.
[[nodiscard]] QString objectionToPromotions(sync::LocalStore &store, const MemoryState &state);

/// Sees whether what tills gave by promotions that the platform knows otherwise is put before somebody, and nothing
/// else is (ADR 055). A sale is looked at against the promotion of the moment in which it was read, which may lie some
/// commits before its own: what changed just now is left alone.
class PromotionWatch
{
public:
    /// After a commit.
    void look(const MemoryState &before, const MemoryState &now);
    /// The database was put back.
    void beginAnew() { m_quietUntil = m_commits + settles; }

    [[nodiscard]] const QString &objection() const { return m_objection; }

private:
    /// More commits than ever happen inside one transaction.
    static constexpr std::int64_t settles = 50;

    void lookAtSale(const Sale &sale, const MemoryState &now);

    std::int64_t m_commits = 0;
    std::int64_t m_quietUntil = 0;
    QHash<PromotionId, std::int64_t> m_changedAt; ///< the number of a commit
    QString m_objection;
};

} // namespace crema::simulation
