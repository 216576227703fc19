// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/local_store.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/selling_writer.h"
#include "models/money/money_text.h"
#include "models/operations/bodies.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/people/offline_rights.h"
#include "sync/store/documents.h"
#include "sync/store/people_recording.h"
#include "sync/store/setting_names.h"
#include "sync/store/settings_rows.h"
#include "sync/store/store_comparison.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace crema::sync {
namespace {

constexpr std::int64_t hourMs = 60ll * 60 * 1000;

Q_LOGGING_CATEGORY(settingsLog, "crema.settings")

Problem signedOut()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("auth.signed_out"),
            QCoreApplication::translate("Store", "Nobody is signed in on this device."),
            QCoreApplication::translate("Store", "Sign in, or switch to your name with your PIN."),
            {}};
}

Problem notAllowed(const QString &name)
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("auth.not_allowed"),
            QCoreApplication::translate("Store", "%1 may not do this.").arg(name),
            QCoreApplication::translate("Store", "Ask a manager to do it, or to give you the right."),
            {}};
}

/// The rights were there once, and nobody knows whether they still are.
Problem rightsAreOld(const QString &name, const SettingValues &settings)
{
    const Setting &limit = *findSetting(shop_setting::rightsHoldHours);
    return {ProblemKind::NotAllowed,
            QStringLiteral("auth.rights_old"),
            QCoreApplication::translate("Store",
                                        "This device has not heard from the platform for more than %2, so it does not "
                                        "know whether %1 may still do this.")
                .arg(name, settingValueText(limit, settings.value(limit.key))),
            QCoreApplication::translate("Store", "Connect it to the network and sync. Selling goes on without."),
            {}};
}

/// How long rights hold here without news. Whoever was let go does not make it longer at a till without a network:
/// until the platform was heard of after the change, the shorter time counts.
std::int64_t toldHoldMs(EntityRows &rows, const SettingValues &settings, const std::optional<UtcTime> &heardAt)
{
    std::int64_t holdMs = rightsHoldMsBy(settings);
    const QList<ShopSettings> all = allSettingsOf(rows);
    for (const ShopSettings &place : all) {
        const SettingChange *last = place.lastChange(shop_setting::rightsHoldHours);
        if (!last || !heardAt || last->at <= *heardAt)
            continue;
        const std::int64_t before = last->from.isDouble() ? last->from.toInteger() * hourMs : rightsHoldMs;
        holdMs = std::min(holdMs, before);
    }
    return holdMs;
}

Problem beyondLimit(const Person &person, const SettingValues &settings)
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("sale.discount_limit"),
            QCoreApplication::translate("Store", "%1 may take off at most %2 % of a sale.")
                .arg(person.name, QString::number(discountLimit(person, settings) / 100)),
            QCoreApplication::translate("Store", "Take off less, or ask a manager to do it."),
            {}};
}

Problem beyondDifference(const QString &name)
{
    return {
        ProblemKind::NotAllowed,
        QStringLiteral("shift.difference_limit"),
        QCoreApplication::translate("Store", "What %1 counted is too far from what should be in the drawer.").arg(name),
        QCoreApplication::translate("Store", "Count again, or ask a manager to close the shift."),
        {}};
}

Problem beyondRefund(const Person &person, Currency currency, const SettingValues &settings)
{
    const Money limit(refundLimit(person, currency, settings), currency);
    return {
        ProblemKind::NotAllowed,
        QStringLiteral("return.beyond_limit"),
        QCoreApplication::translate("Store", "%1 may pay back at most %2 at once.").arg(person.name, plainMoney(limit)),
        QCoreApplication::translate("Store", "Ask a manager to do it."),
        {}};
}

Problem problemOf(Lack lack, const Demand &demand, const Person &person, const SettingValues &settings)
{
    if (lack == Lack::Discount)
        return beyondLimit(person, settings);
    if (lack == Lack::Difference)
        return beyondDifference(person.name);
    if (lack == Lack::Refund && demand.refund)
        return beyondRefund(person, demand.refund->currency(), settings);
    return notAllowed(person.name);
}

