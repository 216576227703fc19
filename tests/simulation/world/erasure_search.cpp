// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/erasure_search.h"

#include "models/base/json.h"
#include "models/base/problem_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "sync/store/database.h"

#include <sqlite3.h>

#include <QMap>

#include <functional>

namespace crema::simulation {

namespace {

using Look = std::function<void(const QString &where, QByteArrayView bytes)>;

void eachAnswer(const MemoryState &state, const Look &look)
{
    for (const auto &operation : state.operations) {
        look(QStringLiteral("the operation %1").arg(operation.value.type), operation.value.payload);
        look(QStringLiteral("the answer to %1").arg(operation.value.type),
             json::writeCanonical(acknowledgementToJson(operation.value.acknowledgement)));
    }
    for (const platform::Receipt &receipt : state.receipts) {
        if (receipt.acknowledgement)
            look(QStringLiteral("a receipt"), json::writeCanonical(acknowledgementToJson(*receipt.acknowledgement)));
    }
    for (const platform::DeadLetter &letter : state.deadLetters) {
        look(QStringLiteral("a dead letter"), letter.payload);
        look(QStringLiteral("what is wrong with a dead letter"), json::writeCanonical(problemToJson(letter.problem)));
    }
}

void eachEntry(const MemoryState &state, const Look &look)
{
    for (const MemoryState::ChainEnd &end : state.chains) {
        for (auto link = end.last; link; link = link->before)
            look(QStringLiteral("the audit trail"), link->row.document);
    }
    for (const MemoryState::AuditWords &beside : state.auditWords)
        look(QStringLiteral("what stands beside the audit trail"), beside.words);
    for (const platform::FieldChange &change : state.fieldChanges)
        look(QStringLiteral("who changed a field"), change.origin.personName.toUtf8());
}

/// Everything that the platform keeps and can have words of somebody.
void eachText(const MemoryState &state, const Look &look)
{
    for (const auto &customer : state.customers)
        look(QStringLiteral("a customer"), json::writeCanonical(codec::toJson(customer.value)));
    for (const auto &person : state.people)
        look(QStringLiteral("a person"), json::writeCanonical(codec::toJson(person.value)));
    for (auto it = state.feedRows.constBegin(); it != state.feedRows.constEnd(); ++it)
        look(QStringLiteral("a %1 in the feed").arg(it.key().entityType), it->second.entity);
    for (const auto &card : state.cards)
        look(QStringLiteral("a card"), json::writeCanonical(codec::toJson(card.value)));
    for (const GiftEntry &entry : state.giftAdjustments)
        look(QStringLiteral("why store credit was adjusted"), entry.reason.toUtf8());
    for (const PointsEntry &entry : state.pointsAdjustments)
        look(QStringLiteral("why points were adjusted"), entry.reason.toUtf8());
    eachAnswer(state, look);
    eachEntry(state, look);
}

/// The trail as `crema-platform audit verify` reads it.
QString objectionToTrail(const MemoryState &state)
{
    platform::AuditVerifier verifier({});
    std::optional<platform::AuditFault> fault;
    for (const MemoryState::ChainEnd &end : state.chains) {
        QList<const MemoryState::AuditLink *> links;
        for (const auto *link = end.last.get(); link; link = link->before.get())
            links.prepend(link);
        for (const MemoryState::AuditLink *link : std::as_const(links)) {
            platform::AuditRow row = link->row;
            if (row.operation)
                row.payload = state.operations.value(OperationId(*row.operation)).value.payload;
            const auto beside = state.auditWords.constFind({row.chain, row.number});
            if (beside != state.auditWords.constEnd()) {
                row.salt = beside->salt;
                row.words = beside->words;
            }
            fault = verifier.take(row);
            if (fault)
                break;
        }
        if (fault)
            break;
    }
    if (!fault)
        fault = verifier.end();
    return fault ? QStringLiteral("entry %1 of the audit trail is wrong (%2)")
                       .arg(fault->number)
                       .arg(static_cast<int>(fault->kind))
                 : QString();
}

bool isToldAt(LocationId place, PersonId person, const MemoryState &state)
{
    return std::ranges::any_of(
        QStringList{platform::companyAudience(), platform::audienceOf(place)}, [&](const QString &audience) {
            const auto row = state.feedRows.constFind({entity::person.toString(), person.value(), audience});
            return row != state.feedRows.constEnd() && !row->second.deleted;
        });
}

/// It did not take effect, or was never taken: then there is a card or an answer that says so.
bool wasRefused(const QUuid &subject, const MemoryState &state)
{
    return std::any_of(state.operations.cbegin(), state.operations.cend(), [&subject](const auto &stored) {
        return stored.value.subject.id == subject && operation::isErasure(stored.value.type) &&
               stored.value.acknowledgement.outcome != Outcome::Applied;
    });
}

/// What a statement answers, as bytes.
QList<QByteArray> valuesOf(sync::Database &database, const QByteArray &sql)
{
    QList<QByteArray> values;
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database.handle(), sql.constData(), -1, &statement, nullptr);
    while (statement && sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
            values.append(QByteArray(bytes, sqlite3_column_bytes(statement, column)));
        }
    }
    sqlite3_finalize(statement);
    return values;
}

