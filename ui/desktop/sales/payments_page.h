// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/list_detail_page.h"

class QKeyEvent;

namespace crema {
class PaymentListPresenter;
} // namespace crema

namespace crema::desktop {

class PaymentDetailPanel;
class PaymentListPanel;

/// The online payments of the place: list or payment below 1600 px, side by side from there on.
class PaymentsPage final : public ListDetailPage
{
    Q_OBJECT

public:
    PaymentsPage(const Theme &theme, PaymentListPresenter &presenter, QWidget *parent = nullptr);

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

    PaymentListPresenter &m_presenter;
    PaymentListPanel *m_list;
    PaymentDetailPanel *m_detail;
};

} // namespace crema::desktop
