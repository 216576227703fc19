// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/etag.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace crema::http {
namespace {

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

bool isWeak(QByteArrayView tag)
{
    return tag.startsWith("W/");
}

QByteArrayView opaque(QByteArrayView tag)
{
    return isWeak(tag) ? tag.sliced(2) : tag;
}

// Our own tags hold no comma, so a comma always parts two tags of the list.
template<class Matches>
bool anyTag(QByteArrayView list, Matches matches)
{
    qsizetype start = 0;
    while (start <= list.size()) {
        qsizetype end = list.indexOf(',', start);
        if (end < 0)
            end = list.size();
        const QByteArrayView tag = list.sliced(start, end - start).trimmed();
        if (tag == "*" || matches(tag))
            return true;
        start = end + 1;
    }
    return false;
}

} // namespace

QByteArray etagOf(QByteArrayView bytes)
{
    return quoted(QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256).toHex().first(32));
}

QByteArray etagOf(std::int64_t revision)
{
    return quoted(QByteArrayLiteral("r") + QByteArray::number(qlonglong(revision)));
}

bool matchesIfNoneMatch(const Request &request, QByteArrayView etag)
{
    return request.hasHeader("if-none-match") &&
           anyTag(request.header("if-none-match"), [&](QByteArrayView tag) { return opaque(tag) == opaque(etag); });
}

Result<void> requireIfMatch(const Request &request, QByteArrayView etag)
{
    if (!request.hasHeader("if-match")) {
        return failure(ProblemKind::Invalid, QStringLiteral("request.precondition_required"),
                       QCoreApplication::translate("Door", "This change must say which version it is based on."),
                       QCoreApplication::translate("Door", "Read the record, then send its ETag as If-Match."));
    }
    if (anyTag(request.header("if-match"), [&](QByteArrayView tag) { return !isWeak(tag) && tag == etag; }))
        return {};
    return failure(ProblemKind::Conflict, QStringLiteral("request.precondition_failed"),
                   QCoreApplication::translate("Door", "Somebody else has changed this record in the meantime."),
                   QCoreApplication::translate("Door", "Read it again, then repeat the change."));
}

} // namespace crema::http