/// Every value of every table, those of search included.
void eachRow(sync::Database &database, QMap<QString, QByteArray> &texts)
{
    const QList<QByteArray> tables =
        valuesOf(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'");
    for (const QByteArray &table : tables) {
        const QString where = QStringLiteral("its table %1").arg(QString::fromUtf8(table));
        texts.insert(where, valuesOf(database, "SELECT * FROM \"" + table + '"').join('\n'));
    }
}

} // namespace

QSet<QUuid> goneFrom(const MemoryState &state, std::optional<LocationId> place)
{
    QSet<QUuid> gone;
    for (const auto &customer : state.customers) {
        if (customer.value.isErased())
            gone.insert(customer.value.id.value());
    }
    for (const auto &person : state.people) {
        if (person.value.isErased() && (!place || isToldAt(*place, person.value.id, state)))
            gone.insert(person.value.id.value());
    }
    return gone;
}

QString objectionToErasures(const ErasureOracle &oracle, const MemoryState &state)
{
    const QSet<QUuid> gone = goneFrom(state);
    for (const QUuid &subject : oracle.erased()) {
        if (!gone.contains(subject) && !wasRefused(subject, state))
            return QStringLiteral("%1 is not erased").arg(subject.toString(QUuid::WithoutBraces));
    }
    QString objection;
    eachText(state, [&](const QString &where, QByteArrayView bytes) {
        if (!objection.isEmpty())
            return;
        if (const QByteArray word = oracle.wordOf(gone, bytes); !word.isEmpty())
            objection = QStringLiteral("%1 has %2 of somebody who was erased").arg(where, QString::fromLatin1(word));
    });
    return objection.isEmpty() ? objectionToTrail(state) : objection;
}

QString objectionToFiles(SimRegister &reg, const ErasureOracle &oracle, const QSet<QUuid> &gone)
{
    if (gone.isEmpty())
        return {};
    const QString store = reg.disk().path("store.sqlite");
    QMap<QString, QByteArray> texts;
    if (const auto database = sync::Database::open(reg.vault(), store, sync::Access::ReadWrite))
        eachRow(**database, texts);
    else
        return QStringLiteral("its database cannot be read");
    if (const auto journal = reg.vault().read(store + QStringLiteral(".journal")))
        texts.insert(QStringLiteral("its operation journal"), *journal);
    const DiskImage &disk = reg.disk().files().image();
    for (auto it = disk.names.now.constBegin(); it != disk.names.now.constEnd(); ++it)
        texts.insert(it.key(), disk.files.value(it.value()).now.all());
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it) {
        if (const QByteArray word = oracle.wordOf(gone, *it); !word.isEmpty())
            return QStringLiteral("%1 has %2 of somebody who was erased").arg(it.key(), QString::fromLatin1(word));
    }
    return {};
}

} // namespace crema::simulation
