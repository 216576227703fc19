// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/list_detail_page.h"

namespace crema {
class SaleListPresenter;
class ShellPresenter;
} // namespace crema

class QKeyEvent;

namespace crema::desktop {

class SaleDetailPanel;
class SaleListPanel;

/// The work area of orders. Until there are orders from the web and from businesses it shows the sales of the shop:
/// list or sale below 1600 px, list and sale side by side from there on.
class SalesPage final : public ListDetailPage
{
    Q_OBJECT

public:
    SalesPage(const Theme &theme, SaleListPresenter &presenter, ShellPresenter &shell, QWidget *parent = nullptr);

    [[nodiscard]] static Area area();
    void arrive() override;
    [[nodiscard]] bool takeScan(const QString &code) override;
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

    SaleListPresenter &m_presenter;
    SaleListPanel *m_list;
    SaleDetailPanel *m_detail;
};

} // namespace crema::desktop
