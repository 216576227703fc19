// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/queue_words.h"

#include "models/feed/entity_types.h"
#include "models/operations/edit.h"
#include "models/operations/operation_types.h"
#include "models/settings/setting.h"

#include <QCoreApplication>
#include <QHash>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(QueueWords)
};

/// The field of an edit that says most about it, and how many there are.
struct EditedFields {
    QString first;
    qsizetype count = 0;
};

EditedFields editedFields(const QJsonObject &body)
{
    QStringList names = changedFields(body);
    names += body.value(QStringLiteral("sets")).toObject().keys();
    for (const char *important : {"price", "role", "name", "archived"}) {
        if (names.contains(QString::fromLatin1(important)))
            return {QString::fromLatin1(important), names.size()};
    }
    return {names.value(0), names.size()};
}

QString productEditText(const EditedFields &edited, const QString &name)
{
    if (edited.first == QLatin1String("price"))
        return edited.count > 1 ? Texts::tr("Price of %1 and more changed").arg(name)
                                : Texts::tr("Price of %1 changed").arg(name);
    if (edited.first == QLatin1String("name"))
        return edited.count > 1 ? Texts::tr("Name of %1 and more changed").arg(name)
                                : Texts::tr("Name of %1 changed").arg(name);
    if (edited.first == QLatin1String("barcodes") && edited.count == 1)
        return Texts::tr("Barcodes of %1 changed").arg(name);
    return Texts::tr("%1 changed", "a product or customer").arg(name);
}

QString personEditText(const EditedFields &edited, const QString &name)
{
    if (edited.first == QLatin1String("role"))
        return edited.count > 1 ? Texts::tr("Role of %1 and more changed").arg(name)
                                : Texts::tr("Role of %1 changed").arg(name);
    return Texts::tr("%1 changed", "a person").arg(name);
}

/// "Setting “Till locks itself after” changed for Garden Square".
QString settingsEditText(const EditedFields &edited, const QString &place)
{
    const Setting *setting = findSetting(edited.first);
    if (!setting || edited.count > 1)
        return place.isEmpty() ? Texts::tr("Settings of all locations changed")
                               : Texts::tr("Settings of %1 changed", "a location").arg(place);
    return place.isEmpty() ? Texts::tr("Setting “%1” changed").arg(settingTitle(*setting))
                           : Texts::tr("Setting “%1” changed for %2").arg(settingTitle(*setting), place);
}

QString fieldText(const QString &field)
{
    if (const Setting *setting = findSetting(field))
        return settingTitle(*setting);
    if (field == QLatin1String("role"))
        return Texts::tr("the role");
    if (field == QLatin1String("price"))
        return Texts::tr("the price");
    if (field == QLatin1String("name"))
        return Texts::tr("the name");
    return field;
}

QString subjectOf(const sync::QueueEntry &entry)
{
    if (!entry.subjectName.isEmpty())
        return entry.subjectName;
    const QString name = entry.operation.body.value(QStringLiteral("name")).toString();
    return name.isEmpty() ? Texts::tr("an item without a name") : name;
}

Problem conflictProblem(const Acknowledgement &answer)
{
    QStringList fields;
    for (const FieldConflict &conflict : answer.conflicts)
        fields.append(fieldText(conflict.field));
    Problem problem;
    problem.message =
        fields.isEmpty()
            ? Texts::tr("Somebody else changed this in the meantime.")
            : Texts::tr("Somebody else changed %1 in the meantime.").arg(fields.join(QStringLiteral(", ")));
    problem.hint = Texts::tr("Open it and set what should stand.");
    return problem;
}

} // namespace

