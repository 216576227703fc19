// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/page_header.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QHBoxLayout>

namespace crema::desktop {

PageHeader::PageHeader(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent), m_parentPlace(new TouchButton(theme, objectName + QStringLiteral("Parent"))),
      m_separator(new QLabel), m_here(makeText(theme, objectName + QStringLiteral("Here"), 14, QFont::Medium)),
      m_crumbs(new QWidget), m_title(makeText(theme, objectName + QStringLiteral("Title"), 20, QFont::DemiBold)),
      m_aside(makeText(theme, objectName + QStringLiteral("Aside"), 14, QFont::Normal, "muted")),
      m_beside(new QHBoxLayout), m_actions(new QHBoxLayout), m_theme(theme)
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
    auto *titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(0, 0, 0, 0);
    titleRow->setSpacing(12);
    titleRow->addWidget(m_title);
    titleRow->addLayout(m_beside);
    titleRow->addWidget(m_aside, 1);
    titleRow->addStretch(0);
    titleRow->addLayout(m_actions);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(4);
    column->addWidget(m_crumbs);
    column->addLayout(titleRow);
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
    m_actions->addWidget(button);
}

void PageHeader::setEdge(int px)
{
    layout()->setContentsMargins(px, 12, px, 12);
}

} // namespace crema::desktop
