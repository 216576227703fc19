// SPDX-License-Identifier: GPL-3.0-or-later
// The first story of the house: a shop imports real products, loses its network, sells 200 times, and the platform has
// each sale exactly once afterwards; also when the client is killed at random moments.
#include "tests/e2e/programs.h"

#include "models/selling/receipt_number.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

#include <random>

namespace crema::e2e {
namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

struct Rung {
    qint64 total = 0;
    int count = 0;
};

/// Receipt number → total of every sale in a list, with how often it is there.
QMap<QString, Rung> byNumber(const QJsonArray &sales)
{
    QMap<QString, Rung> result;
    for (const QJsonValue &value : sales) {
        Rung &rung = result[value.toObject().value(QStringLiteral("number")).toString()];
        rung.total =
            value.toObject().value(QStringLiteral("total")).toObject().value(QStringLiteral("minor")).toInteger();
        ++rung.count;
    }
    return result;
}

qint64 minorOf(const QJsonObject &object, const char *member)
{
    return object.value(QLatin1String(member)).toObject().value(QStringLiteral("minor")).toInteger();
}

class StoryTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_folder.isValid());
        m_platform = std::make_unique<PlatformProcess>(m_folder.path());
        ASSERT_TRUE(m_platform->start()) << m_platform->log().toStdString();
        m_till = std::make_unique<Device>(m_folder.filePath(QStringLiteral("till")));
        ASSERT_TRUE(m_till->enrol(*m_platform));
        ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
    }

    void openShift()
    {
        const Finished opened = m_till->run(words("shift open --float 10000 --json"));
        ASSERT_EQ(opened.exitCode, 0) << opened.err.toStdString();
    }

    /// Counts what the receipts say beside the float, and closes: nothing is missing, nothing too much. Answers what
    /// was counted.
    qint64 closeOnReceipts(const QString &ours) const
    {
        qint64 drawer = 10'000;
        const QMap<QString, Rung> sales = byNumber(m_till->items(words("sale list")));
        for (auto sale = sales.begin(); sale != sales.end(); ++sale)
            drawer += sale.key().startsWith(ours + u'-') ? sale->total : 0;
        const Finished closed =
            m_till->run({QStringLiteral("shift"), QStringLiteral("close"), QStringLiteral("--counted"),
                         QString::number(drawer), QStringLiteral("--json")});
        EXPECT_EQ(closed.exitCode, 0) << closed.err.toStdString();
        EXPECT_TRUE(closed.json().value(QStringLiteral("difference")).isObject()) << closed.out.toStdString();
        EXPECT_EQ(minorOf(closed.json(), "difference"), 0);
        return drawer;
    }

    /// What a second device of the shop sees of the platform once the till has sent everything.
    std::unique_ptr<Device> secondDevice()
    {
        auto device = std::make_unique<Device>(m_folder.filePath(QStringLiteral("second")));
        EXPECT_TRUE(device->enrol(*m_platform));
        const Finished pulled = device->run(words("sync run --wait --timeout 60"));
        EXPECT_EQ(pulled.exitCode, 0) << pulled.err.toStdString();
        return device;
    }

    qint64 onHand(const Device &device, const QString &code) const
    {
        const Finished shown =
            device.run({QStringLiteral("stock"), QStringLiteral("show"), code, QStringLiteral("--json")});
        EXPECT_EQ(shown.exitCode, 0) << shown.err.toStdString();
        return shown.json().value(QStringLiteral("on_hand")).toInteger();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<Device> m_till;
};

