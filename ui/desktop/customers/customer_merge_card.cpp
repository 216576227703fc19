// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customer_merge_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_list_presenter.h"
#include "ui/presenters/customers/customer_merge_presenter.h"

#include <QHBoxLayout>
#include <QLabel>

namespace crema::desktop {

CustomerMergeCard::CustomerMergeCard(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_card(new Card(theme, QStringLiteral("customerMergeCard"), tr("Duplicates"))), m_rows(new QVBoxLayout)
{
    auto *rows = new QWidget;
    rows->setLayout(m_rows);
    m_rows->setContentsMargins(4, 0, 4, 0);
    m_rows->setSpacing(8);
    Action &action = *presenter.actions().find(u"customers.merge");
    auto *merge = new TouchButton(theme, QStringLiteral("customers.merge.button"));
    merge->setAction(action);
    merge->setTextSize(14, QFont::Medium);
    merge->setMinimumHeight(theme.controlHeight());
    const auto name = [merge] { merge->setText(tr("Merge with a duplicate")); };
    connect(&action, &Action::changed, merge, name);
    name();
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(4, 4, 4, 8);
    row->addWidget(merge);
    row->addStretch(1);
    m_card->addRow(rows);
    m_card->addRow(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(&presenter, &CustomerListPresenter::detailChanged, this, &CustomerMergeCard::showState,
            Qt::QueuedConnection); // one of the rows may be what was used
    showState();
}

QWidget *CustomerMergeCard::makeRow(const MergedCustomer &merged)
{
    auto *line = new QWidget;
    auto *name = makeText(m_theme, QStringLiteral("mergedName"), 14, QFont::Medium);
    name->setText(merged.name);
    auto *about = makeText(m_theme, QStringLiteral("mergedAbout"), 14, QFont::Normal, "muted");
    about->setText(merged.aboutText);
    about->setVisible(!merged.aboutText.isEmpty());
    auto *apart = new TouchButton(m_theme, QStringLiteral("mergedApart"));
    apart->setText(tr("Take apart"));
    apart->setAccessibleName(tr("Take %1 apart again", "a customer who was merged").arg(merged.name));
    apart->setTextSize(14, QFont::Medium);
    apart->setMinimumHeight(m_theme.controlHeight());
    const Action &allowed = *m_presenter.actions().find(u"customers.merge");
    apart->setEnabled(allowed.isEnabled());
    connect(apart, &QPushButton::clicked, &m_presenter, [this, id = merged.id] { m_presenter.merging().unmerge(id); });
    auto *left = makeText(m_theme, QStringLiteral("mergedLeft"), 14, QFont::Medium);
    left->setText(tr("Got since: %1", "points and store credit of a customer who was merged").arg(merged.leftText));
    left->setVisible(!merged.leftText.isEmpty());
    auto *take = new TouchButton(m_theme, QStringLiteral("mergedTakeOver"));
    take->setText(tr("Take over"));
    take->setAccessibleName(tr("Take over what %1 got since", "a customer who was merged").arg(merged.name));
    take->setTextSize(14, QFont::Medium);
    take->setMinimumHeight(m_theme.controlHeight());
    take->setEnabled(allowed.isEnabled());
    take->setVisible(!merged.leftText.isEmpty());
    connect(take, &QPushButton::clicked, &m_presenter,
            [this, id = merged.id] { m_presenter.merging().takeOver(id, m_presenter.openId()); });
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    for (QLabel *label : {name, about, left}) {
        label->setWordWrap(true);
        texts->addWidget(label);
    }
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addLayout(texts, 1);
    row->addWidget(take);
    row->addWidget(apart);
    return line;
}

void CustomerMergeCard::showState()
{
    const QList<MergedCustomer> merged = m_presenter.detail() ? m_presenter.detail()->merged : QList<MergedCustomer>();
    if (merged == m_shown)
        return;
    m_shown = merged;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    for (const MergedCustomer &each : merged)
        m_rows->addWidget(makeRow(each));
}

} // namespace crema::desktop
