// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/cart_text_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

CartTextScreen::CartTextScreen(Navigator &navigator, CartStepPresenter &steps, CartStep step, CartScope scope)
    : TerminalScreen(navigator), m_steps(steps), m_visit(steps, step), m_step(step)
{
    m_steps.setScope(scope);
    m_field.setText(step == CartStep::Note ? m_steps.noteNow() : m_steps.suggestedName());
}

Page CartTextScreen::page() const
{
    const bool isNote = m_step == CartStep::Note;
    Page page{.title = isNote ? tr("NOTE") : tr("HOLD")};
    page.body = [this, isNote](const Layout &layout) {
        if (isNote)
            return textBlock(
                {{.left = m_steps.scopeText(), .style = Style::strong()},
                 {.left = tr("What should the staff know? Nothing takes the note away."), .maximumRows = 4}},
                layout);
        return textBlock(
            {{.left = tr("What is this sale called, such as a table? Enter alone parks it without a name."),
              .maximumRows = 5}},
            layout);
    };
    page.prompt = Prompt{isNote ? tr("Note") : tr("Name"), m_field};
    return page;
}

QString CartTextScreen::helpText() const
{
    return m_step == CartStep::Note ? tr("Type the note and press Enter. It is for the staff.")
                                    : tr("Type a name or nothing and press Enter. F9 finds the sale again.");
}

void CartTextScreen::submit(const QString &text)
{
    if (m_step == CartStep::Note)
        m_steps.giveNote(text);
    else
        m_steps.hold(text);
    navigator().closeTop();
}

} // namespace crema::terminal
