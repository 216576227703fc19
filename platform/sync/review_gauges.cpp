// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/review_gauges.h"

#include "models/operations/storage_failure.h"
#include "platform/base/metrics.h"
#include "platform/sync/review_list.h"

#include <prometheus/gauge.h>

namespace crema::platform {

class ReviewGauges::Gauges
{
public:
    explicit Gauges(Metrics &metrics)
        : m_reviews(metrics.addGauge("crema_reviews_open", "Facts that a person should look at.")),
          m_oldest(metrics.addGauge("crema_reviews_oldest_seconds",
                                    "How long the oldest of them has waited; 0 while there is none.")),
          m_letters(metrics.addGauge("crema_dead_letters_open", "What could not be read and nobody has set aside."))
    {}

    void set(const ReviewCounts &counts)
    {
        m_reviews.Set(static_cast<double>(counts.reviews));
        m_oldest.Set(static_cast<double>(counts.oldestSeconds));
        m_letters.Set(static_cast<double>(counts.deadLetters));
    }

private:
    prometheus::Gauge &m_reviews;
    prometheus::Gauge &m_oldest;
    prometheus::Gauge &m_letters;
};

ReviewGauges::ReviewGauges(DomainCore &core) : m_core(core), m_gauges(std::make_unique<Gauges>(core.metrics)) {}

ReviewGauges::~ReviewGauges() = default;

void ReviewGauges::look()
{
    try {
        m_gauges->set(countReviews(*m_core.pool.borrow()));
    } catch (const StorageFailure &) {
        // The request that needs the database says so.
    }
}

} // namespace crema::platform
