// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stock/count.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace crema {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::Count", text);
}

tl::unexpected<Problem> refused(const QString &code, const QString &field, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{field, message}});
}

bool isLaterTurn(const CountLine &line, const CountLine &than)
{
    return line.turnBegan != than.turnBegan ? than.turnBegan < line.turnBegan : than.turn < line.turn;
}

} // namespace

Result<CountLine> checkedCountLine(const CountLine &line)
{
    const std::int64_t units = line.quantity.units();
    if (units < 0 || units > Quantity::maxLine)
        return refused(QStringLiteral("count.quantity"), QStringLiteral("quantity"),
                       tr("A count is at least 0 and at most %1.").arg(Quantity::maxLine),
                       tr("Enter how much there is."));
    if (line.zone.size() > CountLine::maxZone)
        return refused(QStringLiteral("count.zone"), QStringLiteral("zone"),
                       tr("The name of a zone may have at most %1 characters.").arg(CountLine::maxZone),
                       tr("Shorten the name."));
    const bool numbered = std::all_of(line.mark.begin(), line.mark.end(), [](std::int64_t last) { return last >= 0; });
    if (!numbered || !line.mark.contains(line.counter))
        return refused(QStringLiteral("count.mark"), QStringLiteral("mark"),
                       tr("The count does not say what was known when it was made."), tr("Count once more."));
    return line;
}

QList<CountLine> linesInForce(const QList<CountLine> &lines)
{
    QHash<QString, const CountLine *> lastTurn;
    for (const CountLine &line : lines) {
        const CountLine *&last = lastTurn[line.zone];
        if (!last || isLaterTurn(line, *last))
            last = &line;
    }
    QList<CountLine> inForce;
    QSet<OperationId> seen;
    for (const CountLine &line : lines) {
        if (line.turn != lastTurn.value(line.zone)->turn || seen.contains(line.id))
            continue;
        seen.insert(line.id);
        inForce.append(line);
    }
    return inForce;
}

} // namespace crema
