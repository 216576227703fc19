// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/region_cycle.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace crema::desktop {

namespace {

bool takesFocus(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus);
}

} // namespace

RegionCycle::RegionCycle(QWidget *window) : QObject(window), m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { remember(now); });
}

void RegionCycle::remember(QWidget *focused)
{
    for (QWidget *widget = focused; widget; widget = widget->parentWidget()) {
        if (widget->property("region").toBool())
            m_last.insert(widget, focused);
    }
}

QList<QWidget *> RegionCycle::regions() const
{
    QList<QWidget *> found;
    const QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->property("region").toBool() && widget->isVisible() && targetIn(*widget))
            found.append(widget);
    }
    const bool mirrored = m_window->layoutDirection() == Qt::RightToLeft;
    std::sort(found.begin(), found.end(), [&](const QWidget *a, const QWidget *b) {
        const QPoint first = a->mapTo(m_window, QPoint(mirrored ? a->width() : 0, 0));
        const QPoint second = b->mapTo(m_window, QPoint(mirrored ? b->width() : 0, 0));
        if (first.y() != second.y())
            return first.y() < second.y();
        return mirrored ? first.x() > second.x() : first.x() < second.x();
    });
    return found;
}

QWidget *RegionCycle::targetIn(QWidget &region) const
{
    if (QWidget *last = m_last.value(&region); last && takesFocus(*last) && region.isAncestorOf(last))
        return last;
    if (takesFocus(region))
        return &region;
    const QList<QWidget *> widgets = region.findChildren<QWidget *>();
    const auto first =
        std::find_if(widgets.begin(), widgets.end(), [](const QWidget *each) { return takesFocus(*each); });
    return first == widgets.end() ? nullptr : *first;
}

void RegionCycle::go(int step)
{
    const QList<QWidget *> all = regions();
    if (all.isEmpty())
        return;
    QWidget *focused = QApplication::focusWidget();
    int now = -1;
    for (int row = 0; row < all.size(); ++row) {
        if (focused && (all.at(row) == focused || all.at(row)->isAncestorOf(focused)))
            now = row;
    }
    const int count = static_cast<int>(all.size());
    const int next = now < 0 ? (step > 0 ? 0 : count - 1) : (now + step + count) % count;
    targetIn(*all.at(next))->setFocus(Qt::ShortcutFocusReason);
}

} // namespace crema::desktop
