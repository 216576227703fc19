// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace crema::desktop {

class Theme;

/// A label above a field, and below it, when there is one, what is wrong with it and what to do.
class FormField final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the field's name at its presenter ("business_name"); the editor's object name is made of it.
    FormField(const Theme &theme, const QString &name, const QString &label, QWidget *editor,
              QWidget *parent = nullptr);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QWidget *editor() const { return m_editor; }
    void setProblem(const QString &text);

private:
    QString m_name;
    QWidget *m_editor;
    QLabel *m_problem;
};

} // namespace crema::desktop
