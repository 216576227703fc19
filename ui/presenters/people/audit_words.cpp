// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/audit_words.h"

#include "models/feed/entity_types.h"
#include "models/operations/acknowledgement.h"
#include "models/operations/operation_types.h"
#include "models/settings/setting.h"
#include "ui/presenters/people/person_words.h"
#include "ui/presenters/syncing/queue_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

const QString nothing = u"–"_s;

/// An action that is no operation: what is said of it, with %1 for the name of its subject or device.
struct ActionText {
    QStringView action;
    const char *text;
};

constexpr std::array personTexts{
    ActionText{u"person.set_password", QT_TRANSLATE_NOOP("AuditWords", "Password of %1 set")},
    ActionText{u"person.reset_password", QT_TRANSLATE_NOOP("AuditWords", "Password of %1 set with a code from a mail")},
    ActionText{u"person.ask_code", QT_TRANSLATE_NOOP("AuditWords", "A code for a new password of %1 was asked for")},
    ActionText{u"person.use_recovery_code", QT_TRANSLATE_NOOP("AuditWords", "Recovery code of %1 used to sign in")},
    ActionText{u"person.sign_in_refused",
               QT_TRANSLATE_NOOP("AuditWords", "Sign-in of %1 refused several times in a row")},
    ActionText{u"person.invite", QT_TRANSLATE_NOOP("AuditWords", "%1 invited by mail")},
    ActionText{u"person.address_told",
               QT_TRANSLATE_NOOP("AuditWords", "%1 told at their address before that it was changed")},
    ActionText{u"person.trust_address", QT_TRANSLATE_NOOP("AuditWords", "%1 signed in with their new address")},
    ActionText{u"person.set_role", QT_TRANSLATE_NOOP("AuditWords", "Role of %1 changed")},
    ActionText{u"person.disable", QT_TRANSLATE_NOOP("AuditWords", "%1 kept from signing in")},
    ActionText{u"person.enable", QT_TRANSLATE_NOOP("AuditWords", "%1 let sign in again")},
    ActionText{u"person.set_up_totp", QT_TRANSLATE_NOOP("AuditWords", "Authenticator of %1 set up")},
    ActionText{u"person.remove_totp", QT_TRANSLATE_NOOP("AuditWords", "Authenticator of %1 removed")},
};

constexpr std::array deviceTexts{
    ActionText{u"device.enroll", QT_TRANSLATE_NOOP("AuditWords", "Device %1 enrolled")},
    ActionText{u"device.move", QT_TRANSLATE_NOOP("AuditWords", "Device %1 told to move")},
    ActionText{u"device.rename", QT_TRANSLATE_NOOP("AuditWords", "Device renamed, now %1")},
    ActionText{u"device.revoke", QT_TRANSLATE_NOOP("AuditWords", "Device %1 shut out")},
    ActionText{u"device.readmission_code", QT_TRANSLATE_NOOP("AuditWords", "Code made to let device %1 in again")},
    ActionText{u"device.readmit", QT_TRANSLATE_NOOP("AuditWords", "Device %1 let in again")},
    ActionText{u"device.epoch", QT_TRANSLATE_NOOP("AuditWords", "Device %1 went on as another register")},
    ActionText{u"journal.restarted", QT_TRANSLATE_NOOP("AuditWords", "Auditor's journal of %1 began anew")},
    ActionText{u"journal.disagrees",
               QT_TRANSLATE_NOOP("AuditWords", "Auditor's journal of %1 is not what the platform signed")},
};

