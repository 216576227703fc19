// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/points_body.h"

#include "models/base/json_fields.h"
#include "models/feed/selling_limits.h"

#include <QCoreApplication>

namespace crema::body {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::body)
};

} // namespace

QJsonObject toJson(const PointsAdjust &body)
{
    return {{QStringLiteral("points"), qint64(body.points)}, {QStringLiteral("reason"), body.reason}};
}

Result<PointsAdjust> readPointsAdjust(const Operation &operation)
{
    JsonFields fields(operation.body);
    PointsAdjust body;
    body.points = fields.integer(QStringLiteral("points"), -codec::limit::points, codec::limit::points);
    body.reason = fields.text(QStringLiteral("reason"), 1, PointsEntry::longestReason);
    if (body.points == 0)
        fields.add(QStringLiteral("points"), Texts::tr("A change of zero changes nothing."));
    return fields.result(body, QStringLiteral("operation.malformed"));
}

} // namespace crema::body
