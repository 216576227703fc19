// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/device_world.h"

#include "app/device/file_preferences.h"
#include "app/device/local_places.h"

#include <QLocale>

namespace crema {
namespace {

/// What a new store counts in until the device is enrolled or somebody sets it.
Currency currencyOf(const QLocale &locale)
{
    const std::optional<Currency> currency = Currency::fromCode(locale.currencySymbol(QLocale::CurrencyIsoCode));
    return currency.value_or(Currency::fromCode(u"EUR").value_or(Currency()));
}

} // namespace

DeviceWorld::DeviceWorld(const QString &program)
    : m_program(program), m_executor(QStringLiteral("crema-store")), m_client(parts())
{}

sync::ClientParts DeviceWorld::parts()
{
    return {m_clock, m_randomness, m_executor, m_network, m_disk};
}

Result<presenters::StoreChoice> DeviceWorld::storeChoice()
{
    const FilePreferences preferences(FilePreferences::defaultPath());
    return places::store(places::chosenBusiness(preferences));
}

sync::OpenRequest DeviceWorld::openRequest(const presenters::StoreChoice &choice, sync::OpenMode mode) const
{
    sync::OpenRequest request;
    request.storePath = choice.path;
    request.mode = mode;
    request.program = m_program;
    request.currency = currencyOf(QLocale::system());
    return request;
}

} // namespace crema
