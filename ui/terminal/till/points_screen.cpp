// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/points_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

PointsScreen::PointsScreen(Navigator &navigator, CartStepPresenter &steps)
    : TerminalScreen(navigator), m_steps(steps), m_visit(steps, CartStep::Points)
{
    connect(&steps.points(), &PointsPresenter::changed, this, [this] { this->navigator().redraw(); });
}

Page PointsScreen::page() const
{
    Page page{.title = tr("POINTS")};
    page.body = [this](const Layout &layout) {
        const PointsPresenter &points = m_steps.points();
        const std::int64_t offered = points.offered();
        QList<TextLine> lines{{.left = points.balanceText(), .style = Style::strong(), .maximumRows = 2}};
        if (offered > 0)
            lines.append({.left = tr("Enter takes %1 for this sale, 0 takes none.").arg(offered), .maximumRows = 3});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{tr("Points"), m_field};
    return page;
}

QString PointsScreen::helpText() const
{
    return tr("Type how many points are taken and press Enter, or Enter alone for all that make sense.");
}

void PointsScreen::submit(const QString &text)
{
    m_field.clear();
    if (m_steps.points().use(text))
        navigator().closeTop();
    else
        navigator().say(MessageKind::Error, m_steps.points().problem());
}

} // namespace crema::terminal
