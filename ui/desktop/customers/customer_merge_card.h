// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/customer_list_view.h"

#include <QWidget>

class QVBoxLayout;

namespace crema {
class CustomerListPresenter;
} // namespace crema

namespace crema::desktop {

class Card;
class Theme;
class TouchButton;

/// Who was merged into a customer, each to be taken out again, and the way to merge somebody else.
class CustomerMergeCard final : public QWidget
{
    Q_OBJECT

public:
    CustomerMergeCard(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent = nullptr);

private:
    void showState();
    [[nodiscard]] QWidget *makeRow(const MergedCustomer &merged);

    const Theme &m_theme;
    CustomerListPresenter &m_presenter;
    Card *m_card;
    QVBoxLayout *m_rows;
    QList<MergedCustomer> m_shown;
};

} // namespace crema::desktop
