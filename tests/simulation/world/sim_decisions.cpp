// SPDX-License-Identifier: GPL-3.0-or-later
// The person before a till who decides about what needs attention, and what is watched meanwhile.
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

namespace {

const QString priceName = QStringLiteral("price");

std::int64_t minorOf(const FieldValue &value)
{
    const auto *price = std::get_if<Price>(&value);
    return price ? price->amount.minor() : 0;
}

} // namespace

/// No price comes twice in a world, and none is too high for a sale.
std::int64_t SimRegister::newPriceMinor()
{
    return 100 + 1'000 * m_number + ++m_prices;
}

void SimRegister::watchUndecidedPrices(const sync::AttentionList &list)
{
    // An edit that was taken in a past that was put back, and met another price in the next, leaves a card about the
    // price that is live: its own.
    if (m_world.counts.value("platform.restore") > 0)
        return;
    // Nor can a till tell whose price a row is when the disk has lost the platform's.
    if (m_rotted)
        return;
    for (const sync::AttentionItem &item : list.items) {
        for (const sync::AttentionField &field : item.fields) {
            if (field.field == priceName)
                m_world.prices.undecidedPriceIsLive(item.subject.id, minorOf(field.theirs), minorOf(field.mine));
        }
    }
}

void SimRegister::look()
{
    const auto list = answerOf(m_client->attention(100));
    if (list && *list)
        watchUndecidedPrices(**list);
}

void SimRegister::decide()
{
    if (!isOpen())
        return;
    const auto list = answerOf(m_client->attention(100));
    if (!list || !*list)
        return;
    watchUndecidedPrices(**list);
    if (m_decided && m_dice.chance(150))
        takeBack();
    if ((*list)->items.isEmpty() || !isOpen())
        return;
    const sync::AttentionItem item = m_dice.oneOf((*list)->items);
    if (!item.fields.isEmpty()) {
        decideFields(item);
        return;
    }
    sync::CardAnswer answer{Decision::SetAside, {}};
    if (item.canRetry && m_dice.chance(600)) {
        answer.decision = Decision::Retry;
        for (const sync::AttentionField &field : item.retryFields) {
            if (m_dice.chance(700))
                answer.fields.insert(field.field, {Keep::Typed, QStringLiteral("NEW-%1").arg(m_dice.between(1, 60))});
        }
    }
    const auto decided = answerOf(m_client->resolve(item.id, answer));
    note(decided && *decided ? "decides: " + decisionText(answer.decision).toUtf8() : "decides nothing");
    ++m_world.counts["person.decision"];
    m_decided = {item.id, answer};
}

void SimRegister::agreeToDeletion()
{
    if (!isOpen() || !m_client->state().deletion)
        return;
    (void)answerOf(m_client->allowDeletion());
    note("agrees to a deletion");
    ++m_world.counts["person.deletion"];
}

/// Also of what was done again or decided otherwise meanwhile: then it is refused or a conflict, and nothing else.
void SimRegister::takeBack()
{
    const sync::CardAnswer back{Decision::Reopen, m_decided->second.fields};
    const auto taken = answerOf(m_client->resolve(m_decided->first, back));
    note(taken && *taken ? "takes a decision back" : "takes nothing back");
    ++m_world.counts["person.taken_back"];
    m_decided.reset();
}

void SimRegister::decideFields(const sync::AttentionItem &item)
{
    sync::CardAnswer answer;
    QList<PriceOracle::Step> steps;
    QList<std::int64_t> kept; ///< cents of prices that stay
    for (const sync::AttentionField &field : item.fields) {
        sync::FieldChoice choice;
        const std::int64_t drawn = m_dice.between(0, 9);
        choice.keep = drawn < 4 ? Keep::Mine : drawn < 8 ? Keep::Theirs : Keep::Typed;
        const bool isPrice = field.field == priceName;
        if (choice.keep == Keep::Typed && isPrice)
            choice.typed = Price{{newPriceMinor(), *Currency::fromCode(u"EUR")}, 1};
        else if (choice.keep == Keep::Typed && findSetting(field.field))
            choice.typed = m_dice.between(24, 100); // fits all that are set here
        else if (choice.keep == Keep::Typed)
            choice.typed = QStringLiteral("Typed %1.%2").arg(m_number).arg(++m_edits);
        answer.fields.insert(field.field, choice);
        if (isPrice && choice.keep == Keep::Theirs) {
            kept.append(minorOf(field.theirs));
        } else if (isPrice) {
            const FieldValue &to = choice.keep == Keep::Mine ? field.mine : choice.typed;
            steps.append({item.subject.id, minorOf(field.theirs), minorOf(to)});
        }
    }
    const auto decided = answerOf(m_client->resolve(item.id, answer));
    const bool isTold = decided && *decided && !m_disk.files().isDead();
    const bool isRefused = decided && !*decided && !m_disk.files().isDead();
    for (const std::int64_t minor : std::as_const(kept)) {
        if (!isRefused)
            m_world.prices.priceWasKept(item.subject.id, minor);
    }
    QByteArray what;
    for (const PriceOracle::Step &step : steps)
        what += ", a price from " + QByteArray::number(qint64(step.fromMinor)) + " to " +
                QByteArray::number(qint64(step.toMinor));
    note((isTold ? "decides about fields" : "may decide about fields") + what);
    ++m_world.counts["person.decision"];
    // A price that comes back would be there twice, which the oracle of prices cannot tell from a mistake.
    m_decided.reset();
    if (steps.isEmpty())
        m_decided = {item.id, answer};
    for (const PriceOracle::Step &step : steps) {
        if (isTold)
            m_world.prices.priceWasDecided(step);
        else
            m_world.prices.priceMayBeDecided(step);
    }
}

} // namespace crema::simulation
