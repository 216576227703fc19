// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/list_detail_page.h"

namespace crema {
class DeviceListPresenter;
} // namespace crema

class QKeyEvent;

namespace crema::desktop {

class DeviceDetailPanel;
class DeviceListPanel;

/// How the devices of a manager's locations are: list or device below 1600 px, list and device side by side from there
/// on.
class DevicesPage final : public ListDetailPage
{
    Q_OBJECT

public:
    DevicesPage(const Theme &theme, DeviceListPresenter &presenter, QWidget *parent = nullptr);

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

    DeviceListPresenter &m_presenter;
    DeviceListPanel *m_list;
    DeviceDetailPanel *m_detail;
};

} // namespace crema::desktop
