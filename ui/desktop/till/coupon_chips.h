// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace crema {
class TillPresenter;
struct CouponChip;
} // namespace crema

namespace crema::desktop {

class Theme;
class TouchButton;

/// The coupons of the open cart, one below the other: what each gives, or why it gives nothing yet. A press leaves it
/// out, and Undo brings it back. Not there without any.
class CouponChips final : public QWidget
{
    Q_OBJECT

public:
    CouponChips(const Theme &theme, TillPresenter &presenter, const QString &objectName, QWidget *parent = nullptr);

private:
    void showCoupons();
    void fitHeight(qsizetype shown);
    void showCoupon(TouchButton &button, const CouponChip &chip) const;

    const Theme &m_theme;
    TillPresenter &m_presenter;
    QScrollArea *m_scroll;
    QWidget *m_chips;
    QVBoxLayout *m_column;
    QList<TouchButton *> m_buttons; ///< as many as there ever were; those that are not needed are hidden
};

} // namespace crema::desktop
