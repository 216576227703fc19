// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/coupon_chips.h"

#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/coupon_words.h"
#include "ui/presenters/till/till_presenter.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int lowestChip = 48; ///< px at text scale 1.0

} // namespace

CouponChips::CouponChips(const Theme &theme, TillPresenter &presenter, const QString &objectName, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_scroll(new QScrollArea), m_chips(new QWidget),
      m_column(new QVBoxLayout(m_chips))
{
    setObjectName(objectName);
    m_scroll->setObjectName(objectName + QStringLiteral("Scroll"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_chips);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_scroll);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    connect(&presenter, &TillPresenter::cartChanged, this, &CouponChips::showCoupons);
    connect(&presenter, &TillPresenter::modeChanged, this, &CouponChips::showCoupons);
    showCoupons();
}

void CouponChips::showCoupons()
{
    const QList<CouponChip> &coupons = m_presenter.totals().coupons;
    while (m_buttons.size() < coupons.size()) {
        const auto row = static_cast<int>(m_buttons.size());
        auto *button = new TouchButton(m_theme, QStringLiteral("%1%2").arg(objectName()).arg(row));
        button->setArrangement(TouchButton::Arrangement::Leading);
        button->setTextSize(14, QFont::Medium);
        button->setIconName(QStringLiteral("x"));
        button->setIconSize(16);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setMinimumHeight(m_theme.scaled(lowestChip));
        connect(
            button, &QPushButton::clicked, this,
            [this, row] {
                if (row < m_presenter.totals().coupons.size())
                    m_presenter.removeCoupon(m_presenter.totals().coupons.at(row).code);
            },
            Qt::QueuedConnection); // the button may go with its coupon
        m_column->addWidget(button);
        m_buttons.append(button);
    }
    for (int row = 0; row < m_buttons.size(); ++row) {
        m_buttons.at(row)->setVisible(row < coupons.size());
        if (row < coupons.size())
            showCoupon(*m_buttons.at(row), coupons.at(row));
    }
    fitHeight(coupons.size());
    setVisible(!coupons.isEmpty());
}

/// Two are in sight, and one where text is large; the others are scrolled to.
void CouponChips::fitHeight(qsizetype shown)
{
    if (shown == 0)
        return;
    const qsizetype inSight = std::min<qsizetype>(shown, isLargeText(m_theme) ? 1 : 2);
    const int chip = std::max(m_buttons.front()->minimumHeight(), m_buttons.front()->sizeHint().height());
    const auto heightOf = [&](qsizetype chips) {
        return static_cast<int>(chips) * chip + static_cast<int>(chips - 1) * m_column->spacing();
    };
    m_scroll->setMinimumHeight(heightOf(inSight));
    m_scroll->setMaximumHeight(heightOf(shown));
}

void CouponChips::showCoupon(TouchButton &button, const CouponChip &chip) const
{
    const QString text = couponLine(chip);
    button.setText(text);
    button.setSecondLine(chip.promotion);
    button.setAccessibleName(tr("Leave out the coupon: %1").arg(text));
    button.setToolTip(tr("Leave it out"));
    button.setEnabled(m_presenter.mode() == TillMode::Selling);
}

} // namespace crema::desktop
