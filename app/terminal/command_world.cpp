// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command_world.h"

#include "app/device/local_places.h"

#include <QFileInfo>

namespace crema::terminal {
using namespace Qt::StringLiterals;

CommandWorld::CommandWorld() : m_world(u"crema"_s) {}

command::CommandEnvironment CommandWorld::environment()
{
    command::CommandEnvironment environment = command::processEnvironment();
    environment.clock = &m_world.clock();
    environment.logFolder = places::logs();
    environment.openServices = [this](command::StoreAccess access) { return open(access); };
    return environment;
}

QCoro::Task<Result<presenters::Services *>> CommandWorld::open(command::StoreAccess access)
{
    if (m_services)
        co_return m_services.get();
    const Result<presenters::StoreChoice> choice = DeviceWorld::storeChoice();
    if (!choice)
        co_return failure(choice.error());
    // A first look on a new machine makes the store, so that it has a device id and an empty catalog to show.
    const bool readOnly = access == command::StoreAccess::Read && QFileInfo::exists(choice->path);
    const sync::OpenRequest request =
        m_world.openRequest(*choice, readOnly ? sync::OpenMode::ReadOnly : sync::OpenMode::ReadWrite);
    const Result<void> opened = co_await m_world.client().open(request);
    if (!opened)
        co_return failure(opened.error());
    m_services = std::make_unique<presenters::Services>(m_world.client(), m_world.parts(), choice->fromEnvironment);
    co_return m_services.get();
}

} // namespace crema::terminal
