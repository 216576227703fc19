// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/coupon_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/till/coupon_chips.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/cart_step_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int longestTyped = 60; ///< a code of 40 with blanks in it

} // namespace

CouponPanel::CouponPanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("couponPanel"), tr("Coupon")), m_code(new QLineEdit),
      m_field(new FormField(theme, QStringLiteral("couponCode"), tr("Scan the coupon, or type its code"), m_code))
{
    m_code->setMaxLength(longestTyped);
    body()->addWidget(m_field);
    auto *take = new TouchButton(theme, QStringLiteral("couponTake"));
    take->setKind("primary");
    take->setTextSize(16, QFont::DemiBold);
    take->setText(tr("Take the coupon"));
    take->setAccessibleName(take->text());
    take->setKeyHint(tr("Enter", "the key"));
    take->setMinimumHeight(qMax(48, theme.scaled(44)));
    body()->addWidget(take);
    body()->addWidget(new CouponChips(theme, steps.till(), QStringLiteral("couponShown")));
    body()->addStretch(1);
    const auto enter = [this] { m_steps.enterCoupon(m_code->text()); };
    connect(take, &QPushButton::clicked, this, enter, Qt::QueuedConnection);
    connect(m_code, &QLineEdit::returnPressed, this, enter, Qt::QueuedConnection);
    connect(m_code, &QLineEdit::textChanged, &steps, &CartStepPresenter::draftCoupon);
    connect(&steps, &CartStepPresenter::changed, this, &CouponPanel::showState);
}

void CouponPanel::arrive()
{
    m_code->clear();
    showState();
    m_code->setFocus();
}

void CouponPanel::showState()
{
    if (m_steps.step() != CartStep::Coupon)
        return;
    m_field->setProblem(m_steps.couponProblem());
    if (!m_steps.couponProblem().isEmpty())
        m_code->selectAll();
}

} // namespace crema::desktop
