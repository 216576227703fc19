// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/customer_list_view.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStringListModel;

namespace crema {
class CustomerListPresenter;
} // namespace crema

namespace crema::desktop {

class Card;
class ChoiceBox;
class FormField;
class Theme;

/// What decides what a customer pays: their group, and a price list of their own.
class CustomerPricesCard final : public QWidget
{
    Q_OBJECT

public:
    CustomerPricesCard(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent = nullptr);

private:
    void showState();
    void takeDraft();

    CustomerListPresenter &m_presenter;
    Card *m_card;
    QLineEdit *m_group;
    ChoiceBox *m_list;
    FormField *m_groupField;
    QLabel *m_locked;
    QStringListModel *m_groups;
    QList<PriceListChoice> m_lists;
    bool m_isShowing = false;
};

} // namespace crema::desktop
