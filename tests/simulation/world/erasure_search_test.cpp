// SPDX-License-Identifier: GPL-3.0-or-later
// The search of the simulation finds a word of who was erased wherever a platform may have kept it.
#include "tests/simulation/world/erasure_search.h"

#include "models/people/person_rules.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

class ErasureSearch : public ::testing::Test
{
protected:
    ErasureSearch()
    {
        Person before;
        before.id = gone;
        before.name = words.name;
        const Person mark = erasedPerson(before, UtcTime(1));
        state.people.insert(gone, {mark, 2});
        origin.person = gone;
        origin.personName = mark.name;
    }

    template<class AnyId>
    static AnyId idOf(const QString &name)
    {
        return AnyId(QUuid::createUuidV5(QUuid(), name));
    }

    /// The answer of an edit that lost a field to them, and its card.
    void keepConflict()
    {
        platform::StoredOperation stored;
        stored.id = idOf<OperationId>(QStringLiteral("lost"));
        stored.type = QStringLiteral("product.edit");
        stored.acknowledgement.operation = stored.id;
        stored.acknowledgement.outcome = Outcome::Conflict;
        stored.acknowledgement.conflicts = {
            {QStringLiteral("name"), QStringLiteral("Guji"), QStringLiteral("Mine"), QStringLiteral("Theirs"), origin}};
        state.operations.insert(stored.id, {stored, 1});
    }

    void keepCard()
    {
        AttentionCard card;
        card.id = idOf<CardId>(QStringLiteral("lost"));
        CardField field;
        field.conflict = {QStringLiteral("name"), QStringLiteral("Guji"), QStringLiteral("Mine"),
                          QStringLiteral("Theirs"), origin};
        card.fields = {field};
        state.cards.insert(card.id, {card, 1});
    }

    PersonId gone = idOf<PersonId>(QStringLiteral("gone"));
    ErasureOracle oracle;
    ErasureOracle::Words words = oracle.wordsFor(gone.value(), 1, 1);
    ChangeOrigin origin;
    MemoryState state;
};

} // namespace

TEST_F(ErasureSearch, TakesMarksForWhatTheyAre)
{
    keepConflict();
    keepCard();
    state.fieldChanges.insert({QUuid(), QStringLiteral("name")}, {QUuid(), QStringLiteral("name"), origin});
    EXPECT_EQ(objectionToErasures(oracle, state), QString());
}

TEST_F(ErasureSearch, FindsTheNameInAnAnswerThatSaysWhatWasLostToThem)
{
    origin.personName = words.name;
    keepConflict();
    EXPECT_TRUE(objectionToErasures(oracle, state).contains(QStringLiteral("the answer to product.edit")));
}

TEST_F(ErasureSearch, FindsTheNameOnACardThatSaysWhatWasLostToThem)
{
    origin.personName = words.name;
    keepCard();
    EXPECT_TRUE(objectionToErasures(oracle, state).contains(QStringLiteral("a card")));
}

TEST_F(ErasureSearch, FindsTheNameBesideAFieldThatTheyChanged)
{
    origin.personName = words.name;
    state.fieldChanges.insert({QUuid(), QStringLiteral("name")}, {QUuid(), QStringLiteral("name"), origin});
    EXPECT_TRUE(objectionToErasures(oracle, state).contains(QStringLiteral("who changed a field")));
}

} // namespace crema::simulation
