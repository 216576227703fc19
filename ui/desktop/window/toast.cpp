// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/toast.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/shell/notices.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace crema::desktop {

Toast::Toast(const Theme &theme, Notices &notices, QStackedWidget &pages)
    : QFrame(&pages), m_theme(theme), m_notices(notices), m_page(pages),
      m_text(makeText(theme, QStringLiteral("toastText"), 14, QFont::Medium)),
      m_more(makeText(theme, QStringLiteral("toastMore"), 12, QFont::Medium, "muted")),
      m_undo(new TouchButton(theme, QStringLiteral("toastUndo"))),
      m_close(new TouchButton(theme, QStringLiteral("toastClose")))
{
    setObjectName(QStringLiteral("toast"));
    m_text->setWordWrap(true);
    m_undo->setKind("link");
    m_undo->setText(tr("Undo"));
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setTextSize(14, QFont::DemiBold);
    m_close->setKind("quiet");
    m_close->setIconName(QStringLiteral("x"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setFixedWidth(48);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 4, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    for (TouchButton *button : {m_undo, m_close}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->installEventFilter(this);
    }
    pages.installEventFilter(this);
    // The page that comes to the front would lie over it, and let it through where nothing is drawn.
    connect(&pages, &QStackedWidget::currentChanged, this, &QWidget::raise);
    connect(m_undo, &QPushButton::clicked, &notices, &Notices::undo);
    connect(m_close, &QPushButton::clicked, &notices, &Notices::dismiss);
    connect(&notices, &Notices::changed, this, &Toast::showNotice);
    hide();
    showNotice();
}

void Toast::showNotice()
{
    const std::optional<Notice> &notice = m_notices.shown();
    setVisible(notice.has_value());
    if (!notice)
        return;
    m_text->setText(notice->text);
    m_more->setVisible(notice->earlier > 0);
    m_more->setText(tr("+%1", "how many earlier steps can be undone as well").arg(notice->earlier));
    m_more->setToolTip(tr("%n more can be undone", nullptr, notice->earlier));
    setAccessibleName(notice->text);
    place();
    raise();
    // Qt announces texts only from 6.8 on; an alert is what screen readers read out before that.
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::place()
{
    constexpr int edge = 16;
    setFixedWidth(qMin(m_theme.scaled(widthPx), m_page.width() / 2));
    const int height = qMax(sizeHint().height(), layout()->heightForWidth(width()));
    const int x = m_page.layoutDirection() == Qt::RightToLeft ? m_page.width() - width() - edge : edge;
    setGeometry(x, m_page.height() - height - edge, width(), height);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_notices.hold();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_notices.release();
    QFrame::leaveEvent(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_page) {
        if ((event->type() == QEvent::Resize || event->type() == QEvent::Show) && !isHidden())
            place();
    } else if (event->type() == QEvent::FocusIn) {
        m_notices.hold();
    } else if (event->type() == QEvent::FocusOut) {
        m_notices.release();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace crema::desktop
