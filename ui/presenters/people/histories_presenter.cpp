// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/histories_presenter.h"

#include "ui/presenters/people/customers_presenter.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

constexpr int usualColumns = 80;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::HistoriesPresenter)
};

Result<QDate> dayOf(const QString &typed, QDate usual)
{
    if (typed.isEmpty())
        return usual;
    const QDate day = QDate::fromString(typed, Qt::ISODate);
    if (day.isValid())
        return day;
    return failure(ProblemKind::Invalid, u"statement.day"_s, Texts::tr("\"%1\" is no day.").arg(typed),
                   Texts::tr("Write it as year, month and day: 2026-11-20."));
}

Result<StatementPeriod> periodOf(const StatementDays &days, const TimeWords &times, UtcTime now)
{
    const QDate today = times.dayOf(now);
    const Result<QDate> first = dayOf(days.from, QDate(today.year(), today.month(), 1));
    if (!first)
        return failure(first.error());
    const Result<QDate> last = dayOf(days.to, today);
    if (!last)
        return failure(last.error());
    return periodOfDays(*first, *last, times);
}

} // namespace

QCoro::Task<Result<sync::CustomerHistory>> HistoriesPresenter::history(QString words, std::int64_t limit) const
{
    sync::Client &client = m_client;
    const Result<Customer> customer = co_await CustomersPresenter(client).byWords(words);
    if (!customer)
        co_return failure(customer.error());
    const sync::HistoryPage page{static_cast<int>(std::clamp<std::int64_t>(limit, 1, 1'000)), 0};
    co_return co_await client.customerHistory(customer->id, page);
}

QCoro::Task<Result<QByteArray>> HistoriesPresenter::statement(QString words, StatementDays days, StatementForm form,
                                                              QLocale locale, UtcTime now) const
{
    sync::Client &client = m_client;
    const documents::PageDrawing drawing = m_drawing;
    const TimeWords times = TimeWords::ofShop(locale, client.state().location);
    const Result<StatementPeriod> period = periodOf(days, times, now);
    if (!period)
        co_return failure(period.error());
    const Result<Customer> customer = co_await CustomersPresenter(client).byWords(words);
    if (!customer)
        co_return failure(customer.error());
    const Result<sync::CustomerStatement> statement = co_await client.customerStatement(customer->id, *period);
    if (!statement)
        co_return failure(statement.error());
    const int columns = form.columns == 0 ? usualColumns : form.columns;
    co_return statementBytes(*statement, client.state(), locale, form.format, columns, drawing);
}

} // namespace crema::presenters
