// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/erased_names.h"

#include "models/feed/entity_types.h"
#include "models/operations/acknowledgement_writer.h"
#include "models/operations/erased_operation.h"
#include "sync/store/attention_rows.h"
#include "sync/store/documents.h"

#include <algorithm>
#include <utility>

namespace crema::sync {
namespace {

/// As the id of a person stands in JSON.
QByteArray wordOf(PersonId person)
{
    return '"' + person.toString().toLatin1() + '"';
}

QList<std::pair<std::int64_t, Acknowledgement>> answersNaming(Database &database, PersonId person)
{
    QList<std::pair<std::int64_t, Acknowledgement>> answers;
    const QByteArray word = wordOf(person);
    Rows rows = database.query("list_operations_naming", {Utf8Text{word}});
    while (rows.next()) {
        const auto answer = acknowledgementFromJson(objectOf(rows.text(1).toUtf8()));
        if (answer && namesOrigin(answer->conflicts, person))
            answers.append({rows.integer(0), *answer});
    }
    return answers;
}

QList<AttentionCard> cardsNaming(Database &database, PersonId person)
{
    QList<AttentionCard> cards;
    const QByteArray word = wordOf(person);
    Rows rows = database.query("list_cards_naming", {word});
    while (rows.next())
        cards.append(entityOf(rows.bytes(0), &codec::readAttentionCard));
    return cards;
}

/// Those of cards that a decision made here lies over.
QList<AttentionCard> copiesNaming(Database &database, PersonId person)
{
    QList<AttentionCard> copies;
    const QByteArray word = wordOf(person);
    Rows rows = database.query("list_card_copies_naming", {word});
    while (rows.next()) {
        if (const auto card = codec::readAttentionCard(objectOf(rows.bytes(1))))
            copies.append(*card);
    }
    return copies;
}

} // namespace

bool eraseNames(Database &database, PersonId person)
{
    bool isErased = false;
    for (auto &[number, answer] : answersNaming(database, person)) {
        if (!eraseName(answer, person))
            continue;
        const QByteArray bytes = canonicalBytes(answer);
        database.run("change_acknowledgement", {Utf8Text{bytes}, number});
        isErased = true;
    }
    for (AttentionCard &card : cardsNaming(database, person)) {
        if (!eraseName(card, person))
            continue;
        AttentionRows(database).save(card, documentOf(codec::toJson(card)));
        isErased = true;
    }
    for (AttentionCard &card : copiesNaming(database, person)) {
        if (!eraseName(card, person))
            continue;
        database.run("change_server_copy", {documentOf(codec::toJson(card)), entity::attention.toString(), card.id});
        isErased = true;
    }
    return isErased;
}

bool isNamedErased(Database &database, PersonId person)
{
    const auto isMark = [&person](const FieldConflict &conflict) {
        return conflict.theirs && conflict.theirs->person == person && isErasedName(*conflict.theirs);
    };
    const auto answers = answersNaming(database, person);
    const bool isAnswered = std::any_of(answers.begin(), answers.end(), [&](const auto &numbered) {
        return std::any_of(numbered.second.conflicts.begin(), numbered.second.conflicts.end(), isMark);
    });
    if (isAnswered)
        return true;
    const QList<AttentionCard> cards = cardsNaming(database, person);
    return std::any_of(cards.begin(), cards.end(), [&](const AttentionCard &card) {
        return std::any_of(card.fields.begin(), card.fields.end(),
                           [&](const CardField &field) { return isMark(field.conflict); });
    });
}

} // namespace crema::sync
