// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/reading_order.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QScrollArea>

#include <algorithm>

namespace crema::desktop {

namespace {

using Widgets = QList<QWidget *>;

/// The children that are seen, the lowest in the pile first; not what only lies over others, as the focus ring.
Widgets seenChildren(const QWidget &parent)
{
    Widgets seen;
    for (QObject *child : parent.children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && !widget->isWindow() && widget->isVisible() &&
            !widget->testAttribute(Qt::WA_TransparentForMouseEvents))
            seen.append(widget);
    }
    return seen;
}

/// Takes out what lies over its siblings, as a panel or a toast does: it is read when they have been.
Widgets takeFloating(Widgets &siblings)
{
    Widgets floating;
    for (qsizetype i = siblings.size() - 1; i > 0; --i) {
        const QRect place = siblings.at(i)->geometry();
        const bool liesOver = std::any_of(siblings.cbegin(), siblings.cbegin() + i, [&place](const QWidget *below) {
            return below->geometry().intersects(place);
        });
        if (liesOver)
            floating.prepend(siblings.takeAt(i));
    }
    return floating;
}

/// From where to where a widget reaches along one axis.
struct Span {
    int from;
    int to;
};

Span heightOf(const QWidget &widget)
{
    return {widget.geometry().top(), widget.geometry().bottom()};
}

Span widthOf(const QWidget &widget)
{
    return {widget.geometry().left(), widget.geometry().right()};
}

/// Parts the widgets wherever a straight line along the other axis goes between them.
QList<Widgets> partsOf(Widgets widgets, Span (*span)(const QWidget &))
{
    std::stable_sort(widgets.begin(), widgets.end(),
                     [span](const QWidget *a, const QWidget *b) { return span(*a).from < span(*b).from; });
    QList<Widgets> parts;
    int reached = 0;
    for (QWidget *each : widgets) {
        const Span here = span(*each);
        if (parts.isEmpty() || here.from > reached)
            parts.append(Widgets());
        parts.last().append(each);
        reached = parts.last().size() == 1 ? here.to : std::max(reached, here.to);
    }
    return parts;
}

/// Rows first, then columns, then the rows in each of them, and so on: how the eye goes through boxes.
Widgets readBoxes(const Widgets &boxes, bool mirrored)
{
    if (boxes.size() < 2)
        return boxes;
    QList<Widgets> parts = partsOf(boxes, heightOf);
    if (parts.size() == 1) {
        parts = partsOf(boxes, widthOf);
        if (mirrored)
            std::reverse(parts.begin(), parts.end());
    }
    if (parts.size() == 1)
        return boxes; // no line goes between them: as they were made
    Widgets read;
    for (const Widgets &part : std::as_const(parts))
        read.append(readBoxes(part, mirrored));
    return read;
}

/// The chosen one of the buttons of which one is chosen: Tab leads to it, arrow keys to the others.
const QAbstractButton *chosenBeside(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    if (!button || button->focusPolicy() == Qt::NoFocus)
        return nullptr;
    if (button->group())
        return button->group()->exclusive() ? button->group()->checkedButton() : nullptr;
    if (!button->autoExclusive() || !button->parentWidget())
        return nullptr;
    const auto beside = button->parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    const auto chosen = std::find_if(beside.begin(), beside.end(), [](const QAbstractButton *each) {
        return each->autoExclusive() && each->isChecked();
    });
    return chosen == beside.end() ? nullptr : *chosen;
}

void scrollTo(QWidget &widget)
{
    for (QWidget *above = widget.parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(&widget);
    }
}

} // namespace

QList<QWidget *> inReadingOrder(const QWidget &root)
{
    Widgets siblings = seenChildren(root);
    const Widgets floating = takeFloating(siblings);
    Widgets ordered;
    for (QWidget *each : readBoxes(siblings, root.layoutDirection() == Qt::RightToLeft) + floating) {
        ordered.append(each);
        ordered.append(inReadingOrder(*each));
    }
    return ordered;
}

bool takesTab(const QWidget &widget)
{
    if (const QAbstractButton *chosen = chosenBeside(widget))
        return chosen == &widget && widget.isVisible() && widget.isEnabled();
    return widget.isVisible() && widget.isEnabled() && !widget.focusProxy() &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

bool moveFocus(QWidget &root, bool next)
{
    const QList<QWidget *> all = inReadingOrder(root);
    const qsizetype count = all.size();
    // A page that has the focus itself leads to its first control, and back to what stands before it.
    const qsizetype start = all.indexOf(root.focusWidget());
    for (qsizetype step = 1; step <= count; ++step) {
        const qsizetype place = next ? start + step : (start < 0 ? count : start) - step;
        QWidget *widget = all.at((place + count) % count);
        if (!takesTab(*widget))
            continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        scrollTo(*widget);
        return true;
    }
    return false;
}

} // namespace crema::desktop
