// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/size_class.h"

#include <QFrame>

class QVBoxLayout;

namespace crema::desktop {

class Theme;
class TouchButton;

/// The work areas at the leading edge (ux.md 2.1): icon over text, or icon beside text in a wide window.
class Rail final : public QFrame
{
    Q_OBJECT

public:
    Rail(const Theme &theme, QWidget *parent = nullptr);

    /// Adds an area below the others; the first one is current.
    void addArea(const QString &id, const QString &name, const QString &iconName);
    void setCurrent(int area);
    void setSizeClass(SizeClass size);

Q_SIGNALS:
    void areaChosen(int area);

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    QList<TouchButton *> m_buttons;
};

} // namespace crema::desktop
