// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/local_places.h"

#include "ui/presenters/settings/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace crema::places {

using namespace Qt::StringLiterals;

namespace {

QString dataHome()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
}

} // namespace

Result<presenters::StoreChoice> store(Business business)
{
    return presenters::chooseStore(qEnvironmentVariable("CREMA_STORE"), dataHome(), business);
}

Result<presenters::StoreChoice> sampleStore()
{
    return presenters::chooseStore({}, dataHome(), Business::Sample);
}

Business chosenBusiness(const Preferences &preferences)
{
    return businessFromText(preferences.value(setupBusinessKey));
}

QString platformData(Business business)
{
    return dataHome() + (business == Business::Sample ? u"/crema/demo"_s : u"/crema/shop"_s);
}

QString logs()
{
    // Qt 6.4 knows no place for state.
    const QString home = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + u"/.local/state"_s);
    return home + u"/crema/log"_s;
}

std::optional<presenters::StoreChoice> orphanedStore(Business business)
{
    const auto choice = store(business);
    const bool isLocal = business == Business::Sample || business == Business::Shop;
    if (!isLocal || !choice || choice->fromEnvironment || QFileInfo::exists(platformData(business)))
        return std::nullopt;
    return QFileInfo::exists(QFileInfo(choice->path).path()) ? std::optional(*choice) : std::nullopt;
}

void putAside(const presenters::StoreChoice &store)
{
    const QString folder = QFileInfo(store.path).path();
    int number = 1;
    while (QFileInfo::exists(u"%1.%2"_s.arg(folder).arg(number)))
        ++number;
    QDir().rename(folder, u"%1.%2"_s.arg(folder).arg(number));
}

} // namespace crema::places