constexpr std::array plainTexts{
    ActionText{u"person.sign_in", QT_TRANSLATE_NOOP("AuditWords", "Signed in")},
    ActionText{u"session.end", QT_TRANSLATE_NOOP("AuditWords", "Session ended")},
    ActionText{u"session.end_earlier",
               QT_TRANSLATE_NOOP("AuditWords", "Earlier session ended by a new sign-in on the same device")},
    ActionText{u"session.replay", QT_TRANSLATE_NOOP("AuditWords", "Session ended, because its key was used twice")},
    ActionText{u"device.enroll_code", QT_TRANSLATE_NOOP("AuditWords", "Code made for a new device")},
    ActionText{u"company.create", QT_TRANSLATE_NOOP("AuditWords", "Company created")},
    ActionText{u"customer.export", QT_TRANSLATE_NOOP("AuditWords", "What is known of a customer handed out")},
    ActionText{u"review.close", QT_TRANSLATE_NOOP("AuditWords", "Review on the platform closed")},
    ActionText{u"platform.backup", QT_TRANSLATE_NOOP("AuditWords", "Backup of the platform written")},
    ActionText{u"platform.restore", QT_TRANSLATE_NOOP("AuditWords", "Platform made from a backup")},
    ActionText{u"platform.renew_feed", QT_TRANSLATE_NOOP("AuditWords", "Devices told that the database was put back")},
    ActionText{u"token_key.rotate", QT_TRANSLATE_NOOP("AuditWords", "Key for sign-ins changed")},
    ActionText{u"token_key.encrypt", QT_TRANSLATE_NOOP("AuditWords", "Keys of the platform encrypted by a new key")},
    ActionText{u"token_key.replace", QT_TRANSLATE_NOOP("AuditWords", "Lost keys of the platform replaced")},
};

template<std::size_t count>
std::optional<QString> textIn(const std::array<ActionText, count> &texts, const QString &action)
{
    const auto found = std::ranges::find(texts, QStringView(action), &ActionText::action);
    return found == texts.end() ? std::nullopt : std::optional(Texts::tr(found->text));
}

QString subjectText(const AuditRecord &record)
{
    if (!record.subjectName.isEmpty())
        return record.subjectName;
    return record.subject.type == entity::person ? Texts::tr("somebody not known here")
                                                 : Texts::tr("something not known here");
}

/// The device that it is about: the one where it was done, unless the platform did it.
QString deviceText(const AuditRecord &record)
{
    if (!record.subjectName.isEmpty())
        return record.subjectName;
    return record.deviceName.isEmpty() ? Texts::tr("not known here", "a device") : record.deviceName;
}

/// The operation as the queue's words take it.
sync::QueueEntry asEntry(const AuditRecord &record)
{
    QJsonObject edited;
    for (const AuditChange &change : record.changes)
        edited.insert(change.field, QJsonObject());
    sync::QueueEntry entry;
    entry.operation.type = record.action;
    entry.operation.subject = record.subject;
    entry.operation.body = {{u"fields"_s, edited}};
    // The company, whose settings need no name.
    const bool isCompany = record.subject.type == entity::settings && record.subjectName.isEmpty();
    entry.subjectName = isCompany ? QString() : subjectText(record);
    return entry;
}

std::optional<QString> pinText(const AuditRecord &record)
{
    const auto pin = std::ranges::find(record.changes, u"pin"_s, &AuditChange::field);
    if (record.action != operation::personSetPin || pin == record.changes.end())
        return std::nullopt;
    return (pin->to == u"removed"_s ? Texts::tr("PIN of %1 taken away") : Texts::tr("PIN of %1 set"))
        .arg(subjectText(record));
}

std::optional<QString> badgeText(const AuditRecord &record)
{
    const auto badge = std::ranges::find(record.changes, u"badge"_s, &AuditChange::field);
    if (record.action != operation::personSetBadge || badge == record.changes.end())
        return std::nullopt;
    return (badge->to == u"removed"_s ? Texts::tr("Badge of %1 taken away") : Texts::tr("Badge of %1 made"))
        .arg(subjectText(record));
}

/// Only whether a role is given any more was changed.
std::optional<QString> retiredText(const AuditRecord &record)
{
    // An edit names what was seen of the other rights too; the trail has kept what became another one.
    if (record.action != operation::roleEdit || record.changes.size() != 1 ||
        record.changes.first().field != u"retired"_s)
        return std::nullopt;
    return (record.changes.first().to.toBool() ? Texts::tr("Role %1 retired") : Texts::tr("Role %1 brought back"))
        .arg(subjectText(record));
}

