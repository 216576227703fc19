// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/review_verbs.h"

#include "models/text/plain_text.h"
#include "platform/domain/verb_parts.h"
#include "platform/sync/review_list.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

/// More are counted, not listed.
constexpr int mostLines = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform", text);
}

/// "MAIN-2", "MAIN" when the register is not known.
QString placeOf(const ListedReview &review)
{
    if (review.location.isEmpty())
        return QStringLiteral("-");
    return review.registerCode.isEmpty() ? review.location : review.location + u'-' + review.registerCode;
}

QString lineOf(const ListedReview &review)
{
    return QStringLiteral("%1  %2  %3  %4  %5")
        .arg(review.id, review.at.toString(), placeOf(review), review.code, review.subject);
}

} // namespace

int listReviews(const VerbOptions &options, const PlatformParts &parts)
{
    if (!options.arguments.isEmpty()) {
        return complainAbout(
            usageProblem(tr("These options are not known here."), tr("Use: crema-platform review list --data DIR")));
    }
    return withCompany(options, parts, [](Connection &connection) {
        const QList<ListedReview> reviews = openReviews(connection, mostLines);
        for (const ListedReview &review : reviews)
            say(lineOf(review));
        const ReviewCounts counts = countReviews(connection);
        const std::int64_t more = counts.reviews + counts.deadLetters - reviews.size();
        if (more > 0)
            say(tr("and %1 more").arg(more));
        return 0;
    });
}

int showReview(const VerbOptions &options, const PlatformParts &parts)
{
    const std::optional<QString> id = onlyArgument(options);
    if (!id) {
        return complainAbout(
            usageProblem(tr("The review is missing."), tr("Use: crema-platform review show ID --data DIR")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const Result<ReviewDetail> detail = reviewWith(connection, *id);
        if (!detail)
            return complainAbout(detail.error());
        say(lineOf(detail->review));
        say(detail->review.text());
        if (!detail->isOpen)
            say(tr("Somebody has looked at it."));
        if (detail->problem)
            say(detail->problem->message);
        if (!detail->operationType.isEmpty())
            say(detail->operationType);
        // As it came, but for what a terminal would obey: what could not be read may be anything.
        if (!detail->payload.isEmpty())
            say(withEscapes(QString::fromUtf8(detail->payload)));
        return 0;
    });
}

int closeReview(const VerbOptions &options, const PlatformParts &parts)
{
    const std::optional<QString> numberOrCode = onlyArgument(options);
    if (!numberOrCode) {
        return complainAbout(
            usageProblem(tr("The review is missing."), tr("Use: crema-platform review close ID|CODE --data DIR")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const Result<int> closed = closeReviews(connection, *numberOrCode, parts.clock.now(), options.systemUser);
        if (!closed)
            return complainAbout(closed.error());
        say(QCoreApplication::translate("crema::platform", "%n closed.", nullptr, *closed));
        return 0;
    });
}

} // namespace crema::platform
