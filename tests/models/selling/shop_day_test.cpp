// SPDX-License-Identifier: GPL-3.0-or-later
// Cent drift (product.md, story 6), where it is only arithmetic: whatever is sold, taken back and exchanged in a shift,
// each document reads at the platform as it was written, and the drawer holds what the documents say.
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/sale_sums.h"
#include "models/operations/bodies.h"
#include "models/selling/check_sale.h"
#include "models/selling/return_rules.h"
#include "models/selling/shift_rules.h"
#include "tests/models/selling/any_sale.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace crema {
namespace {

/// As it reads for whoever is told of it.
Sale asTold(const Sale &sale)
{
    Operation operation;
    operation.schema = body::schemaOf(sale);
    operation.subject.id = sale.id.value();
    operation.location = sale.location;
    operation.registerId = sale.registerId;
    operation.actor = sale.cashier;
    operation.occurredAt = sale.completedAt;
    operation.body = body::toJson(sale);
    return body::readSaleComplete(operation).value();
}

/// One shift of a register, told by what came into the drawer and left it.
class Day
{
public:
    explicit Day(const testing::Place &place)
        : m_place(place), m_adder(place.money), m_quick(place.money), m_drawer(floatMinor, place.money)
    {
        Shift fresh;
        fresh.floatAmount = m_drawer;
        m_shift = openShift(fresh, std::nullopt).value();
    }

    void sell()
    {
        const Quote computed = testing::anyQuote(m_place);
        const QList<Tender> tenders = testing::anyTenders(computed.total, m_place.rounding);
        note(completeSale(computed, tenders, m_place.rounding, header()).value());
        m_sold.append(m_documents.last());
    }

    /// Something of an earlier sale, or all that is left of it, perhaps for something else.
    void takeBack()
    {
        if (m_sold.isEmpty())
            return sell();
        const Sale sale = m_sold[*rc::gen::inRange<qsizetype>(0, m_sold.size())];
        const QList<ReturnPick> picks = anyPicks(sale);
        if (picks.isEmpty())
            return sell();
        const QList<ReturnedLine> lines = crema::takeBack(sale, m_documents, picks).value();
        const Quote bought = *rc::gen::arbitrary<bool>() ? testing::anyQuote(m_place) : nothing();
        const Money due = returnTotals(bought, lines).value().total;
        const QList<Tender> tenders =
            !due.isZero() && !due.isNegative() ? testing::anyTenders(due, m_place.rounding) : QList<Tender>();
        const RefundTo to = *rc::gen::element(RefundTo::Original, RefundTo::Original, RefundTo::Cash);
        note(completeReturn(bought, lines, tenders, {to, sale, m_documents}, m_place.rounding, header()).value());
    }