template<class Entity>
std::optional<Entity> reference(EntityRows &rows, QStringView type, const QUuid &id,
                                Result<Entity> (*read)(const QJsonObject &))
{
    const auto document = rows.document({type.toString(), id});
    if (!document)
        return std::nullopt;
    // Older versions kept these without reading them: one that does not read counts as not there.
    const Result<Entity> entity = read(objectOf(*document));
    return entity ? std::optional(*entity) : std::nullopt;
}

} // namespace

LocalStore::LocalStore(std::unique_ptr<Database> database, std::unique_ptr<FileLock> lock, Clock &clock,
                       Randomness &randomness, Disk &disk)
    : m_clock(clock), m_randomness(randomness), m_disk(disk), m_lock(std::move(lock)), m_database(std::move(database)),
      m_rows(*m_database), m_aggregates(*m_database, m_rows), m_queue(*m_database), m_deviceRows(*m_database),
      m_auditors(*m_database, [this] { return keyForJournal(); }),
      m_recorder(m_aggregates, m_queue, m_rows.catalog(), m_auditors)
{}

std::optional<SigningKey> LocalStore::keyForJournal()
{
    const Result<SigningKey> key = signingKey();
    return key ? std::optional(*key) : std::nullopt;
}

Problem LocalStore::readOnlyProblem()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("store.read_only"),
            QCoreApplication::translate("Store", "The local store is open for reading only."),
            QCoreApplication::translate("Store", "Close the program that holds it, or update this one."),
            {}};
}

void LocalStore::beginRow()
{
    m_recordedBeforeRow = m_recorder.recordedCount();
    m_database->run("begin_row");
}

void LocalStore::keepRow()
{
    m_database->run("end_row");
}

void LocalStore::undoRow()
{
    m_database->run("undo_row");
    m_database->run("end_row");
    m_rows.forgetChanges();
    m_queue.forgetNumbers();
    m_auditors.forget();
    m_aggregates.forgetServerCopies();
    m_recorder.dropRecordedAfter(m_recordedBeforeRow);
}

const LocalStore::Place &LocalStore::place()
{
    if (m_place)
        return *m_place;
    Place place;
    place.device = m_deviceRows.read().value_or(DeviceRow());
    if (m_syncedAt)
        place.device.lastSyncAt = m_syncedAt;
    const QList<QByteArray> companies = m_rows.references(entity::company);
    if (!companies.isEmpty())
        place.company = entityOf(companies.first(), &codec::readCompany);
    else
        place.company.currency = Currency::fromCode(m_deviceRows.setting(setting::currency)).value_or(Currency());
    if (place.device.location)
        place.location = reference(m_rows, entity::location, place.device.location->value(), &codec::readLocation);
    if (place.device.registerId)
        place.registerInfo =
            reference(m_rows, entity::registerType, place.device.registerId->value(), &codec::readRegister);
    if (place.device.person)
        place.person = m_rows.person(*place.device.person);
    place.settings = settingsAt(m_rows, place.device.location);
    place.rightsHoldMs = toldHoldMs(m_rows, place.settings, place.device.heardAt());
    tellUnfit(place.settings);
    // The shop's own lines go before those of its set-up.
    const QString header = place.settings.text(shop_setting::receiptHeader);
    if (place.location && !header.isEmpty())
        place.location->receiptHeader = header;
    const QList<QByteArray> taxClasses = m_rows.references(entity::taxClass);
    for (const QByteArray &document : taxClasses) {
        if (const Result<TaxClass> taxClass = codec::readTaxClass(objectOf(document)))
            place.taxClasses.append(*taxClass);
    }
    place.priceRules = readPriceRules(m_rows);
    place.comparison = comparisonFromText(m_deviceRows.setting(setting::comparison));
    place.link = keptLinkFromText(m_deviceRows.setting(setting::link));
    place.asked = deletions().question(DeletionSource::Platform);
    place.asksHere = deletions().question(DeletionSource::Here).has_value();
    place.exportedTo = m_deviceRows.setting(setting::exportedTo).toLongLong();
    m_place = place;
    m_auditors.setPlace(place.device, place.location);
    return *m_place;
}

void LocalStore::tellUnfit(const SettingValues &settings)
{
    const QStringList keys = settings.tookNone();
    for (const QString &key : keys) {
        if (m_toldSettings.contains(key))
            continue;
        m_toldSettings.append(key);
        qCWarning(settingsLog, "The value of %s does not fit this version; it counts as not set.", qUtf8Printable(key));
    }
}

