// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/settings/shop_settings_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// What the shop sets, in pages, for all locations or for one: F4 goes to the next. A digit or Enter opens a setting.
class ShopSettingsScreen final : public ListScreen
{
    Q_OBJECT

public:
    ShopSettingsScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShopSettingsPresenter &settings);
    ~ShopSettingsScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    [[nodiscard]] QString placeName() const;

    ShopSettingsPresenter &m_settings;
};

} // namespace crema::terminal