/// Only whether somebody may sign in was changed, and their badge with it.
std::optional<QString> activeText(const AuditRecord &record)
{
    QList<AuditChange> changes = record.changes;
    changes.removeIf([](const AuditChange &change) { return change.field == u"badge"_s; });
    if (record.action != operation::personEdit || changes.size() != 1 || changes.first().field != u"active"_s)
        return std::nullopt;
    const bool isActive = changes.first().to.toBool();
    return textIn(personTexts, isActive ? u"person.enable"_s : u"person.disable"_s)->arg(subjectText(record));
}

bool isOperation(const QString &action)
{
    static constexpr std::array types{
        operation::shiftOpen,      operation::shiftClose,      operation::cashMove,       operation::cartPark,
        operation::cartTake,       operation::cartDiscard,     operation::saleComplete,   operation::stockAdjust,
        operation::productCreate,  operation::productEdit,     operation::variantCreate,  operation::variantEdit,
        operation::customerCreate, operation::customerEdit,    operation::personCreate,   operation::personEdit,
        operation::personSetPin,   operation::personSetBadge,  operation::roleCreate,     operation::roleEdit,
        operation::settingsEdit,   operation::customerErase,   operation::personErase,    operation::attentionResolve,
        operation::giftCardCreate, operation::giftCardEdit,    operation::giftCardAdjust, operation::promotionCreate,
        operation::promotionEdit,  operation::priceListCreate, operation::priceListEdit,  operation::pointsAdjust,
        operation::paymentAsk,     operation::paymentCancel,   operation::paymentSettle,  operation::customerMerge,
        operation::customerUnmerge};
    return std::ranges::find(types, QStringView(action)) != types.end();
}

QList<Permission> permissionsIn(const QJsonValue &json)
{
    QList<Permission> permissions;
    const QJsonArray texts = json.toArray();
    for (const QJsonValue &text : texts) {
        if (const auto permission = permissionFromText(text.toString()))
            permissions.append(*permission);
    }
    return permissions;
}

/// Those of `some` that `others` lack: of a long list only what became another one says something.
QString permissionsBeyond(const QList<Permission> &some, const QList<Permission> &others)
{
    QStringList names;
    for (const Permission permission : some) {
        if (!others.contains(permission))
            names.append(permissionName(permission));
    }
    return names.isEmpty() ? nothing : names.join(u", "_s);
}

bool isRights(const QString &field)
{
    return field == u"permissions"_s || field == u"allowed"_s || field == u"with_approval"_s;
}

/// The rights that come with the new role say nothing beside it.
bool followsFromRole(const AuditChange &change, const QList<AuditChange> &changes)
{
    const auto role = std::ranges::find(changes, u"role"_s, &AuditChange::field);
    if (change.field != u"permissions"_s || role == changes.end())
        return false;
    // Those of an own role stand with the role, and nothing is told of them here.
    const auto own = roleRefFromText(role->to.toString());
    if (own && own->own())
        return true;
    const auto to = roleFromText(role->to.toString());
    // Entries of before they were rights do not name them.
    return to && std::ranges::is_permutation(withoutLaterRights(permissionsOf(*to)),
                                             withoutLaterRights(permissionsIn(change.to)));
}

/// "4006381333931, 2012345000009".
QString listText(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts.isEmpty() ? nothing : texts.join(u", "_s);
}

QString rawText(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: return nothing;
    case QJsonValue::String: return json.toString().isEmpty() ? nothing : json.toString();
    case QJsonValue::Array: return QString::fromUtf8(QJsonDocument(json.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object: return QString::fromUtf8(QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact));
    default: return json.toVariant().toString();
    }
}

} // namespace

