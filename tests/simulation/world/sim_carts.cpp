// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody leaves a sale for later, and somebody goes on with it: also two at once, at tills that do not hear each
// other.
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"
#include "tests/simulation/world/template_world.h"

namespace crema::simulation {
namespace {

/// What is no article, of a class of tax that nobody here knows: nothing is sold of it.
ParkedLine repair(Currency currency)
{
    const TaxClassId taxClass(QUuid::createUuidV5(QUuid(), QStringLiteral("a class of tax")));
    ParkedLine line{offCatalogVariant(taxClass), Quantity(1), Price{Money(2'500, currency)}};
    line.offCatalog = OffCatalog{QStringLiteral("Repair of a grinder"), taxClass};
    return line;
}

} // namespace

void SimRegister::changeCarts()
{
    const auto waiting = answerOf(m_client->parkedCarts());
    if (!waiting || !*waiting || !m_client->state().registerInfo)
        return;
    if ((*waiting)->isEmpty() || m_cartDice.chance(400))
        parkCart();
    else
        endCart(m_cartDice.oneOf(**waiting).cart.id);
}

void SimRegister::parkCart()
{
    ParkedCart cart;
    const std::int64_t table = m_cartDice.between(1, 20);
    cart.name = QStringLiteral("Table %1").arg(table);
    cart.lines = {{m_cartDice.oneOf(TemplateWorld::instance().variants).id, Quantity(m_cartDice.between(1, 5))}};
    if (table > 16)
        cart.lines.append(repair(m_client->state().currency()));
    if (table % 4 == 0)
        cart.coupons = QStringList{QStringLiteral("AT-THE-TABLE")};
    const QUuid reg = m_client->state().registerInfo->id.value();
    const auto parked = answerOf(m_client->parkCart(cart, std::nullopt));
    ++m_world.counts["person.parks"];
    const bool isTold = parked && *parked && !m_disk.files().isDead();
    note(isTold ? "parks a sale" : "may park a sale");
    if (isTold)
        m_world.oracle.cartWasParked((*parked)->id.value(), reg);
}

void SimRegister::endCart(ParkedCartId cart)
{
    const bool takes = m_cartDice.chance(800);
    const QUuid reg = m_client->state().registerInfo->id.value();
    const auto ended = answerOf(takes ? m_client->takeCart(cart, std::nullopt) : m_client->discardCart(cart));
    ++m_world.counts["person.ends_cart"];
    const bool isTold = ended && *ended && !m_disk.files().isDead();
    note((isTold ? "" : "may have ") + QByteArray(takes ? "taken a parked sale" : "discarded a parked sale"));
    // What was refused did not happen; all else may have.
    if (!ended || *ended || m_disk.files().isDead())
        m_world.oracle.cartWasEnded(cart.value(), reg, takes, isTold);
}

} // namespace crema::simulation
