// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace crema::desktop {

Card::Card(const Theme &theme, const QString &objectName, const QString &title, QWidget *parent)
    : QFrame(parent), m_title(makeText(theme, objectName + QStringLiteral("Title"), 16, QFont::DemiBold)),
      m_aside(makeText(theme, objectName + QStringLiteral("Aside"), 14, QFont::Normal, "muted")),
      m_titleRow(new QHBoxLayout), m_body(new QVBoxLayout)
{
    setObjectName(objectName);
    setProperty("role", QStringLiteral("card"));
    m_titleRow->setContentsMargins(padding, 12, padding, 12);
    m_titleRow->setSpacing(12);
    m_titleRow->addWidget(m_title, 1);
    m_titleRow->addWidget(m_aside);
    m_body->setContentsMargins(0, 0, 0, 12);
    m_body->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1); // the rows stop at the outline
    column->setSpacing(0);
    column->addLayout(m_titleRow);
    column->addLayout(m_body);
    setTitle(title);
    setAside({});
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setAside(const QString &text)
{
    m_aside->setText(text);
    m_aside->setVisible(!text.isEmpty());
}

void Card::addToTitle(QWidget *widget)
{
    m_titleRow->addWidget(widget);
}

void Card::addRow(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(padding, 0, padding, 0);
    row->addWidget(widget);
    m_body->addLayout(row);
}

QGridLayout *Card::emptied(const QString &name)
{
    delete findChild<QWidget *>(name, Qt::FindDirectChildrenOnly);
    auto *content = new QWidget(this);
    content->setObjectName(name);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(padding, 0, padding, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    m_body->addWidget(content);
    return grid;
}

} // namespace crema::desktop
