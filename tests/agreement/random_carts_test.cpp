// SPDX-License-Identifier: GPL-3.0-or-later
// Cent drift (product.md, story 6): till, platform and printed receipt agree to the cent, whatever is sold, taken back
// and exchanged, in the money and with the coins of six countries; and every shift closes with nothing unexplained.
#include "models/pricing/bundle_lines.h"
#include "models/selling/cash_amount.h"
#include "models/selling/shift_rules.h"
#include "tests/agreement/agreement_fixture.h"

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>

namespace crema::testing {
namespace {

/// Where things are sold, by one register.
struct Stand {
    Location place;
    std::unique_ptr<Counter> counter;
    CustomerId customer;
};

/// Several articles in one, and what they cost one by one at every stand, in minor units of its money.
struct Bundle {
    VariantId variant;
    std::int64_t worth = 0;
};

/// What an article of a bundle costs, by its place among the articles: sums that no discount divides evenly.
std::int64_t partPrice(qsizetype article)
{
    constexpr std::array<std::int64_t, 5> prices{333, 1'999, 57, 4'801, 1};
    return prices[static_cast<std::size_t>(article) % prices.size()];
}

rc::Gen<sync::DiscountDraft> anyDiscount(Currency money)
{
    return rc::gen::apply(
        [money](bool isRate, std::int32_t rate, std::int64_t minor) {
            return isRate ? sync::DiscountDraft{QStringLiteral("Members"), rate, std::nullopt}
                          : sync::DiscountDraft{QStringLiteral("Voucher"), std::nullopt, Money(minor, money)};
        },
        rc::gen::arbitrary<bool>(), rc::gen::inRange<std::int32_t>(1, 10'001),
        rc::gen::inRange<std::int64_t>(1, 3'000));
}

QList<sync::DiscountDraft> anyDiscounts(Currency money)
{
    const auto count = *rc::gen::element<std::size_t>(0, 0, 0, 1, 2);
    const auto drawn = *rc::gen::container<std::vector<sync::DiscountDraft>>(count, anyDiscount(money));
    return {drawn.begin(), drawn.end()};
}

/// One shift at a stand, told by what came into the drawer and left it.
class DayAtTheStand
{
public:
    DayAtTheStand(Stand &stand, const QList<VariantId> &articles, const QList<Bundle> &bundles)
        : m_stand(stand), m_client(stand.counter->client), m_money(stand.place.currency), m_articles(articles),
          m_bundles(bundles), m_rounding(cashRoundingAt(stand.place, m_money)), m_drawer(floatMinor, m_money)
    {
        // Where the case before ended in the middle, its shift is open still.
        if (m_client.state().openShift)
            now(m_client.closeShift(m_drawer)).value();
        m_shift = now(m_client.openShift(m_drawer)).value().id;
        m_pointsBefore = points();
    }

    void sell()
    {
        sync::SaleDraft draft = anyDraft();
        draft.tenders = anyTenders(now(m_client.quote(draft)).value().total);
        const auto sold = now(m_client.completeSale(draft));
        RC_ASSERT(sold.has_value());
        expectBundlesAtTheirPrices(sold->sale, draft);
        note(sold->sale);
        m_sold.append(sold->sale);
    }

    /// Something of an earlier sale, or all that is left of it, perhaps for something else or in coins.
    void takeBack()
    {
        const auto sale = anySold();
        if (!sale)
            return sell();
        sync::ReturnDraft draft{sale->id, anyPicks(*sale), {}, {}, RefundTo::Original};
        if (*rc::gen::arbitrary<bool>())
            draft.bought = anyDraft();
        draft.to = *rc::gen::element(RefundTo::Original, RefundTo::Original, RefundTo::Cash);
        const Money due = now(m_client.quoteReturn(draft)).value().total;
        if (due > Money(0, m_money))
            draft.bought.tenders = anyTenders(due);
        record(draft);
    }

    /// Something of an earlier sale goes back as it was paid.
    void takePartBack()
    {
        if (const auto sale = anySold())
            record({sale->id, anyPicks(*sale), {}, {}, RefundTo::Original});
    }

    void moveCash()
    {
        sync::CashMovementDraft draft;
        draft.kind = *rc::gen::element(CashMovementKind::PaidIn, CashMovementKind::PaidOut, CashMovementKind::SafeDrop);
        draft.amount = Money(*rc::gen::inRange<std::int64_t>(1, 50'000), m_money);
        RC_ASSERT(now(m_client.moveCash(draft)).has_value());
        m_drawer += draft.kind == CashMovementKind::PaidIn ? draft.amount : -draft.amount;
    }

    /// All that is left of every sale comes back, and what was paid by each method has gone back by it.
    void takeAllBack()
    {
        for (const Sale &sale : std::as_const(m_sold)) {
            const QList<ReturnPick> picks = everythingLeftOf(sale);
            if (!picks.isEmpty())
                record({sale.id, picks, {}, {}, RefundTo::Original});
        }
        for (const auto &[method, minor] : m_paid)
            RC_ASSERT(minor == 0);
        RC_ASSERT(points() == m_pointsBefore);
        RC_ASSERT(m_drawer.minor() == floatMinor);
    }

    Shift close()
    {
        const Shift closed = now(m_client.closeShift(m_drawer)).value();
        RC_ASSERT(closed.id == m_shift);
        RC_ASSERT(closed.difference().isZero());
        RC_ASSERT(closed.z.has_value());
        RC_ASSERT(fitsShift(*closed.z, closed));
        for (const MethodTotal &method : closed.z->figures.byMethod)
            RC_ASSERT(method.amount.minor() == m_paid[method.method]);
        RC_ASSERT(closed.saleCount == m_documents.size());
        return closed;
    }

    [[nodiscard]] const QList<Sale> &documents() const { return m_documents; }

private:
    /// So much that no refund empties the drawer.
    static constexpr std::int64_t floatMinor = 1'000'000'000'000;

    [[nodiscard]] sync::SaleDraft anyDraft() const
    {
        sync::SaleDraft draft;
        const auto count = *rc::gen::inRange(1, 6);
        for (int i = 0; i < count; ++i) {
            sync::SaleLineDraft line;
            line.variant = m_articles[*rc::gen::inRange<qsizetype>(0, m_articles.size())];
            line.price = Price{Money(*rc::gen::inRange<std::int64_t>(0, 20'000), m_money),
                               *rc::gen::element<std::int64_t>(1, 1, 1, 100, 1000)};
            line.quantity = Quantity(*rc::gen::weightedOneOf<std::int64_t>(
                {{6, rc::gen::inRange<std::int64_t>(1, 12)}, {1, rc::gen::inRange<std::int64_t>(1, 10'000)}}));
            line.discounts = anyDiscounts(m_money);
            draft.lines.append(line);
            if (*rc::gen::inRange(0, 3) == 0)
                draft.lines.append(anyBundle());
        }
        draft.discounts = anyDiscounts(m_money);
        draft.customer = m_stand.customer;
        if (*rc::gen::arbitrary<bool>())
            draft.points = *rc::gen::inRange<std::int64_t>(100, 5'000);
        return draft;
    }

    /// For nothing, for what its parts cost, or for something in between.
    [[nodiscard]] sync::SaleLineDraft anyBundle() const
    {
        const Bundle &bundle = m_bundles[*rc::gen::inRange<qsizetype>(0, m_bundles.size())];
        sync::SaleLineDraft line;
        line.variant = bundle.variant;
        line.price = Price{Money(*rc::gen::inRange<std::int64_t>(0, bundle.worth + 1), m_money), 1};
        line.quantity = Quantity(*rc::gen::inRange<std::int64_t>(1, 5));
        line.discounts = anyDiscounts(m_money);
        return line;
    }

    /// Its parts come to its price exactly, and lie behind each other where it was rung up.
    void expectBundlesAtTheirPrices(const Sale &sale, const sync::SaleDraft &draft) const
    {
        const QList<SaleLineRow> rows = saleLineRows(sale.lines);
        RC_ASSERT(rows.size() == draft.lines.size());
        for (qsizetype row = 0; row < rows.size(); ++row) {
            const sync::SaleLineDraft &wanted = draft.lines[row];
            const auto isIt = [&](const Bundle &each) { return each.variant == wanted.variant; };
            RC_ASSERT(rows[row].isBundle == std::ranges::any_of(m_bundles, isIt));
            if (!rows[row].isBundle)
                continue;
            const Money asked = rowListAmount(sale.lines, rows[row], sale.pricesInclude);
            RC_ASSERT(asked.minor() == wanted.price->amount.minor() * wanted.quantity.units());
        }
    }

    [[nodiscard]] QList<sync::TenderDraft> anyTenders(Money total) const
    {
        QList<sync::TenderDraft> tenders;
        Money rest = total;
        for (const PaymentMethod method : {PaymentMethod::Card, PaymentMethod::Invoice}) {
            const Money part(total.minor() * *rc::gen::inRange<std::int64_t>(0, 6) / 10, m_money);
            if (!part.isZero())
                tenders.append({method, part});
            rest -= part;
        }
        if (rest.isZero() && !tenders.isEmpty())
            return tenders;
        const Money more(rest.isZero() ? 0 : *rc::gen::element<std::int64_t>(0, 0, 5, 1'000), m_money);
        tenders.append({PaymentMethod::Cash, m_rounding.roundForCash(rest).due + more, true});
        return tenders;
    }

    [[nodiscard]] std::int64_t points() { return now(m_client.points(m_stand.customer)).value().points; }

    /// One of which something is left.
    [[nodiscard]] std::optional<Sale> anySold()
    {
        if (m_sold.isEmpty())
            return std::nullopt;
        const Sale sale = m_sold[*rc::gen::inRange<qsizetype>(0, m_sold.size())];
        return everythingLeftOf(sale).isEmpty() ? std::nullopt : std::optional(sale);
    }

    [[nodiscard]] QList<ReturnPick> everythingLeftOf(const Sale &sale)
    {
        const auto found = now(m_client.returnable(sale.number)).value();
        return everythingLeft(found.sale.sale, found.earlier, QStringLiteral("damaged"), true);
    }

    [[nodiscard]] QList<ReturnPick> anyPicks(const Sale &sale)
    {
        QList<ReturnPick> picks = everythingLeftOf(sale);
        if (*rc::gen::arbitrary<bool>())
            return picks;
        for (ReturnPick &pick : picks)
            pick.quantity = Quantity(*rc::gen::inRange<std::int64_t>(1, pick.quantity.units() + 1));
        return picks;
    }

    void record(const sync::ReturnDraft &draft)
    {
        const auto document = now(m_client.returnSale(draft));
        RC_ASSERT(document.has_value());
        note(document->sale);
    }

    void note(const Sale &document)
    {
        RC_ASSERT(printed(document) == toBePrinted(document));
        for (const Payment &payment : document.payments) {
            m_paid[payment.method] += payment.amount.minor();
            if (payment.method == PaymentMethod::Cash)
                m_drawer += payment.tendered - payment.change;
        }
        m_documents.append(document);
    }

    Stand &m_stand;
    sync::Client &m_client;
    Currency m_money;
    QList<VariantId> m_articles;
    QList<Bundle> m_bundles;
    CashRounding m_rounding;
    Money m_drawer;
    ShiftId m_shift;
    std::int64_t m_pointsBefore = 0;
    QList<Sale> m_sold;
    QList<Sale> m_documents;
    std::map<PaymentMethod, std::int64_t> m_paid;
};

class RandomCarts : public AgreementTest
{
protected:
    void SetUp() override
    {
        AgreementTest::SetUp();
        addTaxClass(QStringLiteral("Books"), TaxRate(550));
        addTaxClass(QStringLiteral("Free"), TaxRate(0));
        addTaxClass(QStringLiteral("All"), TaxRate(10'000));
        for (const auto &[code, currency, country, include] :
             std::initializer_list<std::tuple<QString, QStringView, QString, PricesInclude>>{
                 {QStringLiteral("TOKYO"), u"JPY", QStringLiteral("JP"), PricesInclude::Tax},
                 {QStringLiteral("DELFT"), u"EUR", QStringLiteral("NL"), PricesInclude::NoTax},
                 {QStringLiteral("BASEL"), u"CHF", QStringLiteral("CH"), PricesInclude::Tax},
                 {QStringLiteral("KUWAIT"), u"KWD", QStringLiteral("KW"), PricesInclude::NoTax},
                 {QStringLiteral("PECS"), u"HUF", QStringLiteral("HU"), PricesInclude::Tax},
                 {QStringLiteral("MALMO"), u"SEK", QStringLiteral("SE"), PricesInclude::NoTax},
             })
            stands.push_back({addPlace(code, currency, country, include), nullptr, {}});
        for (Stand &stand : stands)
            stand.counter = addCounter(stand.place);
        addArticles(stands.front().counter->client);
        addBundles(stands.front().counter->client);
        stands.front().counter->sync();
        for (Stand &stand : stands) {
            Customer customer;
            customer.name = QStringLiteral("Buys on account");
            customer.taxId = QStringLiteral("DE123456789"); // a company: nobody else does
            stand.customer = now(stand.counter->client.createCustomer(customer)).value().id;
            ASSERT_TRUE(now(stand.counter->client.keepPriceList(pricesAt(stand.place))).has_value());
            // So many points that what comes back never takes off more than there are.
            const auto given = now(stand.counter->client.setShopSetting(
                PlaceId(stand.place.id.value()), shop_setting::loyaltyEarn.toString(), QJsonValue(), 3));
            ASSERT_TRUE(given) << qPrintable(given.error().message);
            ASSERT_TRUE(now(stand.counter->client.adjustPoints(stand.customer, 100'000'000, QStringLiteral("Many"))));
            stand.counter->sync();
        }
    }

    void addArticles(sync::Client &client)
    {
        const auto classes = now(client.taxClasses()).value();
        ASSERT_EQ(classes.size(), 5);
        for (const TaxClass &taxClass : classes) {
            Product product;
            product.name = taxClass.name;
            product.taxClass = taxClass.id;
            Variant variant;
            variant.sku = taxClass.name.toUpper();
            articles.append(now(client.createProduct(product, {variant})).value().variants.constFirst().variant.id);
        }
    }

    /// Articles of several tax rates in one, at a price that is given when it is rung up.
    void addBundles(sync::Client &client)
    {
        const QList<QList<std::pair<qsizetype, int>>> contents{{{0, 1}, {1, 1}}, {{4, 3}, {3, 1}, {2, 7}}, {{1, 2}}};
        for (const auto &parts : contents) {
            Product product;
            product.name = QStringLiteral("Set %1").arg(bundles.size() + 1);
            Variant variant;
            variant.sku = QStringLiteral("SET-%1").arg(bundles.size() + 1);
            Bundle bundle;
            for (const auto &[article, quantity] : parts) {
                variant.components.append({articles[article], Quantity(quantity)});
                bundle.worth += partPrice(article) * quantity;
            }
            const auto made = now(client.createProduct(product, {variant}));
            ASSERT_TRUE(made.has_value()) << made.error().message.toStdString();
            bundle.variant = made->variants.constFirst().variant.id;
            bundles.append(bundle);
        }
    }

    /// The catalog knows no price in the money of each stand: a list of its own does.
    [[nodiscard]] PriceList pricesAt(const Location &place) const
    {
        PriceList list;
        list.name = place.code;
        list.locations = {place.id};
        for (qsizetype article = 0; article < articles.size(); ++article)
            list.prices.append({articles[article], 1, Price{Money(partPrice(article), place.currency), 1}});
        return list;
    }

    void compare(Counter &counter, const QList<Sale> &documents, const Shift &closed)
    {
        for (const Sale &document : documents) {
            RC_ASSERT(saleAtPlatform(document.id) == document);
            RC_ASSERT(now(counter.client.sale(document.number)).value().sale == document);
        }
        RC_ASSERT(shiftAtPlatform(closed.id) == closed);
        const auto shifts = now(counter.client.shifts(1'000)).value();
        RC_ASSERT(shifts.contains(closed));
        RC_ASSERT(reviews() == 0);
    }

    std::vector<Stand> stands;
    QList<VariantId> articles;
    QList<Bundle> bundles;
};

TEST_F(RandomCarts, AgreeToTheCentAtTheTillOnThePlatformAndOnPaper)
{
    EXPECT_TRUE(rc::check([this] {
        Stand &stand = stands[*rc::gen::inRange<std::size_t>(0, stands.size())];
        DayAtTheStand day(stand, articles, bundles);
        const auto steps = *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(1, 8),
                                                                 rc::gen::element(0, 1, 2, 3, 4));
        for (const int step : steps) {
            if (step == 0)
                day.moveCash();
            else if (step < 3)
                day.sell();
            else
                day.takeBack();
            clock.advance(60'000);
        }
        const Shift closed = day.close();
        stand.counter->sync();
        compare(*stand.counter, day.documents(), closed);
    }));
}

TEST_F(RandomCarts, AFullRefundInAnyNumberOfPartsReturnsWhatWasPaidByEachMethod)
{
    EXPECT_TRUE(rc::check([this] {
        Stand &stand = stands[*rc::gen::inRange<std::size_t>(0, stands.size())];
        DayAtTheStand day(stand, articles, bundles);
        const auto sales = *rc::gen::inRange(1, 4);
        for (int i = 0; i < sales; ++i)
            day.sell();
        const auto parts = *rc::gen::inRange(0, 5);
        for (int i = 0; i < parts; ++i)
            day.takePartBack();
        day.takeAllBack();
        const Shift closed = day.close();
        stand.counter->sync();
        compare(*stand.counter, day.documents(), closed);
    }));
}

} // namespace
} // namespace crema::testing
