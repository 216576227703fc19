// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_settings.h"

#include "models/operations/bodies.h"
#include "models/operations/refusals.h"
#include "models/people/approval.h"

#include <QCoreApplication>

namespace crema {
namespace {

Problem companyOnly(const Setting &setting)
{
    return {ProblemKind::Invalid,
            QStringLiteral("setting.company_only"),
            QCoreApplication::translate("crema::Operation", "“%1” is the same for all locations.")
                .arg(settingTitle(setting)),
            QCoreApplication::translate("crema::Operation", "Set it for the company."),
            {}};
}

Problem otherPlace()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("setting.other_place"),
            QCoreApplication::translate("crema::Operation", "Settings are changed by those who work at their place."),
            QCoreApplication::translate("crema::Operation",
                                        "Those of the company are changed by people who work everywhere."),
            {}};
}

Problem lacksRight(const Setting &setting)
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("setting.needs_right"),
            QCoreApplication::translate("crema::Operation", "“%1” is set by people who also have this right: %2.")
                .arg(settingTitle(setting), permissionText(*setting.besides)),
            QCoreApplication::translate("crema::Operation", "Ask somebody who has it."),
            {}};
}

Result<void> checkValues(const ShopSettings &settings, const Edit &edit)
{
    for (auto it = edit.fields.begin(); it != edit.fields.end(); ++it) {
        if (const Result<void> fits = checkSettingOf(settings, *findSetting(it.key()), it->to); !fits)
            return fits;
    }
    return {};
}

/// All of them: a demand names one right beside that of the operation.
Result<void> checkRights(const Person &actor, const Edit &edit)
{
    for (auto it = edit.fields.begin(); it != edit.fields.end(); ++it) {
        const std::optional<Permission> besides = findSetting(it.key())->besides;
        if (besides && !actor.may(*besides))
            return failure(lacksRight(*findSetting(it.key())));
    }
    return {};
}

Result<void> checkActor(const Operation &operation, Aggregates &aggregates, MergeMode mode,
                        const ShopSettings &settings, const Edit &edit)
{
    const auto actor = operation.actor ? aggregates.person(*operation.actor) : std::nullopt;
    if (!actor)
        return mode == MergeMode::Judge ? Result<void>(failure(otherPlace())) : Result<void>();
    const Result<void> place = checkSettingPlace(*actor, settings);
    return place ? checkRights(*actor, edit) : place;
}

/// What was never set stands as null, which is what an editor saw.
QJsonObject valuesFor(const Edit &edit, const ShopSettings &settings)
{
    QJsonObject values = settings.values;
    for (auto it = edit.fields.begin(); it != edit.fields.end(); ++it) {
        if (!values.contains(it.key()))
            values.insert(it.key(), QJsonValue());
    }
    return values;
}

} // namespace

Result<void> checkSettingPlace(const Person &person, const ShopSettings &settings)
{
    const bool isTheirs = settings.location ? worksAt(person, settings.location) : person.locations.isEmpty();
    return isTheirs ? Result<void>() : Result<void>(failure(otherPlace()));
}

Result<void> checkSettingOf(const ShopSettings &settings, const Setting &setting, const QJsonValue &value)
{
    if (settings.location && setting.reach == SettingReach::Company)
        return failure(companyOnly(setting));
    return checkSetting(setting, value);
}

Effect applySettingsEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const EditableFields &allowed = body::settingsFields();
    const Result<Edit> edit = readEdit(operation.body, allowed);
    if (!edit)
        return unreadableFor(edit.error());
    std::optional<ShopSettings> current = aggregates.settings(PlaceId(operation.subject.id));
    if (!current)
        return subjectIsGone();
    if (const Result<void> fits = checkValues(*current, *edit); !fits)
        return refusedFor(fits.error());
    if (const Result<void> may = checkActor(operation, aggregates, mode, *current, *edit); !may)
        return refusedFor(may.error());
    const QJsonObject before = valuesFor(*edit, *current);
    const MergeResult merge = mergeEdit(before, *edit, allowed, mode);
    ShopSettings after = *current;
    for (auto it = edit->fields.begin(); it != edit->fields.end(); ++it) {
        after.change({it.key(), before.value(it.key()), merge.entity.value(it.key()), operation.actor,
                      operation.occurredAt, operation.id});
    }
    if (!(after == *current))
        aggregates.save(after);
    return {merge.conflicts.isEmpty() ? Outcome::Applied : Outcome::Conflict, std::nullopt, merge.conflicts, {}};
}

} // namespace crema
