// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/settings_recording.h"

#include "models/feed/entity_types.h"
#include "models/operations/apply_settings.h"
#include "models/operations/operation_types.h"
#include "sync/store/settings_rows.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.not_enrolled"),
            QCoreApplication::translate("Store", "This device is not enrolled yet."),
            QCoreApplication::translate("Store", "Run crema device enroll --platform URL --code CODE."),
            {}};
}

Problem unknownSetting(const QString &key)
{
    return {ProblemKind::NotFound,
            QStringLiteral("setting.unknown"),
            QCoreApplication::translate("Store", "There is no setting “%1” here.").arg(key),
            QCoreApplication::translate("Store", "Look at the list of settings."),
            {}};
}

} // namespace

Result<void> recordSetting(LocalStore &store, PlaceId place, const QString &key, const QJsonValue &seen,
                           const QJsonValue &value)
{
    const LocalStore::Place &here = store.place();
    if (!here.device.enrolled())
        return failure(notEnrolled());
    const Setting *setting = findSetting(key);
    const std::optional<ShopSettings> settings = settingsOf(store.rows(), place);
    if (!setting || !settings)
        return failure(unknownSetting(key));
    if (const Result<void> fits = checkSettingOf(*settings, *setting, value); !fits)
        return fits;
    if (const Result<void> may = here.person ? checkSettingPlace(*here.person, *settings) : Result<void>(); !may)
        return may;
    if (seen == value)
        return {};
    const Edit edit{{{key, FieldEdit{seen, value}}}, {}};
    return store.record(
        store.newOperation(operation::settingsEdit, {entity::settings.toString(), place.value()}, editToJson(edit)));
}

} // namespace crema::sync
