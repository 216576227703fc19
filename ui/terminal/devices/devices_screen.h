// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/devices/device_list_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// How the devices are, what needs a person first, in pages. A digit or Enter opens one.
class DevicesScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    DevicesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, DeviceListPresenter &devices);
    ~DevicesScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void shown() override;

private:
    void refresh();
    void settle();
    void openRow(qsizetype row);
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QList<TextLine> footer() const;

    Clock &m_clock;
    MenuEnter m_enter;
    DeviceListPresenter &m_devices;
    LineEdit m_field;
    List m_list;
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