TEST_F(StoryTest, TwoHundredOfflineSalesOfRealProductsArriveExactlyOnce)
{
    const std::optional<QString> products = realProducts();
    if (!products)
        GTEST_SKIP() << "the real products are not beside this checkout (CREMA_REAL_DATA)";

    const Finished imported =
        m_till->run({QStringLiteral("product"), QStringLiteral("import"), *products, QStringLiteral("--default-price"),
                     QStringLiteral("499"), QStringLiteral("--json")});
    EXPECT_EQ(imported.exitCode, 6) << "rows with a wrong check digit are set aside and said: "
                                    << imported.err.left(500).toStdString();
    const Finished pushed = m_till->run(words("sync run --wait --timeout 120"), 130'000);
    ASSERT_EQ(pushed.exitCode, 0) << pushed.err.toStdString();
    openShift();
    ASSERT_TRUE(m_platform->stop());

    const QStringList codes{QStringLiteral("0000607019023"), QStringLiteral("00101660"),
                            QStringLiteral("0010532187964")};
    QMap<QString, qint64> rung;
    for (int i = 0; i < 200; ++i) {
        const QString line = QStringLiteral("%1*%2").arg(codes[i % codes.size()]).arg(1 + i % 4);
        const Finished sale =
            m_till->run({QStringLiteral("sale"), QStringLiteral("create"), QStringLiteral("--line"), line,
                         QStringLiteral("--tender"), QStringLiteral("cash:5000"), QStringLiteral("--json")});
        ASSERT_EQ(sale.exitCode, 0) << sale.err.toStdString();
        ASSERT_EQ(sale.json().value(QStringLiteral("state")).toString(), QStringLiteral("queued"));
        const qint64 total =
            sale.json().value(QStringLiteral("total")).toObject().value(QStringLiteral("minor")).toInteger();
        EXPECT_EQ(total, 499 * (1 + i % 4));
        rung.insert(sale.json().value(QStringLiteral("number")).toString(), total);
    }
    ASSERT_EQ(rung.size(), 200);

    ASSERT_TRUE(m_platform->start());
    const Finished synced = m_till->run(words("sync run --wait --timeout 120"), 130'000);
    ASSERT_EQ(synced.exitCode, 0) << synced.err.toStdString();
    const auto second = secondDevice();
    const QMap<QString, Rung> arrived = byNumber(second->items(words("sale list")));
    for (auto it = rung.begin(); it != rung.end(); ++it) {
        ASSERT_TRUE(arrived.contains(it.key())) << it.key().toStdString();
        EXPECT_EQ(arrived[it.key()].count, 1);
        EXPECT_EQ(arrived[it.key()].total, it.value());
    }
    const QString ours = rung.firstKey().section(u'-', 0, 1);
    EXPECT_EQ(std::count_if(arrived.keyBegin(), arrived.keyEnd(),
                            [&](const QString &number) { return number.section(u'-', 0, 1) == ours; }),
              200);
    for (int c = 0; c < codes.size(); ++c) {
        qint64 sold = 0;
        for (int i = c; i < 200; i += int(codes.size()))
            sold += 1 + i % 4;
        EXPECT_EQ(onHand(*second, codes[c]), -sold);
        EXPECT_EQ(onHand(*m_till, codes[c]), -sold);
    }
}

TEST_F(StoryTest, SalesPrintedAsDoneSurviveRandomKills)
{
    openShift();
    const QJsonArray variants = m_till->items(words("product list --filter espresso"));
    ASSERT_FALSE(variants.isEmpty());
    const QString sku = variants[0]
                            .toObject()
                            .value(QStringLiteral("variants"))
                            .toArray()[0]
                            .toObject()
                            .value(QStringLiteral("sku"))
                            .toString();
    ASSERT_TRUE(m_platform->stop());

    std::mt19937 random(20261120);
    QSet<QString> printed;
    for (int i = 0; i < 60; ++i) {
        const Finished sale =
            m_till->runAndKill({QStringLiteral("sale"), QStringLiteral("create"), QStringLiteral("--line"), sku,
                                QStringLiteral("--tender"), QStringLiteral("cash:50000"), QStringLiteral("--yes"),
                                QStringLiteral("--json")},
                               int(random() % 120));
        if (sale.json().value(QStringLiteral("state")).toString() == QStringLiteral("queued"))
            printed.insert(sale.json().value(QStringLiteral("number")).toString());
    }
    EXPECT_GT(printed.size(), 0);
    EXPECT_EQ(m_till->run(words("db check")).exitCode, 0);
    const qint64 drawer = closeOnReceipts(printed.begin()->section(u'-', 0, 1));

    ASSERT_TRUE(m_platform->start());
    ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60"), 70'000).exitCode, 0);
    const auto second = secondDevice();
    EXPECT_EQ(minorOf(second->items(words("shift list"))[0].toObject(), "counted"), drawer);
    const QMap<QString, Rung> arrived = byNumber(second->items(words("sale list")));
    const QString ours = printed.begin()->section(u'-', 0, 1);
    qint64 highest = 0;
    qint64 count = 0;
    for (auto it = arrived.begin(); it != arrived.end(); ++it) {
        EXPECT_EQ(it->count, 1) << it.key().toStdString();
        if (it.key().section(u'-', 0, 1) == ours) {
            highest = std::max<qint64>(highest, ReceiptNumber::fromString(it.key())->running);
            ++count;
        }
    }
    for (const QString &number : std::as_const(printed))
        EXPECT_TRUE(arrived.contains(number)) << number.toStdString();
    EXPECT_EQ(count, highest) << "receipt numbers have no gap";
    EXPECT_EQ(byNumber(m_till->items(words("sale list"))).keys().filter(ours + u'-').size(), count);
}

qint64 sumOf(const QJsonObject &sale, const char *list, const char *member)
{
    qint64 sum = 0;
    for (const QJsonValue &each : sale.value(QLatin1String(list)).toArray())
        sum += minorOf(each.toObject(), member);
    return sum;
}

/// What came by this method less what went back by it.
qint64 paidBy(const QJsonObject &sale, const char *method)
{
    qint64 sum = 0;
    for (const QJsonValue &payment : sale.value(QStringLiteral("payments")).toArray()) {
        if (payment.toObject().value(QStringLiteral("method")).toString() == QLatin1String(method))
            sum += minorOf(payment.toObject(), "amount");
    }
    return sum;
}

/// What a device says of a sale, but for how far it has come and who looks at it.
QJsonObject bookedSale(const Device &device, const QString &number)
{
    QJsonObject sale =
        device.run({QStringLiteral("sale"), QStringLiteral("show"), number, QStringLiteral("--json")}).json();
    sale.remove(QStringLiteral("state"));
    return sale;
}

/// Story 6: mixed rates, odd quantities, card and cash, returns of a part and of all: till, platform and receipt agree
/// to the cent, and the drawer closes with no difference.
TEST_F(StoryTest, TillPlatformAndReceiptAgreeToTheCent)
{
    openShift();
    QStringList skus;
    QSet<int> rates;
    for (const char *filter : {"product list --filter espresso", "product list --filter knot",
                               "product list --filter cappuccino", "product list --filter croissant"}) {
        for (const QJsonValue &product : m_till->items(words(filter))) {
            const QJsonObject variant = product.toObject().value(QStringLiteral("variants")).toArray()[0].toObject();
            if (variant.value(QStringLiteral("price")).isObject())
                skus.append(variant.value(QStringLiteral("sku")).toString());
        }
    }
    ASSERT_GE(skus.size(), 3);

    qint64 cashTaken = 0;
    QMap<QString, QJsonObject> rung;
    for (int i = 0; i < 12; ++i) {
        const QStringList lines{
            QStringLiteral("--line"), QStringLiteral("%1*%2").arg(skus[i % skus.size()]).arg(1 + i % 7),
            QStringLiteral("--line"), QStringLiteral("%1*%2").arg(skus[(i + 1) % skus.size()]).arg(1 + i % 3)};
        const QStringList create{QStringLiteral("sale"), QStringLiteral("create")};
        const qint64 total = minorOf(m_till->run(create + lines + words("--dry-run --json")).json(), "total");
        ASSERT_GT(total, 0);
        // A part by card, an odd one, and more than the rest in cash.
        const qint64 card = i % 2 == 0 ? total / 3 : 0;
        QStringList tenders{QStringLiteral("--tender"), QStringLiteral("cash:%1").arg(total - card + 37)};
        if (card > 0)
            tenders += {QStringLiteral("--tender"), QStringLiteral("card:%1").arg(card)};
        const Finished sold = m_till->run(create + lines + tenders + words("--json"));
        ASSERT_EQ(sold.exitCode, 0) << sold.err.toStdString();
        const QJsonObject sale = sold.json();
        const QString number = sale.value(QStringLiteral("number")).toString();
        EXPECT_EQ(minorOf(sale, "total"), total);
        EXPECT_EQ(sumOf(sale, "lines", "gross"), total);
        EXPECT_EQ(sumOf(sale, "lines", "net") + sumOf(sale, "lines", "tax"), total);
        EXPECT_EQ(sumOf(sale, "taxes", "gross"), total);
        EXPECT_EQ(sumOf(sale, "taxes", "tax"), sumOf(sale, "lines", "tax"));
        EXPECT_EQ(sumOf(sale, "payments", "amount"), total);
        EXPECT_EQ(minorOf(sale, "change"), 37);
        for (const QJsonValue &tax : sale.value(QStringLiteral("taxes")).toArray())
            rates.insert(tax.toObject().value(QStringLiteral("rate")).toInt());
        const Finished receipt = m_till->run({QStringLiteral("sale"), QStringLiteral("receipt"), number});
        const QByteArray printed =
            QByteArray::number(total / 100) + '.' + QByteArray::number(total % 100).rightJustified(2, '0');
        EXPECT_TRUE(receipt.out.contains(printed)) << printed.constData() << receipt.out.constData();
        cashTaken += total - card;
        rung.insert(number, bookedSale(*m_till, number));
    }
    EXPECT_GE(rates.size(), 2) << "rates that are not mixed prove little";

    // One goes back as a whole in two parts, of another only one piece does.
    const auto takeBack = [&](const QString &sold, const char *options) {
        const QStringList refund{QStringLiteral("sale"), QStringLiteral("refund"), sold};
        const Finished back = m_till->run(refund + words(options));
        EXPECT_EQ(back.exitCode, 0) << back.err.toStdString();
        const QString number = back.json().value(QStringLiteral("number")).toString();
        const QJsonObject document = bookedSale(*m_till, number);
        cashTaken += paidBy(document, "cash");
        rung.insert(number, document);
        return document;
    };
    const QString whole = rung.firstKey();
    const QString part = rung.lastKey();
    const QList<QJsonObject> documents{rung[whole], takeBack(whole, "--line 1*1 --json"), takeBack(whole, "--json")};
    takeBack(part, "--line 1*1 --json");
    for (const char *method : {"cash", "card"}) {
        qint64 left = 0;
        for (const QJsonObject &document : documents)
            left += paidBy(document, method);
        EXPECT_EQ(left, 0) << method;
    }

    ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
    const auto second = secondDevice();
    for (auto sale = rung.begin(); sale != rung.end(); ++sale)
        EXPECT_EQ(bookedSale(*second, sale.key()), sale.value()) << sale.key().toStdString();
    const Finished closed = m_till->run({QStringLiteral("shift"), QStringLiteral("close"), QStringLiteral("--counted"),
                                         QString::number(10'000 + cashTaken), QStringLiteral("--json")});
    ASSERT_EQ(closed.exitCode, 0) << closed.err.toStdString();
    EXPECT_EQ(minorOf(closed.json(), "difference"), 0);
    EXPECT_TRUE(closed.json().value(QStringLiteral("difference")).isObject()) << closed.out.toStdString();
}

} // namespace
} // namespace crema::e2e
