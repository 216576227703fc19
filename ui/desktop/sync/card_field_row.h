// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/syncing/attention_view.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace crema::desktop {

class Theme;
class TouchButton;

/// One field of a card: yours, the server's and what will be saved, which is also where another value is typed. Its
/// cells stand in the grid of the card, so that columns line up.
class CardFieldRow final : public QObject
{
    Q_OBJECT

public:
    /// Puts its cells into rows `row` and `row + 1` of `grid`, whose columns are yours, server, result.
    CardFieldRow(const Theme &theme, const CardFieldView &view, bool isConflict, QGridLayout &grid, int row,
                 QObject *parent = nullptr);

    /// Shows other values of the same field; what is being typed stays.
    void show(const CardFieldView &view);

Q_SIGNALS:
    void chosen(crema::Keep keep);
    void typed(const QString &text);

private:
    void addChoice(TouchButton *button, Keep keep, const QString &whose);

    const Theme &m_theme;
    bool m_isConflict;
    QLabel *m_label;
    TouchButton *m_mine;
    TouchButton *m_theirs;
    QLineEdit *m_value;
    QLabel *m_result;
    QLabel *m_error;
};

} // namespace crema::desktop
