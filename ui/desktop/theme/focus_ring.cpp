// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme/focus_ring.h"

#include "ui/desktop/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int reach = 4;

/// The area whose viewport this is.
const QAbstractScrollArea *scrollAreaOf(const QWidget *viewport)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(viewport->parentWidget());
    return area && area->viewport() == viewport ? area : nullptr;
}

} // namespace

FocusRing::FocusRing(const Theme &theme, QWidget *window) : QWidget(window), m_theme(theme)
{
    setObjectName(QStringLiteral("focusRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(&theme, &Theme::changed, this, [this] { update(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    follow(QApplication::focusWidget());
}

void FocusRing::follow(QWidget *widget)
{
    for (const QPointer<QWidget> &watched : std::as_const(m_watched)) {
        if (watched)
            watched->removeEventFilter(this);
    }
    m_watched.clear();
    m_focused = widget && window()->isAncestorOf(widget) ? widget : nullptr;
    if (m_focused) {
        m_watched.append(m_focused);
        if (auto *view = qobject_cast<QAbstractItemView *>(m_focused))
            m_watched.append(view->viewport());
        // What is scrolled moves as a whole, and what it takes away is not painted any more.
        for (QWidget *each = m_focused; each && each != window(); each = each->parentWidget()) {
            if (each->parentWidget() && scrollAreaOf(each->parentWidget()))
                m_watched.append(each);
        }
        for (const QPointer<QWidget> &watched : std::as_const(m_watched))
            watched->installEventFilter(this);
    }
    place();
}

QRect FocusRing::target() const
{
    if (const auto *view = qobject_cast<QAbstractItemView *>(m_focused)) {
        // A view shows the ring around its current row, or around itself while it has none.
        const QRect row = view->property("ringRect").canConvert<QRect>() && view->currentIndex().isValid()
                              ? view->property("ringRect").toRect()
                              : view->visualRect(view->currentIndex());
        const QRect visible = row.intersected(view->viewport()->rect());
        if (!visible.isEmpty())
            return QRect(view->viewport()->mapTo(window(), visible.topLeft()), visible.size());
    }
    return QRect(m_focused->mapTo(window(), QPoint(0, 0)), m_focused->size());
}

/// The part of the ring that shows: what a page has scrolled away takes its side of the ring along. Empty when all of
/// it is away.
QRect FocusRing::shownPart(const QRect &around) const
{
    QRect seen = around;
    for (const QWidget *each = m_focused->parentWidget(); each && each != window(); each = each->parentWidget()) {
        if (scrollAreaOf(each))
            seen &= QRect(each->mapTo(window(), QPoint(0, 0)), each->size());
    }
    if (seen.isEmpty())
        return {};
    const auto side = [](int of, int shown, int outwards) { return of == shown ? shown + outwards : shown; };
    return {QPoint(side(around.left(), seen.left(), -reach), side(around.top(), seen.top(), -reach)),
            QPoint(side(around.right(), seen.right(), reach), side(around.bottom(), seen.bottom(), reach))};
}

/// Whether nothing that came later lies over it: panels are made when they are first asked for.
bool FocusRing::isOnTop() const
{
    const QObjectList &siblings = parentWidget()->children();
    const auto last = std::find_if(siblings.crbegin(), siblings.crend(), [](const QObject *sibling) {
        return sibling->isWidgetType() && !static_cast<const QWidget *>(sibling)->isWindow();
    });
    return last != siblings.crend() && *last == this;
}

void FocusRing::place()
{
    if (!m_focused || !m_focused->isVisible() || m_focused->property("noRing").toBool()) {
        hide();
        return;
    }
    const QRect around = target();
    const QRect wanted = shownPart(around);
    if (wanted.isEmpty()) {
        hide();
        return;
    }
    const QRect whole = around.adjusted(-reach, -reach, reach, reach).translated(-wanted.topLeft());
    // Whatever is drawn anew here has what lies below it drawn too, which leads here again.
    if (isVisible() && geometry() == wanted && m_whole == whole && isOnTop())
        return;
    m_whole = whole;
    setGeometry(wanted);
    update();
    raise();
    show();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Hide:
    case QEvent::Show:
    case QEvent::Paint:
        if (m_focused)
            QMetaObject::invokeMethod(
                this, [this] { place(); }, Qt::QueuedConnection);
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour("ring"), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(m_whole).adjusted(1, 1, -1, -1), 9, 9);
}

} // namespace crema::desktop
