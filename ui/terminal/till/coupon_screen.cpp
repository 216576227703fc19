// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/coupon_screen.h"

#include "ui/presenters/till/coupon_words.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

CouponScreen::CouponScreen(Navigator &navigator, CartStepPresenter &steps)
    : TerminalScreen(navigator), m_steps(steps), m_visit(steps, CartStep::Coupon)
{
    connect(&m_steps, &CartStepPresenter::couponTaken, this, [this] { this->navigator().close(*this); });
    connect(&m_steps, &CartStepPresenter::changed, this, &CouponScreen::showProblem);
}

Page CouponScreen::page() const
{
    Page page{.title = tr("COUPON")};
    page.body = [this](const Layout &layout) {
        QList<TextLine> lines{{.left = tr("Scan the coupon, or type its code."), .maximumRows = 2}};
        const QList<CouponChip> &coupons = m_steps.coupons();
        for (int i = 0; i < coupons.size(); ++i)
            lines.append({.left = tr("%1 %2", "digit and entry").arg(QString::number(i + 1), couponLine(coupons.at(i))),
                          .maximumRows = 2});
        if (!coupons.isEmpty())
            lines.append({.left = tr("Its number leaves one out."), .maximumRows = 2});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{tr("Coupon"), m_field};
    return page;
}

QString CouponScreen::helpText() const
{
    return tr("Type the code and press Enter, or scan it. The number of a coupon leaves it out again.");
}

void CouponScreen::submit(const QString &text)
{
    m_field.clear();
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber); // a code has three characters or more
    if (isNumber && number >= 1 && number <= m_steps.coupons().size()) {
        const QString code = m_steps.coupons().at(number - 1).code; // the list is another one once it is out
        m_steps.removeCoupon(code);
        navigator().redraw();
        return;
    }
    m_steps.enterCoupon(text);
}

void CouponScreen::showProblem()
{
    if (!m_steps.couponProblem().isEmpty())
        navigator().say(MessageKind::Error, m_steps.couponProblem());
    navigator().redraw();
}

} // namespace crema::terminal
