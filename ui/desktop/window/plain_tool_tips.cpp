// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/plain_tool_tips.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace crema::desktop {

namespace {

/// What would be shown over this place of the widget; a view asks its model.
QString toolTipOf(const QWidget &widget, const QPoint &at)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (!view || view->viewport() != &widget)
        return widget.toolTip();
    return view->indexAt(at).data(Qt::ToolTipRole).toString();
}

} // namespace

bool PlainToolTips::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = event->type() == QEvent::ToolTip ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget)
        return false;
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = toolTipOf(*widget, help->pos());
    if (!Qt::mightBeRichText(text))
        return false;
    // In markup of our own: without any, the signs that stand for the others would be shown themselves.
    QToolTip::showText(help->globalPos(), QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()), widget);
    return true;
}

} // namespace crema::desktop
