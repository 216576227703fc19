// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace crema {
class DisplayPresenter;
}

namespace crema::desktop {

class Theme;

/// Where customers see their sale, for this device.
class DisplayCard final : public QFrame
{
    Q_OBJECT

public:
    DisplayCard(const Theme &theme, DisplayPresenter &presenter, QWidget *parent = nullptr);
};

} // namespace crema::desktop
