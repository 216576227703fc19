// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/list_detail_page.h"

namespace crema {
class CustomerListPresenter;
} // namespace crema

class QKeyEvent;

namespace crema::desktop {

class CustomerDetailPanel;
class CustomerListPanel;

/// Who buys here, and one of them to change: list or customer below 1600 px, side by side from there on.
class CustomersPage final : public ListDetailPage
{
    Q_OBJECT

public:
    CustomersPage(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent = nullptr);

    /// Below what is known of the customer.
    void addCard(QWidget *card);
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

    void askWhoIsTheSame(const QString &id);

    const Theme &m_theme;
    CustomerListPresenter &m_presenter;
    CustomerListPanel *m_list;
    CustomerDetailPanel *m_detail;
};

} // namespace crema::desktop
