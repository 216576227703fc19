// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/approval_screen.h"

#include "models/people/badge.h"
#include "ui/terminal/application/told_message.h"
#include "ui/terminal/till/typed_amount.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

ApprovalScreen::ApprovalScreen(Navigator &navigator, ApprovalPresenter &approval)
    : TerminalScreen(navigator), m_approval(approval), m_isChosen(approval.approvers().size() == 1)
{
    QList<ListItem> items;
    for (const LockPerson &person : m_approval.approvers())
        items.append({person.name});
    m_list.setItems(std::move(items));
    connect(&m_approval, &ApprovalPresenter::changed, this, &ApprovalScreen::refresh);
    connect(&m_approval, &ApprovalPresenter::refused, this, [this] { this->navigator().bell(); });
}

void ApprovalScreen::refresh()
{
    const std::optional<TillMessage> &message = m_approval.message();
    if (message && message->number != m_messageNumber) {
        m_messageNumber = message->number;
        sayMessage(navigator(), *message);
    }
    navigator().redraw();
}

Page ApprovalScreen::page() const
{
    constexpr int mostRows = 5;
    Page page{.title = tr("APPROVAL"), .progress = m_isChosen ? QString() : m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (!m_isChosen)
            return m_list.layout(layout);
        const int row = m_approval.selected();
        QList<TextLine> lines{{.left = m_approval.wantedText(), .maximumRows = mostRows}};
        if (row >= 0)
            lines.append({.left = m_approval.approvers().at(row).name, .style = Style::strong()});
        return textBlock(lines, layout);
    };
    page.prompt =
        Prompt{m_isChosen ? tr("PIN") : tr("Who approves it?"), m_field, m_isChosen ? Echo::Hidden : Echo::Shown};
    return page;
}

QList<TerminalAction> ApprovalScreen::actions()
{
    QList<TerminalAction> actions;
    if (!m_isChosen && m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString ApprovalScreen::helpText() const
{
    return m_isChosen
               ? tr("Whoever approves it types their PIN and presses Enter. It is not shown. F3 goes back "
                    "without it.")
               : tr("%1 Press the number of whoever approves it.", "what is wanted").arg(m_approval.wantedText());
}

bool ApprovalScreen::key(const KeyEvent &event)
{
    return !m_isChosen && m_list.key(event);
}

void ApprovalScreen::choose(qsizetype row)
{
    m_approval.select(static_cast<int>(row));
    m_isChosen = true;
}

void ApprovalScreen::submit(const QString &text)
{
    m_field.clear();
    if (m_isChosen)
        tryPin(text);
    else if (const std::optional<qsizetype> row = m_list.itemOfDigit(text))
        choose(*row);
    else if (text.isEmpty() && !m_list.items().isEmpty())
        choose(m_list.current());
    navigator().redraw();
}

void ApprovalScreen::tryPin(const QString &digits)
{
    if (!isNumber(digits)) {
        navigator().say(MessageKind::Warning, tr("A PIN has digits only"));
        return;
    }
    m_approval.clearDigits();
    for (const QChar digit : digits)
        m_approval.typeDigit(digit.digitValue());
    m_approval.submit();
}

void ApprovalScreen::scan(const QString &code)
{
    m_field.clear();
    navigator().bell();
    // What opens a till is not written on it, and approves nothing: a badge may lie about.
    const QString told = badgeCodeIn(code) ? tr("The badge was not taken. Approve with your PIN.")
                                           : tr("The code %1 was not taken. Answer this first.").arg(code);
    navigator().say(MessageKind::Warning, told);
}

// Back to the choice of the person where there is one; from there without an approval.
bool ApprovalScreen::back()
{
    m_field.clear();
    if (m_isChosen && m_list.items().size() > 1)
        m_isChosen = false;
    else
        m_approval.cancel();
    navigator().redraw();
    return true;
}

} // namespace crema::terminal
