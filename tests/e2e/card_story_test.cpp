// SPDX-License-Identifier: GPL-3.0-or-later
// Story 5 with the real programs (product.md): the customer pays online and the answer is lost. The outcome is unknown
// and asked about, nobody is charged twice, and the shift does not close over it.
#include "tests/e2e/demo_till.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <functional>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

constexpr int patienceMs = 120'000;
constexpr const char *cashInDrawer = "shift close --counted 10000 --json";

class CardStory : public DemoTill
{
protected:
    void SetUp() override
    {
        DemoTill::SetUp();
        // Whoever says what became of money is a manager.
        m_till->setVariable(u"CREMA_PIN"_s, u"1001"_s);
        const Finished signedIn = m_till->run(words("user pin ada"));
        ASSERT_EQ(signedIn.exitCode, 0) << signedIn.err.toStdString();
    }

    /// Asks for the price of one item; the answer.
    QJsonObject ask()
    {
        const Finished asked =
            m_till->run({u"payment"_s, u"ask"_s, u"--amount"_s, QString::number(m_price), u"--json"_s});
        EXPECT_EQ(asked.exitCode, 0) << asked.err.toStdString() << asked.out.toStdString();
        return asked.json();
    }

    /// What the customer does on the page of the simulated provider.
    void onPage(const QString &url, const QByteArray &form)
    {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, form));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        EXPECT_EQ(reply->error(), QNetworkReply::NoError) << reply->readAll().toStdString();
    }

    /// As the till knows it, with what is new.
    QJsonObject look(const QString &id) const
    {
        (void)m_till->run(words("sync run"));
        return m_till->run({u"payment"_s, u"show"_s, id, u"--json"_s}).json();
    }

    /// Looks until it is so; the last it saw.
    QJsonObject lookUntil(const QString &id, const std::function<bool(const QJsonObject &)> &isSo) const
    {
        const QDeadlineTimer deadline(patienceMs);
        QJsonObject seen;
        do {
            seen = look(id);
            if (isSo(seen))
                return seen;
            QEventLoop loop;
            QTimer::singleShot(200, &loop, &QEventLoop::quit);
            loop.exec();
        } while (!deadline.hasExpired());
        ADD_FAILURE() << "still " << seen.value(u"state"_s).toString().toStdString();
        return seen;
    }

    QJsonObject lookUntil(const QString &id, const QString &state) const
    {
        return lookUntil(id, [&state](const QJsonObject &seen) { return seen.value(u"state"_s).toString() == state; });
    }

    Finished sell(const QString &id) const
    {
        return m_till->run({u"sale"_s, u"create"_s, u"--line"_s, m_barcode, u"--tender"_s,
                            u"online:%1,intent=%2"_s.arg(m_price).arg(id), u"--json"_s});
    }

    QNetworkAccessManager m_network;
};

TEST_F(CardStory, TheAnswerIsLostAndTheMoneyComesLaterOnce)
{
    const QJsonObject asked = ask();
    const QString id = asked.value(u"id"_s).toString();
    const QString url = asked.value(u"url"_s).toString();
    ASSERT_FALSE(url.isEmpty()) << "the customer pays somewhere";
    onPage(url, "lose=20&choice=pay");
    lookUntil(id, u"unknown"_s);
    const Finished shown = m_till->run({u"payment"_s, u"show"_s, id});
    EXPECT_TRUE(shown.out.contains("Do not charge again")) << shown.out.toStdString();
    // Nothing is paid with it yet, and the shift does not close over it.
    EXPECT_TRUE(sell(id).err.contains("payment.not_paid"));
    const Finished refused = m_till->run(words(cashInDrawer));
    EXPECT_EQ(refused.exitCode, 5) << refused.err.toStdString();
    EXPECT_TRUE(refused.err.contains("payment.open")) << refused.err.toStdString();
    onPage(url, "lose=0");
    lookUntil(id, u"paid"_s);
    const Finished sold = sell(id);
    ASSERT_EQ(sold.exitCode, 0) << sold.err.toStdString();
    EXPECT_TRUE(sell(id).err.contains("payment.used")) << "it was taken once";
    const QJsonArray all = m_till->items(words("payment list"));
    ASSERT_EQ(all.size(), 1);
    EXPECT_EQ(all.first().toObject().value(u"sale"_s), sold.json().value(u"id"_s));
    const Finished closed = m_till->run(words(cashInDrawer));
    ASSERT_EQ(closed.exitCode, 0) << closed.err.toStdString();
    const QJsonObject z = m_till->run(words("shift report --z 1 --json")).json();
    const QJsonArray totals = z.value(u"by_method"_s).toArray();
    qint64 online = 0;
    for (const QJsonValue &total : totals) {
        if (total.toObject().value(u"method"_s).toString() == u"online")
            online += total.toObject().value(u"amount"_s).toObject().value(u"minor"_s).toInteger();
    }
    EXPECT_EQ(online, m_price);
}

TEST_F(CardStory, WhatIsPaidForNoSaleIsGivenBackByAManager)
{
    const Finished asked = m_till->run(
        {u"payment"_s, u"ask"_s, u"--amount"_s, QString::number(m_price), u"--wait"_s, u"--timeout"_s, u"3"_s});
    EXPECT_EQ(asked.exitCode, 75) << "the customer took too long for whoever asked: " << asked.err.toStdString();
    const QJsonArray open = m_till->items(words("payment list --open"));
    ASSERT_EQ(open.size(), 1) << "it goes on all the same";
    const QString id = open.first().toObject().value(u"id"_s).toString();
    onPage(open.first().toObject().value(u"url"_s).toString(), "choice=pay");
    lookUntil(id, u"paid"_s);
    EXPECT_EQ(m_till->run(words(cashInDrawer)).exitCode, 5) << "the money is for nothing";
    const Finished settled = m_till->run(
        {u"payment"_s, u"settle"_s, id, u"--as"_s, u"give_back"_s, u"--reason"_s, u"Paid in cash"_s, u"--json"_s});
    ASSERT_EQ(settled.exitCode, 0) << settled.err.toStdString();
    const QJsonObject back = lookUntil(id, [this](const QJsonObject &seen) {
        return seen.value(u"refunded"_s).toObject().value(u"minor"_s).toInteger() == m_price;
    });
    EXPECT_FALSE(back.value(u"holds_shift"_s).toBool());
    EXPECT_EQ(m_till->run(words(cashInDrawer)).exitCode, 0);
}

} // namespace
} // namespace crema::e2e
