// SPDX-License-Identifier: GPL-3.0-or-later
// A till is lost, is shut out, sells on in somebody's hands, is found and let in again (ADR 027).
#include "tests/e2e/demo_till.h"

namespace crema::e2e {
namespace {

class ReadmissionStory : public DemoTill
{
protected:
    QByteArray runPlatform(const QByteArray &verb)
    {
        QProcess process;
        process.start(program("crema-platform"),
                      words(verb.constData()) +
                          QStringList{QStringLiteral("--data"), m_folder.filePath(QStringLiteral("data"))});
        EXPECT_TRUE(process.waitForFinished(120'000));
        EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
        return process.readAllStandardOutput().trimmed();
    }

    void sell()
    {
        const Finished sold =
            m_till->run({QStringLiteral("sale"), QStringLiteral("create"), QStringLiteral("--line"), m_barcode,
                         QStringLiteral("--tender"), QStringLiteral("cash:5000"), QStringLiteral("--json")});
        ASSERT_EQ(sold.exitCode, 0) << sold.err.toStdString();
        m_numbers.append(sold.json().value(QStringLiteral("number")).toString());
    }

    QJsonObject status() const { return m_till->run(words("sync status --json")).json(); }

    QString registerText() const
    {
        const QJsonObject device = m_till->run(words("device show --json")).json();
        return QStringLiteral("%1-%2").arg(device[QStringLiteral("location")][QStringLiteral("code")].toString(),
                                           device[QStringLiteral("register")][QStringLiteral("code")].toString());
    }

    QStringList m_numbers;
};

} // namespace

TEST_F(ReadmissionStory, WhatItSoldMeanwhileArrivesOnceUnderItsOwnNumbers)
{
    sell();
    ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
    const QByteArray name = registerText().toUtf8();
    const QByteArray out = runPlatform("device revoke " + name);
    EXPECT_TRUE(out.contains("has arrived")) << out.constData();

    sell();
    const Finished refused = m_till->run(words("sync run --json"));
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_TRUE(refused.err.contains("device.revoked")) << refused.err.constData();
    EXPECT_EQ(status()[QStringLiteral("queue")][QStringLiteral("unsent")].toInt(), 1);
    EXPECT_EQ(status()[QStringLiteral("link")].toString(), QStringLiteral("needs_sign_in"));
    EXPECT_TRUE(m_till->run(words("device show")).out.contains("shut out"));
    const Finished doctor = m_till->run(words("doctor"));
    EXPECT_EQ(doctor.exitCode, 1);
    EXPECT_TRUE(doctor.out.contains("shut out")) << doctor.out.constData();
    EXPECT_NE(m_till->run(words("device readmit --code K7QP-3M2X")).exitCode, 0);

    const QByteArray code = runPlatform("device readmit " + name).split('\n').constLast();
    const Finished in = m_till->run({QStringLiteral("device"), QStringLiteral("readmit"), QStringLiteral("--code"),
                                     QString::fromLatin1(code), QStringLiteral("--json")});
    ASSERT_EQ(in.exitCode, 0) << in.err.toStdString();
    EXPECT_EQ(registerText().toUtf8(), name) << "it is the register that it was";
    ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
    EXPECT_EQ(status()[QStringLiteral("queue")][QStringLiteral("unsent")].toInt(), 0);
    sell();
    ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);

    Device other(m_folder.filePath(QStringLiteral("other")));
    ASSERT_TRUE(other.enrol(*m_platform));
    ASSERT_EQ(other.run(words("sync run --wait --timeout 60")).exitCode, 0);
    QMap<QString, int> seen;
    const QJsonArray sales = other.items(words("sale list"));
    for (const QJsonValue &sale : sales)
        ++seen[sale[QStringLiteral("number")].toString()];
    for (const QString &number : std::as_const(m_numbers))
        EXPECT_EQ(seen.value(number), 1) << number.toStdString();
}

/// Enrolment brings what selling needs: no sale is ever taxed at nothing because a device is new.
TEST_F(ReadmissionStory, ANewDeviceSellsAtItsTaxWithoutAnotherStep)
{
    Device fresh(m_folder.filePath(QStringLiteral("fresh")));
    ASSERT_TRUE(fresh.enrol(*m_platform));
    const QStringList quote{QStringLiteral("sale"),      QStringLiteral("create"), QStringLiteral("--line"), m_barcode,
                            QStringLiteral("--dry-run"), QStringLiteral("--json")};
    const Finished here = fresh.run(quote);
    ASSERT_EQ(here.exitCode, 0) << here.err.toStdString();
    const auto rateOf = [](const QJsonObject &sale) {
        return sale[QStringLiteral("lines")].toArray().first().toObject()[QStringLiteral("tax_rate")].toInteger();
    };
    EXPECT_GT(rateOf(here.json()), 0);
    EXPECT_EQ(rateOf(here.json()), rateOf(m_till->run(quote).json()));
}

} // namespace crema::e2e
