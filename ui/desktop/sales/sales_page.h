// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/list_detail_page.h"

namespace crema {
class PrintPresenter;
class ReturnPresenter;
class SaleListPresenter;
class ShellPresenter;
} // namespace crema

class QKeyEvent;
class QStackedWidget;

namespace crema::desktop {

class ReturnPanel;
class SaleDetailPanel;
class SaleListPanel;

/// The work area of orders. Until there are orders from the web and from businesses it shows the sales of the shop:
/// list or sale below 1600 px, list and sale side by side from there on. What comes back of a sale takes its place.
class SalesPage final : public ListDetailPage
{
    Q_OBJECT

public:
    SalesPage(const Theme &theme, SaleListPresenter &presenter, ReturnPresenter &returns, PrintPresenter &printing,
              ShellPresenter &shell, QWidget *parent = nullptr);

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
    void followReturn();

    SaleListPresenter &m_presenter;
    ReturnPresenter &m_returns;
    SaleListPanel *m_list;
    SaleDetailPanel *m_detail;
    ReturnPanel *m_return;
    QStackedWidget *m_open; ///< the sale, or what comes back of it
};

} // namespace crema::desktop