Operation LocalStore::newOperation(QStringView type, const SubjectRef &subject, const QJsonObject &body)
{
    const Place &here = place();
    Operation operation;
    operation.occurredAt = m_clock.now();
    operation.id = makeId<OperationId>(operation.occurredAt, m_randomness);
    operation.type = type.toString();
    operation.subject = subject;
    operation.location = here.device.location;
    operation.registerId = here.device.registerId;
    operation.actor = here.device.person;
    operation.clock = {m_clock.bootId(), m_clock.monotonicMs(), here.device.clockOffsetMs};
    operation.body = body;
    return operation;
}

Person LocalStore::holding(const Person &person)
{
    return withRightsThatHold(person, place().device.heardAt(), m_clock.now(), place().rightsHoldMs);
}

void LocalStore::setApproval(const std::optional<Approval> &approval)
{
    m_approval = approval;
    m_wantedApproval.reset();
}

Result<void> LocalStore::requireRight(Operation &operation, const Sale *sale)
{
    if (isTraining())
        return failure(notRecordedProblem());
    std::optional<AttentionCard> card;
    if (operation.type == operation::attentionResolve)
        card = m_rows.attention().card(CardId(operation.subject.id));
    const Result<void> right = requireRight(operation, demandOf(operation, card ? &*card : nullptr, sale));
    if (m_wantedApproval && sale)
        m_wantedApproval->isReturn = sale->takesBack();
    return right;
}

Result<void> LocalStore::requireRight(Operation &operation, const Demand &demand)
{
    const Place &here = place();
    if (!here.device.enrolled())
        return {};
    if (!here.person)
        return failure(signedOut());
    Answerable people{holding(*here.person), std::nullopt, here.device.location, here.settings};
    const Lack lack = lackOf(demand, people);
    if (lack == Lack::Nothing)
        return {};
    if (lackOf(demand, {here.person, std::nullopt, here.device.location, here.settings}) == Lack::Nothing)
        return failure(rightsAreOld(here.person->name, here.settings));
    if (m_approval && m_approval->asking == here.person->id) {
        people.approver = m_rows.person(m_approval->approver);
        if (people.approver)
            people.approver = holding(*people.approver);
        if (lackOf(demand, people) == Lack::Nothing) {
            operation.approvedBy = m_approval->approver;
            return {};
        }
    }
    wantApproval(operation, demand, people);
    Problem problem = problemOf(lack, demand, *here.person, here.settings);
    if (m_wantedApproval) {
        QStringList names;
        for (const Person &approver : std::as_const(m_wantedApproval->approvers))
            names.append(approver.name);
        problem.hint =
            QCoreApplication::translate("Store", "These people can approve it at the till with their PIN: %1.")
                .arg(names.join(QStringLiteral(", ")));
    }
    return failure(problem);
}

void LocalStore::wantApproval(const Operation &operation, const Demand &demand, const Answerable &people)
{
    Answerable both = people;
    ApprovalRequest request{operation.type, 0, people.actor->id, people.actor->name, {}};
    const Answerable alone{people.actor, std::nullopt, people.place, people.settings};
    if (lackOf({demand.permission, 0, demand.ofFields}, alone) == Lack::Nothing) {
        request.discount = demand.discount;
        request.difference = demand.difference;
    }
    Demand apartFromRefund = demand;
    apartFromRefund.refund.reset();
    if (lackOf(apartFromRefund, alone) == Lack::Nothing)
        request.refund = demand.refund;
    const QList<Person> known = peopleOf(*this);
    for (const Person &person : known) {
        both.approver = holding(person);
        if (!person.pinHash.isEmpty() && lackOf(demand, both) == Lack::Nothing)
            request.approvers.append(person);
    }
    if (!request.approvers.isEmpty())
        m_wantedApproval = request;
}

Result<void> LocalStore::requirePermission(std::optional<Permission> permission)
{
    const Place &here = place();
    if (!here.device.enrolled())
        return {};
    if (!here.person)
        return failure(signedOut());
    if (permission && !here.person->may(*permission))
        return failure(notAllowed(here.person->name));
    if (permission && !holding(*here.person).may(*permission))
        return failure(rightsAreOld(here.person->name, here.settings));
    return {};
}

