// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_unsent.h"

#include "app/desktop/example/example_desk.h"

namespace crema::desktop {
namespace {

constexpr std::int64_t minuteMs = 60'000;

sync::UnsentSummary summaryOf(const sync::ClientState &state)
{
    sync::UnsentSummary summary;
    summary.operations = state.queue.unsent();
    summary.sales = state.queue.unsent() > 0 ? 1 : 0;
    summary.sold = Money(410 * summary.sales, state.currency());
    return summary;
}

} // namespace

QCoro::Task<Result<sync::UnsentSummary>> ExampleDesk::exportUnsent(QString path, QString passphrase)
{
    co_await turn();
    if (failUnsent)
        co_return failure(*std::exchange(failUnsent, std::nullopt));
    m_lastUnsent = QStringLiteral("export %1 with %2").arg(path, passphrase);
    const sync::UnsentSummary summary = summaryOf(m_state);
    m_state.queue.exported = m_state.queue.unsent();
    Q_EMIT changed();
    co_return summary;
}

QCoro::Task<Result<sync::UnsentSummary>> ExampleDesk::importUnsent(QString path, QString passphrase)
{
    co_await turn();
    if (failUnsent)
        co_return failure(*std::exchange(failUnsent, std::nullopt));
    m_lastUnsent = QStringLiteral("import %1 with %2").arg(path, passphrase);
    sync::UnsentSummary summary;
    summary.operations = 3;
    summary.known = 1;
    m_state.queue.queued += summary.operations - summary.known;
    Q_EMIT changed();
    co_return summary;
}

void addExampleUnsent(ExampleDesk &desk, int queued, int exported)
{
    desk.changeState().queue.queued = queued;
    desk.changeState().queue.exported = exported;
    desk.changeState().link = sync::Link::Offline;
    Q_EMIT desk.changed();
}

void addExampleDeletion(ExampleDesk &desk)
{
    desk.changeState().link = sync::Link::Online;
    desk.changeState().deletion =
        sync::DeletionQuestion{sync::DeletionSource::Platform, QStringLiteral("product"), 214, 260, {}};
    Q_EMIT desk.changed();
}

QCoro::Task<Result<void>> ExampleDesk::readmit(QString code)
{
    co_await turn();
    if (code != QLatin1String("K7QP-3M2X")) {
        co_return failure(ProblemKind::NotAllowed, QStringLiteral("device.wrong_code"),
                          QStringLiteral("This code does not let this device in."),
                          QStringLiteral("Check the code, or ask a manager for a new one."));
    }
    m_state.link = sync::Link::Online;
    m_state.linkProblem.reset();
    Q_EMIT changed();
    co_return Result<void>();
}

void shutExampleOut(ExampleDesk &desk)
{
    desk.changeState().link = sync::Link::NeedsSignIn;
    desk.changeState().linkProblem = Problem{
        ProblemKind::NotAllowed, QStringLiteral("device.revoked"), QStringLiteral("This device was shut out."), {}, {}};
    Q_EMIT desk.changed();
}

void addExampleJournal(ExampleDesk &desk, UtcTime now)
{
    using Kind = sync::AuditorEntryView::Kind;
    constexpr int entries = 60;
    constexpr int notSigned = 2;
    QList<sync::AuditorEntryView> journal;
    for (int i = 0; i < entries; ++i) {
        sync::AuditorEntryView view;
        view.position = entries - i;
        view.entry.number = view.position;
        view.at = now.plusMs(-i * 7 * minuteMs);
        view.isCountersigned = i >= notSigned;
        view.kind = view.position == 1 ? Kind::Begin : view.position == 2 ? Kind::ShiftOpen : Kind::Sale;
        if (i == 7)
            view.kind = Kind::ShiftClose;
        if (i == 6)
            view.kind = Kind::Closing;
        if (view.kind == Kind::Sale) {
            view.number = QStringLiteral("HARBOUR-1-%1").arg(view.position, 6, 10, QLatin1Char('0'));
            view.amount = Money(410 + i * 35, desk.state().currency());
        }
        if (view.kind == Kind::Closing) {
            view.amount = Money(41'250, desk.state().currency());
            view.perpetual = Money(1'204'550, desk.state().currency());
        }
        journal.append(view);
    }
    desk.setJournal(journal);
}

} // namespace crema::desktop
