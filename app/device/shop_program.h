// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_world.h"
#include "app/device/file_preferences.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/shop_presenters.h"

#include <functional>

namespace crema {

/// A shop over the real world, for whichever face draws it. The face is shown first; the store opens behind it.
class ShopProgram
{
public:
    ShopProgram(const QString &program, const presenters::StoreChoice &choice);

    [[nodiscard]] Clock &clock() { return m_world.clock(); }
    [[nodiscard]] ShopPresenters &shop() { return m_shop; }
    [[nodiscard]] TillPresenter &till() { return m_shop.till; }

    /// Starts the presenters and opens the store. A store that cannot be opened is said on the till and handed to
    /// `refused`, once.
    void start(std::function<void(const Problem &)> refused);

private:
    presenters::StoreChoice m_choice;
    DeviceWorld m_world;
    FilePreferences m_preferences;
    ClientShopDesk m_desk;
    ShopPresenters m_shop;
};

} // namespace crema
