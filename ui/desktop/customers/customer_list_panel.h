// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/widgets/filtered_list.h"

namespace crema {
class CustomerListPresenter;
class CustomerTableModel;
} // namespace crema

namespace crema::desktop {

/// The customers of a shop as a table with a search field above it.
class CustomerListPanel final : public FilteredList
{
    Q_OBJECT

public:
    CustomerListPanel(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent = nullptr);

    void setBeside(bool beside);

private:
    void showList();
    void showReason();
    void choose();

    CustomerListPresenter &m_presenter;
    CustomerTableModel *m_model;
};

} // namespace crema::desktop
