// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/comparison.h"

#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/documents.h"
#include "sync/store/role_recording.h"
#include "sync/store/sale_reader.h"
#include "sync/store/settings_rows.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/attention_checks.h"
#include "tests/simulation/world/erasure_search.h"
#include "tests/simulation/world/promotion_checks.h"

namespace crema::simulation {

namespace {

/// The store of a program that has ended.
Result<std::unique_ptr<sync::LocalStore>> openStore(SimRegister &reg, SimClock &clock, Dice &dice)
{
    return sync::LocalStore::open({reg.disk().path("store.sqlite"), sync::OpenMode::ReadWrite,
                                   QStringLiteral("comparison"), *Currency::fromCode(u"EUR")},
                                  clock, dice, reg.vault());
}

/// What the platform does not have is not here either (sync.md rule 12).
QString objectionToPhantoms(sync::LocalStore &store, LocationId place, const MemoryState &state)
{
    const auto countHere = [&store](const char *query) {
        qsizetype count = 0;
        sync::Rows rows = store.database().query(query, {QUuid(), 1'000'000});
        while (rows.next())
            ++count;
        return count;
    };
    const auto isOfShop = [place](const auto &each) { return each.location == place; };
    const auto sales = std::count_if(state.sales.begin(), state.sales.end(), isOfShop);
    if (const qsizetype here = store.database().value("count_sales").toLongLong(); here != sales)
        return QStringLiteral("%1 sales here, %2 on the platform").arg(here).arg(sales);
    const auto shifts = std::count_if(state.shifts.begin(), state.shifts.end(),
                                      [&isOfShop](const auto &stored) { return isOfShop(stored.value); });
    if (const qsizetype here = countHere("list_shift_ids"); here != shifts)
        return QStringLiteral("%1 shifts here, %2 on the platform").arg(here).arg(shifts);
    const auto intents = std::count_if(state.paymentIntents.begin(), state.paymentIntents.end(),
                                       [&isOfShop](const auto &stored) { return isOfShop(stored.value); });
    if (const qsizetype here = countHere("list_payment_intent_ids"); here != intents)
        return QStringLiteral("%1 online payments here, %2 on the platform").arg(here).arg(intents);
    if (const qsizetype here = countHere("list_variant_ids"); here != state.variants.size())
        return QStringLiteral("%1 variants here, %2 on the platform").arg(here).arg(state.variants.size());
    if (const qsizetype here = countHere("list_customer_ids"); here != state.customers.size())
        return QStringLiteral("%1 customers here, %2 on the platform").arg(here).arg(state.customers.size());
    return {};
}

QString objectionToEntities(sync::LocalStore &store, LocationId here, const MemoryState &state)
{
    for (const platform::Stored<Product> &product : state.products) {
        const auto held = store.rows().catalog().product(product.value.id);
        if (!held || *held != product.value)
            return QStringLiteral("product %1 is another one here").arg(product.value.name);
    }
    for (const platform::Stored<Variant> &variant : state.variants) {
        const auto held = store.rows().catalog().variant(variant.value.id);
        if (!held || *held != variant.value)
            return QStringLiteral("variant %1 is another one here").arg(variant.value.sku);
    }
    for (const platform::Stored<Customer> &customer : state.customers) {
        const auto held = store.rows().customers().customer(customer.value.id);
        if (!held || *held != customer.value)
            return QStringLiteral("customer %1 is another one here").arg(customer.value.name);
    }
    for (const platform::Stored<GiftCard> &card : state.giftCards) {
        const auto held = store.rows().gifts().card(card.value.id);
        if (!held || *held != card.value)
            return QStringLiteral("a gift card is another one here");
    }
    for (const platform::Stored<LoyaltyAccount> &account : state.loyaltyAccounts) {
        if (store.rows().points().account(account.value.id) != account.value)
            return QStringLiteral("a customer has other points here");
    }
    for (const platform::Stored<PaymentIntent> &intent : state.paymentIntents) {
        if (intent.value.location == here && store.rows().payments().intent(intent.value.id) != intent.value)
            return QStringLiteral("an online payment is another one here");
        // Somebody has to find it, also long after.
        const auto listed = store.rows().payments().intents({true, intent.value.shift, 1'000});
        if (intent.value.location == here && intent.value.holdsShift() != listed.contains(intent.value))
            return QStringLiteral("an online payment holds its shift, and is not listed, or the other way round");
    }
    for (auto it = state.levels.constBegin(); it != state.levels.constEnd(); ++it) {
        if (it.key().first != here)
            continue;
        const std::int64_t held = store.rows().selling().onHand(it.key().second, it.key().first).units();
        if (held != it.value())
            return QStringLiteral("%1 on hand here, %2 on the platform").arg(held).arg(it.value());
    }
    for (const platform::Stored<Shift> &shift : state.shifts) {
        if (shift.value.location != here)
            continue;
        const auto held = store.rows().selling().shift(shift.value.id);
        if (!held || *held != shift.value)
            return QStringLiteral("a shift is another one here");
    }
    for (const CashMovement &movement : state.cashMovements) {
        const sync::EntityRef ref{entity::cashMovement.toString(), movement.id.value()};
        if (movement.location == here && !store.rows().document(ref))
            return QStringLiteral("a movement of cash is missing here");
    }
    for (const platform::Stored<ParkedCart> &cart : state.parkedCarts) {
        if (cart.value.location == here && store.rows().parkedCart(cart.value.id) != cart.value)
            return QStringLiteral("a parked sale is another one here");
    }
    for (const Sale &sale : state.sales) {
        if (sale.location != here)
            continue;
        const auto held = sync::findSale(store, sale.number);
        if (!held || held->sale.id != sale.id || held->sale.total != sale.total ||
            held->sale.customerNote != sale.customerNote)
            return QStringLiteral("sale %1 is missing or another one here").arg(sale.number);
    }
    return {};
}

/// Who works here is whom the feed names for this shop and for the whole company (sync.md rule 13), and each may do
/// here what they may do there.
QString objectionToPeople(sync::LocalStore &store, LocationId here, const MemoryState &state)
{
    QHash<QUuid, Person> expected;
    for (auto it = state.feedRows.constBegin(); it != state.feedRows.constEnd(); ++it) {
        const bool isTold =
            it.key().audience == platform::companyAudience() || it.key().audience == platform::audienceOf(here);
        if (it.key().entityType == entity::person && isTold && !it->second.deleted)
            expected.insert(it.key().entityId, *codec::readPerson(sync::objectOf(it->second.entity)));
    }
    const QList<QByteArray> people = store.rows().references(entity::person);
    for (const QByteArray &document : people) {
        const Person person = *codec::readPerson(sync::objectOf(document));
        if (!expected.contains(person.id.value()))
            return QStringLiteral("%1 works here, but not on the platform").arg(person.name);
        if (person != expected.value(person.id.value()))
            return QStringLiteral("%1 is another one here than on the platform").arg(person.name);
    }
    if (people.size() != expected.size())
        return QStringLiteral("%1 people here, %2 on the platform").arg(people.size()).arg(expected.size());
    return {};
}

/// The roles of the company are those of the platform, each with what it gives.
QString objectionToRoles(sync::LocalStore &store, const MemoryState &state)
{
    const QList<OwnRole> held = sync::rolesOf(store);
    for (const OwnRole &role : held) {
        const auto expected = state.roles.constFind(role.id);
        if (expected == state.roles.constEnd() || expected->value != role)
            return QStringLiteral("the role %1 is another one here than on the platform").arg(role.name);
    }
    return held.size() == state.roles.size()
               ? QString()
               : QStringLiteral("%1 roles here, %2 on the platform").arg(held.size()).arg(state.roles.size());
}

/// What the shop has set is here as it is there, and no change was lost: each began where the one before it ended.
QString objectionToSettings(sync::LocalStore &store, const MemoryState &state)
{
    for (const platform::Stored<ShopSettings> &place : state.settings) {
        if (sync::settingsOf(store.rows(), place.value.id) != place.value)
            return QStringLiteral("what %1 has set is another thing here").arg(place.value.id.toString());
        QMap<QString, QJsonValue> last;
        for (const SettingChange &change : place.value.changes) {
            if (last.contains(change.key) && last.value(change.key) != change.from)
                return QStringLiteral("a change of %1 was overwritten").arg(change.key);
            last.insert(change.key, change.to);
        }
        for (auto it = last.constBegin(); it != last.constEnd(); ++it) {
            if (place.value.values.value(it.key()) != it.value())
                return QStringLiteral("the last change of %1 does not stand").arg(it.key());
        }
    }
    return {};
}

/// The receipts of each register are numbered from one on, each number once (sync.md rule 34).
QString objectionToNumbers(const MemoryState &state)
{
    QMap<QString, QMap<std::int64_t, RegisterId>> numbers; ///< by what stands before them
    for (const Sale &sale : state.sales) {
        const qsizetype dash = sale.number.lastIndexOf(u'-');
        auto &ofRegister = numbers[sale.number.first(dash)];
        const std::int64_t number = sale.number.sliced(dash + 1).toLongLong();
        if (ofRegister.contains(number))
            return QStringLiteral("receipt number %1 was given twice").arg(sale.number);
        if (!ofRegister.isEmpty() && ofRegister.first() != sale.registerId)
            return QStringLiteral("receipt number %1 is of another register").arg(sale.number);
        ofRegister.insert(number, sale.registerId);
    }
    for (auto it = numbers.constBegin(); it != numbers.constEnd(); ++it) {
        if (it->firstKey() != 1 || it->lastKey() != it->size())
            return QStringLiteral("the receipts of %1 have a gap").arg(it.key());
    }
    return {};
}

/// The platform has followed the auditor's journal to its end, and never found it otherwise (sync.md rule 34).
QString objectionToJournal(sync::LocalStore &store, MemoryDatabase &database)
{
    const DeviceId device = store.place().device.id;
    const auto heads = database.begin()->journalHeads(device);
    const std::vector<sync::AuditorRow> rows = store.auditors().rows(0, 1'000'000);
    if (rows.empty())
        return {};
    // A store that became another register begins a chain; nothing else makes one begin.
    for (const sync::AuditorRow &row : rows) {
        const Result<QJsonObject> document = json::readStrict(row.entry.document);
        if (row.entry.number != 1 || !document)
            continue;
        const Result<auditing::ChainBegin> begin = auditing::readChainBegin(*document);
        const bool isExpected = begin && (begin->reason == auditing::ChainBegin::Reason::First ||
                                          begin->reason == auditing::ChainBegin::Reason::Register);
        if (!isExpected)
            return QStringLiteral("the auditor's journal began anew");
    }
    const sync::AuditorRow &last = rows.back();
    const Result<auditing::ChainState> state = auditing::readChainState(last.state, {});
    // The register that it is now may have made no document yet.
    if (!state || state->registerId != store.place().device.registerId)
        return {};
    auditing::ChainHead head;
    for (const auto &known : heads) {
        if (known.value.head.chain == last.chain)
            head = known.value.head;
    }
    if (head.number != rows.back().entry.number || head.hash != rows.back().entry.hash) {
        return QStringLiteral("the platform has signed entry %1 of %2 of the auditor's journal")
            .arg(head.number)
            .arg(rows.back().entry.number);
    }
    return {};
}

} // namespace

QString objectionToRegister(SimRegister &reg, MemoryDatabase &database, bool isHeard, const ErasureOracle &erasures)
{
    if (!reg.isRunning() || !reg.state().open)
        return QStringLiteral("does not run");
    const sync::QueueCounts queue = reg.state().queue;
    if (reg.hasUnanswered()) {
        return QStringLiteral("%1 queued, %2 sent, %3 receipted when all should be quiet; link %4 (%5)")
            .arg(queue.queued)
            .arg(queue.sent)
            .arg(queue.receipted)
            .arg(static_cast<int>(reg.state().link))
            .arg(reg.state().linkProblem ? reg.state().linkProblem->code : QString());
    }
    // What a manager is shown of it has come to rest too, whatever reports the network doubled, held back or lost.
    const auto told = database.state.health.constFind(reg.origin().entry.device);
    if (isHeard && told == database.state.health.constEnd())
        return QStringLiteral("the platform was never told how it is");
    if (isHeard && told->second.waiting != 0)
        return QStringLiteral("the platform still shows %1 operations waiting on it").arg(told->second.waiting);
    const LocationId place = reg.here();
    reg.stop();
    // Before the store is opened again, which makes good what was left half done.
    if (const QSet<QUuid> gone = goneFrom(database.state, place); !gone.isEmpty()) {
        if (const QString objection = objectionToFiles(reg, erasures, gone); !objection.isEmpty())
            return objection;
    }
    Scheduler scheduler;
    SimClock clock(scheduler, QUuid());
    Dice dice(1);
    const auto store = openStore(reg, clock, dice);
    if (!store)
        return QStringLiteral("cannot be opened: %1 (%2)").arg(store.error().code, store.error().message);
    const sync::StoreCheck check = (*store)->check();
    if (!check.isSound())
        return check.findings.join(u' ');
    if ((*store)->isSearchStale())
        return QStringLiteral("search was left half done");
    constexpr int most = 1'000; // that search answers
    sync::ProductFilter every;
    every.limit = most;
    const qsizetype found = sync::CatalogReader(**store).find(every).size();
    if (found != std::min<std::int64_t>(check.products, most))
        return QStringLiteral("search finds %1 of %2 products").arg(found).arg(check.products);
    if (check.products != database.state.products.size()) {
        return QStringLiteral("%1 products here, %2 on the platform")
            .arg(check.products)
            .arg(database.state.products.size());
    }
    const LocationId here = (*store)->place().device.location.value_or(LocationId());
    QString objection = objectionToEntities(**store, here, database.state);
    if (objection.isEmpty())
        objection = objectionToPeople(**store, here, database.state);
    if (objection.isEmpty())
        objection = objectionToRoles(**store, database.state);
    if (objection.isEmpty())
        objection = objectionToPromotions(**store, database.state);
    if (objection.isEmpty())
        objection = objectionToSettings(**store, database.state);
    if (objection.isEmpty())
        objection = objectionToPhantoms(**store, here, database.state);
    if (objection.isEmpty())
        objection = objectionToJournal(**store, database);
    return objection.isEmpty() ? objectionToCardsOf(**store, here, database.state) : objection;
}

/// What came back beyond what was sold is put before somebody, and nothing else is.
QString objectionToReturns(const MemoryState &state)
{
    QHash<std::pair<SaleId, std::int32_t>, std::int64_t> returned;
    for (const Sale &sale : state.sales) {
        for (const ReturnedLine &line : sale.returns) {
            if (line.sale && line.line)
                returned[{*line.sale, *line.line}] += line.quantity.units();
        }
    }
    QSet<SaleId> exceeded;
    for (auto each = returned.constBegin(); each != returned.constEnd(); ++each) {
        const auto sold = state.sales.constFind(each.key().first);
        if (sold != state.sales.constEnd() && each.value() > sold->lines.value(each.key().second).quantity.units())
            exceeded.insert(sold->id);
    }
    QSet<SaleId> named;
    for (const platform::Review &review : state.reviews) {
        const bool isExcess = review.code == QLatin1String("return.exceeds");
        if (!isExcess && review.code != QLatin1String("return.unknown_sale"))
            continue;
        bool isOfOne = false;
        const Sale document = state.sales.value(SaleId(review.subject.id));
        for (const ReturnedLine &line : document.returns) {
            named.insert(line.sale.value_or(SaleId()));
            isOfOne = isOfOne || exceeded.contains(line.sale.value_or(SaleId()));
        }
        if (isExcess && !isOfOne)
            return QStringLiteral("a return is looked at that took back no more than was sold");
    }
    return (exceeded - named).isEmpty() ? QString()
                                        : QStringLiteral("more came back than was sold, and nobody is told");
}

QString objectionToRecords(MemoryDatabase &database)
{
    const MemoryState &state = database.state;
    for (auto it = state.streams.constBegin(); it != state.streams.constEnd(); ++it) {
        for (std::int64_t sequence = 1; sequence < it->expected; ++sequence) {
            if (!state.receipts.contains({it.key().first, it.key().second, sequence}))
                return QStringLiteral("the receipt of sequence %1 is missing").arg(sequence);
        }
        if (state.receipts.contains({it.key().first, it.key().second, it->expected}))
            return QStringLiteral("a receipt lies beyond what is expected");
    }
    QSet<OperationId> receipted;
    for (const platform::Receipt &receipt : state.receipts) {
        if (!receipt.operation.isNull() && !state.operations.contains(receipt.operation))
            return QStringLiteral("a receipt has no operation");
        receipted.insert(receipt.operation);
    }
    for (const auto &operation : state.operations) {
        if (!receipted.contains(operation.value.id))
            return QStringLiteral("an operation has no receipt");
    }
    if (const QString objection = objectionToNumbers(state); !objection.isEmpty())
        return objection;
    // What waits for something that was refused waits for a person.
    if (!database.begin()->overdueCauses(1).isEmpty())
        return QStringLiteral("an operation still waits for one that took effect");
    if (const QString objection = objectionToReturns(state); !objection.isEmpty())
        return objection;
    return objectionToCards(state);
}

Oracle::Books booksOf(const MemoryState &state)
{
    Oracle::Books books;
    for (const Sale &sale : state.sales) {
        Oracle::Sale entry{
            sale.number, sale.shift.value(), sale.location.value(), sale.registerId.value(), sale.total.minor(), {}};
        for (const Payment &payment : sale.payments) {
            entry.tipMinor += payment.tip.minor();
            entry.otherMinor += payment.method == PaymentMethod::Cash ? 0 : payment.amount.minor();
        }
        for (const SaleLine &line : sale.lines) {
            if (!line.giftCard)
                entry.lines.append({line.variant.value(), line.quantity.units()});
        }
        for (const ReturnedLine &line : sale.returns) {
            if (line.restock)
                entry.lines.append({line.variant.value(), -line.quantity.units()});
        }
        books.sales.insert(sale.id.value(), entry);
    }
    for (auto it = state.levels.constBegin(); it != state.levels.constEnd(); ++it)
        books.onHand.insert({it.key().second.value(), it.key().first.value()}, it.value());
    for (const auto &shift : state.shifts)
        books.cashOfShift.insert(shift.value.id.value(), shift.value.cashTotal.minor());
    for (const platform::Stored<ParkedCart> &cart : state.parkedCarts) {
        const std::optional<CartEnd> &end = cart.value.end;
        books.carts.insert(cart.value.id.value(),
                           {end ? end->registerId.value() : QUuid(), cart.value.state == CartState::Taken, false});
    }
    for (const platform::Review &review : state.reviews) {
        if (review.code == QLatin1String("cart.taken_twice"))
            books.carts[review.subject.id].isLookedAt = true;
    }
    return books;
}

} // namespace crema::simulation
