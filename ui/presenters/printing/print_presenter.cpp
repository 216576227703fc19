// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/printing/print_presenter.h"

#include "models/selling/practice_sale.h"
#include "ui/presenters/printing/receipt_input.h"

#include <algorithm>

namespace crema {

namespace {

using State = sync::PrintJob::State;

/// A drawer that opens long after the sale opens for nobody.
constexpr std::int64_t kickCountsMs = 15'000;
constexpr std::int64_t firstWaitMs = 2'000;
constexpr std::int64_t longestWaitMs = 30'000;

std::int64_t waitMs(int tries)
{
    return std::min(firstWaitMs << std::clamp(tries - 1, 0, 8), longestWaitMs);
}

const sync::PrintJob *firstIn(const QList<sync::PrintJob> &jobs, State state)
{
    const auto job =
        std::find_if(jobs.begin(), jobs.end(), [state](const sync::PrintJob &each) { return each.state == state; });
    return job == jobs.end() ? nullptr : &*job;
}

bool isPaidInCash(const Sale &sale)
{
    return std::any_of(sale.payments.begin(), sale.payments.end(),
                       [](const Payment &payment) { return payment.method == PaymentMethod::Cash; });
}

} // namespace

QString PrintPresenter::titleOf(const Sale &sale)
{
    return isPractice(sale) ? tr("the practice receipt") : sale.number;
}

PrintPresenter::PrintPresenter(TillDesk &desk, TillPresenter &till, Preferences &preferences, Clock &clock,
                               const PrintParts &parts, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_preferences(preferences), m_clock(clock), m_parts(parts),
      m_locale(locale), m_answers(clock)
{
    printerChanged();
}

PrintPresenter::~PrintPresenter()
{
    m_stop.request_stop();
}

void PrintPresenter::start()
{
    if (m_parts.desk == nullptr)
        return;
    connect(&m_desk, &TillDesk::changed, this, &PrintPresenter::followDesk);
    connect(&m_till, &TillPresenter::modeChanged, this, &PrintPresenter::followTill);
    followDesk();
}

void PrintPresenter::printerChanged()
{
    const bool canPrint = m_parts.desk != nullptr && m_parts.printer != nullptr;
    m_setup = canPrint ? PrinterSetup::of(m_preferences) : std::nullopt;
    m_problem.reset();
    m_wait.reset();
    show();
    work();
}

void PrintPresenter::followDesk()
{
    if (m_isRead || !m_desk.state().open || m_desk.state().readOnly)
        return;
    m_isRead = true;
    read(this, m_stop.get_token());
}

void PrintPresenter::followTill()
{
    if (m_till.mode() != TillMode::ChangeDue || !m_till.lastSale() || !m_setup)
        return;
    const Sale &sale = *m_till.lastSale();
    if (sale.id == m_printedSale)
        return;
    m_printedSale = sale.id;
    m_onPaper.clear();
    const std::optional<Person> &person = m_desk.state().person;
    print(sale, person ? person->name : QString());
}

void PrintPresenter::print(const Sale &sale, const QString &cashier)
{
    begin(sale, cashier, documents::ReceiptKind::Original);
}

void PrintPresenter::printCopy(const Sale &sale, const QString &cashier)
{
    if (m_answers.takes(m_till.lastPressMs()))
        begin(sale, cashier, documents::ReceiptKind::Copy);
}

void PrintPresenter::begin(const Sale &sale, const QString &cashier, documents::ReceiptKind kind)
{
    if (!m_setup)
        return;
    if (isPractice(sale)) {
        keepPaper(this, m_stop.get_token(), jobOf(sale, cashier, 1)); // it has no copies, and nobody counts it
        return;
    }
    m_notKept.clear();
    m_keeping.append(sale.number);
    show();
    keep(this, m_stop.get_token(), sale, cashier, kind);
}

void PrintPresenter::printPaper(const QString &title, const documents::PrintedDocument &paper,
                                documents::DrawerKick drawer)
{
    if (!m_setup)
        return;
    const documents::PrinterProfile printer = m_setup->printer();
    sync::PrintJob job;
    job.title = title;
    job.bytes = documents::escPosOf(paper, printer, m_parts.drawing.line);
    if (drawer == documents::DrawerKick::Open)
        job.kick = documents::escPosOf({{documents::DrawerKickBlock{}}}, printer);
    job.madeAt = m_clock.now();
    keepPaper(this, m_stop.get_token(), job);
}

void PrintPresenter::printLastAgain()
{
    const std::optional<Person> &person = m_desk.state().person;
    if (m_till.lastSale() && m_answers.takes(m_till.lastPressMs()))
        print(*m_till.lastSale(), person ? person->name : QString());
}

void PrintPresenter::tryAgain()
{
    if (!m_answers.takes(m_till.lastPressMs()))
        return;
    m_wait.reset();
    if (const sync::PrintJob *job = unclearJob())
        changeJob(job->number, State::Waiting, job->tries);
    work();
}

void PrintPresenter::settleUnclear()
{
    const sync::PrintJob *job = unclearJob();
    if (job != nullptr && m_answers.takes(m_till.lastPressMs())) {
        notePrinted(job->title);
        settle(job->number);
    }
}

void PrintPresenter::settle(std::int64_t number)
{
    m_wait.reset();
    m_problem.reset();
    dropJob(number);
    show();
    remove(this, m_stop.get_token(), number);
}

void PrintPresenter::dropJob(std::int64_t number)
{
    m_jobs.removeIf([number](const sync::PrintJob &job) { return job.number == number; });
}

void PrintPresenter::notePrinted(const QString &title)
{
    if (m_till.lastSale() && titleOf(*m_till.lastSale()) == title)
        m_onPaper = title;
}

void PrintPresenter::changeJob(std::int64_t number, State state, int tries)
{
    for (sync::PrintJob &job : m_jobs) {
        if (job.number != number)
            continue;
        job.state = state;
        job.tries = tries;
    }
    change(this, m_stop.get_token(), number, state, tries);
}

void PrintPresenter::discard()
{
    if (m_jobs.isEmpty() || !m_answers.takes(m_till.lastPressMs()))
        return;
    m_wait.reset();
    m_problem.reset();
    m_isDiscarding = m_isSending;
    m_isLettingGo = true;
    const Jobs before = std::exchange(m_jobs, {});
    show();
    removeAll(this, m_stop.get_token(), before);
}

QCoro::Task<> PrintPresenter::read(Self self, std::stop_token stop)
{
    const PrintDesk::Jobs jobs = co_await self->m_parts.desk->printJobs();
    if (!stop.stop_requested())
        self->take(jobs);
}

QCoro::Task<> PrintPresenter::keep(Self self, std::stop_token stop, Sale sale, QString cashier,
                                   documents::ReceiptKind kind)
{
    Result<int> prints = co_await self->m_parts.desk->countPrint(sale.id);
    if (stop.stop_requested())
        co_return;
    // The original was handed over elsewhere, or not wanted: it counts.
    if (kind == documents::ReceiptKind::Copy && prints && *prints == 1) {
        prints = co_await self->m_parts.desk->countPrint(sale.id);
        if (stop.stop_requested())
            co_return;
    }
    // The count is no reason to print nothing; without it the receipt says that it may be one of several.
    const sync::PrintJob job = self->jobOf(sale, cashier, prints.value_or(2));
    const PrintDesk::Jobs jobs = co_await self->m_parts.desk->addPrintJob(job);
    if (stop.stop_requested())
        co_return;
    self->m_keeping.removeOne(sale.number);
    if (jobs) {
        self->take(jobs);
        co_return;
    }
    self->m_notKept = sale.number;
    self->m_whyNotKept = jobs.error();
    self->show();
}

QCoro::Task<> PrintPresenter::keepPaper(Self self, std::stop_token stop, sync::PrintJob job)
{
    const PrintDesk::Jobs jobs = co_await self->m_parts.desk->addPrintJob(job);
    if (!stop.stop_requested())
        self->take(jobs);
}

sync::PrintJob PrintPresenter::jobOf(const Sale &sale, const QString &cashier, int prints) const
{
    const bool isCopy = prints > 1;
    documents::ReceiptInput input = receiptInputOf(
        sale, m_desk.state(), cashier, isCopy ? documents::ReceiptKind::Copy : documents::ReceiptKind::Original);
    input.copy = std::max(1, prints - 1);
    if (!isCopy && m_till.lastSale() && m_till.lastSale()->id == sale.id)
        input.pointsAfter = m_till.lastPoints();
    const documents::PrinterProfile printer = m_setup ? m_setup->printer() : documents::printerProfiles().first();
    sync::PrintJob job;
    job.title = titleOf(sale);
    job.bytes = documents::escPosOf(documents::receiptDocument(input, m_locale), printer, m_parts.drawing.line);
    if (!isCopy && isPaidInCash(sale) && !isPractice(sale))
        job.kick = documents::escPosOf({{documents::DrawerKickBlock{}}}, printer);
    job.madeAt = m_clock.now();
    return job;
}

void PrintPresenter::take(const PrintDesk::Jobs &jobs)
{
    if (!jobs)
        Q_EMIT said(Tone::Error, jobs.error().message, jobs.error().hint);
    else if (!m_isLettingGo) // what was asked before that may still name what goes
        m_jobs = *jobs;
    show();
    work();
}

const sync::PrintJob *PrintPresenter::nextJob() const
{
    return firstIn(m_jobs, State::Waiting);
}

const sync::PrintJob *PrintPresenter::unclearJob() const
{
    return firstIn(m_jobs, State::Unclear);
}

void PrintPresenter::work()
{
    const sync::PrintJob *job = nextJob();
    if (m_isSending || m_wait || !m_setup || job == nullptr)
        return;
    m_isSending = true;
    m_isDiscarding = false;
    show();
    send(this, m_stop.get_token(), *job);
}

QByteArray PrintPresenter::freshBytes(const sync::PrintJob &job) const
{
    const std::int64_t age = m_clock.now().msSinceEpoch() - job.madeAt.msSinceEpoch();
    const bool isFresh = age >= 0 && age < kickCountsMs;
    // A try that failed may have opened it: once is enough.
    return isFresh && job.tries == 0 ? job.kick + job.bytes : job.bytes;
}

QCoro::Task<> PrintPresenter::send(Self self, std::stop_token stop, sync::PrintJob job)
{
    const sync::PrintOrder order{self->m_setup->address, self->freshBytes(job), self->m_setup->printer().saysDone};
    const Result<void> printed = co_await self->m_parts.printer->print(order);
    if (stop.stop_requested())
        co_return;
    if (!printed && !self->m_isDiscarding) {
        self->noteFailed(job, printed.error());
        co_return;
    }
    self->m_isDiscarding = false;
    self->m_problem.reset();
    if (printed)
        self->notePrinted(job.title);
    // Until it is out of the store it counts as being sent. Where that fails it is not sent again either.
    self->dropJob(job.number);
    const PrintDesk::Jobs left = co_await self->m_parts.desk->removePrintJob(job.number);
    if (stop.stop_requested())
        co_return;
    self->m_isSending = false;
    self->take(left);
}

void PrintPresenter::noteFailed(const sync::PrintJob &job, const Problem &problem)
{
    m_isSending = false;
    m_problem = problem;
    const int tries = job.tries + 1;
    m_wait = m_clock.after(waitMs(tries), [this] {
        m_wait.reset();
        work();
    });
    const bool isUnclear = problem.code == QLatin1String("printer.unclear");
    changeJob(job.number, isUnclear ? State::Unclear : State::Waiting, tries);
}

QCoro::Task<> PrintPresenter::change(Self self, std::stop_token stop, std::int64_t number, State state, int tries)
{
    const PrintDesk::Jobs jobs = co_await self->m_parts.desk->changePrintJob(number, state, tries);
    if (!stop.stop_requested())
        self->take(jobs);
}

QCoro::Task<> PrintPresenter::remove(Self self, std::stop_token stop, std::int64_t number)
{
    const PrintDesk::Jobs jobs = co_await self->m_parts.desk->removePrintJob(number);
    if (!stop.stop_requested())
        self->take(jobs);
}

QCoro::Task<> PrintPresenter::removeAll(Self self, std::stop_token stop, Jobs before)
{
    const PrintDesk::Jobs jobs = co_await self->m_parts.desk->removePrintJobs();
    if (stop.stop_requested())
        co_return;
    self->m_isLettingGo = false;
    if (!jobs)
        self->m_jobs = before; // they are still there
    self->take(jobs);
}

void PrintPresenter::show()
{
    PrintView view;
    view.hasPrinter = m_setup.has_value();
    view.isPrinted = m_till.lastSale() && titleOf(*m_till.lastSale()) == m_onPaper;
    view.jobs = static_cast<int>(m_jobs.size());
    const sync::PrintJob *unclear = unclearJob();
    const sync::PrintJob *next = nextJob();
    if (!view.hasPrinter) {
        view.jobs = 0;
    } else if (unclear != nullptr) {
        view.state = PrintView::State::Unclear;
        view.text = tr("The printer did not say whether it printed %1.").arg(unclear->title);
        view.hint = tr("Look at the paper. If it is not there, print it again.");
    } else if (m_problem && next != nullptr) {
        view.state = PrintView::State::Waiting;
        view.text = m_problem->message;
        view.hint = m_problem->hint;
    } else if (next != nullptr) {
        view.state = PrintView::State::Printing;
        view.text = tr("Printing %1…").arg(next->title);
    } else if (!m_keeping.isEmpty()) {
        view.state = PrintView::State::Printing;
        view.text = tr("Printing %1…").arg(m_keeping.first());
    } else if (!m_notKept.isEmpty()) {
        view.text = tr("%1 is not printed: it could not be kept for the printer.").arg(m_notKept);
        view.hint = QString(m_whyNotKept->message + QLatin1Char(' ') + m_whyNotKept->hint).trimmed();
    }
    if (view == m_view)
        return;
    m_view = view;
    Q_EMIT viewChanged();
}

} // namespace crema
