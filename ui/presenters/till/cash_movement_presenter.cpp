// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/cash_movement_presenter.h"

#include "models/money/money_input.h"
#include "ui/presenters/printing/cash_paper_head.h"

namespace crema {

CashMovementPresenter::CashMovementPresenter(ShopDesk &desk, TillPresenter &till, PrintPresenter &printing,
                                             const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_printing(printing), m_locale(locale), m_texts(locale)
{
    m_actions.add({QStringLiteral("cash.move"),
                   tr("Pay in or out"),
                   QStringLiteral("cash"),
                   ActionCategory::Shift,
                   {QStringLiteral("Alt+M")},
                   {}},
                  [this] { want(CashMovementKind::PaidIn); });
    m_actions.add({QStringLiteral("cash.no-sale"),
                   tr("Open the drawer"),
                   QStringLiteral("drawer"),
                   ActionCategory::Shift,
                   {QStringLiteral("F9"), QStringLiteral("Ctrl+D")},
                   {}},
                  [this] { want(CashMovementKind::NoSale); });
    connect(&desk, &TillDesk::changed, this, [this] {
        updateActions();
        Q_EMIT changed();
    });
    updateActions();
}

CashMovementPresenter::~CashMovementPresenter()
{
    m_stop.request_stop();
}

QString CashMovementPresenter::obstacle() const
{
    if (m_desk.state().training)
        return tr("Not in training.");
    return m_desk.state().openShift ? QString() : tr("No shift is open.");
}

void CashMovementPresenter::updateActions()
{
    for (const QStringView id : {u"cash.move", u"cash.no-sale"})
        m_actions.find(id)->setDisabledReason(obstacle());
}

void CashMovementPresenter::want(CashMovementKind kind)
{
    setKind(kind);
    Q_EMIT wanted();
}

void CashMovementPresenter::setKind(CashMovementKind kind)
{
    m_kind = kind;
    m_problems.clear();
    Q_EMIT changed();
}

QString CashMovementPresenter::kindName(CashMovementKind kind)
{
    return documents::cashMovementName(kind);
}

QString CashMovementPresenter::verb() const
{
    switch (m_kind) {
    case CashMovementKind::PaidIn: return tr("Pay in");
    case CashMovementKind::PaidOut: return tr("Pay out");
    case CashMovementKind::SafeDrop: return tr("Drop into the safe");
    case CashMovementKind::NoSale: return tr("Open the drawer");
    }
    return {};
}

QStringList CashMovementPresenter::reasons() const
{
    QStringList reasons;
    for (const QString &line : m_desk.state().settings.text(shop_setting::cashReasons).split(QLatin1Char('\n'))) {
        if (const QString reason = line.simplified(); !reason.isEmpty())
            reasons.append(reason.left(CashMovement::longestReason));
    }
    if (!reasons.isEmpty())
        return reasons;
    switch (m_kind) {
    case CashMovementKind::PaidIn: return {tr("Change from the bank"), tr("Correction")};
    case CashMovementKind::PaidOut: return {tr("Milk and bread"), tr("Postage"), tr("Correction")};
    case CashMovementKind::SafeDrop: return {tr("Drawer too full"), tr("End of the day")};
    case CashMovementKind::NoSale: return {tr("Change a note"), tr("Drawer checked")};
    }
    return reasons;
}

QString CashMovementPresenter::amountText(std::int64_t minor) const
{
    return m_texts.amount(Money(minor, m_desk.state().currency()));
}

void CashMovementPresenter::record(const QString &amount, const QString &reason, const QString &note)
{
    if (!asksAmount())
        return recordMinor(0, reason, note);
    const Result<Money> read = MoneyInput::parse(amount.trimmed(), m_desk.state().currency(), m_locale);
    if (read)
        return recordMinor(read->minor(), reason, note);
    Problem problem = read.error();
    problem.fields = {{QStringLiteral("amount"), problem.message}};
    refuse(problem);
}

void CashMovementPresenter::recordMinor(std::int64_t minor, const QString &reason, const QString &note)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_problems.clear();
    Q_EMIT changed();
    move(this, m_stop.get_token(), {m_kind, Money(minor, m_desk.state().currency()), reason.simplified(), note});
}

QCoro::Task<> CashMovementPresenter::move(Self self, std::stop_token stop, sync::CashMovementDraft draft)
{
    const Result<CashMovement> movement = co_await self->m_desk.moveCash(draft);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isBusy = false;
    if (movement)
        self->told(*movement);
    else
        self->refuse(movement.error());
}

void CashMovementPresenter::refuse(const Problem &problem)
{
    m_problems.clear();
    for (const FieldProblem &field : problem.fields)
        m_problems.insert(field.field, field.message);
    if (m_problems.isEmpty())
        m_problems.insert(
            {}, problem.hint.isEmpty()
                    ? problem.message
                    : tr("%1 %2", "what happened, and what to do about it").arg(problem.message, problem.hint));
    Q_EMIT changed();
}

void CashMovementPresenter::told(const CashMovement &movement)
{
    const QString amount = m_texts.amount(movement.amount);
    QString said;
    switch (movement.kind) {
    case CashMovementKind::PaidIn: said = tr("%1 paid in.").arg(amount); break;
    case CashMovementKind::PaidOut: said = tr("%1 paid out.").arg(amount); break;
    case CashMovementKind::SafeDrop: said = tr("%1 dropped into the safe.").arg(amount); break;
    case CashMovementKind::NoSale: said = tr("The drawer was opened without a sale."); break;
    }
    printSlip(movement);
    m_till.say(Tone::Ok, said);
    Q_EMIT changed();
    Q_EMIT moved(said);
}

void CashMovementPresenter::printSlip(const CashMovement &movement)
{
    const std::optional<Person> &person = m_desk.state().person;
    const documents::CashSlipInput slip{cashPaperHeadOf(m_desk.state()), movement, person ? person->name : QString()};
    m_printing.printPaper(kindName(movement.kind), documents::cashSlip(slip, m_locale), documents::DrawerKick::Open);
}

} // namespace crema
