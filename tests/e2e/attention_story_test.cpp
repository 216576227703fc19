// SPDX-License-Identifier: GPL-3.0-or-later
// One bad record blocks the queue: it must not. Of some two hundred operations of a till three are not taken; the
// others arrive, what depends on a refused one goes on when that one is mended, and two people's prices are decided
// about on either of their devices.
#include "tests/e2e/demo_till.h"

namespace crema::e2e {
namespace {

class AttentionStory : public DemoTill
{
protected:
    void SetUp() override
    {
        DemoTill::SetUp();
        m_office = std::make_unique<Device>(m_folder.filePath(QStringLiteral("office")));
        ASSERT_TRUE(m_office->enrol(*m_platform));
        ASSERT_EQ(m_office->run(words("sync run --wait --timeout 60")).exitCode, 0);
    }

    QJsonArray cards(const Device &device) const { return device.items(words("sync list --attention")); }

    /// The entry with this outcome about something with such a name.
    QJsonObject card(const Device &device, const QString &outcome, const QString &name = {}) const
    {
        const QJsonArray all = cards(device);
        for (const QJsonValue &value : all) {
            const QJsonObject item = value.toObject();
            const QString subject =
                item.value(QStringLiteral("subject")).toObject().value(QStringLiteral("name")).toString();
            if (item.value(QStringLiteral("outcome")).toString() == outcome && subject.contains(name))
                return item;
        }
        return {};
    }

    qint64 priceOn(const Device &device, const QString &code) const
    {
        const QJsonObject product =
            device.run({QStringLiteral("product"), QStringLiteral("show"), code, QStringLiteral("--json")}).json();
        return product.value(QStringLiteral("variants"))
            .toArray()[0]
            .toObject()
            .value(QStringLiteral("price"))
            .toObject()
            .value(QStringLiteral("minor"))
            .toInteger();
    }

    Finished resolve(const Device &device, const QJsonObject &item, const QStringList &how) const
    {
        return device.run(QStringList{QStringLiteral("sync"), QStringLiteral("resolve"),
                                      item.value(QStringLiteral("id")).toString()} +
                          how + QStringList{QStringLiteral("--json")});
    }

    void done(const Device &device, const char *command) const
    {
        const Finished finished = device.run(words(command));
        ASSERT_EQ(finished.exitCode, 0) << command << ": " << finished.err.toStdString();
    }

    void changePrice(const Device &device, qint64 minor) const
    {
        const Finished changed = device.run(
            {QStringLiteral("product"), QStringLiteral("edit"), m_barcode, QStringLiteral("price=%1").arg(minor)});
        ASSERT_EQ(changed.exitCode, 0) << changed.err.toStdString();
    }

    std::unique_ptr<Device> m_office;
};

TEST_F(AttentionStory, OneBadRecordBlocksNothingAndIsMended)
{
    // The office is first: a SKU, a barcode and a price.
    done(*m_office, "product create --name OfficeBeans --sku DUP-1 --barcode 4006381333931 --price 900");
    changePrice(*m_office, m_price + 70);
    done(*m_office, "sync run --wait --timeout 60");

    // The till has not heard of it.
    done(*m_till, "product create --name TillBeans --sku DUP-1 --price 1200");
    done(*m_till, "product edit DUP-1 price=1250");
    changePrice(*m_till, m_price + 30);
    done(*m_till, "product create --name Mug --sku MUG-1 --barcode 4006381333931 --price 500");
    constexpr int sales = 190;
    for (int i = 0; i < sales; ++i) {
        const Finished sale =
            m_till->run({QStringLiteral("sale"), QStringLiteral("create"), QStringLiteral("--line"), m_barcode,
                         QStringLiteral("--tender"), QStringLiteral("cash:50000"), QStringLiteral("--yes")});
        ASSERT_EQ(sale.exitCode, 0) << sale.err.toStdString();
    }
    const Finished synced = m_till->run(words("sync run --wait --timeout 60"));
    EXPECT_EQ(synced.exitCode, 5) << "something needs attention";

    // The others have arrived, and the till charges the office's price until somebody has decided.
    EXPECT_EQ(ownTotals().size(), sales);
    EXPECT_EQ(m_till->run(words("sync status --json"))
                  .json()
                  .value(QStringLiteral("queue"))
                  .toObject()
                  .value(QStringLiteral("unsent"))
                  .toInt(),
              0);
    EXPECT_EQ(priceOn(*m_till, m_barcode), m_price + 70);

    const QJsonObject conflict = card(*m_till, QStringLiteral("conflict"));
    const QJsonObject field = conflict.value(QStringLiteral("fields")).toArray()[0].toObject();
    EXPECT_EQ(field.value(QStringLiteral("base")).toObject().value(QStringLiteral("minor")).toInteger(), m_price);
    EXPECT_EQ(field.value(QStringLiteral("mine")).toObject().value(QStringLiteral("minor")).toInteger(), m_price + 30);
    EXPECT_EQ(field.value(QStringLiteral("theirs")).toObject().value(QStringLiteral("minor")).toInteger(),
              m_price + 70);
    EXPECT_FALSE(
        field.value(QStringLiteral("theirs_by")).toObject().value(QStringLiteral("person")).toString().isEmpty());
    const QJsonObject refused = card(*m_till, QStringLiteral("refused"), QStringLiteral("TillBeans"));
    EXPECT_EQ(refused.value(QStringLiteral("problem")).toObject().value(QStringLiteral("code")).toString(),
              QStringLiteral("variant.sku_taken"));
    const QJsonObject mug = card(*m_till, QStringLiteral("refused"), QStringLiteral("Mug"));
    EXPECT_FALSE(mug.isEmpty());
    const QJsonObject waiting = card(*m_till, QStringLiteral("waiting"));
    EXPECT_EQ(waiting.value(QStringLiteral("waits_for")).toString(), refused.value(QStringLiteral("id")).toString());
    EXPECT_EQ(cards(*m_till).size(), 4);

    // Every device of the shop shows what has to be decided.
    done(*m_office, "product list --limit 1");
    EXPECT_EQ(m_office->run(words("sync run")).exitCode, 5);
    EXPECT_EQ(cards(*m_office).size(), 3);

    // It is mended where it was made: with another SKU what waited goes on.
    EXPECT_EQ(resolve(*m_till, refused, {QStringLiteral("--retry")}).exitCode, 5) << "the cause is still there";
    EXPECT_EQ(resolve(*m_till, refused, {QStringLiteral("--value"), QStringLiteral("DUP-2")}).exitCode, 0);
    EXPECT_EQ(resolve(*m_till, mug, {QStringLiteral("--set-aside")}).exitCode, 0);
    EXPECT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 5) << "the price is still open";
    EXPECT_EQ(m_till->run(words("sync run")).exitCode, 5);
    EXPECT_EQ(priceOn(*m_till, QStringLiteral("DUP-2")), 1250);
    EXPECT_EQ(cards(*m_till).size(), 1);

