// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/discount_screen.h"

#include "ui/presenters/till/discount_words.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

const QString noDiscount = QStringLiteral("0");

} // namespace

DiscountScreen::DiscountScreen(Navigator &navigator, ShopDesk &desk, CartStepPresenter &steps, CartScope scope)
    : TerminalScreen(navigator), m_desk(desk), m_steps(steps), m_visit(steps, CartStep::Discount)
{
    m_steps.setScope(scope);
}

Page DiscountScreen::page() const
{
    Page page{.title = tr("DISCOUNT")};
    page.body = [this](const Layout &layout) {
        QList<TextLine> lines{{.left = m_steps.scopeText(), .style = Style::strong()}};
        if (isAskingWhy()) {
            lines.append({.left = tr("Why? The receipt says it."), .maximumRows = 1});
            const QStringList reasons = m_steps.reasons();
            for (int i = 0; i < reasons.size(); ++i)
                lines.append({.left = tr("%1 %2", "digit and entry").arg(QString::number(i + 1), reasons.at(i)),
                              .maximumRows = 1});
            return textBlock(lines, layout);
        }
        if (const QString now = m_steps.discountNow(); !now.isEmpty()) {
            lines.append({.left = now});
            lines.append({.left = tr("0 takes it away.")});
        }
        lines.append({.left = tr("10% is a rate, 250 is 2.50.")});
        return textBlock(lines, layout);
    };
    page.prompt =
        Prompt{isAskingWhy() ? tr("1-%1 or a reason").arg(m_steps.reasons().size()) : tr("10% or an amount"), m_field};
    return page;
}

QString DiscountScreen::helpText() const
{
    return isAskingWhy() ? tr("Press the number of the reason and Enter, or type another one.")
                         : tr("Type how much less it costs and press Enter: 10% or digits from the right.");
}

void DiscountScreen::submit(const QString &text)
{
    m_field.clear();
    if (text.trimmed().isEmpty()) {
        navigator().say(MessageKind::Warning, isAskingWhy() ? tr("The receipt says why") : tr("Type how much"));
        return;
    }
    if (isAskingWhy())
        takeReason(text.trimmed());
    else
        takeValue(text.trimmed());
    navigator().redraw();
}

void DiscountScreen::takeValue(const QString &text)
{
    if (text == noDiscount && !m_steps.discountNow().isEmpty()) {
        m_steps.takeDiscountAway();
        navigator().closeTop();
        return;
    }
    const Result<sync::DiscountDraft> read = readMinorDiscount(text, m_desk.state().currency());
    if (read)
        m_value = text;
    else
        navigator().say(MessageKind::Error, read.error().message + QLatin1Char(' ') + read.error().hint);
}

void DiscountScreen::takeReason(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    const QStringList reasons = m_steps.reasons();
    if (isNumber && (number < 1 || number > reasons.size())) {
        navigator().say(MessageKind::Warning, tr("There is no reason %1").arg(text));
        return;
    }
    if (m_steps.giveMinorDiscount(m_value, isNumber ? reasons.at(number - 1) : text))
        navigator().closeTop();
}

bool DiscountScreen::back()
{
    if (!isAskingWhy())
        return false;
    m_value.clear();
    m_field.clear();
    return true;
}

} // namespace crema::terminal
