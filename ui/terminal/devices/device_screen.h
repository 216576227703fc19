// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/devices/device_list_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// One device: what needs a person and what to do about it, then its figures, in pages.
class DeviceScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    DeviceScreen(Navigator &navigator, DeviceListPresenter &devices);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

private:
    [[nodiscard]] QStringList rowsFor(const Layout &layout) const;

    DeviceListPresenter &m_devices;
    LineEdit m_field;
    int m_first = 0;
    mutable int m_rows = 0;  ///< as last drawn
    mutable int m_shown = 0; ///< as last drawn
};

} // namespace crema::terminal
