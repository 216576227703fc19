// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/cell_editor.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace crema::desktop {

namespace {

constexpr int problemWidth = 360;

} // namespace

CellEditor::CellEditor(const Theme &theme, DataTable &table, const QModelIndex &index, ColumnKind kind)
    : QWidget(table.viewport()), m_table(table), m_index(index), m_before(index.data(Qt::EditRole).toString()),
      m_field(new QLineEdit(m_before)), m_problem(new QFrame(&table)),
      m_sentence(makeText(theme, QStringLiteral("cellProblemText"), 14, QFont::Normal, "error")),
      m_link(new TouchButton(theme, QStringLiteral("cellProblemLink")))
{
    setObjectName(QStringLiteral("cellEditorPlace"));
    m_field->setObjectName(QStringLiteral("cellEditor"));
    m_field->setProperty("role", QStringLiteral("cell"));
    m_field->setProperty("noRing", true); // its own outline is the ring
    m_field->setProperty("acceptsCodes", table.columns().at(index.column()).takesCodes);
    m_field->setAccessibleName(table.columns().at(index.column()).title);
    if (kind == ColumnKind::Number)
        m_field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusProxy(m_field);

    m_problem->setObjectName(QStringLiteral("cellProblem"));
    m_sentence->setWordWrap(true);
    m_link->setTextSize(14, QFont::Medium);
    auto *column = new QVBoxLayout(m_problem);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_sentence);
    column->addWidget(m_link, 0, Qt::AlignLeft);
    m_problem->hide();
    connect(m_link, &QPushButton::clicked, this, &CellEditor::linkChosen);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_problem->hide(); });
    m_field->installEventFilter(this);
}

QString CellEditor::text() const
{
    return m_field->text();
}

bool CellEditor::hasFocusInside() const
{
    return m_field->hasFocus() || m_link->hasFocus();
}

void CellEditor::begin()
{
    place();
    show();
    raise();
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

void CellEditor::end()
{
    m_ended = true;
    m_problem->hide();
    m_problem->deleteLater();
    hide();
}

void CellEditor::setWaiting(bool waiting)
{
    m_waiting = waiting;
    m_field->setReadOnly(waiting);
}

void CellEditor::showProblem(const QString &sentence, const QString &link)
{
    restyle(*m_field, "problem", true);
    m_field->setAccessibleDescription(sentence);
    m_sentence->setText(sentence);
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    m_problem->show();
    place();
    m_problem->raise();
}

void CellEditor::place()
{
    const QRect shown = m_table.visualRect(m_index);
    setGeometry(shown);
    if (m_problem->isHidden())
        return;
    // Above the header too: with large text the rows alone leave too little room.
    const QRect view = m_table.rect();
    const QRect cell = shown.translated(m_table.viewport()->pos());
    const int width = qMin(qMax(problemWidth, cell.width()), view.width());
    m_problem->setFixedWidth(width);
    m_problem->layout()->activate();
    const int height = qMax(m_problem->sizeHint().height(), m_problem->layout()->totalHeightForWidth(width));
    const bool below = cell.bottom() + 4 + height <= view.bottom();
    const int wished = m_table.isRightToLeft() ? cell.right() + 1 - width : cell.left();
    m_problem->setGeometry(qBound(0, wished, view.width() - width), below ? cell.bottom() + 4 : cell.top() - 4 - height,
                           width, height);
}

bool CellEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || m_ended)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        const int key = static_cast<QKeyEvent &>(*event).key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter)
            event->accept();
        return false;
    }
    case QEvent::KeyPress: {
        const auto &key = static_cast<QKeyEvent &>(*event);
        return keyPressed(key.key(), key.modifiers() & Qt::ShiftModifier);
    }
    case QEvent::FocusOut: {
        const Qt::FocusReason reason = static_cast<QFocusEvent &>(*event).reason();
        if (!m_waiting && m_problem->isHidden() && reason != Qt::PopupFocusReason &&
            reason != Qt::ActiveWindowFocusReason)
            Q_EMIT submitted(EditMove::Stay);
        return false;
    }
    default: return false;
    }
}

bool CellEditor::keyPressed(int key, bool shift)
{
    const bool sends = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
    if (m_waiting)
        return sends || key == Qt::Key_Escape;
    if (key == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return true;
    }
    if (!sends)
        return false;
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
        Q_EMIT submitted(shift || key == Qt::Key_Backtab ? EditMove::Left : EditMove::Right);
    else
        Q_EMIT submitted(EditMove::Down);
    return true;
}

} // namespace crema::desktop
