// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/area_page.h"

namespace crema {
class SaleListPresenter;
class ShellPresenter;
} // namespace crema

class QKeyEvent;

namespace crema::desktop {

class SaleDetailPanel;
class SaleListPanel;
class Theme;

/// The work area of orders. Until there are orders from the web and from businesses it shows the sales of the shop:
/// list or sale below 1600 px, list and sale side by side from there on.
class SalesPage final : public AreaPage
{
    Q_OBJECT

public:
    SalesPage(const Theme &theme, SaleListPresenter &presenter, ShellPresenter &shell, QWidget *parent = nullptr);

    [[nodiscard]] static Area area();
    void setSizeClass(SizeClass size) override;
    void arrive() override;
    [[nodiscard]] bool takeScan(const QString &code) override;
    [[nodiscard]] QString place() const override;
    void showPlace(const QString &place) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showPanels();

    const Theme &m_theme;
    SaleListPresenter &m_presenter;
    SaleListPanel *m_list;
    SaleDetailPanel *m_detail;
    bool m_beside = false;
};

} // namespace crema::desktop
