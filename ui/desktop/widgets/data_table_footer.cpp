// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/data_table_footer.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"

#include <QHBoxLayout>

namespace crema::desktop {

DataTableFooter::DataTableFooter(const Theme &theme, const QString &objectName, QWidget *parent)
    : QFrame(parent), m_theme(theme),
      m_count(makeText(theme, QStringLiteral("tableCount"), 12, QFont::Normal, "muted")), m_sums(new QHBoxLayout),
      m_aside(makeText(theme, QStringLiteral("tableAside"), 12, QFont::Normal, "muted"))
{
    setObjectName(objectName);
    setProperty("role", QStringLiteral("tableFooter"));
    setFixedHeight(theme.scaled(32));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(24);
    m_sums->setSpacing(24);
    row->addWidget(m_count);
    row->addLayout(m_sums);
    row->addStretch(1);
    row->addWidget(m_aside);
}

void DataTableFooter::setCount(const QString &text)
{
    m_count->setText(text);
}

void DataTableFooter::setSums(const QList<AmountRow> &sums)
{
    if (sums == m_shown)
        return;
    m_shown = sums;
    while (QLayoutItem *item = m_sums->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const AmountRow &sum : sums) {
        auto *pair = new QWidget;
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        QLabel *label = makeText(m_theme, QStringLiteral("tableSumLabel"), 12, QFont::Normal, "muted");
        label->setText(sum.label);
        auto *amount = new AmountLabel;
        amount->setObjectName(QStringLiteral("tableSum"));
        amount->setFont(m_theme.font(12, QFont::DemiBold));
        amount->setText(sum.amountText);
        row->addWidget(label);
        row->addWidget(amount);
        m_sums->addWidget(pair);
    }
}

void DataTableFooter::setAside(const QString &text)
{
    m_aside->setText(text);
    m_aside->setVisible(!text.isEmpty());
}

} // namespace crema::desktop
