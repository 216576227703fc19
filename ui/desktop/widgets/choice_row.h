// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace crema::desktop {

class Theme;
class TouchButton;

/// One choice out of a few, all of them visible, side by side in one frame.
class ChoiceRow final : public QWidget
{
    Q_OBJECT

public:
    /// `label` names the choice for screen readers.
    ChoiceRow(const Theme &theme, const QString &objectName, const QString &label, QWidget *parent = nullptr);

    /// `id` is what chosen() gives; the icon may be empty.
    void addChoice(const QString &id, const QString &text, const QString &iconName = {});
    /// Whether this one can be seen.
    void setOffered(const QString &id, bool isOffered);
    /// Marks the choice without a signal; an unknown id marks none.
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const;
    /// Puts the focus on the marked choice, or on the first.
    void focusCurrent();

Q_SIGNALS:
    void chosen(const QString &id);

private:
    const Theme &m_theme;
    QHBoxLayout *m_row;
    QButtonGroup *m_group;
    QList<TouchButton *> m_buttons;
};

} // namespace crema::desktop
