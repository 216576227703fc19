// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/size_class.h"

#include <QFrame>
#include <QHash>

class QVBoxLayout;

namespace crema {
class Action;
class ShellPresenter;
struct AreaEntry;
} // namespace crema

namespace crema::desktop {

class Theme;
class TouchButton;

/// The work areas at the leading edge (ux.md 2.1): icon over text, or icon beside text in a wide window. In a narrow
/// window it is hidden and lies over the page when it is asked for.
class Rail final : public QFrame
{
    Q_OBJECT

public:
    Rail(const Theme &theme, ShellPresenter &shell, QWidget *parent = nullptr);

    /// Adds an area below the others; settings go to the foot, below what waits to be sent.
    void addArea(const AreaEntry &area);
    void setSizeClass(SizeClass size);
    /// How many things need a person; shown beside Sync.
    void setAttention(int count);
    /// How many online payments have to be looked after; shown beside the sales, where their page is.
    void setPayments(int count);
    /// Only for the narrow window: over the page, at the leading edge of its parent.
    void showOver(const QRect &area);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] TouchButton *makeButton(const QString &id, const QString &name, const QString &iconName);
    void showKeyOf(QWidget &button, const Action &action, const QString &name);
    [[nodiscard]] TouchButton *current() const;
    void showCurrent();
    void arrange();
    [[nodiscard]] int narrowWidth(const QList<TouchButton *> &buttons) const;

    const Theme &m_theme;
    ShellPresenter &m_shell;
    SizeClass m_size = SizeClass::Medium;
    QVBoxLayout *m_column;
    QHash<QString, TouchButton *> m_buttons; ///< by area
    TouchButton *m_sync;
    int m_upper = 0; ///< areas above the stretch
};

} // namespace crema::desktop
