// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/review_list.h"

#include "models/base/problem_codec.h"
#include "platform/database/transaction.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform", text);
}

ListedReview reviewOf(const Rows &rows, int row)
{
    return {rows.text(row, 0), UtcTime(rows.number(row, 1)), rows.text(row, 2), rows.text(row, 3), rows.text(row, 4),
            rows.text(row, 5)};
}

tl::unexpected<Problem> unknownReview(const QString &id)
{
    return failure(ProblemKind::NotFound, QStringLiteral("review.unknown"), tr("Nothing of %1 is open.").arg(id),
                   tr("crema-platform review list shows what is."));
}

/// The number of a review; 0 for anything else.
std::int64_t numberOf(const QString &id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    return isNumber && number > 0 ? number : 0;
}

std::optional<ReviewDetail> deadLetterOf(Connection &connection, const QUuid &card)
{
    const Rows rows = connection.run("sync/load_dead_letter", {card});
    if (rows.isEmpty())
        return std::nullopt;
    return ReviewDetail{reviewOf(rows, 0), rows.boolean(0, 6), {}, problemFromJson(rows.json(0, 7)), rows.bytes(0, 8)};
}

} // namespace

QList<ListedReview> openReviews(Connection &connection, int limit)
{
    const Rows rows = connection.run("sync/list_reviews", {limit});
    QList<ListedReview> reviews;
    for (int row = 0; row < rows.count(); ++row)
        reviews.append(reviewOf(rows, row));
    return reviews;
}

Result<ReviewDetail> reviewWith(Connection &connection, const QString &id)
{
    if (const QUuid card = QUuid::fromString(id); !card.isNull()) {
        const std::optional<ReviewDetail> letter = deadLetterOf(connection, card);
        return letter ? Result<ReviewDetail>(*letter) : Result<ReviewDetail>(unknownReview(id));
    }
    const Rows rows = connection.run("sync/load_review", {numberOf(id)});
    if (rows.isEmpty())
        return unknownReview(id);
    const bool hasOperation = !rows.isNull(0, 8);
    return ReviewDetail{reviewOf(rows, 0), rows.isNull(0, 6), rows.text(0, 7), std::nullopt,
                        hasOperation ? rows.bytes(0, 8) : QByteArray()};
}

Result<int> closeReviews(Connection &connection, const QString &numberOrCode, UtcTime now, const QString &systemUser)
{
    if (!QUuid::fromString(numberOrCode).isNull() || numberOrCode == QLatin1String("dead_letter")) {
        return failure(ProblemKind::Invalid, QStringLiteral("review.dead_letter"),
                       tr("What could not be read is set aside where it came from, not here."),
                       tr("A manager does it on a device of the location, under Sync."));
    }
    return retrying([&]() -> Result<int> {
        Transaction transaction(connection);
        const int closed =
            transaction.run("sync/close_reviews", {numberOf(numberOrCode), numberOrCode, now}).affected();
        if (closed == 0)
            return unknownReview(numberOrCode);
        writeAudit(transaction, {{QUuid(),
                                  now,
                                  std::nullopt,
                                  QStringLiteral("review.close"),
                                  {QStringLiteral("review"), QUuid()},
                                  std::nullopt,
                                  {{QStringLiteral("review"), numberOrCode}, {QStringLiteral("closed"), closed}},
                                  std::nullopt,
                                  systemUser}});
        transaction.commit();
        return closed;
    });
}

ReviewCounts countReviews(Connection &connection)
{
    const Rows rows = connection.run("sync/count_reviews");
    return {rows.number(0, 0), rows.number(0, 1), rows.number(0, 2)};
}

} // namespace crema::platform