    void moveCash()
    {
        CashMovement movement;
        movement.kind =
            *rc::gen::element(CashMovementKind::PaidIn, CashMovementKind::PaidOut, CashMovementKind::SafeDrop);
        movement.amount = Money(*rc::gen::inRange<std::int64_t>(1, 100'000), m_place.money);
        m_drawer += movement.kind == CashMovementKind::PaidIn ? movement.amount : -movement.amount;
        m_shift = recordMovement(m_shift, movement);
        m_adder.add(movement);
        m_quick.add(movement);
    }

    void close() const
    {
        const Shift closed = closeShift(m_shift, m_drawer, std::nullopt, UtcTime(1)).value();
        RC_ASSERT(closed.difference().isZero());
        const ShiftZ z = nextZ(m_adder.figures(), {}, {});
        RC_ASSERT(addsUp(z.figures));
        RC_ASSERT(fitsShift(z, m_shift));
        RC_ASSERT(m_quick.figures() == z.figures);
        std::map<PaymentMethod, std::int64_t> told;
        for (const MethodTotal &method : z.figures.byMethod)
            told[method.method] = method.amount.minor();
        RC_ASSERT(told == m_paid);
        RC_ASSERT(z.figures.saleCount == m_documents.size());
    }

private:
    /// So much that no refund empties the drawer.
    static constexpr std::int64_t floatMinor = 1'000'000'000'000;

    [[nodiscard]] SaleHeader header() const
    {
        SaleHeader header = testing::saleHeader();
        const auto count = static_cast<std::uint32_t>(m_documents.size());
        header.id = SaleId(testing::uuid(100 + count));
        header.number = QStringLiteral("MAIN-2-%1").arg(count + 1, 6, 10, QLatin1Char('0'));
        header.cashier = PersonId(testing::uuid(5));
        return header;
    }

    [[nodiscard]] Quote nothing() const
    {
        Cart cart;
        cart.currency = m_place.money;
        return quote(cart, {m_place.pricesInclude}).value();
    }

    [[nodiscard]] QList<ReturnPick> anyPicks(const Sale &sale) const
    {
        QList<ReturnPick> picks = everythingLeft(sale, m_documents, QStringLiteral("damaged"), true);
        if (*rc::gen::arbitrary<bool>())
            return picks;
        for (ReturnPick &pick : picks)
            pick.quantity = Quantity(*rc::gen::inRange<std::int64_t>(1, pick.quantity.units() + 1));
        return picks;
    }

    void note(const Sale &document)
    {
        RC_ASSERT(asTold(document) == document);
        RC_ASSERT(checkSale(document).isEmpty());
        RC_ASSERT(std::abs(document.rounding.minor()) <= m_place.rounding.increment);
        Money settled(0, m_place.money);
        for (const Payment &payment : document.payments) {
            settled += payment.tendered - payment.change;
            m_paid[payment.method] += payment.amount.minor();
            if (payment.method == PaymentMethod::Cash)
                m_drawer += payment.tendered - payment.change;
        }
        RC_ASSERT(settled == document.total + document.rounding);
        m_shift = recordSale(m_shift, document);
        m_adder.add(document);
        m_quick.add(codec::readSaleSums(json::writeCanonical(codec::toJson(document))).value());
        m_documents.append(document);
    }

    testing::Place m_place;
    ShiftAdder m_adder;
    ShiftAdder m_quick; ///< of what is read past all that is no sum
    Money m_drawer;
    Shift m_shift;
    QList<Sale> m_sold;
    QList<Sale> m_documents;
    std::map<PaymentMethod, std::int64_t> m_paid;
};

TEST(SaleSums, HoldGiftCardsAndTips)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {testing::article(1, 1'190), testing::article(2, 2'000, 0)};
    const Quote computed = quote(cart, {}).value();
    Sale sale = completeSale(computed, {{PaymentMethod::Card, computed.total}}, {}, testing::saleHeader()).value();
    sale.lines[1].giftCard = GiftCardId(testing::uuid(9));
    sale.payments[0].tip = testing::euro(150);
    ShiftAdder whole(sale.total.currency());
    whole.add(sale);
    ShiftAdder quick(sale.total.currency());
    quick.add(codec::readSaleSums(json::writeCanonical(codec::toJson(sale))).value());
    EXPECT_EQ(quick.figures(), whole.figures());
    EXPECT_FALSE(whole.figures().giftCards.isZero());
    sale.number = QStringLiteral("ЛАВКА-1-000001");
    EXPECT_FALSE(codec::readSaleSums(json::writeCanonical(codec::toJson(sale)))) << "read the long way";
    EXPECT_FALSE(codec::readSaleSums("{}"));
    EXPECT_FALSE(codec::readSaleSums("[{\"total\""));
}

RC_GTEST_PROP(ShopDay, ClosesToTheCentWhateverIsSoldAndTakenBack, ())
{
    Day day(testing::anyPlace());
    const auto steps = *testing::fewOf<int>(8, rc::gen::element(0, 1, 2, 3, 4));
    for (const int step : steps) {
        if (step == 0)
            day.moveCash();
        else if (step < 3)
            day.sell();
        else
            day.takeBack();
    }
    day.close();
}

} // namespace
} // namespace crema
