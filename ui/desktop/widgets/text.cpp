// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/text.h"

#include "ui/desktop/theme/theme.h"

#include <QStyle>
#include <QVariant>

namespace crema::desktop {

QLabel *makeText(const Theme &theme, const QString &objectName, int px, QFont::Weight weight, const char *tone)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setFont(theme.font(px, weight));
    label->setProperty("tone", QString::fromLatin1(tone));
    label->setTextFormat(Qt::PlainText);
    return label;
}

void restyle(QWidget &widget, const char *property, const QVariant &value)
{
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

} // namespace crema::desktop
