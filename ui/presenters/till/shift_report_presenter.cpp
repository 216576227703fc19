// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/shift_report_presenter.h"

#include "ui/presenters/printing/cash_paper_head.h"

namespace crema {

ShiftReportPresenter::ShiftReportPresenter(ShopDesk &desk, Clock &clock, PrintPresenter &printing,
                                           const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_printing(printing), m_locale(locale), m_texts(locale)
{
    m_actions.add({QStringLiteral("shift.report"),
                   tr("X report"),
                   QStringLiteral("table"),
                   ActionCategory::Shift,
                   {QStringLiteral("Alt+X")},
                   {}},
                  [this] {
                      Q_EMIT wanted();
                      showX();
                  });
    connect(&desk, &TillDesk::changed, this, &ShiftReportPresenter::updateActions);
    connect(&printing, &PrintPresenter::viewChanged, this, &ShiftReportPresenter::changed);
    updateActions();
}

ShiftReportPresenter::~ShiftReportPresenter()
{
    m_stop.request_stop();
}

void ShiftReportPresenter::updateActions()
{
    m_actions.find(u"shift.report")->setDisabledReason(m_desk.state().openShift ? QString() : tr("No shift is open."));
}

// What was asked before is not waited for any more.
std::stop_token ShiftReportPresenter::begin(ShiftPage page)
{
    m_stop.request_stop();
    m_stop = {};
    m_page = page;
    m_problem.clear();
    m_totals.reset();
    m_isReading = true;
    Q_EMIT changed();
    return m_stop.get_token();
}

QString ShiftReportPresenter::blindReason() const
{
    const sync::ClientState &state = m_desk.state();
    const bool isBlind = state.settings.isOn(shop_setting::cashBlindCount);
    if (!isBlind || !state.person || state.may(Permission::ShiftsCloseBeyond))
        return {};
    return tr("The drawer is counted blind here, and this report says what should be in it. "
              "Ask somebody who may close with a large difference.");
}

void ShiftReportPresenter::showX()
{
    const std::stop_token stop = begin(ShiftPage::Report);
    if (const QString reason = blindReason(); !reason.isEmpty()) {
        m_isReading = false;
        m_problem = reason;
        Q_EMIT changed();
        return;
    }
    readX(this, stop);
}

void ShiftReportPresenter::showMoved()
{
    readMoved(this, begin(ShiftPage::Moved));
}

void ShiftReportPresenter::showClosed()
{
    readClosed(this, begin(ShiftPage::Closed));
}

void ShiftReportPresenter::openZ(int row)
{
    if (row >= 0 && row < m_closed.size())
        showTotals(ShiftTotals(m_closed.at(row)));
}

void ShiftReportPresenter::showTotals(const ShiftTotals &totals)
{
    const std::stop_token stop = begin(ShiftPage::Report);
    m_isReading = false;
    m_totals = totals;
    m_shownAt = m_clock.now();
    Q_EMIT changed();
    readNames(this, stop);
}

QCoro::Task<> ShiftReportPresenter::readNames(Self self, std::stop_token stop)
{
    const Result<QList<Person>> people = co_await self->m_desk.people();
    if (stop.stop_requested() || !self || !people)
        co_return;
    for (const Person &person : *people)
        self->m_names.insert(person.id, person.name);
    Q_EMIT self->changed();
}

QCoro::Task<> ShiftReportPresenter::readX(Self self, std::stop_token stop)
{
    const Result<ShiftTotals> totals = co_await self->m_desk.shiftTotals(std::nullopt);
    if (stop.stop_requested() || !self)
        co_return;
    if (totals)
        self->showTotals(*totals);
    else
        self->takeProblem(totals.error());
}

QCoro::Task<> ShiftReportPresenter::readMoved(Self self, std::stop_token stop)
{
    const std::optional<Shift> open = self->m_desk.state().openShift;
    const Result<QList<Person>> people = co_await self->m_desk.people();
    if (stop.stop_requested() || !self)
        co_return;
    for (const Person &person : people.value_or(QList<Person>()))
        self->m_names.insert(person.id, person.name);
    const Result<QList<CashMovement>> moved =
        co_await self->m_desk.cashMovements(open ? std::optional(open->id) : std::nullopt, mostRows);
    if (stop.stop_requested() || !self)
        co_return;
    if (moved)
        self->takeMoved(*moved);
    else
        self->takeProblem(moved.error());
}

QCoro::Task<> ShiftReportPresenter::readClosed(Self self, std::stop_token stop)
{
    const Result<QList<ShiftTotals>> closed = co_await self->m_desk.zReports(mostRows);
    if (stop.stop_requested() || !self)
        co_return;
    if (closed)
        self->takeClosed(*closed);
    else
        self->takeProblem(closed.error());
}

void ShiftReportPresenter::takeProblem(const Problem &problem)
{
    m_isReading = false;
    m_problem = problem.message;
    m_movedRows.clear();
    m_closedRows.clear();
    Q_EMIT changed();
}

void ShiftReportPresenter::takeMoved(const QList<CashMovement> &moved)
{
    m_isReading = false;
    m_movedRows.clear();
    for (const CashMovement &movement : moved) {
        QStringList about;
        for (const QString &part : {movement.reason, movement.note.simplified(), nameOf(movement.by)}) {
            if (!part.isEmpty())
                about.append(part);
        }
        const bool hasAmount = movement.kind != CashMovementKind::NoSale;
        m_movedRows.append({times().clock(movement.at), documents::cashMovementName(movement.kind),
                            hasAmount ? m_texts.amount(drawerChange(movement)) : QString(),
                            about.join(QStringLiteral(" · "))});
    }
    if (m_movedRows.isEmpty())
        m_problem = tr("No cash was moved in this shift.");
    Q_EMIT changed();
}

void ShiftReportPresenter::takeClosed(const QList<ShiftTotals> &closed)
{
    m_isReading = false;
    m_closed = closed;
    m_closedRows.clear();
    for (const ShiftTotals &totals : closed) {
        m_closedRows.append({documents::shiftReportTitle(totals), times().date(totals.businessDay),
                             m_texts.amount(totals.figures.salesTotal),
                             totals.difference ? m_texts.amount(*totals.difference) : QString()});
    }
    if (m_closedRows.isEmpty())
        m_problem = tr("This register has no Z report yet.");
    Q_EMIT changed();
}

QString ShiftReportPresenter::titleText() const
{
    return m_totals ? documents::shiftReportTitle(*m_totals) : QString();
}

QString ShiftReportPresenter::reportText(int columns) const
{
    return m_totals ? documents::shiftReportText(input(), m_locale, columns) : QString();
}

void ShiftReportPresenter::print()
{
    if (canPrint())
        m_printing.printPaper(titleText(), documents::shiftDocument(input(), m_locale), documents::DrawerKick::None);
}

QString ShiftReportPresenter::nameOf(const std::optional<PersonId> &person) const
{
    return person ? m_names.value(*person) : QString();
}

documents::ShiftReportInput ShiftReportPresenter::input() const
{
    return {cashPaperHeadOf(m_desk.state()), *m_totals, nameOf(m_totals->openedBy), nameOf(m_totals->closedBy),
            m_shownAt};
}

TimeWords ShiftReportPresenter::times() const
{
    return TimeWords::ofShop(m_locale, m_desk.state().location);
}

} // namespace crema
