// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/list_detail_page.h"

namespace crema {
class AccountPresenter;
class PersonListPresenter;
} // namespace crema

class QKeyEvent;

namespace crema::desktop {

class PersonDetailPanel;
class PersonListPanel;

/// Who works here, and one of them to change: list or person below 1600 px, side by side from there on.
class PeoplePage final : public ListDetailPage
{
    Q_OBJECT

public:
    PeoplePage(const Theme &theme, PersonListPresenter &presenter, AccountPresenter &sessions,
               QWidget *parent = nullptr);

    [[nodiscard]] static Area area();
    void arrive() override;
    [[nodiscard]] QString place() const override;
    void showPlace(const QString &place) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool isOpen() const override;
    void setPanelsBeside(bool beside) override;
    void focusList() override;
    void focusDetail() override;

    PersonListPresenter &m_presenter;
    PersonListPanel *m_list;
    PersonDetailPanel *m_detail;
};

} // namespace crema::desktop
