// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace crema {
class CashMovementPresenter;
class DrawerPresenter;
} // namespace crema

namespace crema::desktop {

class MessageStrip;
class Theme;

/// Says that there is more in the drawer than the shop wants there, and leads to a safe drop. Whoever puts it off is
/// asked again when it was less meanwhile.
class DrawerStrip final : public QWidget
{
    Q_OBJECT

public:
    DrawerStrip(const Theme &theme, DrawerPresenter &drawer, CashMovementPresenter &cash, QWidget *parent = nullptr);

private:
    void showState();

    DrawerPresenter &m_drawer;
    MessageStrip *m_strip;
    bool m_isPutOff = false;
};

} // namespace crema::desktop
