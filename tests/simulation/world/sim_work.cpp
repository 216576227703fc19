// SPDX-License-Identifier: GPL-3.0-or-later
// What the person at a till does.
#include "models/people/role_rules.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

#include <algorithm>

namespace crema::simulation {

namespace {

Money euros(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

/// Everybody's, so that each till can have it typed.
const QString everybodysPin = QStringLiteral("4711");

bool isGenerous(const QList<Oracle::Line> &lines)
{
    std::int64_t pieces = 0;
    for (const Oracle::Line &line : lines)
        pieces += line.quantity;
    return pieces >= 6;
}

} // namespace

void SimRegister::act()
{
    if (!isOpen())
        return;
    if (m_syncsFirst && !hasSyncedAgain())
        return;
    m_syncsFirst = false;
    if (isLeaving())
        return;
    if (m_dice.chance(200))
        look();
    const std::int64_t what = m_dice.between(0, 99);
    if (what < 50)
        sell();
    else if (what < 60)
        moveStock();
    else if (what < 66)
        createProduct();
    else if (what < 70)
        createCustomer();
    else if (what < 78)
        editProduct(someProduct());
    else if (what < 88)
        editPrice(m_dice.oneOf(TemplateWorld::instance().variants));
    else if (what < 96)
        decide();
    else
        changeShift();
    if (m_world.plan.people > 0 && isOpen() && m_peopleDice.chance(m_world.plan.people)) {
        if (m_peopleDice.chance(400))
            haveApproved();
        else
            changePeople();
    }
    if (m_world.plan.cash > 0 && isOpen() && m_cashDice.chance(m_world.plan.cash))
        moveCash();
    if (m_world.plan.gifts > 0 && isOpen() && m_giftDice.chance(m_world.plan.gifts))
        useGiftCards();
    if (m_world.plan.online > 0 && isOpen() && m_onlineDice.chance(m_world.plan.online))
        takeOnlinePayments();
    if (m_world.plan.carts > 0 && isOpen() && m_cartDice.chance(m_world.plan.carts))
        changeCarts();
    if (m_world.plan.promotions > 0 && isOpen() && m_promotionDice.chance(m_world.plan.promotions))
        usePromotions();
    if (m_world.plan.bundles > 0 && isOpen() && m_bundleDice.chance(m_world.plan.bundles))
        useBundles();
    if (m_world.plan.points > 0 && isOpen() && m_pointsDice.chance(m_world.plan.points))
        usePoints();
    if (m_world.plan.settings > 0 && isOpen() && m_settingsDice.chance(m_world.plan.settings))
        changeSettings();
    if (m_world.plan.erasures > 0 && isOpen() && m_erasureDice.chance(m_world.plan.erasures))
        changeWhatIsKnown(false);
    if (m_world.plan.merges > 0 && isOpen() && m_mergeDice.chance(m_world.plan.merges))
        mergeCustomers();
    if (m_world.plan.returns > 0 && isOpen() && m_returnsDice.chance(m_world.plan.returns))
        takeSaleBack();
    restartIfDead();
}

RoleRef SimRegister::someRole()
{
    const auto roles = m_world.plan.roles ? answerOf(m_client->roles()) : std::nullopt;
    if (roles && *roles && !(*roles)->isEmpty() && m_peopleDice.chance(500))
        return m_peopleDice.oneOf(**roles).id;
    return m_peopleDice.oneOf(allRoles);
}

/// Somebody makes a role or changes one, with whatever rights: also more than they have.
void SimRegister::changeRoles()
{
    const auto roles = answerOf(m_client->roles());
    if (!roles || !*roles)
        return;
    const auto shaken = [this](Rights rights) {
        for (int i = 0; i < 2; ++i) {
            const Permission permission = m_peopleDice.oneOf(allPermissions);
            rights.withApproval.removeAll(permission);
            if (rights.allowed.removeAll(permission) == 0)
                rights.allowed.append(permission);
        }
        rights.discountLimit = static_cast<std::int32_t>(m_peopleDice.between(0, 10'000));
        // Of the same throw, so that no other one comes otherwise than it did.
        rights.refundLimit =
            rights.discountLimit % 3 == 0 ? std::nullopt : std::optional<std::int64_t>(rights.discountLimit / 100);
        return rights;
    };
    ++m_world.counts["person.own_role"];
    if ((*roles)->isEmpty() || m_peopleDice.chance(300)) {
        const Role base = m_peopleDice.oneOf(allRoles);
        const QString name = QStringLiteral("Role %1.%2").arg(m_number).arg(++m_edits);
        const auto made = answerOf(m_client->createRole({{}, name, base, shaken(rightsOf(base)), false}));
        note(made && *made ? "makes a role" : "makes no role");
        return;
    }
    const OwnRole before = m_peopleDice.oneOf(**roles);
    OwnRole after = before;
    if (m_peopleDice.chance(200))
        after.retired = !before.retired;
    else if (m_peopleDice.chance(200))
        after.name = QStringLiteral("Role %1.%2").arg(m_number).arg(++m_edits);
    else
        after.rights = shaken(before.rights);
    const auto edited = answerOf(m_client->editRole(before, after));
    note(edited && *edited ? "changes a role" : "changes no role");
}

void SimRegister::changeSettings()
{
    const auto all = answerOf(m_client->shopSettings());
    if (!all || !*all || (*all)->isEmpty())
        return;
    ++m_world.counts["person.settings"];
    const ShopSettings place = m_settingsDice.oneOf(**all);
    const QStringView key = m_settingsDice.chance(500)   ? shop_setting::tillLockMinutes
                            : m_settingsDice.chance(500) ? shop_setting::discountBaristaPercent
                                                         : shop_setting::rightsHoldHours;
    const Setting &setting = *findSetting(key);
    const QJsonValue now = place.values.value(key);
    const QJsonValue seen = now.isUndefined() ? QJsonValue() : now;
    const QJsonValue to = m_settingsDice.chance(200)
                              ? QJsonValue()
                              : QJsonValue(qint64(m_settingsDice.between(setting.least, setting.most)));
    const auto set = answerOf(m_client->setShopSetting(place.id, key.toString(), seen, to));
    note((set && *set ? "sets " : "does not set ") + key.toUtf8());
}

std::optional<QList<Person>> SimRegister::knownColleagues()
{
    const auto people = answerOf(m_client->everybody());
    if (!people || !*people)
        return std::nullopt;
    // Whoever works at the tills is changed by the back office alone (PlatformEvents::changeRole).
    QList<Person> others = **people;
    others.removeIf([](const Person &person) { return person.id == TemplateWorld::instance().person.id; });
    return others;
}

void SimRegister::changePeople()
{
    if (m_world.plan.roles && m_peopleDice.chance(300))
        return changeRoles();
    const std::optional<QList<Person>> colleagues = knownColleagues();
    if (!colleagues)
        return;
    const QList<Person> &others = *colleagues;
    const std::int64_t what = m_peopleDice.between(0, 99);
    ++m_world.counts["person.people"];
    if (others.isEmpty() || what < 30) {
        Person made;
        made.name = QStringLiteral("Colleague %1.%2").arg(m_number).arg(++m_edits);
        // Two tills use the same address while they do not hear of each other.
        if (m_peopleDice.chance(500))
            made.email = QStringLiteral("colleague%1@example.org").arg(m_peopleDice.between(1, 6));
        made.role = someRole();
        if (m_peopleDice.chance(600))
            made.locations = {here()};
        // Hashing is slow on purpose: the first one has a PIN.
        const auto created = answerOf(m_client->createPerson(made, others.isEmpty() ? everybodysPin : QString()));
        note((created && *created ? "adds a person: " : "adds nobody: ") + roleText(made.role).toUtf8());
        return;
    }
    const Person before = m_peopleDice.oneOf(others);
    if (what < 33) {
        const auto set = answerOf(m_client->setPin(before.id, everybodysPin));
        note(set && *set ? "sets a PIN" : "sets no PIN");
        return;
    }
    if (what < 35) {
        const auto made = answerOf(m_client->makeBadge(before.id));
        note(made && *made ? "makes a badge" : "makes no badge");
        return;
    }
    Person after = before;
    if (what < 60)
        after.role = someRole();
    else if (what < 75)
        after.active = !before.active;
    else if (what < 85)
        after.locations = before.locations.isEmpty() ? QList<LocationId>{here()} : QList<LocationId>();
    else
        after.name = QStringLiteral("Colleague %1.%2").arg(m_number).arg(++m_edits);
    editPerson(before, after);
}

void SimRegister::editPerson(const Person &before, const Person &after)
{
    const auto edited = answerOf(m_client->editPerson(before, after));
    note((edited && *edited ? "changes a person: " : "changes nobody: ") + roleText(after.role).toUtf8());
}

/// One of what belongs together at each till, so that all of it could only come true as a mixture.
void SimRegister::changeTheSamePerson()
{
    const std::optional<QList<Person>> others = knownColleagues();
    if (!others || others->isEmpty())
        return;
    const Person before = *std::ranges::min_element(*others, {}, [](const Person &each) { return each.id.value(); });
    Person after = before;
    const std::int64_t what = m_peopleDice.between(0, 2);
    if (what == 0)
        after.role = m_peopleDice.oneOf(allRoles);
    else if (what == 1)
        after.active = !before.active;
    else
        after.locations = before.locations.isEmpty() ? QList<LocationId>{here()} : QList<LocationId>();
    ++m_world.counts["person.same_person"];
    editPerson(before, after);
}

/// Where the person may not edit a product, a colleague who may types their PIN for it; now and then nobody does.
void SimRegister::haveApproved()
{
    const auto before = answerOf(m_client->product(someProduct()));
    if (!before || !*before)
        return;
    Product after = (*before)->product;
    after.name = QStringLiteral("Approved %1.%2").arg(m_number).arg(++m_edits);
    std::optional<sync::ApprovalRequest> asked;
    const auto connection = QObject::connect(m_client.get(), &sync::Client::approvalWanted, m_client.get(),
                                             [&asked](const sync::ApprovalRequest &request) { asked = request; });
    const auto answer = std::make_shared<std::optional<Result<sync::ProductView>>>();
    {
        const auto offer = m_client->offerApproval();
        keepAnswer(m_client->editProduct((*before)->product, after), answer);
    }
    QObject::disconnect(connection);
    if (asked && m_peopleDice.chance(900)) {
        (void)answerOf(m_client->approve(m_peopleDice.oneOf(asked->approvers).id, everybodysPin));
        ++m_world.counts["person.approval"];
    }
    m_client->declineApproval();
    note(*answer && **answer ? "edits a product, approved or not" : "edits nothing that is approved");
}

void SimRegister::sell()
{
    if (!m_client->state().openShift) {
        changeShift();
        return;
    }
    const auto &variants = TemplateWorld::instance().variants;
    sync::SaleDraft draft;
    QList<Oracle::Line> lines;
    const std::int64_t count = m_dice.between(1, 4);
    for (std::int64_t i = 0; i < count; ++i) {
        sync::SaleLineDraft line;
        line.variant = m_dice.oneOf(variants).id;
        line.quantity = Quantity(m_dice.between(1, 3));
        lines.append({line.variant.value(), line.quantity.units()});
        draft.lines.append(line);
    }
    // Who buys much gives a tip; no die is thrown for it, so that worlds stay as they were drawn.
    const Money tip = euros(isGenerous(lines) ? 10 : 0);
    draft.tenders.append({PaymentMethod::Cash, euros(100'000), true, {}, tip});
    recordSale(draft, lines);
}

void SimRegister::recordSale(const sync::SaleDraft &draft, const QList<Oracle::Line> &lines)
{
    const QUuid shift = m_client->state().openShift->id.value();
    const QUuid location = here().value();
    const QUuid reg = m_client->state().registerInfo ? m_client->state().registerInfo->id.value() : QUuid();
    const auto sold = answerOf(m_client->completeSale(draft));
    const bool isSold = sold && *sold;
    if (!isSold)
        note("does not sell: " + (sold ? sold->error().code.toUtf8() : QByteArray("no answer")));
    // A program whose disk is dead went on in its memory for a moment; nobody saw it.
    if (!isSold || m_disk.files().isDead()) {
        doubt(shift, location, lines);
        return;
    }
    const Sale &sale = (*sold)->sale;
    note("sells " + sale.number.toUtf8());
    ++m_world.counts["person.sale"];
    m_journal.saleWasPaid(sale.id);
    m_taken[sale.shift] += cashPaidIn(sale);
    std::int64_t tip = 0;
    for (const sync::TenderDraft &tender : draft.tenders)
        tip += tender.tip.minor();
    m_world.counts["person.tip"] += tip == 0 ? 0 : 1;
    m_world.platform.watch().saleWasTold(m_number, sale.id);
    m_soldOutside += isShutOut() ? 1 : 0;
    for (const Oracle::Line &line : lines)
        m_watch.moved(VariantId(line.variant), -line.quantity);
    m_world.oracle.saleWasPaid(sale.id.value(), {sale.number, shift, location, reg, sale.total.minor(), lines, tip});
}

void SimRegister::doubt(const QUuid &shift, const QUuid &location, const QList<Oracle::Line> &lines)
{
    m_world.oracle.saleWasBegun(shift, location, lines);
    m_inDoubt.insert(ShiftId(shift));
    for (const Oracle::Line &line : lines)
        m_watch.mayHaveMoved(VariantId(line.variant));
}

void SimRegister::moveStock()
{
    const VariantId variant = m_dice.oneOf(TemplateWorld::instance().variants).id;
    const std::int64_t delta = m_dice.chance(500) ? m_dice.between(1, 40) : -m_dice.between(1, 5);
    const QUuid location = here().value();
    const auto moved = answerOf(m_client->adjustStock(variant, Quantity(delta), MovementReason::Adjustment, QString()));
    const bool isTold = moved && *moved && !m_disk.files().isDead();
    note((isTold ? "moves " : "may move ") + QByteArray::number(qint64(delta)));
    ++m_world.counts["person.movement"];
    if (isTold) {
        m_world.oracle.stockWasMoved(variant.value(), location, delta);
        m_watch.moved(variant, delta);
    } else {
        m_world.oracle.stockMayHaveMoved(variant.value(), location, delta);
        m_watch.mayHaveMoved(variant);
    }
}

/// Two tills make the same article while they do not hear of each other: one of them is refused, and what was done to
/// its article waits for a person.
void SimRegister::createProduct()
{
    Product product;
    product.name = QStringLiteral("New %1.%2").arg(m_number).arg(++m_edits);
    Variant variant;
    variant.sku = QStringLiteral("NEW-%1").arg(m_dice.between(1, 6));
    variant.price = Price{euros(m_dice.between(100, 2'000)), 1};
    const auto created = answerOf(m_client->createProduct(product, {variant}));
    note(created && *created ? "creates " + variant.sku.toUtf8() : "creates nothing");
    ++m_world.counts["person.create"];
    if (created && *created)
        m_made.append((*created)->product.id);
}

void SimRegister::createCustomer()
{
    Customer customer;
    customer.name = QStringLiteral("Customer %1.%2").arg(m_number).arg(++m_edits);
    const auto created = answerOf(m_client->createCustomer(customer));
    note(created && *created ? "notes a customer" : "notes no customer");
    ++m_world.counts["person.customer"];
}

ProductId SimRegister::someProduct()
{
    const bool isOwn = !m_made.isEmpty() && m_dice.chance(400);
    return isOwn ? m_dice.oneOf(m_made) : m_dice.oneOf(TemplateWorld::instance().variants).product;
}

void SimRegister::editTheSame()
{
    const Variant &variant = TemplateWorld::instance().variants.constFirst();
    if (isOpen())
        editPrice(variant);
    if (isOpen())
        editProduct(variant.product);
    if (m_world.plan.people > 0 && isOpen())
        changeTheSamePerson();
    if (m_world.plan.erasures > 0 && isOpen())
        changeWhatIsKnown(true);
    restartIfDead();
}

void SimRegister::editProduct(ProductId id)
{
    const auto before = answerOf(m_client->product(id));
    if (!before || !*before)
        return;
    Product after = (*before)->product;
    if (m_dice.chance(500))
        after.name = QStringLiteral("Name %1.%2").arg(m_number).arg(++m_edits);
    else
        after.brand = QStringLiteral("Brand %1.%2").arg(m_number).arg(++m_edits);
    const auto edited = answerOf(m_client->editProduct((*before)->product, after));
    note(edited && *edited ? "edits a product" : "edits nothing");
    ++m_world.counts["person.edit"];
}

void SimRegister::editPrice(const Variant &variant)
{
    const auto before = answerOf(m_client->product(variant.product));
    if (!before || !*before || (*before)->variants.isEmpty())
        return;
    const Variant now = (*before)->variants.constFirst().variant;
    Variant after = now;
    after.price = Price{euros(newPriceMinor()), 1};
    const auto edited = answerOf(m_client->editVariant(now, after));
    const bool isTold = edited && *edited && !m_disk.files().isDead();
    note((isTold ? "changes a price from " : "may change a price from ") +
         QByteArray::number(qint64(now.price ? now.price->amount.minor() : 0)) + " to " +
         QByteArray::number(qint64(after.price->amount.minor())));
    ++m_world.counts["person.price"];
    if (isTold && now.price)
        m_world.prices.priceWasSet({now.id.value(), now.price->amount.minor(), after.price->amount.minor()});
}

void SimRegister::changeShift()
{
    if (m_client->state().openShift) {
        const auto closed = answerOf(m_client->closeShift(euros(m_dice.between(0, 50'000))));
        note(closed && *closed ? "closes its shift" : "closes no shift");
    }
    m_journal.documentWasMade();
    if (m_disk.files().isDead())
        return;
    const auto opened = answerOf(m_client->openShift(euros(10'000)));
    note(opened && *opened ? "opens a shift" : "opens no shift");
    ++m_world.counts["person.shift"];
}

void SimRegister::moveCash()
{
    if (!m_client->state().openShift)
        return;
    const ShiftId shift = m_client->state().openShift->id;
    const CashMovementKind kind =
        m_cashDice.oneOf(QList<CashMovementKind>(allCashMovementKinds.begin(), allCashMovementKinds.end()));
    const Money amount = euros(kind == CashMovementKind::NoSale ? 0 : m_cashDice.between(1, 5'000));
    const auto moved = answerOf(m_client->moveCash({kind, amount, {}, {}}));
    m_journal.documentWasMade();
    const bool isTold = moved && *moved && !m_disk.files().isDead();
    note((isTold ? "moves cash: " : "may move cash: ") + cashMovementKindText(kind).toUtf8());
    ++m_world.counts["person.cash"];
    if (isTold)
        m_moved[shift] += drawerChange(**moved).minor();
    else
        m_inDoubt.insert(shift);
}

void SimRegister::importArticles()
{
    if (!isOpen())
        return;
    constexpr int articles = 270;
    QList<sync::ImportRow> rows;
    for (int i = 0; i < articles; ++i) {
        sync::ImportRow row;
        row.line = i + 1;
        row.name = QStringLiteral("Imported %1.%2").arg(m_number).arg(++m_edits);
        row.sku = QStringLiteral("IMP-%1-%2").arg(m_number).arg(m_edits);
        rows.append(row);
    }
    const auto imported = answerOf(m_client->importProducts(rows));
    note(imported && *imported ? "imports articles" : "imports nothing");
    ++m_world.counts["person.import"];
    restartIfDead();
}

} // namespace crema::simulation
