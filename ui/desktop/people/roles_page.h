// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/list_detail_page.h"

namespace crema {
class RoleListPresenter;
} // namespace crema

class QKeyEvent;

namespace crema::desktop {

class RoleDetailPanel;
class RoleListPanel;

/// The roles, and one of them to look at or to change: list or role below 1600 px, side by side from there on.
class RolesPage final : public ListDetailPage
{
    Q_OBJECT

public:
    RolesPage(const Theme &theme, RoleListPresenter &presenter, QWidget *parent = nullptr);

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

    RoleListPresenter &m_presenter;
    RoleListPanel *m_list;
    RoleDetailPanel *m_detail;
};

} // namespace crema::desktop
