// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class AmountLabel;
class Theme;

/// Opens the drawer's shift: the cash that lies in it, by keypad or keys.
class ShiftPanel final : public QWidget
{
    Q_OBJECT

public:
    ShiftPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent = nullptr);

    void typeDigit(int digit);
    void eraseDigit();
    void open();

private:
    void showFloat();

    TillPresenter &m_presenter;
    AmountLabel *m_float;
    std::int64_t m_minor = 0;
};

} // namespace crema::desktop
