// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/comparison_words.h"

#include <QCoreApplication>

namespace crema {
namespace {

class ComparisonWords
{
    Q_DECLARE_TR_FUNCTIONS(crema::ComparisonWords)
};

constexpr std::int64_t weekMs = 7LL * 24 * 3'600'000;

} // namespace

QString comparisonText(const sync::StoreComparison &comparison, const TimeWords &times, UtcTime now)
{
    if (!comparison.at)
        return {};
    if (comparison.isOpen)
        return ComparisonWords::tr("Some records were not those of the platform and are being fetched anew.");
    if (comparison.isStuck())
        return ComparisonWords::tr(
            "Some records are not those of the platform, and fetching them anew did not help. Selling goes on.");
    const bool isRecent = comparison.mendedAt && now.msSinceEpoch() - comparison.mendedAt->msSinceEpoch() < weekMs;
    if (isRecent)
        return ComparisonWords::tr("%n kinds of records were not those of the platform and were fetched anew: %1",
                                   "a moment", static_cast<int>(comparison.mended.size()))
            .arg(times.relative(*comparison.mendedAt, now));
    return ComparisonWords::tr("Compared with the platform, all the same: %1", "a moment")
        .arg(times.relative(*comparison.at, now));
}

} // namespace crema
