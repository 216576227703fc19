// SPDX-License-Identifier: GPL-3.0-or-later
// The person at a till notes what is known of customers and colleagues, corrects it, and forgets them (ADR 041, 044).
#include "models/base/uuid7.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

#include <algorithm>

namespace crema::simulation {

namespace {

constexpr int mostListed = 100;

/// The one that all tills think of, or any.
template<class Everybody>
auto chosen(const Everybody &everybody, bool isTheSame, Dice &dice)
{
    return isTheSame ? *std::ranges::min_element(everybody, {}, [](const auto &each) { return each.id.value(); })
                     : dice.oneOf(everybody);
}

} // namespace

ErasureOracle::Words SimRegister::wordsFor(const QUuid &subject)
{
    return m_world.erasures.wordsFor(subject, m_number, ++m_words);
}

void SimRegister::changeWhatIsKnown(bool ofTheSame)
{
    if (m_erasureDice.chance(500))
        changeCustomers(ofTheSame);
    else
        changeLeavers(ofTheSame);
}

void SimRegister::changeCustomers(bool ofTheSame)
{
    const auto found = answerOf(m_client->findCustomers({}, mostListed));
    if (!found || !*found)
        return;
    const std::int64_t what = m_erasureDice.between(0, 99);
    if ((*found)->isEmpty() || (what < 30 && !ofTheSame)) {
        noteCustomer();
        return;
    }
    const Customer before = chosen(**found, ofTheSame, m_erasureDice);
    if (what < 75)
        correctCustomer(before);
    else
        forgetCustomer(before.id);
}

void SimRegister::noteCustomer()
{
    Customer customer;
    customer.id = makeId<CustomerId>(UtcTime(SimClock::beginMs + m_world.scheduler.nowMs()), m_erasureDice);
    const ErasureOracle::Words words = wordsFor(customer.id.value());
    customer.name = words.name;
    customer.email = words.email;
    customer.phone = words.phone;
    customer.notes = words.notes;
    const auto noted = answerOf(m_client->createCustomer(customer));
    note(noted && *noted ? "notes a customer who may be forgotten" : "notes nobody");
    ++m_world.counts["privacy.customer_noted"];
}

void SimRegister::correctCustomer(const Customer &before)
{
    Customer after = before;
    const ErasureOracle::Words words = wordsFor(before.id.value());
    switch (m_erasureDice.between(0, 3)) {
    case 0: after.name = words.name; break;
    case 1: after.email = words.email; break;
    case 2: after.phone = words.phone; break;
    default: after.notes = words.notes;
    }
    const auto edited = answerOf(m_client->editCustomer(before, after));
    note(edited && *edited ? "corrects a customer" : "corrects nobody");
    ++m_world.counts["privacy.customer_corrected"];
}

void SimRegister::forgetCustomer(CustomerId id)
{
    // All who were merged into them are forgotten with them.
    const auto parts = answerOf(m_client->customersMergedInto(id));
    const auto erased = answerOf(m_client->eraseCustomer(id, EraseReason::Requested));
    const bool isTold = erased && *erased && !m_disk.files().isDead();
    note(isTold ? "erases a customer" : "may erase a customer");
    ++m_world.counts["privacy.customer_erased"];
    if (isTold)
        m_world.erasures.wasErased(id.value());
    if (!isTold || !parts || !*parts)
        return;
    for (const Customer &part : **parts)
        m_world.erasures.wasErased(part.id.value());
}

void SimRegister::mergeCustomers()
{
    const auto found = answerOf(m_client->findCustomers({}, mostListed));
    if (!found || !*found)
        return;
    if ((*found)->size() < 2) {
        noteCustomer();
        return;
    }
    const Customer into = m_mergeDice.oneOf(**found);
    if (m_mergeDice.chance(250)) {
        const auto parts = answerOf(m_client->customersMergedInto(into.id));
        if (!parts || !*parts || (*parts)->isEmpty())
            return;
        const auto parted = answerOf(m_client->unmergeCustomer(m_mergeDice.oneOf(**parts).id));
        note(parted && *parted ? "makes two of a customer again" : "parts nobody");
        ++m_world.counts["privacy.customers_parted"];
        return;
    }
    const Customer from = m_mergeDice.oneOf(**found);
    // What one lacks is taken from the other. A till that forgets that one without knowing of it leaves the words there
    // until the platform follows within the hour, and no world has that hour: only who lacks nothing stays.
    if (from.id == into.id || filledFrom(into, from) != into)
        return;
    const auto merged = answerOf(m_client->mergeCustomers(from.id, into.id));
    note(merged && *merged ? "makes one of two customers" : "merges nobody");
    ++m_world.counts["privacy.customers_merged"];
}

void SimRegister::changeLeavers(bool ofTheSame)
{
    std::optional<QList<Person>> known = knownColleagues();
    if (!known)
        return;
    known->removeIf([](const Person &person) { return person.isErased(); });
    const std::int64_t what = m_erasureDice.between(0, 99);
    if (known->isEmpty() || (what < 30 && !ofTheSame)) {
        addColleague();
        return;
    }
    const Person before = chosen(*known, ofTheSame, m_erasureDice);
    Person after = before;
    if (what < 50) {
        after.name = wordsFor(before.id.value()).name;
    } else if (what < 60) {
        after.email = wordsFor(before.id.value()).email;
    } else if (what < 70) {
        after.active = !before.active;
    } else {
        forgetPerson(before);
        return;
    }
    ++m_world.counts["privacy.person_changed"];
    editPerson(before, after);
}

void SimRegister::addColleague()
{
    Person made;
    made.id = makeId<PersonId>(UtcTime(SimClock::beginMs + m_world.scheduler.nowMs()), m_erasureDice);
    const ErasureOracle::Words words = wordsFor(made.id.value());
    made.name = words.name;
    made.email = words.email;
    made.role = Role::Barista;
    if (m_erasureDice.chance(500))
        made.locations = {here()};
    const auto created = answerOf(m_client->createPerson(made, QString()));
    note(created && *created ? "adds somebody who may leave" : "adds nobody");
    ++m_world.counts["privacy.person_added"];
}

/// Somebody who may sign in is kept from that first, as the product asks for.
void SimRegister::forgetPerson(const Person &person)
{
    if (person.active) {
        Person left = person;
        left.active = false;
        editPerson(person, left);
    }
    if (!isOpen())
        return;
    const auto erased = answerOf(m_client->erasePerson(person.id, EraseReason::NotNeeded));
    const bool isTold = erased && *erased && !m_disk.files().isDead();
    note(isTold ? "erases a person" : "may erase a person");
    ++m_world.counts["privacy.person_erased"];
    if (isTold)
        m_world.erasures.wasErased(person.id.value());
}

} // namespace crema::simulation
