// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of cash on the wire (docs/wire.md): byte for byte, and what a reader does not take.
#include "models/base/json.h"
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/feed_row.h"
#include "models/feed/selling_writer.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "tests/models/wire_files.h"

#include <QJsonArray>

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::wireFile;

using namespace Qt::StringLiterals;

QJsonObject entityIn(const QString &file)
{
    return json::readStrict(wireFile(u"feed/"_s + file))->value(u"entity"_s).toObject();
}

QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object.insert(name, value);
    return object;
}

TEST(CashWire, AMovementIsAFeedRowOfTheLocation)
{
    const QJsonObject json = entityIn(u"cash_movement.1.json"_s);
    const Result<CashMovement> movement = codec::readCashMovement(json);
    ASSERT_TRUE(movement) << qPrintable(movement.error().message);
    EXPECT_EQ(json::writeCanonical(codec::toJson(*movement)), json::writeCanonical(json));
    EXPECT_EQ(movement->kind, CashMovementKind::PaidOut);
    EXPECT_EQ(drawerChange(*movement).minor(), -2'000);
}

TEST(CashWire, AShiftHoldsItsZAndItsPieces)
{
    const QJsonObject json = entityIn(u"shift_with_z.1.json"_s);
    const Result<Shift> shift = codec::readShift(json);
    ASSERT_TRUE(shift) << qPrintable(shift.error().message);
    EXPECT_EQ(codec::canonicalBytes(*shift), json::writeCanonical(json));
    EXPECT_EQ(json::writeCanonical(codec::toJson(*shift)), json::writeCanonical(json));
    EXPECT_EQ(shift->z->number, 17);
    EXPECT_EQ(shift->pieces.size(), 2);
    EXPECT_TRUE(addsUp(shift->z->figures));
}

TEST(CashWire, AShiftWithoutAnyOfItIsWrittenAsBefore)
{
    QJsonObject json = entityIn(u"shift_with_z.1.json"_s);
    for (const QString &name : {u"moved_total"_s, u"pieces"_s, u"z"_s})
        json.remove(name);
    const Result<Shift> shift = codec::readShift(json);
    ASSERT_TRUE(shift);
    EXPECT_EQ(codec::canonicalBytes(*shift), json::writeCanonical(json));
    EXPECT_EQ(shift->movedTotal, Money(0, shift->floatAmount.currency()));
}

TEST(CashWire, TheLowestSchemaThatSaysItIsWritten)
{
    const Operation operation = *readOperation(wireFile(u"operations/shift.close.2.json"_s));
    body::ShiftClose body = *body::readShiftClose(operation);
    EXPECT_EQ(body.schema(), 2);
    body.z->figures.byMethod[1].tips += Money(1, body.counted.currency());
    EXPECT_EQ(body.schema(), 3) << "who knows schema 2 would lose the tips";
    body.z.reset();
    EXPECT_EQ(body.schema(), 2) << "the pieces are there still";
    body.pieces.clear();
    EXPECT_EQ(body.schema(), 1);
    EXPECT_EQ(body::toJson(body).keys(), (QStringList{u"counted"_s, u"expected"_s, u"from"_s}));
}

TEST(CashWire, AMovementThatCannotBeIsNotTaken)
{
    const QJsonObject good = entityIn(u"cash_movement.1.json"_s);
    const auto amount = [](qint64 minor) { return QJsonObject{{u"currency"_s, u"EUR"_s}, {u"minor"_s, minor}}; };
    EXPECT_FALSE(codec::readCashMovement(with(good, u"amount"_s, amount(-1))));
    EXPECT_FALSE(codec::readCashMovement(with(good, u"amount"_s, amount(0))));
    EXPECT_FALSE(codec::readCashMovement(with(good, u"kind"_s, u"no_sale"_s)));
    EXPECT_FALSE(codec::readCashMovement(with(good, u"kind"_s, u"gift"_s)));
    EXPECT_TRUE(codec::readCashMovement(with(with(good, u"kind"_s, u"no_sale"_s), u"amount"_s, amount(0))));
}

TEST(CashWire, AZHasOneCurrencyThatOfItsShift)
{
    const QJsonObject good = entityIn(u"shift_with_z.1.json"_s);
    const QJsonObject dollars{{u"currency"_s, u"USD"_s}, {u"minor"_s, 1}};
    const auto withZ = [&](const QString &name, const QJsonValue &value) {
        return with(good, u"z"_s, with(good.value(u"z"_s).toObject(), name, value));
    };
    EXPECT_FALSE(codec::readShift(withZ(u"perpetual"_s, dollars)));
    EXPECT_FALSE(codec::readShift(withZ(u"discounts"_s, dollars)));
    EXPECT_FALSE(codec::readShift(with(good, u"moved_total"_s, dollars)));
    EXPECT_FALSE(codec::readShift(withZ(u"number"_s, 0)));
    QJsonArray late{QJsonObject{{u"count"_s, 1}, {u"number"_s, 3}, {u"total"_s, dollars}}};
    EXPECT_FALSE(codec::readShift(withZ(u"late"_s, late)));
}

} // namespace
} // namespace crema
