// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/page_header.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QEvent>
#include <QHBoxLayout>

namespace crema::desktop {

PageHeader::PageHeader(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent), m_parentPlace(new TouchButton(theme, objectName + QStringLiteral("Parent"))),
      m_separator(new QLabel), m_here(makeText(theme, objectName + QStringLiteral("Here"), 14, QFont::Medium)),
      m_crumbs(new QWidget), m_title(makeText(theme, objectName + QStringLiteral("Title"), 20, QFont::DemiBold)),
      m_aside(makeText(theme, objectName + QStringLiteral("Aside"), 14, QFont::Normal, "muted")),
      m_beside(new QHBoxLayout), m_titleRow(new QHBoxLayout), m_actions(new QHBoxLayout), m_theme(theme)
{
    setObjectName(objectName);
    m_parentPlace->setKind("link");
    m_parentPlace->setTextSize(14, QFont::Normal);
    m_parentPlace->setMinimumHeight(theme.scaled(28));
    auto *crumbs = new QHBoxLayout(m_crumbs);
    crumbs->setContentsMargins(0, 0, 0, 0);
    crumbs->setSpacing(4);
    crumbs->addWidget(m_parentPlace);
    crumbs->addWidget(m_separator);
    crumbs->addWidget(m_here);
    crumbs->addStretch(1);

    m_beside->setSpacing(8);
    m_actions->setSpacing(8);
    m_actions->addStretch(0);
    auto *words = new QHBoxLayout;
    words->setSpacing(12);
    words->addWidget(m_title);
    words->addLayout(m_beside);
    words->addWidget(m_aside, 1);
    m_titleRow->setContentsMargins(0, 0, 0, 0);
    m_titleRow->setSpacing(12);
    m_titleRow->addLayout(words, 1);
    m_titleRow->addLayout(m_actions);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(4);
    column->addWidget(m_crumbs);
    column->addLayout(m_titleRow);
    m_aside->setMinimumWidth(1); // gives way before the buttons do
    setEdge(16);
    setParentPlace({});
    setAside({});
    connect(m_parentPlace, &QPushButton::clicked, this, &PageHeader::parentChosen);
    const auto drawSeparator = [this] {
        m_separator->setPixmap(m_theme.icon(QStringLiteral("right"), "muted").pixmap(16, 16));
    };
    drawSeparator();
    connect(&theme, &Theme::changed, this, drawSeparator);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    m_here->setText(title);
    setAccessibleName(title);
}

void PageHeader::setAside(const QString &text)
{
    m_aside->setText(text);
}

void PageHeader::addBesideTitle(QWidget *widget)
{
    m_beside->addWidget(widget);
}

void PageHeader::setParentPlace(const QString &name)
{
    m_crumbs->setVisible(!name.isEmpty());
    m_parentPlace->setText(name);
    m_parentPlace->setAccessibleName(tr("Back to %1").arg(name));
    m_parentPlace->setToolTip(tr("Back to %1").arg(name));
}

void PageHeader::addAction(TouchButton *button)
{
    button->setTextSize(14, QFont::Medium);
    button->setMinimumHeight(m_theme.scaled(40));
    m_actions->insertWidget(m_actions->count() - 1, button);
}

void PageHeader::arrange()
{
    // The title keeps its room: where the buttons do not fit beside it they stand below.
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const int wished = m_title->sizeHint().width() + m_beside->sizeHint().width() + m_actions->sizeHint().width() +
                       3 * m_titleRow->spacing();
    m_titleRow->setDirection(wished > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

bool PageHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        arrange();
    return QWidget::event(event);
}

void PageHeader::setEdge(int px)
{
    layout()->setContentsMargins(px, 12, px, 12);
}

} // namespace crema::desktop
