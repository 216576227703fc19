// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/account/account_parts.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace crema::desktop {

QLineEdit *makeSecretEdit()
{
    auto *edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

TouchButton *makeAccountButton(const Theme &theme, const char *objectName, const QString &text)
{
    auto *button = new TouchButton(theme, QString::fromLatin1(objectName));
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(14, QFont::Medium);
    button->setMinimumHeight(theme.controlHeight());
    return button;
}

QWidget *makeAccountButtons(const QList<TouchButton *> &buttons)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(4, 8, 4, 4);
    row->setSpacing(8);
    for (TouchButton *button : buttons)
        row->addWidget(button);
    row->addStretch(1);
    return widget;
}

QLabel *makeAccountNote(const Theme &theme, const QString &objectName, const QString &text)
{
    QLabel *note = makeText(theme, objectName, 14, QFont::Normal, "muted");
    note->setText(text);
    note->setWordWrap(true);
    note->setContentsMargins(4, 0, 4, 8);
    return note;
}

} // namespace crema::desktop
