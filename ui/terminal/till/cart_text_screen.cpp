// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/cart_text_screen.h"

namespace crema::terminal {

CartTextScreen::CartTextScreen(Navigator &navigator, CartStepPresenter &steps, CartStep step, CartScope scope)
    : TerminalScreen(navigator), m_steps(steps), m_visit(steps, step), m_step(step)
{
    m_steps.setScope(scope);
    m_field.setText(step == CartStep::Note           ? m_steps.noteNow()
                    : step == CartStep::CustomerNote ? m_steps.customerNoteNow()
                                                     : m_steps.suggestedName());
}

Page CartTextScreen::page() const
{
    const bool isHold = m_step == CartStep::Hold;
    Page page{.title = isHold ? tr("HOLD") : tr("NOTE")};
    page.body = [this](const Layout &layout) { return textBlock(question(), layout); };
    page.prompt = Prompt{isHold ? tr("Name") : tr("Note"), m_field};
    return page;
}

QList<TextLine> CartTextScreen::question() const
{
    if (m_step == CartStep::Note)
        return {{.left = m_steps.scopeText(), .style = Style::strong()},
                {.left = tr("What should the staff know? Nothing takes the note away."), .maximumRows = 4}};
    if (m_step == CartStep::CustomerNote)
        return {{.left = tr("What should the receipt say to the customer? Nothing takes the note away."),
                 .maximumRows = 5}};
    return {{.left = tr("What is this sale called, such as a table? Enter alone parks it without a name."),
             .maximumRows = 5}};
}

QString CartTextScreen::helpText() const
{
    return m_step == CartStep::Note           ? tr("Type the note and press Enter. It is for the staff.")
           : m_step == CartStep::CustomerNote ? tr("Type the note and press Enter. The receipt prints it.")
                                              : tr("Type a name or nothing and press Enter. F9 finds the sale again.");
}

void CartTextScreen::submit(const QString &text)
{
    if (m_step == CartStep::Note)
        m_steps.giveNote(text);
    else if (m_step == CartStep::CustomerNote)
        m_steps.giveCustomerNote(text);
    else
        m_steps.hold(text);
    navigator().closeTop();
}

} // namespace crema::terminal
