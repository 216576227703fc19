// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/size_class.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// Asks which variant of a product is meant: one big button for each, keys 1 to 9, Escape goes back.
class OptionsPanel final : public QWidget
{
    Q_OBJECT

public:
    OptionsPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent = nullptr);

    void setSizeClass(SizeClass size);
    /// Puts the focus on the first variant.
    void arrive();

private:
    void showOptions();
    void place();

    const Theme &m_theme;
    TillPresenter &m_presenter;
    QLabel *m_title;
    QLabel *m_hint;
    QGridLayout *m_grid;
    QList<TouchButton *> m_buttons;
    class QVBoxLayout *m_column;
    int m_columns = 3;
};

} // namespace crema::desktop
