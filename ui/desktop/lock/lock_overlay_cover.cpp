// SPDX-License-Identifier: GPL-3.0-or-later
// How the lock stands in front of everything: what lies behind is hidden, and shortcuts do not reach it.
#include "ui/desktop/lock/lock_overlay.h"

#include "ui/desktop/theme/focus_ring.h"
#include "ui/presenters/people/lock_presenter.h"

#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QStackedWidget>

namespace crema::desktop {

namespace {

bool isActivity(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel ||
           type == QEvent::TouchBegin;
}

} // namespace

void LockOverlay::follow()
{
    if (m_presenter.isCovering() && isHidden())
        cover();
    else if (!m_presenter.isCovering() && !isHidden())
        uncover();
}

void LockOverlay::cover()
{
    // Menus, combo boxes and dialogs are windows of their own and would stay in front.
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (top != window() && top->isVisible() && top->parentWidget() && top->parentWidget()->window() == window())
            top->close();
    }
    m_focusBefore = window()->focusWidget();
    setGeometry(window()->rect());
    show();
    raise();
    const QList<QWidget *> siblings = window()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *sibling : siblings)
        hideSibling(*sibling);
    m_mail->clear();
    m_password->clear();
    askPassword(false);
    showState();
    setFocus(Qt::OtherFocusReason);
}

void LockOverlay::hideSibling(QWidget &widget)
{
    const bool isRing = qobject_cast<FocusRing *>(&widget) != nullptr;
    if (&widget == this || isRing || widget.isHidden() || widget.isWindow())
        return;
    m_hidden.append(&widget);
    widget.hide();
}

void LockOverlay::uncover()
{
    hide();
    const auto hidden = std::exchange(m_hidden, {});
    for (const QPointer<QWidget> &widget : hidden) {
        if (widget)
            widget->show();
    }
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool LockOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (isActivity(event->type()))
        m_presenter.noteActivity();
    if (watched == window() && event->type() == QEvent::Resize)
        setGeometry(window()->rect());
    if (!m_presenter.isCovering())
        return false;
    if (event->type() == QEvent::Shortcut)
        return true;
    // A toast or banner that comes up meanwhile waits behind the lock.
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto &shown = static_cast<QWidget &>(*watched);
        if (shown.parentWidget() == window() && !isHidden())
            hideSibling(shown);
    }
    return false;
}

} // namespace crema::desktop
