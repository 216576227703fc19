// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace crema {
class KeyEditor;
struct KeyRow;
} // namespace crema

namespace crema::desktop {

class Theme;
class TouchButton;

/// One action with a button for its key and one for the twin, and one to take it back to what is usual.
class KeyRowView final : public QWidget
{
    Q_OBJECT

public:
    KeyRowView(const Theme &theme, KeyEditor &editor, const KeyRow &row, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    void showRow(const KeyRow &row);

private:
    [[nodiscard]] TouchButton *makeKey(qsizetype place);

    const Theme &m_theme;
    KeyEditor &m_editor;
    QString m_id;
    QLabel *m_name;
    TouchButton *m_key;
    TouchButton *m_twin;
    TouchButton *m_reset;
};

} // namespace crema::desktop
