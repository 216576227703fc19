// SPDX-License-Identifier: GPL-3.0-or-later
// What an erasure looks for and puts marks in place of (ADR 041, 044), in a unit of work.
#include "models/feed/entity_types.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/operation_order.h"

namespace crema::platform {

QList<StoredOperation> BufferedUnitOfWork::operationsAbout(const QUuid &subject)
{
    const QList<Stored<StoredOperation>> rows = m_storage->operationsAbout(subject);
    QSet<QUuid> subjects{subject};
    know(rows);
    for (const Stored<StoredOperation> &row : rows)
        subjects.insert(row.value.id.value());
    // Those of this unit as well; a decision may come in the order of the table before what it is about.
    QList<StoredOperation> about;
    qsizetype known = -1;
    while (known != subjects.size()) {
        known = subjects.size();
        about.clear();
        m_operations.eachKnown([&](const StoredOperation &operation) {
            // An account of points has its customer's id, and is nobody.
            const QString &type = operation.subject.type;
            const bool isOfThem = type == entity::customer || type == entity::person || type == entity::attention;
            if (!isOfThem || !subjects.contains(operation.subject.id))
                return;
            about.append(operation);
            subjects.insert(operation.id.value());
        });
    }
    sortByPlace(about);
    return about;
}

QList<StoredOperation> BufferedUnitOfWork::operationsNaming(PersonId person)
{
    know(m_storage->operationsNaming(person));
    QList<StoredOperation> naming;
    m_operations.eachKnown([&](const StoredOperation &operation) {
        if (namesOrigin(operation.acknowledgement.conflicts, person))
            naming.append(operation);
    });
    sortByPlace(naming);
    return naming;
}

QList<StoredOperation> BufferedUnitOfWork::adjustmentsFor(CustomerId customer)
{
    know(m_storage->adjustmentsFor(customer));
    QList<StoredOperation> adjustments;
    m_operations.eachKnown([&](const StoredOperation &stored) {
        if (!isAdjustment(stored.type))
            return;
        const Result<Operation> operation = readOperation(stored.payload);
        const bool isOfCredit = stored.type == operation::giftCardAdjust;
        const auto card = isOfCredit ? giftCard(GiftCardId(stored.subject.id)) : std::nullopt;
        if ((operation && creditedBy(*operation) == customer) || (card && card->customer == customer))
            adjustments.append(stored);
    });
    sortByPlace(adjustments);
    return adjustments;
}

void BufferedUnitOfWork::eraseReasonsOf(CustomerId customer)
{
    m_erasedReasons.append(customer);
}

void BufferedUnitOfWork::eraseDeadLetters(const QList<QByteArray> &words)
{
    for (const QByteArray &word : words)
        m_erasedWords.append(word);
}

} // namespace crema::platform
