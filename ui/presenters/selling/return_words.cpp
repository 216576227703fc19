// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/return_words.h"

#include "models/base/json.h"
#include "models/money/allocation.h"
#include "models/money/money_text.h"
#include "ui/presenters/selling/sale_words.h"

#include <QCoreApplication>

#include <vector>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::ReturnWords)
};

tl::unexpected<Problem> nothingLeft(const Sale &sale)
{
    return failure(ProblemKind::Conflict, u"return.exceeds"_s,
                   Texts::tr("All of %1 came back already.").arg(sale.number),
                   Texts::tr("Look at the earlier returns: crema sale list."));
}

tl::unexpected<Problem> noSuchLine(std::int32_t line, const Sale &sale)
{
    return failure(ProblemKind::Invalid, u"return.no_line"_s,
                   Texts::tr("The receipt %1 has no line %2.").arg(sale.number, QString::number(line + 1)),
                   Texts::tr("It has %1. Lines count from 1.").arg(sale.lines.size()));
}

Result<QList<ReturnPick>> namedPicks(const ReturnWords &words, const Sale &sale, const QList<Sale> &earlier)
{
    QList<ReturnPick> picks;
    for (const QString &text : words.lines) {
        const Result<ReturnLineWords> named = readReturnLine(text);
        if (!named)
            return failure(named.error());
        const auto line = returnableLine(sale, earlier, named->line);
        if (!line)
            return noSuchLine(named->line, sale);
        picks.append({named->line, named->quantity.value_or(line->left), std::nullopt, words.restock, words.reason});
        if (!named->quantity && line->left.isZero())
            return nothingLeft(sale);
    }
    return picks;
}

/// Shares one fee among what comes back.
Result<QList<ReturnPick>> withFee(QList<ReturnPick> picks, Money fee, const QList<ReturnedLine> &lines)
{
    std::vector<std::int64_t> weights;
    Money worth(0, fee.currency());
    for (const ReturnedLine &line : lines) {
        weights.push_back(line.gross.minor());
        worth += line.gross;
    }
    if (fee.isNegative() || fee > worth) {
        return failure(ProblemKind::Invalid, u"return.fee"_s,
                       Texts::tr("The fee is more than %1, which is what it had cost.").arg(plainMoney(worth)),
                       Texts::tr("Keep less, or nothing."));
    }
    const std::vector<Money> parts = allocate(fee, weights);
    for (qsizetype i = 0; i < picks.size(); ++i)
        picks[i].fee = parts[static_cast<std::size_t>(i)];
    return picks;
}

} // namespace

Result<ReturnLineWords> readReturnLine(const QString &text)
{
    const qsizetype star = text.indexOf(u'*');
    bool isLine = false;
    bool isQuantity = true;
    const int line = text.left(star < 0 ? text.size() : star).trimmed().toInt(&isLine);
    ReturnLineWords words{line - 1, std::nullopt};
    if (star >= 0)
        words.quantity = Quantity(text.mid(star + 1).trimmed().toLongLong(&isQuantity));
    if (!isLine || line < 1 || !isQuantity || words.quantity.value_or(Quantity(1)) < Quantity(1)) {
        return failure(ProblemKind::Invalid, u"return.unreadable"_s,
                       Texts::tr("\"%1\" names no line of a receipt.").arg(text),
                       Texts::tr("Write LINE or LINE*QUANTITY: 2*3 is three of the second line."));
    }
    return words;
}

Result<UnreceiptedWords> readUnreceipted(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const Result<LineWords> line = readLineWords(colon < 0 ? text : text.left(colon));
    if (!line)
        return failure(line.error());
    UnreceiptedWords words{line->code, line->quantity, std::nullopt};
    if (colon < 0)
        return words;
    bool isNumber = false;
    words.minor = text.mid(colon + 1).trimmed().toLongLong(&isNumber);
    if (!isNumber || *words.minor < 0 || *words.minor > json::maxInteger) {
        return failure(ProblemKind::Invalid, u"return.price"_s,
                       Texts::tr("\"%1\" is no price to credit.").arg(text.mid(colon + 1)),
                       Texts::tr("Write CODE*QUANTITY:MINOR with the price of one in minor units: 4.50 is 450."));
    }
    return words;
}

Result<QList<ReturnPick>> picksOf(const ReturnWords &words, const Sale &sale, const QList<Sale> &earlier)
{
    Result<QList<ReturnPick>> picks =
        words.lines.isEmpty() ? Result<QList<ReturnPick>>(everythingLeft(sale, earlier, words.reason, words.restock))
                              : namedPicks(words, sale, earlier);
    if (!picks)
        return picks;
    if (picks->isEmpty())
        return nothingLeft(sale);
    if (!words.fee)
        return picks;
    const Result<QList<ReturnedLine>> lines = takeBack(sale, earlier, *picks);
    if (!lines)
        return failure(lines.error());
    return withFee(*std::move(picks), Money(*words.fee, sale.total.currency()), *lines);
}

} // namespace crema::presenters