QString queueActionText(const sync::QueueEntry &entry)
{
    const QString &type = entry.operation.type;
    const QString subject = subjectOf(entry);
    if (type == operation::saleComplete)
        return Texts::tr("Sale %1").arg(entry.subjectName);
    if (type == operation::shiftOpen)
        return Texts::tr("Shift opened");
    if (type == operation::shiftClose)
        return Texts::tr("Shift closed");
    if (type == operation::cashMove)
        return Texts::tr("Cash moved");
    if (type == operation::cartPark)
        return Texts::tr("A sale parked");
    if (type == operation::cartTake)
        return Texts::tr("A parked sale taken");
    if (type == operation::cartDiscard)
        return Texts::tr("A parked sale discarded");
    if (type == operation::stockAdjust)
        return Texts::tr("Stock of %1 changed").arg(subject);
    if (type == operation::productCreate)
        return Texts::tr("New product %1").arg(subject);
    if (type == operation::variantCreate)
        return Texts::tr("New variant %1").arg(subject);
    if (type == operation::customerCreate)
        return Texts::tr("New customer %1").arg(subject);
    if (type == operation::customerErase)
        return Texts::tr("A customer erased");
    if (type == operation::customerMerge)
        return Texts::tr("%1 merged into another customer").arg(subject);
    if (type == operation::customerUnmerge)
        return Texts::tr("%1 taken apart from another customer").arg(subject);
    if (type == operation::productEdit || type == operation::variantEdit || type == operation::customerEdit)
        return productEditText(editedFields(entry.operation.body), subject);
    if (type == operation::personCreate)
        return Texts::tr("New person %1").arg(subject);
    if (type == operation::personEdit)
        return personEditText(editedFields(entry.operation.body), subject);
    if (type == operation::personSetPin)
        return Texts::tr("PIN of %1 changed").arg(subject);
    if (type == operation::personErase)
        return Texts::tr("A person erased");
    if (type == operation::personSetBadge)
        return Texts::tr("Badge of %1 changed").arg(subject);
    if (type == operation::roleCreate)
        return Texts::tr("New role %1").arg(subject);
    if (type == operation::roleEdit)
        return Texts::tr("Role %1 changed").arg(subject);
    if (type == operation::promotionCreate)
        return Texts::tr("New promotion %1").arg(subject);
    if (type == operation::promotionEdit)
        return Texts::tr("Promotion %1 changed").arg(subject);
    if (type == operation::priceListCreate)
        return Texts::tr("New price list %1").arg(subject);
    if (type == operation::priceListEdit)
        return Texts::tr("Price list %1 changed").arg(subject);
    if (type == operation::giftCardCreate)
        return Texts::tr("New gift card");
    if (type == operation::giftCardEdit)
        return Texts::tr("A gift card changed");
    if (type == operation::giftCardAdjust)
        return Texts::tr("What is on a gift card adjusted");
    if (type == operation::pointsAdjust)
        return Texts::tr("Points of a customer adjusted");
    if (type == operation::paymentAsk)
        return Texts::tr("An online payment asked for");
    if (type == operation::paymentCancel)
        return Texts::tr("An online payment given up");
    if (type == operation::paymentSettle)
        return Texts::tr("An online payment decided about");
    if (type == operation::settingsEdit)
        return settingsEditText(editedFields(entry.operation.body), entry.subjectName);
    if (type == operation::attentionResolve)
        return Texts::tr("A decision about what needed attention");
    return Texts::tr("A change of a newer version of Crema");
}

QString queueIcon(const sync::QueueEntry &entry)
{
    const QString &type = entry.operation.type;
    if (type == operation::saleComplete || entry.operation.subject.type == entity::giftCard ||
        entry.operation.subject.type == entity::loyaltyAccount || entry.operation.subject.type == entity::parkedCart ||
        entry.operation.subject.type == entity::paymentIntent)
        return QStringLiteral("orders");
    if (type == operation::shiftOpen || type == operation::shiftClose || type == operation::cashMove)
        return QStringLiteral("drawer");
    if (type == operation::stockAdjust)
        return QStringLiteral("inventory");
    if (type == operation::settingsEdit)
        return QStringLiteral("settings");
    if (entry.operation.subject.type == entity::person || entry.operation.subject.type == entity::customer)
        return QStringLiteral("user");
    return QStringLiteral("catalog");
}

QString queueAddress(const sync::QueueEntry &entry)
{
    const SubjectRef &subject = entry.operation.subject;
    if (subject.type == entity::sale && !entry.subjectName.isEmpty())
        return QStringLiteral("crema://orders/") + entry.subjectName;
    if (subject.type == entity::product || subject.type == entity::variant)
        return QStringLiteral("crema://catalog/") + subject.id.toString(QUuid::WithoutBraces);
    return {};
}

RecordState queueState(const sync::QueueEntry &entry)
{
    if (entry.needsAttention)
        return RecordState::NeedsAttention;
    return entry.state == sync::OperationState::Queued ? RecordState::SavedHere : RecordState::Sending;
}

Problem queueProblem(const sync::QueueEntry &entry)
{
    if (!entry.acknowledgement)
        return {};
    const Acknowledgement &answer = *entry.acknowledgement;
    switch (answer.outcome) {
    case Outcome::Applied: return {};
    case Outcome::Conflict: return conflictProblem(answer);
    case Outcome::Waiting: {
        Problem problem;
        problem.message = Texts::tr("It waits for another change that has to be taken first.");
        return problem;
    }
    case Outcome::Refused:
    case Outcome::DeadLetter: break;
    }
    if (answer.problem)
        return *answer.problem;
    Problem problem;
    problem.message = Texts::tr("The platform could not read this. It keeps it whole, nothing is lost.");
    problem.hint = Texts::tr("Export the queue and give the file to your support.");
    return problem;
}

} // namespace crema