QString auditActionText(const AuditRecord &record)
{
    if (const auto text = textIn(personTexts, record.action))
        return text->arg(subjectText(record));
    if (const auto text = textIn(deviceTexts, record.action))
        return text->arg(deviceText(record));
    if (const auto text = textIn(plainTexts, record.action))
        return *text;
    if (const auto text = pinText(record))
        return *text;
    if (const auto text = badgeText(record))
        return *text;
    if (const auto text = activeText(record))
        return *text;
    if (const auto text = retiredText(record))
        return *text;
    if (record.action == operation::saleComplete && record.subjectName.isEmpty())
        return Texts::tr("A sale");
    if (record.action == operation::stockAdjust && record.subjectName.isEmpty())
        return Texts::tr("Stock changed"); // its subject is the movement
    return isOperation(record.action) ? queueActionText(asEntry(record)) : record.action;
}

QString auditActorText(const AuditRecord &record)
{
    if (record.actor)
        return record.actorName.isEmpty() ? Texts::tr("Somebody not known any more") : record.actorName;
    if (!record.actorName.isEmpty())
        return Texts::tr("%1, on the platform's machine", "a user of the operating system").arg(record.actorName);
    return record.chain.isNull() ? Texts::tr("The platform itself") : Texts::tr("The device itself");
}

QString auditPlaceText(const AuditRecord &record)
{
    if (record.chain.isNull())
        return Texts::tr("At the platform itself");
    return record.deviceName.isEmpty() ? Texts::tr("A device not known any more") : record.deviceName;
}

CellBadge auditOutcome(const AuditRecord &record)
{
    const std::optional<Outcome> outcome = outcomeFromText(record.outcome);
    if (!outcome)
        return {};
    switch (*outcome) {
    case Outcome::Applied: return {u"check"_s, Texts::tr("Done", "an entry"), Tone::Ok};
    case Outcome::Conflict: return {u"warn"_s, Texts::tr("Changed in two places"), Tone::Warning};
    case Outcome::Waiting: return {u"clock"_s, Texts::tr("Waited", "an entry"), Tone::Neutral};
    case Outcome::Refused: return {u"xcircle"_s, Texts::tr("Refused", "an entry"), Tone::Error};
    case Outcome::DeadLetter: return {u"warn"_s, Texts::tr("Not readable", "an entry"), Tone::Error};
    }
    Q_UNREACHABLE();
}

QString auditId(const AuditRecord &record)
{
    return u"%1/%2"_s.arg(record.chain.toString(QUuid::WithoutBraces), QString::number(record.number));
}

QList<AuditChoice> auditKinds(bool ofPlatform)
{
    QList<AuditChoice> kinds{{{}, Texts::tr("Everything")},
                             {u"person."_s, Texts::tr("People")},
                             {u"person.sign_in"_s, Texts::tr("Sign-ins")},
                             {u"session."_s, Texts::tr("Ends of sessions")},
                             {u"device."_s, Texts::tr("Devices")},
                             {u"product."_s, Texts::tr("Products")},
                             {u"variant."_s, Texts::tr("Prices and variants")},
                             {u"customer."_s, Texts::tr("Customers")},
                             {u"sale."_s, Texts::tr("Sales")},
                             {u"shift."_s, Texts::tr("Shifts")},
                             {u"stock."_s, Texts::tr("Stock")},
                             {u"settings."_s, Texts::tr("Settings of the shop")},
                             {u"attention."_s, Texts::tr("Decisions")},
                             {u"role."_s, Texts::tr("Roles")},
                             {u"journal."_s, Texts::tr("Auditor's journal")}};
    if (ofPlatform) {
        kinds.append({u"review."_s, Texts::tr("Reviews on the platform")});
        kinds.append({u"token_key."_s, Texts::tr("Keys of the platform")});
        kinds.append({u"platform."_s, Texts::tr("Backups of the platform")});
    }
    return kinds;
}

QString auditPeriodName(AuditPeriod period)
{
    switch (period) {
    case AuditPeriod::Today: return Texts::tr("Today");
    case AuditPeriod::Week: return Texts::tr("Last 7 days");
    case AuditPeriod::Month: return Texts::tr("Last 30 days");
    case AuditPeriod::All: return Texts::tr("At any time");
    }
    Q_UNREACHABLE();
}

