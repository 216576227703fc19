// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/shift_presenter.h"

#include "sync/client/reading_right.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::ShiftPresenter)
};

/// "5000*2" is twice 50.00.
Result<QList<CountedPiece>> readPieces(const QStringList &texts, Currency currency)
{
    QList<CountedPiece> pieces;
    for (const QString &text : texts) {
        bool isPiece = false;
        bool isCount = false;
        const qint64 minor = text.section(u'*', 0, 0).toLongLong(&isPiece);
        const qint64 count = text.section(u'*', 1).toLongLong(&isCount);
        if (!isPiece || !isCount)
            return failure(ProblemKind::Invalid, u"shift.pieces"_s,
                           Texts::tr("%1 does not say how many there were of a note or coin.").arg(text),
                           Texts::tr("Write MINOR*COUNT: 5000*2 is twice 50.00."));
        pieces.append({Money(minor, currency), count});
    }
    return pieces;
}

} // namespace

QCoro::Task<Result<Shift>> ShiftPresenter::close(std::optional<std::int64_t> minor, QStringList pieces,
                                                 std::optional<ApproverWord> approver) const
{
    sync::Client &client = m_client;
    const Currency currency = client.state().currency();
    const Result<QList<CountedPiece>> each = readPieces(pieces, currency);
    if (!each)
        co_return failure(each.error());
    if (!minor && each->isEmpty())
        co_return failure(ProblemKind::Invalid, u"shift.nothing_counted"_s, Texts::tr("Nothing was counted."),
                          Texts::tr("Say --counted MINOR, or --piece MINOR*COUNT for each note and coin."));
    const Result<Money> sum = minor ? Money(*minor, currency) : sumOfPieces(*each, Money(0, currency));
    if (!sum)
        co_return failure(sum.error());
    GivenApproval given(client, std::move(approver));
    auto closing = given.of([&] { return client.closeShift(*sum, *each); });
    co_return given.told(co_await closing);
}

QCoro::Task<Result<Shift>> ShiftPresenter::current() const
{
    if (const Result<void> right = sync::mayRead(m_client.state(), Reading::Shifts); !right)
        co_return failure(right.error());
    if (m_client.state().openShift)
        co_return *m_client.state().openShift;
    const Result<QList<Shift>> shifts = co_await m_client.shifts(1);
    if (!shifts)
        co_return failure(shifts.error());
    if (shifts->isEmpty())
        co_return failure(ProblemKind::NotFound, u"shift.none"_s, Texts::tr("This register has had no shift yet."),
                          Texts::tr("Open one: crema shift open --float 10000"));
    co_return shifts->first();
}

} // namespace crema::presenters
