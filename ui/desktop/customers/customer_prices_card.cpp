// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customer_prices_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/customers/customer_list_presenter.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>

namespace crema::desktop {

CustomerPricesCard::CustomerPricesCard(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter),
      m_card(new Card(theme, QStringLiteral("customerPricesCard"), tr("Prices"))), m_group(new QLineEdit),
      m_list(new ChoiceBox(theme)),
      m_groupField(new FormField(theme, QStringLiteral("group"), tr("Customer group"), m_group)),
      m_locked(makeText(theme, QStringLiteral("customerPricesLocked"), 14, QFont::Normal, "muted")),
      m_groups(new QStringListModel(this))
{
    m_group->setPlaceholderText(tr("May stay empty"));
    auto *completer = new QCompleter(m_groups, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_group->setCompleter(completer);
    auto *fields = new QWidget;
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_groupField, 1);
    row->addWidget(new FormField(theme, QStringLiteral("price_list"), tr("Price list of their own"), m_list), 1);
    m_locked->setWordWrap(true);
    m_locked->setContentsMargins(4, 0, 4, 8);
    m_card->addRow(fields);
    m_card->addRow(m_locked);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_group, &QLineEdit::textChanged, this, &CustomerPricesCard::takeDraft);
    connect(m_group, &QLineEdit::returnPressed, &presenter, &CustomerListPresenter::save, Qt::QueuedConnection);
    connect(m_list, &QComboBox::activated, this, &CustomerPricesCard::takeDraft);
    connect(&presenter, &CustomerListPresenter::detailChanged, this, &CustomerPricesCard::showState);
    connect(&presenter, &CustomerListPresenter::draftChanged, this, &CustomerPricesCard::showState);
    showState();
}

void CustomerPricesCard::takeDraft()
{
    if (m_isShowing || !m_presenter.detail())
        return;
    CustomerDraft draft = m_presenter.draft();
    draft.group = m_group->text();
    draft.priceList = m_list->currentData().toString();
    m_presenter.setDraft(draft);
}

void CustomerPricesCard::showState()
{
    if (!m_presenter.detail())
        return;
    const CustomerDetail &detail = *m_presenter.detail();
    const CustomerDraft &draft = m_presenter.draft();
    m_isShowing = true;
    if (m_group->text() != draft.group)
        m_group->setText(draft.group);
    if (m_groups->stringList() != detail.groups)
        m_groups->setStringList(detail.groups);
    // Only where there are others: somebody may have the list open.
    if (m_lists != detail.priceLists || m_list->count() == 0) {
        m_lists = detail.priceLists;
        m_list->clear();
        m_list->addItem(tr("None", "a price list"), QString());
        for (const PriceListChoice &list : detail.priceLists)
            m_list->addItem(list.name, list.id);
    }
    m_list->setCurrentIndex(std::max(m_list->findData(draft.priceList), 0));
    m_isShowing = false;
    const bool isLocked = !detail.lockedText.isEmpty() || !detail.pricesLockedText.isEmpty();
    m_group->setReadOnly(isLocked);
    m_list->setEnabled(!isLocked);
    m_locked->setText(detail.lockedText.isEmpty() ? detail.pricesLockedText : QString());
    m_locked->setVisible(!m_locked->text().isEmpty());
    m_groupField->setProblem(m_presenter.fieldProblem(m_groupField->name()));
}

} // namespace crema::desktop
