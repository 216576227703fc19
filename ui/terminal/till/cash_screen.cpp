// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/cash_screen.h"

#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

CashScreen::CashScreen(Navigator &navigator, CashMovementPresenter &cash, CashMovementKind kind)
    : TerminalScreen(navigator), m_cash(cash), m_step(Step::Reason)
{
    m_cash.setKind(kind);
    m_step = first();
    connect(&m_cash, &CashMovementPresenter::changed, this, &CashScreen::showProblem);
    connect(&m_cash, &CashMovementPresenter::moved, this, [this](const QString &said) {
        m_said = said;
        m_isAsked = false;
        go(Step::Done);
    });
}

void CashScreen::go(Step step)
{
    m_step = step;
    m_field.clear();
    navigator().redraw();
}

void CashScreen::showProblem()
{
    navigator().redraw();
    if (!m_isAsked || m_cash.isBusy())
        return;
    for (const QString &field :
         {QString(), QStringLiteral("amount"), QStringLiteral("reason"), QStringLiteral("note")}) {
        const QString problem = m_cash.problem(field);
        if (problem.isEmpty())
            continue;
        m_isAsked = false;
        go(field == QLatin1String("note") ? Step::Note : field == QLatin1String("reason") ? Step::Reason : first());
        navigator().say(MessageKind::Error, problem);
        return;
    }
}

Page CashScreen::page() const
{
    Page page{.title = m_cash.verb().toUpper()};
    page.body = [lines = lines()](const Layout &layout) { return textBlock(lines, layout); };
    page.prompt = Prompt{promptText(), m_field};
    return page;
}

QString CashScreen::promptText() const
{
    if (!m_cash.obstacle().isEmpty())
        return {};
    switch (m_step) {
    case Step::Amount: return tr("Amount");
    case Step::Reason: return tr("Reason");
    case Step::Note: return tr("Note");
    case Step::Done: return {};
    }
    return {};
}

QList<TextLine> CashScreen::lines() const
{
    if (m_step == Step::Done)
        return {{.left = m_said, .style = Style::strong(), .maximumRows = 4},
                {.left = tr("Enter goes back."), .maximumRows = 2}};
    if (const QString reason = m_cash.obstacle(); !reason.isEmpty())
        return {{.left = reason, .style = Style::strong(), .maximumRows = 4}};
    if (m_step == Step::Amount)
        return {{.left = tr("How much cash is it?"), .maximumRows = 2},
                {.left = tr("Digits count from the right: 10000 is 100.00."), .maximumRows = 4}};
    QList<TextLine> lines;
    if (m_cash.asksAmount())
        lines.append({.left = tr("Cash"), .right = m_cash.amountText(m_minor), .style = Style::strong()});
    if (m_step == Step::Note) {
        if (!m_reason.isEmpty())
            lines.append({.left = m_reason, .maximumRows = 2});
        lines.append({.left = tr("Anything else to note? Enter alone records it."), .maximumRows = 4});
        return lines;
    }
    const QStringList reasons = m_cash.reasons();
    for (qsizetype i = 0; i < reasons.size(); ++i)
        lines.append({.left = tr("%1 %2", "a number, and the reason it stands for").arg(i + 1).arg(reasons.at(i)),
                      .maximumRows = 1});
    lines.append({.left = tr("Type the number of a reason, or another one."), .maximumRows = 3});
    return lines;
}

QString CashScreen::helpText() const
{
    return tr(
        "What is typed here is kept and cannot be changed later; a mistake is moved back. F3 goes one step back.");
}

void CashScreen::submit(const QString &text)
{
    if (m_step == Step::Done || !m_cash.obstacle().isEmpty()) {
        navigator().closeTop();
        return;
    }
    if (m_cash.isBusy())
        return;
    if (m_step == Step::Amount) {
        takeAmount(text);
    } else if (m_step == Step::Reason) {
        takeReason(text);
    } else {
        m_isAsked = true;
        m_cash.recordMinor(m_minor, m_reason, text);
    }
}

void CashScreen::takeAmount(const QString &text)
{
    const std::optional<std::int64_t> minor = typedAmount(text.trimmed());
    if (!minor || *minor == 0) {
        navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 10000 for 100.00"));
        return;
    }
    m_minor = *minor;
    go(Step::Reason);
}

void CashScreen::takeReason(const QString &text)
{
    const QStringList reasons = m_cash.reasons();
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    const bool isListed = isNumber && number >= 1 && number <= reasons.size();
    if (isNumber && !isListed) {
        navigator().say(MessageKind::Warning, tr("No reason has this number."));
        return;
    }
    m_reason = isListed ? reasons.at(number - 1) : text.simplified();
    go(Step::Note);
}

bool CashScreen::back()
{
    if (m_step == Step::Note)
        go(Step::Reason);
    else if (m_step == Step::Reason && m_cash.asksAmount())
        go(Step::Amount);
    else
        return false;
    return true;
}

void CashScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("Nothing is sold here, so the code was not taken."));
}

} // namespace crema::terminal
