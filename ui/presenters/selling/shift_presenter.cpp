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

} // namespace

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
