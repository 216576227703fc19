// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_world.h"
#include "ui/command/command_environment.h"
#include "ui/presenters/services.h"

#include <memory>

namespace crema::terminal {

/// The real world for one command line: system clock, network and disk, and the store once a verb asks for it.
class CommandWorld
{
public:
    CommandWorld();

    /// Streams and variables of this process, with this world's clock and store. This world outlives it.
    [[nodiscard]] command::CommandEnvironment environment();

private:
    QCoro::Task<Result<presenters::Services *>> open(command::StoreAccess access);

    DeviceWorld m_world;
    std::unique_ptr<presenters::Services> m_services;
};

} // namespace crema::terminal
