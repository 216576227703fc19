// SPDX-License-Identifier: GPL-3.0-or-later
// A week of a busy shop, made of a wholesaler's real orders: three registers sell them, one of them offline for two
// days, with goods that come back, carts that nobody pays, cash that is moved and a Z for every day. Each day closes to
// the cent at the register, in its Z, on paper and on the platform.
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/selling/return_reason.h"
#include "models/selling/shift_rules.h"
#include "reports/documents/escpos_renderer.h"
#include "reports/documents/shift_document.h"
#include "tests/agreement/agreement_fixture.h"
#include "tests/agreement/real_orders.h"
#include "tests/agreement/week_books.h"
#include "tests/reports/documents/escpos_decoder.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iostream>

namespace crema::testing {
namespace {

constexpr int days = 7;
constexpr qsizetype registers = 3;
constexpr qsizetype offlineRegister = 2;
constexpr std::int64_t floatMinor = 200'000;

bool isOfflineOn(int day)
{
    return day == 3 || day == 4;
}

/// One register through the week.
struct Lane {
    std::unique_ptr<Counter> counter;
    DayBooks today;
    QList<Sale> documents; ///< of today
    std::vector<std::pair<Shift, DayBooks>> closed;
    std::int64_t perpetual = 0;
};

class RealWeek : public AgreementTest
{
protected:
    void SetUp() override
    {
        AgreementTest::SetUp();
        money = Currency::fromCode(u"CHF").value();
        place = addPlace(QStringLiteral("BASEL"), u"CHF", QStringLiteral("CH"), PricesInclude::Tax);
    }

    Money francs(std::int64_t minor) const { return {minor, money}; }

    static QString keyOf(const RealLine &line) { return line.sku.toUpper(); }
    static QString nameOf(const RealLine &line) { return line.description.isEmpty() ? line.sku : line.description; }

    void openLanes()
    {
        for (qsizetype i = 0; i < registers; ++i)
            lanes.push_back({addCounter(place), {}, {}, {}, 0});
    }

    /// Every eighth article is of the second tax class, which no import file can say.
    void addArticles()
    {
        sync::Client &client = lanes.front().counter->client;
        const QList<TaxClass> classes = now(client.taxClasses()).value();
        const auto reduced = std::ranges::find(classes, false, &TaxClass::isDefault);
        ASSERT_NE(reduced, classes.end());
        QHash<QString, RealLine> articles;
        for (const RealOrder &order : orders) {
            for (const RealLine &line : order.lines)
                articles.insert(keyOf(line), line);
        }
        QList<sync::ImportRow> rows;
        for (auto each = articles.cbegin(); each != articles.cend(); ++each) {
            if (qHash(each.key(), 1) % 8 != 0) {
                rows.append({rows.size() + 1, nameOf(*each), each.key(), {}, {}, {}, {}, {}, {}});
                continue;
            }
            Product product;
            product.name = nameOf(*each);
            product.taxClass = reduced->id;
            Variant variant;
            variant.sku = each.key();
            ASSERT_TRUE(now(client.createProduct(product, {variant})));
        }
        const auto report = now(client.importProducts(rows)).value();
        ASSERT_EQ(report.setAside.size(), 0);
        std::cout << articles.size() << " articles\n";
    }

    VariantId variantOf(Counter &counter, const RealLine &line)
    {
        VariantId &known = variants[keyOf(line)];
        if (known.isNull())
            known = now(counter.client.findByCode(keyOf(line))).value().variant;
        return known;
    }

    CustomerId customerOf(Counter &counter, const RealOrder &order)
    {
        CustomerId &known = customers[order.customer];
        if (known.isNull()) {
            Customer customer;
            customer.name = QStringLiteral("Customer %1").arg(order.customer);
            customer.taxId = QStringLiteral("GB%1").arg(order.customer); // only companies buy on account
            known = now(counter.client.createCustomer(customer)).value().id;
        }
        return known;
    }

    /// What the order comes to by pen and paper: each line rounded to the centime, less what is taken off.
    std::int64_t worthOf(const RealOrder &order, qsizetype number) const
    {
        std::int64_t sum = 0;
        bool isFirst = true;
        for (const RealLine &line : order.lines) {
            if (line.quantity <= 0)
                continue;
            std::int64_t worth =
                (line.quantity * line.price.amount.minor() * 2 + line.price.per) / (2 * line.price.per);
            if (isFirst && number % 7 == 0)
                worth -= (worth * 1'000 * 2 + 10'000) / 20'000;
            isFirst = false;
            sum += worth;
        }
        return number % 11 == 0 ? sum - std::min<std::int64_t>(sum, 500) : sum;
    }

