// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/faults/books.h"

#include <gtest/gtest.h>

namespace crema::e2e {
namespace {

QString textOf(const QJsonValue &value, const char *name)
{
    return value.toObject().value(QLatin1StringView(name)).toString();
}

/// What remains is a sum of some of these: each may have happened or not.
bool isSumOfSome(qint64 rest, const std::multiset<qint64> &unknown)
{
    std::set<qint64> sums{0};
    for (const qint64 delta : unknown) {
        std::set<qint64> more = sums;
        for (const qint64 sum : sums)
            more.insert(sum + delta);
        sums = std::move(more);
    }
    return sums.contains(rest);
}

} // namespace

void Books::tell(int till, const QString &number, qint64 total, const QString &sku)
{
    --m_begun[till];
    const bool isNew = m_told.insert({number.toStdString(), {total, sku.toStdString(), till}}).second;
    EXPECT_TRUE(isNew) << "the number was told before: " << number.toStdString();
}

void Books::beginAdjusting(const QString &sku, qint64 delta)
{
    m_unknown[sku.toStdString()].insert(delta);
}

void Books::tellAdjusted(const QString &sku, qint64 delta)
{
    auto &unknown = m_unknown[sku.toStdString()];
    unknown.erase(unknown.find(delta));
    m_adjusted[sku.toStdString()] += delta;
}

void Books::judgeSales(const QJsonArray &sales, const QString &whose) const
{
    SCOPED_TRACE(whose.toStdString());
    std::map<std::string, qint64> there;
    std::set<std::string> ids;
    std::map<std::string, std::set<int>> numbersOf; // by register
    for (const QJsonValue &sale : sales) {
        const QString number = textOf(sale, "number");
        EXPECT_TRUE(ids.insert(textOf(sale, "id").toStdString()).second) << "twice: " << number.toStdString();
        const QString registerCode = number.section(u'-', 0, 1);
        EXPECT_TRUE(numbersOf[registerCode.toStdString()].insert(number.section(u'-', 2).toInt()).second)
            << "the number of two sales: " << number.toStdString();
        there[number.toStdString()] =
            sale.toObject().value(QStringLiteral("total")).toObject().value(QStringLiteral("minor")).toInteger();
    }
    std::set<std::string> ours;
    for (const auto &[number, told] : m_told) {
        ours.insert(number.substr(0, number.rfind('-')));
        const auto found = there.find(number);
        if (found == there.end())
            ADD_FAILURE() << "told and lost: " << number;
        else
            EXPECT_EQ(found->second, told.total) << number;
    }
    int untold = 0;
    for (const auto &[till, count] : m_begun)
        untold += count;
    std::size_t known = 0;
    for (const std::string &registerCode : ours) {
        const std::set<int> &numbers = numbersOf[registerCode];
        EXPECT_EQ(*numbers.rbegin(), static_cast<int>(numbers.size())) << "a gap in the numbers of " << registerCode;
        known += numbers.size();
    }
    EXPECT_LE(known, m_told.size() + static_cast<std::size_t>(untold)) << "sales that nobody began";
}

void Books::judgeStock(const QString &sku, qint64 onHand, const QJsonArray &sales, const QString &whose) const
{
    SCOPED_TRACE((whose + u' ' + sku).toStdString());
    qint64 sold = 0;
    for (const QJsonValue &sale : sales) {
        const std::string number = textOf(sale, "number").toStdString();
        const std::string registerCode = number.substr(0, number.rfind('-'));
        const bool isOurs = std::any_of(m_told.begin(), m_told.end(), [&](const auto &told) {
            return told.first.substr(0, told.first.rfind('-')) == registerCode;
        });
        for (const QJsonValue &line : sale.toObject().value(QStringLiteral("lines")).toArray()) {
            if (isOurs && textOf(line, "sku") == sku)
                sold += line.toObject().value(QStringLiteral("quantity")).toInteger();
        }
    }
    const std::string key = sku.toStdString();
    const auto numberIn = [&](const std::map<std::string, qint64> &map) {
        const auto found = map.find(key);
        return found == map.end() ? 0 : found->second;
    };
    const auto unknown = m_unknown.find(key);
    const qint64 rest = onHand - (numberIn(m_opening) + numberIn(m_adjusted) - sold);
    EXPECT_TRUE(isSumOfSome(rest, unknown == m_unknown.end() ? std::multiset<qint64>() : unknown->second))
        << "off by " << rest;
}

} // namespace crema::e2e
