// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/store_comparison.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

constexpr std::int64_t hourMs = 3'600'000;
constexpr std::int64_t dayMs = 24 * hourMs;
constexpr int mostRepairs = 1'000'000;

void insertTime(QJsonObject &json, const QString &name, const std::optional<UtcTime> &time)
{
    if (time)
        json.insert(name, time->toString());
}

} // namespace

QString comparisonToText(const StoreComparison &comparison)
{
    QJsonObject json{{QStringLiteral("different"), QJsonArray::fromStringList(comparison.different)},
                     {QStringLiteral("mended"), QJsonArray::fromStringList(comparison.mended)},
                     {QStringLiteral("tries"), comparison.tries}};
    insertTime(json, QStringLiteral("at"), comparison.at);
    insertTime(json, QStringLiteral("mended_at"), comparison.mendedAt);
    if (comparison.isOpen)
        json.insert(QStringLiteral("open"), true);
    return QString::fromUtf8(json::writeCanonical(json));
}

StoreComparison comparisonFromText(const QString &text)
{
    const Result<QJsonObject> json = json::readStrict(text.toUtf8());
    if (text.isEmpty() || !json)
        return {};
    JsonFields fields(*json);
    StoreComparison comparison;
    comparison.at = fields.optionalTime(QStringLiteral("at"));
    comparison.different = fields.texts(QStringLiteral("different"));
    comparison.isOpen = fields.booleanOr(QStringLiteral("open"), false);
    comparison.tries = static_cast<int>(fields.integer(QStringLiteral("tries"), 0, mostRepairs));
    comparison.mended = fields.texts(QStringLiteral("mended"));
    comparison.mendedAt = fields.optionalTime(QStringLiteral("mended_at"));
    return fields.problems().isEmpty() ? comparison : StoreComparison();
}

bool isComparisonDue(const StoreComparison &comparison, UtcTime now)
{
    if (!comparison.at || comparison.isOpen)
        return true;
    const std::int64_t age = now.msSinceEpoch() - comparison.at->msSinceEpoch();
    return age < 0 || age >= (comparison.different.isEmpty() ? hourMs : dayMs);
}

ComparisonStep afterComparison(StoreComparison before, const QStringList &different, UtcTime now, bool anew)
{
    ComparisonStep step{std::move(before), {}};
    StoreComparison &comparison = step.comparison;
    comparison.at = now;
    if (different.isEmpty()) {
        if (!comparison.different.isEmpty()) {
            comparison.mended = comparison.different;
            comparison.mendedAt = now;
        }
        comparison.different.clear();
        comparison.isOpen = false;
        comparison.tries = 0;
        return step;
    }
    // What a day ago did not help may help now.
    if (anew || (!comparison.isOpen && comparison.tries >= StoreComparison::mostTries))
        comparison.tries = 0;
    for (const QString &type : different) {
        if (!comparison.different.contains(type))
            comparison.different.append(type);
    }
    comparison.isOpen = comparison.tries < StoreComparison::mostTries;
    if (comparison.isOpen) {
        ++comparison.tries;
        step.readAnew = different;
    }
    return step;
}

std::optional<Problem> differenceWarning(const StoreComparison &comparison)
{
    if (!comparison.isStuck())
        return std::nullopt;
    return Problem{
        ProblemKind::Device,
        QStringLiteral("store.differs"),
        QCoreApplication::translate(
            "Store", "Some records here are not those of the platform, and fetching them anew did not help."),
        QCoreApplication::translate("Store", "Selling goes on. Tell whoever looks after the platform."),
        {}};
}

} // namespace crema::sync
