// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/printing/printer_presenter.h"

#include "reports/documents/escpos_renderer.h"
#include "ui/presenters/printing/test_page.h"

namespace crema {

using namespace Qt::StringLiterals;

PrinterPresenter::PrinterPresenter(Preferences &preferences, const PrintParts &parts, QObject *parent)
    : QObject(parent), m_preferences(preferences), m_parts(parts), m_known(kept())
{}

PrinterPresenter::~PrinterPresenter()
{
    m_stop.request_stop();
}

QString PrinterPresenter::address() const
{
    const std::optional<PrinterSetup> set = setup();
    return set ? set->address.toString() : QString();
}

QString PrinterPresenter::profile() const
{
    const std::optional<PrinterSetup> set = setup();
    return set ? set->profile : QString();
}

QString PrinterPresenter::columns() const
{
    const std::optional<PrinterSetup> set = setup();
    return set && set->columns != 0 ? QString::number(set->columns) : QString();
}

Result<void> PrinterPresenter::set(const QString &address, const QString &profile, const QString &columns)
{
    if (address.trimmed().isEmpty()) {
        PrinterSetup::removeFrom(m_preferences);
    } else {
        const Result<PrinterSetup> setup = PrinterSetup::fromTexts(address, profile, columns);
        if (!setup)
            return failure(setup.error());
        setup->keepIn(m_preferences);
    }
    m_known = kept();
    Q_EMIT printerChanged();
    return {};
}

void PrinterPresenter::lookAgain()
{
    if (const QStringList now = kept(); now != std::exchange(m_known, now))
        Q_EMIT printerChanged();
}

QCoro::Task<Result<void>> PrinterPresenter::test()
{
    const std::optional<PrinterSetup> set = setup();
    if (!set || m_parts.printer == nullptr)
        co_return failure(ProblemKind::Invalid, u"printer.none"_s, tr("No printer is set on this computer."),
                          tr("Set one first: crema device printer set ADDRESS."));
    const documents::PrinterProfile printer = set->printer();
    const sync::PrintOrder order{set->address, documents::escPosOf(testPage(*set), printer, m_parts.drawing.line),
                                 printer.saysDone};
    co_return co_await m_parts.printer->print(order);
}

void PrinterPresenter::submit(const QString &address, const QString &profile, const QString &columns)
{
    const QString done = address.trimmed().isEmpty() ? tr("Nothing is printed on this computer.")
                                                     : tr("Saved. Each receipt is printed here from now on.");
    say(set(address, profile, columns), done);
}

void PrinterPresenter::printTestPage()
{
    if (m_isTesting)
        return;
    m_isTesting = true;
    m_message = tr("Printing the test page…");
    m_messageHint.clear();
    m_isFailure = false;
    Q_EMIT changed();
    runTest(this, m_stop.get_token());
}

QCoro::Task<> PrinterPresenter::runTest(Self self, std::stop_token stop)
{
    const Result<void> printed = co_await self->test();
    if (stop.stop_requested())
        co_return;
    self->m_isTesting = false;
    self->say(printed, tr("The test page is printed."));
}

void PrinterPresenter::say(const Result<void> &answer, const QString &done)
{
    m_isFailure = !answer;
    m_message = answer ? done : answer.error().message;
    m_messageHint = answer ? QString() : answer.error().hint;
    Q_EMIT changed();
}

} // namespace crema
