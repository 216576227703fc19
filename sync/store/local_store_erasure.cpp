// SPDX-License-Identifier: GPL-3.0-or-later
// What stays in this store of a customer or person who was erased: marks (ADR 041, 044).
#include "models/base/json.h"
#include "models/base/planted.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/acknowledgement_writer.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "sync/store/documents.h"
#include "sync/store/erased_mails.h"
#include "sync/store/erased_names.h"
#include "sync/store/local_store.h"
#include "sync/store/migrator.h"
#include "sync/store/print_rows.h"
#include "sync/store/setting_names.h"

namespace crema::sync {
namespace {

/// An operation about somebody, as the queue has it.
struct Said {
    std::int64_t number = 0;
    bool isAnswered = false;
    Operation operation;
    std::optional<Acknowledgement> acknowledgement;
};

void addSaid(Rows rows, QList<Said> &result)
{
    while (rows.next()) {
        const Result<Operation> operation = readOperation(rows.bytes(2));
        if (!operation || operation::isErasure(operation->type) || isErasedMark(*operation) ||
            isWithoutReason(*operation))
            continue;
        const auto state = operationStateFromText(rows.text(1)).value_or(OperationState::Queued);
        Said said{rows.integer(0), state != OperationState::Queued && state != OperationState::Sent, *operation, {}};
        if (!rows.isNull(3)) {
            if (const auto answer = acknowledgementFromJson(objectOf(rows.text(3).toUtf8())))
                said.acknowledgement = *answer;
        }
        result.append(said);
    }
}

QList<Said> saidAbout(Database &database, const QUuid &subject)
{
    QList<Said> result;
    addSaid(database.query("list_operations_about", {subject}), result);
    QList<Said> adjustments;
    const QByteArray whose = '"' + subject.toByteArray(QUuid::WithoutBraces) + '"';
    addSaid(database.query("list_adjustments_for", {whose}), adjustments);
    for (const Said &said : std::as_const(adjustments)) {
        // Who adjusted it stands in it as well.
        if (creditedBy(said.operation) == CustomerId(subject))
            result.append(said);
    }
    return result;
}

/// The platform says who erased them and when; a card that it has not told yet has no words meanwhile.
void eraseCard(Database &database, const Operation &operation)
{
    AttentionRows cards(database);
    const auto card = cards.card(CardId(operation.id.value()));
    if (!card || (card->fields.isEmpty() && !card->operation && !card->problem))
        return;
    const AttentionCard mark =
        erasedMark(*card, {Decision::SetAside, operation.id, std::nullopt, operation.occurredAt});
    cards.save(mark, documentOf(codec::toJson(mark)));
}

/// The balance follows from it, so that it stays and says no more why.
void eraseReason(Database &database, const Said &said)
{
    AttentionRows cards(database);
    if (auto card = cards.card(CardId(said.operation.id.value())); card && crema::eraseReason(*card))
        cards.save(*card, documentOf(codec::toJson(*card)));
    const QByteArray bytes = canonicalBytes(withoutReason(said.operation));
    const QByteArray answer = said.acknowledgement ? canonicalBytes(*said.acknowledgement) : QByteArray();
    database.run("erase_operation", {bytes, payloadHash(bytes),
                                     said.acknowledgement ? SqlValue(Utf8Text{answer}) : SqlValue(), said.number});
}

void erase(Database &database, const Said &said)
{
    if (isAdjustment(said.operation.type)) {
        eraseReason(database, said);
        return;
    }
    eraseCard(database, said.operation);
    const QByteArray bytes = canonicalBytes(erasedMark(said.operation));
    const QByteArray answer = said.acknowledgement ? canonicalBytes(erasedMark(*said.acknowledgement)) : QByteArray();
    database.run("erase_operation", {bytes, payloadHash(bytes),
                                     said.acknowledgement ? SqlValue(Utf8Text{answer}) : SqlValue(), said.number});
}

/// What the platform says of somebody whom an erasure is open of.
enum class Standing {
    Erased,
    Known,     ///< it did not take the erasure, or has not heard of it in the past that it was put back to
    Undecided, ///< what is pending here lies over a row that is not erased
};

bool hasTakenErasure(Database &database, const QUuid &subject)
{
    Rows rows = database.query("list_operations_about", {subject});
    while (rows.next()) {
        const Result<Operation> operation = readOperation(rows.bytes(2));
        if (!operation || !operation::isErasure(operation->type) || rows.isNull(3))
            continue;
        const auto answer = acknowledgementFromJson(objectOf(rows.text(3).toUtf8()));
        if (answer && answer->outcome == Outcome::Applied)
            return true;
    }
    return false;
}

/// The platform has the last word: as long as it has not erased them, what it says of them may come back.
Standing standingOf(Database &database, EntityRows &rows, const QUuid &subject)
{
    bool isKnown = false;
    for (const QStringView type : {entity::customer, entity::person}) {
        const EntityRef ref{type.toString(), subject};
        Rows copy = database.query("read_server_copy", {ref.type, ref.id});
        if (copy.next()) {
            const auto said = copy.isNull(0) ? Result<QJsonObject>(QJsonObject()) : json::readStrict(copy.bytes(0));
            return said && said->contains(QStringLiteral("erased_at")) ? Standing::Erased : Standing::Undecided;
        }
        // The row is what the platform says.
        if (rows.isErased(ref))
            return Standing::Erased;
        isKnown = isKnown || rows.document(ref);
    }
    // Who is told of at other places only was erased as well, when the platform took it from here, or says so in what
    // was lost to them.
    const bool isGone = !isKnown && (hasTakenErasure(database, subject) || isNamedErased(database, PersonId(subject)));
    return isGone ? Standing::Erased : Standing::Known;
}

/// The entries of a journal, with what the queue has by now of those that were erased in it.
QList<JournalEntry> withMarks(QList<JournalEntry> entries, Database &database)
{
    for (JournalEntry &entry : entries) {
        const Result<Operation> before = readOperation(entry.bytes);
        if (!before || operation::isFact(before->type))
            continue;
        Rows rows = database.query("read_recorded_operation", {entry.number});
        if (!rows.next())
            continue;
        const Result<Operation> now = readOperation(rows.bytes(0));
        if (!now || now->id != before->id || (!isErasedMark(*now) && !isWithoutReason(*now)))
            continue;
        entry.bytes = rows.bytes(0);
        entry.hash = rows.bytes(1);
    }
    return entries;
}

} // namespace

void LocalStore::eraseWhatWasAnswered()
{
    if (CREMA_PLANTED(QueueKeepsWords))
        return;
    QList<QUuid> subjects;
    {
        Rows rows = m_database->query("list_erasures");
        while (rows.next())
            subjects.append(rows.uuid(0));
    }
    for (const QUuid &subject : std::as_const(subjects)) {
        const Standing standing = standingOf(*m_database, m_rows, subject);
        if (standing == Standing::Known)
            m_database->run("close_erasure", {subject}); // a mark that comes later opens another one
        if (standing != Standing::Erased)
            continue;
        bool isOpen = false;
        bool isChanged = eraseNames(*m_database, PersonId(subject));
        isChanged = eraseMails(m_deviceRows, m_rows.selling(), CustomerId(subject)) || isChanged;
        const QList<Said> said = saidAbout(*m_database, subject);
        for (const Said &one : said) {
            (one.isAnswered ? isChanged : isOpen) = true;
            if (one.isAnswered)
                erase(*m_database, one);
        }
        if (!isOpen) {
            m_database->run("close_erasure", {subject});
            // Receipts that wait for paper name who served and for whom, in the printer's letters; each can be had
            // again.
            PrintRows(*m_database).removeAll();
        }
        if (isOpen && !isChanged)
            continue;
        m_deviceRows.setSetting(setting::erasesFiles, QStringLiteral("1"));
        m_erasesFiles = true;
    }
}

Result<void> LocalStore::eraseFromFiles()
{
    return read([&]() -> Result<void> {
        const QString path = m_database->path();
        const Result<QByteArray> file = m_disk.read(path + QStringLiteral(".journal"));
        if (!file)
            return failure(file.error());
        qsizetype damaged = 0;
        const QList<JournalEntry> entries = withMarks(EmergencyJournal::read(*file, damaged), *m_database);
        if (const Result<void> written = m_journal->beginAnew(entries); !written)
            return written;
        // What upgrades left beside the store, in case they failed: they did not.
        for (int version = 1; version <= Migrator::newestVersion(); ++version)
            m_disk.remove(QStringLiteral("%1.before-%2").arg(path, QString::number(version)));
        m_erasesFiles = false;
        m_erasesLog = true;
        return {};
    });
}

void LocalStore::eraseBesideRows()
{
    if (m_erasesFiles) {
        if (const Result<void> erased = eraseFromFiles(); !erased)
            m_warning = erased.error(); // the next write tries again
    }
    if (!m_erasesLog)
        return;
    try {
        m_erasesLog = !m_database->settleLog(); // a reader may be in the way
        // Only then: a program that ends before begins with it again.
        if (!m_erasesLog)
            m_deviceRows.setSetting(setting::erasesFiles, QString());
    } catch (const StorageFailure &failed) {
        noteFailure(failed.problem());
    }
}

} // namespace crema::sync
