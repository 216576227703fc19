// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/scroll_column.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace crema::desktop {

void scrollColumn(QScrollArea &area, QBoxLayout &column, const QString &name, int widest)
{
    auto *body = new QWidget;
    body->setObjectName(name + QStringLiteral("Body"));
    body->setMaximumWidth(widest);
    body->setLayout(&column);
    auto *centre = new QWidget;
    centre->setObjectName(name + QStringLiteral("Centre"));
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(body, 1);
    row->addStretch(0);
    area.setObjectName(name + QStringLiteral("Scroll"));
    area.setWidgetResizable(true);
    area.setFrameShape(QFrame::NoFrame);
    area.setFocusPolicy(Qt::NoFocus);
    area.setWidget(centre);
}

} // namespace crema::desktop
