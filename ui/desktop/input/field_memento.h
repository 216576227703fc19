// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QPointer>
#include <QTextDocumentFragment>
#include <QVariant>
#include <QWidget>

class QLineEdit;

namespace crema::desktop {

/// What a widget held before it saw keys that turned out to be a scan, to be put back as if they never came: text,
/// cursor and selection of a field, the value of a spin box, the row of a list. Others are sent Backspace.
class FieldMemento
{
public:
    explicit FieldMemento(QWidget &widget);

    [[nodiscard]] bool isOf(const QWidget &widget) const { return m_widget == &widget; }
    /// One more key has reached the widget.
    void count() { ++m_keys; }
    void restore();

private:
    void restoreLine(QLineEdit &line) const;
    [[nodiscard]] bool restoreText() const;
    [[nodiscard]] bool restoreView() const;

    QPointer<QWidget> m_widget;
    int m_keys = 0;
    QVariant m_value;
    QString m_text;
    int m_cursor = 0;
    int m_selectionStart = -1;
    int m_selectionLength = 0;
    QTextDocumentFragment m_selected;
    QPersistentModelIndex m_current;
};

} // namespace crema::desktop
