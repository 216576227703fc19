// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/widgets/filtered_list.h"

namespace crema {
class PersonListPresenter;
class PersonTableModel;
} // namespace crema

namespace crema::desktop {

/// The people of a shop as a table with a search field above it.
class PersonListPanel final : public FilteredList
{
    Q_OBJECT

public:
    PersonListPanel(const Theme &theme, PersonListPresenter &presenter, QWidget *parent = nullptr);

    void setBeside(bool beside);

private:
    void addButtons(const Theme &theme);
    void showList();
    void showReason();
    void choose();

    PersonListPresenter &m_presenter;
    PersonTableModel *m_model;
};

} // namespace crema::desktop
