// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/why_screen.h"

namespace crema::terminal {

QString WhyScreen::titleText() const
{
    return tr("WHY THIS PRICE");
}

QStringList WhyScreen::rowsFor(const Layout &layout) const
{
    QStringList rows;
    for (const QString &step : m_steps.whyOfLine())
        addWrapped(rows, step, layout);
    rows.append(QString());
    for (const QString &step : m_steps.whyOfSale())
        addWrapped(rows, step, layout);
    return rows;
}

QString WhyScreen::helpText() const
{
    return tr("First the marked line, then the whole sale. Enter goes back.");
}

} // namespace crema::terminal