QString AuditWords::placeNames(const QList<LocationId> &places) const
{
    if (places.isEmpty())
        return m_values.shown(places);
    QStringList names;
    for (const LocationId &place : places) {
        const auto known = std::ranges::find(m_locations, place, &Location::id);
        names.append(known == m_locations.end() ? Texts::tr("another place") : known->name);
    }
    return names.join(u", "_s);
}

QString AuditWords::value(const QString &field, const QJsonValue &json) const
{
    if (const Setting *setting = findSetting(field))
        return settingValueText(*setting, json);
    if (field == u"barcodes"_s)
        return listText(json.toArray());
    const FieldValue value = fieldValueOf(field, json);
    if (const auto *places = std::get_if<QList<LocationId>>(&value))
        return placeNames(*places);
    // What is not of this kind, or of a newer version, is shown as it is.
    const bool isText = std::holds_alternative<QString>(value);
    if (std::holds_alternative<std::monostate>(value) || (isText && !json.isString()))
        return rawText(json);
    return m_values.shown(value);
}

QList<AuditChangeRow> AuditWords::changes(const AuditRecord &record) const
{
    QList<AuditChangeRow> rows;
    for (const AuditChange &change : record.changes) {
        // An id says nothing to people.
        const bool isId = change.field == u"product"_s || change.field == u"categories"_s;
        if (isId || followsFromRole(change, record.changes))
            continue;
        if (change.field == u"pin"_s) {
            const QString told =
                change.to == u"removed"_s ? Texts::tr("taken away", "a PIN") : Texts::tr("set", "a PIN");
            rows.append({fieldLabel(change.field), {}, told});
        } else if (change.field == u"cost"_s && change.to == u"hidden"_s) {
            rows.append({fieldLabel(change.field), {}, Texts::tr("not for you to see", "a cost")});
        } else if (change.field == u"badge"_s) {
            const QString told =
                change.to == u"removed"_s ? Texts::tr("taken away", "a badge") : Texts::tr("made", "a badge");
            rows.append({fieldLabel(change.field), {}, told});
        } else if (isRights(change.field)) {
            const QList<Permission> before = permissionsIn(change.from);
            const QList<Permission> after = permissionsIn(change.to);
            rows.append({fieldLabel(change.field), permissionsBeyond(before, after), permissionsBeyond(after, before)});
        } else {
            const QString before = change.from.isUndefined() ? QString() : value(change.field, change.from);
            rows.append({fieldLabel(change.field), before, value(change.field, change.to)});
        }
    }
    return rows;
}

AuditRow AuditWords::row(const AuditRecord &record) const
{
    AuditRow row;
    row.id = auditId(record);
    row.timeText = m_times.relative(record.at, m_now);
    row.exactText = m_times.exact(record.at);
    row.plainTime = m_times.plain(record.at);
    row.who = auditActorText(record);
    row.what = auditActionText(record);
    row.where = auditPlaceText(record);
    if (record.outcome != outcomeText(Outcome::Applied))
        row.outcome = auditOutcome(record);
    return row;
}

AuditDetail AuditWords::detail(const AuditRecord &record) const
{
    AuditDetail detail;
    detail.row = row(record);
    detail.outcome = auditOutcome(record);
    detail.approvedBy = record.approverName;
    detail.number = QString::number(record.number);
    detail.chain = record.chain.isNull() ? Texts::tr("of the platform itself", "a chain")
                                         : record.chain.toString(QUuid::WithoutBraces);
    detail.action = record.action;
    if (record.requestId)
        detail.requestId = record.requestId->toString(QUuid::WithoutBraces);
    detail.changes = changes(record);
    if (detail.changes.isEmpty())
        detail.changesAside = Texts::tr("The trail keeps no values of this entry.");
    return detail;
}

} // namespace crema
