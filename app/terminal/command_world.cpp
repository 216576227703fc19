// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command_world.h"

#include "ui/presenters/settings/store_choice.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace crema::terminal {
namespace {

using namespace Qt::StringLiterals;

/// What a new store counts in until the device is enrolled or somebody sets it.
Currency currencyOf(const QLocale &locale)
{
    const std::optional<Currency> currency = Currency::fromCode(locale.currencySymbol(QLocale::CurrencyIsoCode));
    return currency.value_or(Currency::fromCode(u"EUR").value_or(Currency()));
}

} // namespace

CommandWorld::CommandWorld() : m_executor(u"crema-store"_s) {}
CommandWorld::~CommandWorld() = default;

command::CommandEnvironment CommandWorld::environment()
{
    command::CommandEnvironment environment = command::processEnvironment();
    environment.clock = &m_clock;
    environment.openServices = [this](command::StoreAccess access) { return open(access); };
    return environment;
}

QCoro::Task<Result<presenters::Services *>> CommandWorld::open(command::StoreAccess access)
{
    if (m_services)
        co_return m_services.get();
    const Result<presenters::StoreChoice> choice = presenters::chooseStore(
        qEnvironmentVariable("CREMA_STORE"), QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    if (!choice)
        co_return failure(choice.error());
    const sync::ClientParts parts{m_clock, m_randomness, m_executor, m_network, m_disk};
    m_client = std::make_unique<sync::Client>(parts);
    sync::OpenRequest request;
    request.storePath = choice->path;
    // A first look on a new machine makes the store, so that it has a device id and an empty catalog to show.
    const bool readOnly = access == command::StoreAccess::Read && QFileInfo::exists(choice->path);
    request.mode = readOnly ? sync::OpenMode::ReadOnly : sync::OpenMode::ReadWrite;
    request.program = u"crema"_s;
    request.currency = currencyOf(QLocale::system());
    const Result<void> opened = co_await m_client->open(request);
    if (!opened)
        co_return failure(opened.error());
    m_services = std::make_unique<presenters::Services>(*m_client, parts, choice->fromEnvironment);
    co_return m_services.get();
}

} // namespace crema::terminal
