// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/programs.h"

#include <gtest/gtest.h>

namespace crema::e2e {

inline QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

inline QString program(const char *name)
{
    return qEnvironmentVariable("CREMA_BIN") + u'/' + QString::fromLatin1(name);
}

/// A till of the demo company with an open shift and one item that it sells.
class DemoTill : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_platform = std::make_unique<PlatformProcess>(m_folder.path());
        ASSERT_TRUE(m_platform->start());
        m_till = std::make_unique<Device>(m_folder.filePath(QStringLiteral("till")));
        ASSERT_TRUE(m_till->enrol(*m_platform));
        ASSERT_EQ(m_till->run(words("sync run --wait --timeout 60")).exitCode, 0);
        ASSERT_EQ(m_till->run(words("shift open --float 10000")).exitCode, 0);
        const QJsonObject product = m_till->items(words("product list --filter cappuccino"))[0].toObject();
        const QJsonObject variant = product.value(QStringLiteral("variants")).toArray()[0].toObject();
        m_barcode = variant.value(QStringLiteral("barcodes")).toArray()[0].toString();
        m_price = variant.value(QStringLiteral("price")).toObject().value(QStringLiteral("minor")).toInteger();
        ASSERT_FALSE(m_barcode.isEmpty());
    }

    /// The totals of the sales this register rang up, newest first.
    QList<qint64> ownTotals() const
    {
        QList<qint64> totals;
        const QString reg = m_till->run(words("device show --json"))
                                .json()
                                .value(QStringLiteral("register"))
                                .toObject()
                                .value(QStringLiteral("id"))
                                .toString();
        const QJsonArray sales = m_till->items(words("sale list"));
        for (const QJsonValue &sale : sales) {
            if (sale.toObject().value(QStringLiteral("register")).toString() == reg)
                totals.append(sale.toObject()
                                  .value(QStringLiteral("total"))
                                  .toObject()
                                  .value(QStringLiteral("minor"))
                                  .toInteger());
        }
        return totals;
    }

    /// The till's environment with one variable more.
    QProcessEnvironment with(const char *name, const char *value) const
    {
        QProcessEnvironment environment = m_till->environment();
        environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
        return environment;
    }

    // In memory: nothing here is about what a disk keeps, and a busy one would be most of the test.
    QTemporaryDir m_folder{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<Device> m_till;
    QString m_barcode;
    qint64 m_price = 0;
};

} // namespace crema::e2e