Result<void> LocalStore::record(const Operation &operation)
{
    Operation allowed = operation;
    if (const Result<void> right = requireRight(allowed); !right)
        return right;
    if (const Result<void> counted = countDeletion(allowed); !counted)
        return counted;
    const Result<void> recorded = m_recorder.record(allowed);
    // Also what is said of them later goes with its answer.
    if (const auto whose = creditedBy(operation);
        whose && m_rows.isErased({entity::customer.toString(), whose->value()}))
        m_database->run("open_erasure", {*whose});
    // Who is signed in may have other rights now, or other limits.
    const QString &changed = operation.subject.type;
    if (changed == entity::person || changed == entity::role || changed == entity::settings ||
        changed == entity::promotion || changed == entity::priceList || operation.type == operation::attentionResolve)
        forgetPlace();
    return recorded;
}

Result<void> LocalStore::recordSale(const Sale &sale)
{
    const SubjectRef subject{entity::sale.toString(), sale.id.value()};
    // A body that readers would not take as it is goes the long way, which says what is wrong with it.
    const bool plain = codec::readsBackUnchanged(sale);
    Operation operation = newOperation(operation::saleComplete, subject, plain ? QJsonObject() : body::toJson(sale));
    operation.occurredAt = sale.completedAt;
    operation.schema = body::schemaOf(sale);
    if (!plain)
        return record(operation);
    if (const Result<void> allowed = requireRight(operation, &sale); !allowed)
        return allowed;
    return m_recorder.recordSale(operation, sale);
}

void LocalStore::settle(const QList<std::int64_t> &numbers)
{
    rebase({{}, std::nullopt, feedEpoch(), numbers}, *m_database, m_rows, m_aggregates, m_queue);
    eraseWhatWasAnswered();
    forgetPlace();
}

void LocalStore::rebaseAll()
{
    m_queue.rebuildPendingKeys();
    const QList<std::int64_t> all = m_queue.pendingNumbers();
    rebase({{}, std::nullopt, feedEpoch(), all, false}, *m_database, m_rows, m_aggregates, m_queue);
}

void LocalStore::readAgain()
{
    QList<FeedRow> rows;
    {
        Rows found = m_database->query("list_rows_set_aside");
        while (found.next()) {
            const Cursor cursor = Cursor::fromString(found.text(2)).value_or(Cursor());
            rows.append({cursor, found.text(0), found.uuid(1), {}, false, objectOf(found.bytes(3))});
        }
    }
    if (!rows.isEmpty())
        rebase({rows, std::nullopt, feedEpoch(), {}}, *m_database, m_rows, m_aggregates, m_queue);
}

Reload LocalStore::reload()
{
    return {*m_database, m_rows, m_aggregates, m_queue};
}

std::int64_t LocalStore::feedEpoch()
{
    return m_deviceRows.read().value_or(DeviceRow()).cursor.value_or(Cursor{1, 0, 0}).epoch;
}

Result<ClientState> LocalStore::state()
{
    return read([&]() -> Result<ClientState> {
        const Place &here = place();
        ClientState state;
        state.open = true;
        state.readOnly = isReadOnly();
        state.storePath = m_database->path();
        state.device = here.device.id;
        state.enrolled = here.device.enrolled();
        state.platform = QUrl(here.device.platform);
        state.company = here.company;
        state.location = here.location;
        state.registerInfo = here.registerInfo;
        state.person = here.person;
        state.settings = here.settings;
        state.training = isTraining();
        if (here.device.registerId)
            state.openShift = m_rows.selling().openShiftOf(*here.device.registerId);
        state.queue = queueCounts();
        state.link = here.link.link;
        state.linkProblem = here.link.problem;
        state.lastSyncAt = here.device.lastSyncAt;
        state.comparison = here.comparison;
        state.clockOffsetMs = here.device.clockOffsetMs;
        if (const auto reading = reload().state())
            state.load = progressOf(*reading);
        state.deletion = deletionQuestion();
        state.warning = warning();
        return state;
    });
}

} // namespace crema::sync
