// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/system_clock.h"
#include "sync/seams/system_disk.h"
#include "sync/seams/system_network.h"
#include "sync/seams/system_randomness.h"
#include "sync/seams/thread_executor.h"
#include "ui/command/command_environment.h"
#include "ui/presenters/services.h"

#include <memory>

namespace crema::terminal {

/// The real world for one command line: system clock, network and disk, and the store once a verb asks for it.
class CommandWorld
{
public:
    CommandWorld();
    ~CommandWorld();

    /// Streams and variables of this process, with this world's clock and store. This world outlives it.
    [[nodiscard]] command::CommandEnvironment environment();

private:
    QCoro::Task<Result<presenters::Services *>> open(command::StoreAccess access);

    sync::SystemClock m_clock;
    sync::SystemRandomness m_randomness;
    sync::SystemDisk m_disk;
    sync::SystemNetwork m_network;
    sync::ThreadExecutor m_executor;
    std::unique_ptr<sync::Client> m_client;
    std::unique_ptr<presenters::Services> m_services;
};

} // namespace crema::terminal
