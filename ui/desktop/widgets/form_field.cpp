// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/form_field.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"

#include <QVBoxLayout>

namespace crema::desktop {

FormField::FormField(const Theme &theme, const QString &name, const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_name(name), m_editor(editor),
      m_problem(makeText(theme, name + QStringLiteral("_problem"), 14, QFont::Normal, "error"))
{
    auto *text = makeText(theme, name + QStringLiteral("_label"), 14, QFont::Medium);
    text->setText(label);
    text->setBuddy(editor);
    editor->setObjectName(name);
    editor->setAccessibleName(label);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    // The focus ring of the editor needs 4 px around it.
    column->setContentsMargins(4, 0, 4, 4);
    column->setSpacing(6);
    column->addWidget(text);
    column->addWidget(editor);
    column->addWidget(m_problem);
}

void FormField::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_editor->setAccessibleDescription(text);
    restyle(*m_editor, "tone", text.isEmpty() ? QString() : QStringLiteral("error"));
}

} // namespace crema::desktop
