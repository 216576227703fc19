// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/slip_screen.h"

#include "ui/terminal/till/typed_amount.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

SlipScreen::SlipScreen(Navigator &navigator, TillPresenter &till)
    : TerminalScreen(navigator), m_till(till), m_step(till.payment().tipChoices.isEmpty() ? Step::Card : Step::Tip),
      m_slip(till.slip().value_or(CardSlip()))
{}

QString SlipScreen::promptLabel() const
{
    switch (m_step) {
    case Step::Tip: return tr("10% or an amount");
    case Step::Card: return tr("Card");
    case Step::Reference: return tr("Slip number");
    }
    Q_UNREACHABLE();
}

Page SlipScreen::page() const
{
    Page page{.title = m_step == Step::Tip ? tr("TIP") : tr("CARD SLIP")};
    page.body = [this](const Layout &layout) {
        const PaymentView &payment = m_till.payment();
        QList<TextLine> lines{{.left = tr("Due"), .right = payment.dueText, .style = Style::strong()}};
        if (!payment.tipText.isEmpty())
            lines.append({.left = tr("Tip"), .right = payment.tipText});
        if (!payment.slipText.isEmpty())
            lines.append({.left = payment.slipText, .maximumRows = 1});
        if (m_step != Step::Tip) {
            lines.append({.left = tr("Enter alone leaves it as it is."), .maximumRows = 2});
            return textBlock(lines, layout);
        }
        for (const TipChoice &choice : payment.tipChoices)
            lines.append({.left = choice.text, .right = choice.amountText, .maximumRows = 1});
        lines.append({.left = tr("200 is 2.00, 0 is none."), .maximumRows = 2});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{promptLabel(), m_field};
    return page;
}

QString SlipScreen::helpText() const
{
    switch (m_step) {
    case Step::Tip: return tr("Type the tip and press Enter: 10% or digits from the right. Enter alone leaves it.");
    case Step::Card: return tr("Type the name of the card, such as Visa, and press Enter. It may be left out.");
    case Step::Reference: return tr("Type the number on the slip and press Enter. It may be left out.");
    }
    Q_UNREACHABLE();
}

void SlipScreen::submit(const QString &text)
{
    m_field.clear();
    const QString typed = text.trimmed();
    if (m_step == Step::Tip) {
        takeTip(typed);
    } else if (m_step == Step::Card) {
        m_slip.brand = typed.isEmpty() ? m_slip.brand : typed;
        m_step = Step::Reference;
    } else {
        m_slip.reference = typed.isEmpty() ? m_slip.reference : typed;
        m_till.setSlip(m_slip.brand, m_slip.reference);
        navigator().closeTop();
        return;
    }
    navigator().redraw();
}

void SlipScreen::takeTip(const QString &text)
{
    if (const std::optional<std::int64_t> minor = typedAmount(text)) {
        m_till.setTip(*minor);
        if (m_till.payment().tipText.isEmpty() != (*minor == 0))
            return; // it was refused, and said why
    } else if (!text.isEmpty() && (!text.endsWith(u'%') || !m_till.enterTip(text))) {
        navigator().say(MessageKind::Warning, tr("Type 10%, or digits such as 200 for 2.00"));
        return;
    }
    goOn();
}

void SlipScreen::goOn()
{
    if (m_till.payment().method == PaymentMethod::Card)
        m_step = Step::Card;
    else
        navigator().closeTop();
}

} // namespace crema::terminal
