// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/devices/device_list_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/text_screen.h"

namespace crema::terminal {

/// One device: what needs a person and what to do about it, then its figures, in pages; and what can be done with it.
class DeviceScreen final : public TextScreen
{
    Q_OBJECT

public:
    DeviceScreen(Navigator &navigator, Clock &clock, MenuEnter enter, DeviceListPresenter &devices);

    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;

private:
    [[nodiscard]] QString titleText() const override;
    [[nodiscard]] QStringList rowsFor(const Layout &layout) const override;

    void begin(QStringView action);

    Clock &m_clock;
    MenuEnter m_enter;
    DeviceListPresenter &m_devices;
};

} // namespace crema::terminal
