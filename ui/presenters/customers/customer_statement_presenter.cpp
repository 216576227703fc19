// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/customer_statement_presenter.h"

#include "ui/presenters/customers/private_file.h"

namespace crema {

CustomerStatementPresenter::CustomerStatementPresenter(ShopDesk &desk, Clock &clock, PrintPresenter &printing,
                                                       const documents::PageDrawing &drawing, const QLocale &locale,
                                                       QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_printing(printing), m_drawing(drawing), m_locale(locale)
{
    connect(&printing, &PrintPresenter::viewChanged, this, &CustomerStatementPresenter::changed);
}

CustomerStatementPresenter::~CustomerStatementPresenter()
{
    m_stop.request_stop();
}

void CustomerStatementPresenter::begin(CustomerId customer)
{
    m_customer = customer;
    choose(StatementSpan::ThisMonth);
}

void CustomerStatementPresenter::end()
{
    if (!m_customer)
        return;
    m_stop.request_stop();
    m_stop = {};
    m_customer.reset();
    m_statement.reset();
    m_problem.clear();
    m_isReading = false;
    Q_EMIT changed();
    Q_EMIT ended();
}

void CustomerStatementPresenter::choose(StatementSpan span)
{
    m_span = span;
    const QDate today = times().dayOf(m_clock.now());
    const QDate month(today.year(), today.month(), 1);
    switch (span) {
    case StatementSpan::ThisMonth:
        m_first = month;
        m_last = today;
        break;
    case StatementSpan::LastMonth:
        m_first = month.addMonths(-1);
        m_last = month.addDays(-1);
        break;
    case StatementSpan::ThisYear:
        m_first = QDate(today.year(), 1, 1);
        m_last = today;
        break;
    case StatementSpan::Days: break; // those of before, until somebody says others
    }
    refresh();
}

void CustomerStatementPresenter::setDays(QDate first, QDate last)
{
    m_span = StatementSpan::Days;
    m_first = first;
    m_last = last;
    refresh();
}

bool CustomerStatementPresenter::setDaysText(const QString &typed)
{
    const QStringList days = typed.simplified().split(u' ');
    const QDate first = QDate::fromString(days.first(), Qt::ISODate);
    const QDate last = QDate::fromString(days.last(), Qt::ISODate);
    if (days.size() > 2 || !first.isValid() || !last.isValid())
        return false;
    setDays(first, last);
    return true;
}

void CustomerStatementPresenter::refresh()
{
    if (!m_customer)
        return;
    m_stop.request_stop();
    m_stop = {};
    m_problem.clear();
    m_statement.reset();
    m_isReading = true;
    Q_EMIT changed();
    read(this, m_stop.get_token(), *m_customer, periodOfDays(m_first, m_last, times()));
}

QCoro::Task<> CustomerStatementPresenter::read(Self self, std::stop_token stop, CustomerId customer,
                                               StatementPeriod period)
{
    const Result<sync::CustomerStatement> statement = co_await self->m_desk.customerStatement(customer, period);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    if (statement)
        self->m_statement = *statement;
    else
        self->m_problem = statement.error().message;
    Q_EMIT self->changed();
}

documents::StatementInput CustomerStatementPresenter::input() const
{
    return statementInputOf(*m_statement, m_desk.state());
}

QString CustomerStatementPresenter::daysText() const
{
    return tr("%1 – %2", "the first and the last day").arg(times().date(m_first), times().date(m_last));
}

QString CustomerStatementPresenter::statementText(int columns) const
{
    return m_statement ? documents::statementText(input(), m_locale, columns) : QString();
}

void CustomerStatementPresenter::print()
{
    if (!canPrint())
        return;
    const documents::StatementInput paper = input();
    m_printing.printPaper(documents::statementTitle(paper, m_locale), documents::statementDocument(paper, m_locale),
                          documents::DrawerKick::None);
}

QString CustomerStatementPresenter::fileName(StatementFormat format) const
{
    return m_statement ? statementFileName(input(), format) : QString();
}

void CustomerStatementPresenter::saveTo(const QString &path, StatementFormat format)
{
    if (path.isEmpty() || !m_statement)
        return;
    const Result<QByteArray> bytes =
        statementBytes(*m_statement, m_desk.state(), m_locale, format, fileColumns, m_drawing);
    const Result<void> written = bytes ? writePrivateFile(path, *bytes) : failure(bytes.error());
    m_problem = written ? QString() : written.error().message;
    Q_EMIT changed();
    if (written)
        Q_EMIT saved(tr("The statement is in %1.", "a file").arg(path));
}

} // namespace crema
