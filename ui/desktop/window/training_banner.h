// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace crema {
class TrainingPresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// Says above every page that the till only practises (ADR 058), in words, with an icon and a border of its own. It
/// shows and hides itself, and cannot be closed: it ends the training.
class TrainingBanner final : public QFrame
{
    Q_OBJECT

public:
    TrainingBanner(const Theme &theme, TrainingPresenter &presenter, QWidget *parent = nullptr);

private:
    void showState();

    const Theme &m_theme;
    TrainingPresenter &m_presenter;
    QLabel *m_icon;
};

} // namespace crema::desktop
