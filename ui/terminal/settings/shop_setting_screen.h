// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/settings/shop_settings_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// One setting of the shop: what it means, what is in force and who changed it; what is typed counts with Enter, and F4
/// takes it back to what it is otherwise. Nothing typed goes back.
class ShopSettingScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    ShopSettingScreen(Navigator &navigator, ShopSettingsPresenter &settings, const QString &key);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

private:
    void refresh();
    [[nodiscard]] QString promptText(const ShopSettingRow &row) const;

    ShopSettingsPresenter &m_settings;
    QString m_key;
    LineEdit m_field;
    QString m_said; ///< the problem that was told
};

} // namespace crema::terminal