    // The price is decided in the office, offline from the till.
    EXPECT_EQ(m_office->run(words("sync run")).exitCode, 5);
    EXPECT_EQ(cards(*m_office).size(), 1);
    EXPECT_EQ(resolve(*m_office, conflict, {QStringLiteral("--keep"), QStringLiteral("mine")}).exitCode, 0);
    done(*m_office, "sync run --wait --timeout 60");
    done(*m_till, "sync run --wait --timeout 60");
    EXPECT_EQ(priceOn(*m_till, m_barcode), m_price + 30);
    EXPECT_EQ(priceOn(*m_office, m_barcode), m_price + 30);
    EXPECT_EQ(priceOn(*m_office, QStringLiteral("DUP-2")), 1250);
    EXPECT_TRUE(cards(*m_till).isEmpty());
    EXPECT_TRUE(cards(*m_office).isEmpty());
    EXPECT_EQ(resolve(*m_till, conflict, {QStringLiteral("--keep"), QStringLiteral("theirs")}).exitCode, 3)
        << "it is settled";
    done(*m_till, "db check");
}

/// Both decide without hearing of each other: nothing is doubled, and nobody's wish is lost.
TEST_F(AttentionStory, TwoPeopleDecideDifferently)
{
    changePrice(*m_office, m_price + 70);
    done(*m_office, "sync run --wait --timeout 60");
    changePrice(*m_till, m_price + 30);
    EXPECT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 5);
    EXPECT_EQ(m_office->run(words("sync run")).exitCode, 5);
    const QJsonObject conflict = card(*m_till, QStringLiteral("conflict"));
    ASSERT_TRUE(m_platform->stop());
    EXPECT_EQ(resolve(*m_till, conflict, {QStringLiteral("--keep"), QStringLiteral("mine")}).exitCode, 0);
    EXPECT_EQ(priceOn(*m_till, m_barcode), m_price + 30);
    EXPECT_TRUE(cards(*m_till).isEmpty());
    EXPECT_EQ(resolve(*m_office, conflict, {QStringLiteral("--value"), QString::number(m_price + 50)}).exitCode, 0);
    ASSERT_TRUE(m_platform->start());
    done(*m_till, "sync run --wait --timeout 60");
    EXPECT_EQ(m_office->run(words("sync run --wait --timeout 60")).exitCode, 5);
    EXPECT_EQ(priceOn(*m_office, m_barcode), m_price + 30) << "the first decision stands";
    const QJsonObject second = card(*m_office, QStringLiteral("conflict"));
    const QJsonObject field = second.value(QStringLiteral("fields")).toArray()[0].toObject();
    EXPECT_EQ(field.value(QStringLiteral("mine")).toObject().value(QStringLiteral("minor")).toInteger(), m_price + 50);
    EXPECT_EQ(resolve(*m_office, second, {QStringLiteral("--keep"), QStringLiteral("theirs")}).exitCode, 0);
    done(*m_office, "sync run --wait --timeout 60");
    EXPECT_EQ(m_till->run(words("sync run")).exitCode, 0);
    EXPECT_TRUE(cards(*m_till).isEmpty());
}

} // namespace
} // namespace crema::e2e
