// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/devices/device_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// How the devices are, what needs a person first, in pages. A digit or Enter opens one.
class DevicesScreen final : public ListScreen
{
    Q_OBJECT

public:
    DevicesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, DeviceListPresenter &devices);
    ~DevicesScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void shown() override;

private:
    void refresh();
    void addDevice();
    void openRow(qsizetype row) override;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QList<TextLine> footer() const;

    DeviceListPresenter &m_devices;
};

} // namespace crema::terminal
