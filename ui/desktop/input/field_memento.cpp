// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/field_memento.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTextEdit>

namespace crema::desktop {

namespace {

QLineEdit *lineOf(QWidget *widget)
{
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        return line;
    if (auto *box = qobject_cast<QComboBox *>(widget))
        return box->lineEdit();
    return nullptr;
}

std::optional<QTextCursor> cursorOf(const QWidget *widget)
{
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return edit->isReadOnly() ? std::nullopt : std::optional(edit->textCursor());
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
        return edit->isReadOnly() ? std::nullopt : std::optional(edit->textCursor());
    return std::nullopt;
}

void sendKey(QWidget *widget, Qt::Key key)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &press);
}

} // namespace

FieldMemento::FieldMemento(QWidget &widget) : m_widget(&widget)
{
    if (const QLineEdit *line = lineOf(&widget)) {
        m_text = line->text();
        m_cursor = line->cursorPosition();
        m_selectionStart = line->selectionStart();
        m_selectionLength = line->selectionLength();
    } else if (qobject_cast<QAbstractSpinBox *>(&widget)) {
        m_value = widget.metaObject()->userProperty().read(&widget);
    } else if (const std::optional<QTextCursor> cursor = cursorOf(&widget)) {
        m_cursor = cursor->selectionStart();
        m_selected = cursor->selection();
    } else if (const auto *view = qobject_cast<QAbstractItemView *>(&widget)) {
        m_current = view->currentIndex();
    }
}

void FieldMemento::restore()
{
    if (!m_widget)
        return;
    if (QLineEdit *line = lineOf(m_widget)) {
        restoreLine(*line);
    } else if (m_value.isValid()) {
        m_widget->metaObject()->userProperty().write(m_widget, m_value);
    } else if (!restoreText() && !restoreView()) {
        for (int i = 0; m_widget && i < m_keys; ++i)
            sendKey(m_widget, Qt::Key_Backspace);
    }
}

void FieldMemento::restoreLine(QLineEdit &line) const
{
    if (line.isReadOnly())
        return;
    // Not setText(): whoever follows what is typed has to hear of it.
    line.selectAll();
    if (m_text.isEmpty())
        line.del();
    else
        line.insert(m_text);
    line.setCursorPosition(m_cursor);
    if (m_selectionStart >= 0)
        line.setSelection(m_selectionStart, m_selectionLength);
}

bool FieldMemento::restoreText() const
{
    std::optional<QTextCursor> cursor = cursorOf(m_widget);
    if (!cursor)
        return false;
    cursor->setPosition(m_cursor);
    cursor->setPosition(m_cursor + m_keys, QTextCursor::KeepAnchor);
    cursor->removeSelectedText();
    cursor->insertFragment(m_selected);
    return true;
}

bool FieldMemento::restoreView() const
{
    auto *view = qobject_cast<QAbstractItemView *>(m_widget.data());
    if (!view)
        return false;
    // The key may have opened an editor in the table.
    QWidget *focused = QApplication::focusWidget();
    if (focused && focused != view && view->isAncestorOf(focused))
        sendKey(focused, Qt::Key_Escape);
    if (m_current.isValid())
        view->setCurrentIndex(m_current);
    return true;
}

} // namespace crema::desktop
