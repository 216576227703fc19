// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/table/data_column.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;

namespace crema::desktop {

class DataTable;
class Theme;
enum class EditMove;

/// The field over a cell that is being edited (ux.md 2.11): Enter saves and moves down, Tab to the side, Esc gives the
/// old text back, leaving saves. A text that cannot be taken stays, with a sentence below the cell.
class CellEditor final : public QWidget
{
    Q_OBJECT

public:
    CellEditor(const Theme &theme, DataTable &table, const QModelIndex &index, ColumnKind kind);

    [[nodiscard]] QModelIndex index() const { return m_index; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isChanged() const { return text() != m_before; }
    [[nodiscard]] bool hasFocusInside() const;

    void begin();
    /// Nothing is said any more: the editor is about to go.
    void end();
    /// An answer is awaited; the text cannot be changed meanwhile.
    void setWaiting(bool waiting);
    void showProblem(const QString &sentence, const QString &link);
    /// Follows the cell.
    void place();

Q_SIGNALS:
    void submitted(crema::desktop::EditMove move);
    void cancelled();
    void linkChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool keyPressed(int key, bool shift);

    DataTable &m_table;
    QPersistentModelIndex m_index;
    QString m_before;
    QLineEdit *m_field;
    QFrame *m_problem;
    QLabel *m_sentence;
    class TouchButton *m_link;
    bool m_waiting = false;
    bool m_ended = false;
};

} // namespace crema::desktop