    sync::SaleDraft draftOf(Counter &counter, const RealOrder &order, qsizetype number)
    {
        sync::SaleDraft draft;
        for (const RealLine &line : order.lines) {
            if (line.quantity > 0)
                draft.lines.append({variantOf(counter, line), Quantity(line.quantity), line.price, {}, {}});
        }
        if (!draft.lines.isEmpty() && number % 7 == 0)
            draft.lines[0].discounts = {{QStringLiteral("Members"), 1'000, std::nullopt}};
        if (number % 11 == 0)
            draft.discounts = {{QStringLiteral("Voucher"), std::nullopt, francs(500)}};
        return draft;
    }

    /// On account abroad, by card or in part by card who is known, in cash who is not.
    QList<sync::TenderDraft> tendersOf(const RealOrder &order, Money total, qsizetype number)
    {
        QList<sync::TenderDraft> tenders;
        Money rest = total;
        if (order.customer != QStringLiteral("0") && !total.isZero()) {
            const bool isAbroad = order.country != QStringLiteral("United Kingdom");
            const Money part = number % 5 == 0 ? francs(total.minor() / 2 + 1) : total;
            tenders.append({isAbroad ? PaymentMethod::Invoice : PaymentMethod::Card, part});
            rest -= part;
        }
        if (rest.isZero() && !tenders.isEmpty())
            return tenders;
        const std::int64_t coins = (rest.minor() + 2) / 5 * 5;
        tenders.append({PaymentMethod::Cash, francs(number % 3 == 0 ? (coins + 999) / 1'000 * 1'000 : coins), true});
        return tenders;
    }

    void note(Lane &lane, const Result<sync::SaleView> &document)
    {
        ASSERT_TRUE(document) << qPrintable(document.error().code + u' ' + document.error().message);
        lane.today.note(document->sale);
        lane.documents.append(document->sale);
        ASSERT_EQ(printed(document->sale), toBePrinted(document->sale)) << qPrintable(document->sale.number);
    }

    void sell(Lane &lane, const RealOrder &order, qsizetype number)
    {
        sync::Client &client = lane.counter->client;
        sync::SaleDraft draft = draftOf(*lane.counter, order, number);
        if (draft.lines.isEmpty())
            return;
        if (order.customer != QStringLiteral("0"))
            draft.customer = customerOf(*lane.counter, order);
        const Money total = now(client.quote(draft)).value().total;
        ASSERT_EQ(total.minor(), worthOf(order, number)) << qPrintable(order.invoice);
        if (number % 10 == 0) { // the first to stand here goes without buying
            ASSERT_TRUE(now(client.keepOpenCart(order.invoice)));
            ASSERT_TRUE(now(client.keepOpenCart(QString())));
            ++discarded;
        }
        draft.tenders = tendersOf(order, total, number);
        note(lane, now(client.completeSale(draft)));
    }

    void writeOff(Lane &lane, const RealOrder &order)
    {
        for (const RealLine &line : order.lines) {
            if (line.quantity >= 0)
                continue;
            ASSERT_TRUE(now(lane.counter->client.adjustStock(variantOf(*lane.counter, line), Quantity(line.quantity),
                                                             MovementReason::Loss, line.description)));
            ++writtenOff;
        }
    }

    /// What the credits of the file take back has no receipt in it.
    void credit(Lane &lane, const RealOrder &order)
    {
        sync::ReturnDraft draft;
        for (const RealLine &line : order.lines) {
            draft.withoutReceipt.append({variantOf(*lane.counter, line), Quantity(-line.quantity), line.price,
                                         std::nullopt, true, returnReasonText(ReturnReason::Damaged)});
        }
        note(lane, now(lane.counter->client.returnSale(draft)));
    }

    /// Some of what was sold the day before comes back, to whichever register is free, now and then for something else.
    void takeBack(Lane &lane, qsizetype number)
    {
        if (yesterday.isEmpty())
            return;
        const Sale sold = yesterday.takeFirst();
        sync::Client &client = lane.counter->client;
        const auto found = now(client.returnable(sold.number));
        ASSERT_TRUE(found) << qPrintable(sold.number);
        sync::ReturnDraft draft;
        draft.sale = sold.id;
        draft.lines = everythingLeft(found->sale.sale, found->earlier, returnReasonText(ReturnReason::NotLiked), true);
        if (draft.lines.isEmpty())
            return;
        draft.lines.resize((draft.lines.size() + 1) / 2);
        draft.lines[0].quantity = Quantity((draft.lines[0].quantity.units() + 1) / 2);
        if (number % 2 == 0)
            draft.bought.lines = {{sold.lines[0].variant, Quantity(1), Price{francs(1'995)}, {}, {}}};
        const Money due = now(client.quoteReturn(draft)).value().total;
        if (due > francs(0))
            draft.bought.tenders = {{PaymentMethod::Cash, francs((due.minor() + 2) / 5 * 5), true}};
        note(lane, now(client.returnSale(draft)));
        if (number % 4 != 0)
            return;
        // More of it may come back, to the other register, which has heard of this by then.
        lanes[0].counter->sync();
        lanes[1].counter->sync();
        yesterday.append(sold);
    }

    void move(Lane &lane, CashMovementKind kind, std::int64_t minor)
    {
        const auto moved = now(lane.counter->client.moveCash({kind, francs(minor), QStringLiteral("Milk"), {}}));
        ASSERT_TRUE(moved);
        lane.today.note(*moved);
    }

    void openDay(Lane &lane)
    {
        lane.today = {};
        lane.today.drawer = floatMinor;
        lane.documents.clear();
        ASSERT_TRUE(now(lane.counter->client.openShift(francs(floatMinor))));
        move(lane, CashMovementKind::PaidIn, 5'000);
        move(lane, CashMovementKind::PaidOut, 1'235);
        move(lane, CashMovementKind::NoSale, 0);
    }

    void closeDay(Lane &lane)
    {
        if (lane.today.drawer > floatMinor)
            move(lane, CashMovementKind::SafeDrop, lane.today.drawer - floatMinor);
        const auto closed = now(lane.counter->client.closeShift(francs(lane.today.drawer)));
        ASSERT_TRUE(closed) << qPrintable(closed.error().code);
        EXPECT_EQ(closed->difference(), francs(0));
        lane.perpetual += lane.today.total;
        lane.closed.emplace_back(*closed, lane.today);
        ASSERT_TRUE(closed->z);
        EXPECT_EQ(closed->z->number, static_cast<std::int64_t>(lane.closed.size()));
        EXPECT_EQ(closed->z->perpetual, francs(lane.perpetual));
        EXPECT_EQ(booksOf(*closed, lane.today), lane.today);
        expectOnPaper(now(lane.counter->client.zReport(closed->z->number)).value());
    }

    void expectOnPaper(const ShiftTotals &totals)
    {
        const QLocale irish(QLocale::English, QLocale::Ireland);
        const documents::ShiftReportInput input{
            {QStringLiteral("Larkmoor"), {}, {}, "UTC"}, totals, {}, {}, clock.now()};
        const documents::PrintedPaper paper = documents::decodeEscPos(
            documents::escPosOf(documents::shiftDocument(input, irish), documents::printerProfiles().constFirst()));
        EXPECT_EQ(paper.unknown, QString());
        QStringList lines;
        for (const QString &line : paper.lines)
            lines.append(line.simplified());
        const auto says = [&](const QString &name, Money amount) {
            EXPECT_TRUE(lines.contains(name + u' ' + irish.toString(double(amount.minor()) / 100, 'f', 2)))
                << qPrintable(name) << '\n'
                << qPrintable(paper.text());
        };
        says(QStringLiteral("Sales (%1)").arg(irish.toString(qlonglong(totals.figures.saleCount))),
             totals.figures.salesTotal);
        says(QStringLiteral("Expected in the drawer"), *totals.counted);
        says(QStringLiteral("Difference"), francs(0));
        says(QStringLiteral("All Z reports together"), totals.perpetual);
    }

    QJsonArray atPlatform(const QByteArray &table, ShiftId shift)
    {
        return QJsonDocument::fromJson(textOf("select coalesce(json_agg(document), '[]') from sales." + table +
                                              " where shift = '" + shift.toString().toLatin1() + "'"))
            .array();
    }

    /// The platform holds the shift as the register closed it, and its documents come to what the Z says.
    void expectAtPlatform(const Shift &closed, const DayBooks &own)
    {
        EXPECT_EQ(shiftAtPlatform(closed.id), closed);
        ShiftAdder adder(money);
        DayBooks told;
        for (const QJsonValue &document : atPlatform("sale", closed.id)) {
            const Sale sale = codec::readSale(document.toObject()).value();
            adder.add(sale);
            told.note(sale);
        }
        for (const QJsonValue &document : atPlatform("cash_movement", closed.id)) {
            const CashMovement movement = codec::readCashMovement(document.toObject()).value();
            adder.add(movement);
            told.note(movement);
        }
        told.drawer += floatMinor;
        EXPECT_EQ(told, own);
        EXPECT_EQ(adder.figures(), closed.z->figures);
    }

    void playDay(int day)
    {
        for (Lane &lane : lanes)
            openDay(lane);
        const qsizetype from = orders.size() * day / days;
        const qsizetype until = orders.size() * (day + 1) / days;
        for (qsizetype number = from; number < until && !HasFatalFailure(); ++number) {
            const RealOrder &order = orders[number];
            Lane &lane = lanes[qHash(order.invoice, 1) % lanes.size()];
            if (order.isCredit)
                credit(lane, order);
            else {
                sell(lane, order, number);
                writeOff(lane, order);
            }
            if (number % 9 == 0)
                takeBack(lanes[static_cast<std::size_t>(number / 9 % (registers - 1))], number / 9);
            clock.advance(60'000);
        }
        yesterday.clear();
        for (Lane &lane : lanes) {
            closeDay(lane);
            for (const Sale &sale : std::as_const(lane.documents)) {
                const bool isKnown = &lane != &lanes[offlineRegister] || !isOfflineOn(day);
                if (isKnown && !sale.lines.isEmpty())
                    yesterday.append(sale);
            }
        }
    }

    void syncAll(int day)
    {
        lanes[offlineRegister].counter->network.isCut = isOfflineOn(day);
        for (int round = 0; round < 2; ++round) {
            for (Lane &lane : lanes) {
                if (!lane.counter->network.isCut)
                    lane.counter->sync();
            }
        }
        for (const Lane &lane : lanes) {
            if (!lane.counter->network.isCut)
                expectAtPlatform(lane.closed.back().first, lane.closed.back().second);
        }
    }

    Currency money;
    Location place;
    QList<RealOrder> orders;
    std::vector<Lane> lanes;
    QHash<QString, VariantId> variants;
    QHash<QString, CustomerId> customers;
    QList<Sale> yesterday; ///< what may come back today
    std::int64_t discarded = 0;
    std::int64_t writtenOff = 0;
};

TEST_F(RealWeek, ClosesEveryDayToTheCentAtTheTillInItsZAndOnThePlatform)
{
    const auto read = realOrders(money);
    if (!read)
        GTEST_SKIP() << "the real data (CREMA_REAL_DATA) is not here";
    orders = *read;
    openLanes();
    ASSERT_NO_FATAL_FAILURE(addArticles());
    for (Lane &lane : lanes)
        lane.counter->sync();
    for (int day = 0; day < days; ++day) {
        ASSERT_NO_FATAL_FAILURE(playDay(day)) << "day " << day;
        syncAll(day);
    }
    DayBooks week;
    for (const Lane &lane : lanes) {
        for (const auto &[closed, own] : lane.closed) {
            expectAtPlatform(closed, own);
            week.documents += own.documents;
            week.lines += own.lines;
            week.takenBack += own.takenBack;
            week.total += own.total;
        }
    }
    EXPECT_EQ(countOf("select count(*) from sales.sale"), week.documents);
    EXPECT_EQ(countOf("select count(distinct number) from sales.sale"), week.documents);
    EXPECT_EQ(countOf("select sum(total_minor)::bigint from sales.sale"), week.total);
    EXPECT_EQ(reviews(), 0);
    std::cout << week.documents << " documents with " << week.lines << " lines, " << week.takenBack
              << " of them take something back; " << discarded << " carts discarded, " << writtenOff
              << " lines written off, " << days * registers << " Z\n";
}

} // namespace
} // namespace crema::testing
