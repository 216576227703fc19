// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_world.h"
#include "ui/presenters/till/client_till_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <functional>

namespace crema {

/// A till over the real world, for whichever face draws it. The face is shown first; the store opens behind it.
class TillProgram
{
public:
    TillProgram(const QString &program, const presenters::StoreChoice &choice);

    [[nodiscard]] Clock &clock() { return m_world.clock(); }
    [[nodiscard]] TillPresenter &till() { return m_till; }

    /// Starts the presenter and opens the store. A store that cannot be opened is said on the till and handed to
    /// `refused`, once.
    void start(std::function<void(const Problem &)> refused);

private:
    presenters::StoreChoice m_choice;
    DeviceWorld m_world;
    ClientTillDesk m_desk;
    TillPresenter m_till;
};

} // namespace crema
