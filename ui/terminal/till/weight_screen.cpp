// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/weight_screen.h"

#include "ui/presenters/till/till_weighing.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

WeightScreen::WeightScreen(Navigator &navigator, TillPresenter &till) : TerminalScreen(navigator), m_till(till) {}

Page WeightScreen::page() const
{
    Page page{.title = tr("WEIGHT")};
    const std::optional<WeightView> &view = m_till.weighing().view();
    page.body = [this](const Layout &layout) {
        const std::optional<WeightView> &asked = m_till.weighing().view();
        if (!asked)
            return textBlock({}, layout);
        QList<TextLine> lines{{.left = asked->product, .style = Style::strong(), .maximumRows = 2}};
        if (!asked->priceText.isEmpty())
            lines.append({.left = asked->priceText, .maximumRows = 1});
        if (!asked->tareText.isEmpty())
            lines.append(
                {.left = asked->takesTare ? tr("Tare %1 comes off").arg(asked->tareText) : tr("No tare comes off"),
                 .maximumRows = 1});
        lines.append({.left = tr("Type what the scale shows, such as %1 %2.").arg(asked->exampleText, asked->unitText),
                      .maximumRows = 3});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{view ? tr("Weight %1", "unit").arg(view->unitText) : tr("Weight"), m_field};
    return page;
}

QList<TerminalAction> WeightScreen::actions()
{
    const std::optional<WeightView> &view = m_till.weighing().view();
    if (!view || view->tareText.isEmpty())
        return {};
    const bool isTaken = view->takesTare;
    return {{Verb::Skip, tr("tar", "tare, very short"), isTaken ? tr("Take no tare off") : tr("Take the tare off"),
             [this, isTaken] {
                 m_till.weighing().takeTare(!isTaken);
                 navigator().redraw();
             }}};
}

QString WeightScreen::helpText() const
{
    return tr("Type the weight and press Enter. F3 leaves the item out.");
}

void WeightScreen::submit(const QString &text)
{
    m_field.clear();
    if (!m_till.weighing().enter(text) && m_till.weighing().view())
        navigator().say(MessageKind::Error, m_till.weighing().view()->problem);
    navigator().redraw();
}

// It says why not; a weight that was typed so far stays out of it.
void WeightScreen::scan(const QString &code)
{
    m_field.clear();
    m_till.enterCode(code);
}

bool WeightScreen::back()
{
    m_till.weighing().close(); // closes this as well
    return true;
}

} // namespace crema::terminal
