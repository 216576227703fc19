// SPDX-License-Identifier: GPL-3.0-or-later
// Story 7 with the real programs: a line of ten, four come back at one till while the other one is offline, seven
// there. The excess is put before somebody, and stock and cash are as it happened.
#include "tests/e2e/demo_till.h"

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

class RefundStory : public DemoTill
{
protected:
    void SetUp() override
    {
        DemoTill::SetUp();
        m_other = std::make_unique<Device>(m_folder.filePath(u"other"_s));
        ASSERT_TRUE(m_other->enrol(*m_platform));
        sync(*m_other);
        ASSERT_EQ(m_other->run(words("shift open --float 100000")).exitCode, 0);
    }

    static void sync(const Device &device)
    {
        const Finished synced = device.run(words("sync run --wait --timeout 60"));
        ASSERT_EQ(synced.exitCode, 0) << synced.err.toStdString();
    }

    static qint64 minorOf(const QJsonObject &json, const QString &name)
    {
        return json.value(name).toObject().value(u"minor"_s).toInteger();
    }

    static qint64 cash(const Device &device)
    {
        return minorOf(device.run(words("shift show --json")).json(), u"cash_total"_s);
    }

    qint64 onHand(const Device &device) const
    {
        return device.run({u"stock"_s, u"show"_s, m_barcode, u"--json"_s}).json().value(u"on_hand"_s).toInteger();
    }

    QString sellTen() const
    {
        const QString tender = u"cash:%1"_s.arg(m_price * 10);
        const Finished paid = m_till->run(
            {u"sale"_s, u"create"_s, u"--line"_s, m_barcode + u"*10"_s, u"--tender"_s, tender, u"--json"_s});
        EXPECT_EQ(paid.exitCode, 0) << paid.err.toStdString();
        return paid.json().value(u"number"_s).toString();
    }

    static Finished refund(const Device &device, const QString &number, const QString &line)
    {
        return device.run({u"sale"_s, u"refund"_s, number, u"--line"_s, line, u"--json"_s});
    }

    QByteArray reviews() const
    {
        QProcess process;
        process.start(program("crema-platform"), {u"review"_s, u"list"_s, u"--data"_s, m_folder.filePath(u"data"_s)});
        process.waitForFinished(60'000);
        return process.readAllStandardOutput();
    }

    std::unique_ptr<Device> m_other;
};

TEST_F(RefundStory, WhatComesBackTwiceIsToldAndStockAndCashAreRight)
{
    const qint64 before = onHand(*m_till);
    const QString number = sellTen();
    sync(*m_till);
    sync(*m_other);
    ASSERT_TRUE(m_platform->stop());
    const Finished four = refund(*m_till, number, u"1*4"_s);
    ASSERT_EQ(four.exitCode, 0) << four.err.toStdString();
    EXPECT_EQ(minorOf(four.json(), u"total"_s), -4 * m_price);
    const Finished tooMuch = refund(*m_till, number, u"1*7"_s);
    EXPECT_NE(tooMuch.exitCode, 0) << "it knows of its own";
    EXPECT_TRUE(tooMuch.err.contains("return.exceeds")) << tooMuch.err.toStdString();
    const Finished seven = refund(*m_other, number, u"1*7"_s);
    ASSERT_EQ(seven.exitCode, 0) << seven.err.toStdString();
    ASSERT_TRUE(m_platform->start());
    sync(*m_till);
    sync(*m_other);
    sync(*m_till);
    EXPECT_EQ(onHand(*m_till), before + 1);
    EXPECT_EQ(onHand(*m_other), before + 1);
    EXPECT_EQ(cash(*m_till), 6 * m_price);
    EXPECT_EQ(cash(*m_other), -7 * m_price);
    const Finished again = refund(*m_till, number, u"1"_s);
    EXPECT_TRUE(again.err.contains("return.exceeds")) << again.err.toStdString();
    const Finished receipt = m_other->run({u"sale"_s, u"receipt"_s, seven.json().value(u"number"_s).toString()});
    EXPECT_TRUE(receipt.out.contains("RETURN")) << receipt.out.toStdString();
    EXPECT_TRUE(receipt.out.contains(number.toUtf8()));
    const Finished page = m_other->run({u"sale"_s, u"receipt"_s, number, u"--format"_s, u"pdf"_s});
    EXPECT_TRUE(page.out.startsWith("%PDF-")) << page.err.toStdString();
    EXPECT_TRUE(reviews().contains("return.exceeds")) << reviews().toStdString();
}

TEST_F(RefundStory, AnExchangeIsOneDocumentAndWhatHasNoReceiptComesBackForAPrice)
{
    const QString number = sellTen();
    const Finished exchanged =
        m_till->run({u"sale"_s, u"refund"_s, number, u"--line"_s, u"1*1"_s, u"--buy"_s, m_barcode + u"*3"_s,
                     u"--tender"_s, u"cash:%1"_s.arg(2 * m_price), u"--json"_s});
    ASSERT_EQ(exchanged.exitCode, 0) << exchanged.err.toStdString();
    EXPECT_EQ(minorOf(exchanged.json(), u"total"_s), 2 * m_price);
    EXPECT_EQ(exchanged.json().value(u"lines"_s).toArray().size(), 1);
    EXPECT_EQ(exchanged.json().value(u"returns"_s).toArray().size(), 1);
    EXPECT_EQ(cash(*m_till), 12 * m_price);
    const Finished receipt = m_till->run({u"sale"_s, u"receipt"_s, exchanged.json().value(u"number"_s).toString()});
    EXPECT_TRUE(receipt.out.contains(number.toUtf8())) << receipt.out.toStdString();
    const Finished unreceipted = m_till->run(
        {u"sale"_s, u"refund"_s, u"--without-receipt"_s, u"%1*2:%2"_s.arg(m_barcode).arg(m_price - 10), u"--json"_s});
    ASSERT_EQ(unreceipted.exitCode, 0) << unreceipted.err.toStdString();
    EXPECT_EQ(minorOf(unreceipted.json(), u"total"_s), -2 * (m_price - 10));
    EXPECT_EQ(m_till->run({u"sale"_s, u"refund"_s, u"--line"_s, u"1"_s}).exitCode, 2) << "of which receipt?";
}

TEST_F(RefundStory, AllOfASaleComesBackWithOneWord)
{
    const QString number = sellTen();
    const Finished asked = m_till->run({u"sale"_s, u"refund"_s, number, u"--dry-run"_s, u"--json"_s});
    ASSERT_EQ(asked.exitCode, 0) << asked.err.toStdString();
    EXPECT_EQ(minorOf(asked.json(), u"total"_s), -10 * m_price);
    EXPECT_EQ(cash(*m_till), 10 * m_price) << "nothing was done";
    const Finished all = m_till->run({u"sale"_s, u"refund"_s, number, u"--reason"_s, u"damaged"_s, u"--no-restock"_s,
                                      u"--fee"_s, u"7"_s, u"--json"_s});
    ASSERT_EQ(all.exitCode, 0) << all.err.toStdString();
    EXPECT_EQ(minorOf(all.json(), u"total"_s), -10 * m_price + 7);
    EXPECT_EQ(cash(*m_till), 7);
    const Finished again = m_till->run({u"sale"_s, u"refund"_s, number});
    EXPECT_NE(again.exitCode, 0);
}

} // namespace
} // namespace crema::e2e
