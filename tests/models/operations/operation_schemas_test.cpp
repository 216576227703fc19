// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 24: operations keep the schema version they were made with, and what a version does not know stays.
#include "models/operations/operation_schemas.h"

#include "models/base/json.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

/// A later version: what an adjustment said as `note` became `remark`, and then the sign of `delta` was turned.
OperationSchemas later()
{
    const BodyStep rename = [](QJsonObject body) {
        body.insert(u"remark"_s, body.take(u"note"_s));
        return body;
    };
    const BodyStep turn = [](QJsonObject body) {
        body.insert(u"delta"_s, -body.value(u"delta"_s).toInteger());
        return body;
    };
    return OperationSchemas({{operation::stockAdjust.toString(), 3, {rename, turn}}});
}

Operation adjustment(int schema, const QJsonObject &body)
{
    Operation operation;
    operation.id = OperationId(QUuid::createUuid());
    operation.type = operation::stockAdjust.toString();
    operation.schema = schema;
    operation.subject = {u"variant"_s, QUuid::createUuid()};
    operation.clock.boot = QUuid::createUuid();
    operation.body = body;
    return operation;
}

TEST(OperationSchemas, AnOlderBodyIsReadAsTheNewestWouldHaveSaidIt)
{
    const Operation first = adjustment(1, {{u"delta"_s, 3}, {u"note"_s, u"broken"_s}});
    const Operation read = later().upcast(first);
    EXPECT_EQ(read.schema, 3);
    EXPECT_EQ(read.body, (QJsonObject{{u"delta"_s, -3}, {u"remark"_s, u"broken"_s}}));
    const Operation second = adjustment(2, {{u"delta"_s, 3}, {u"remark"_s, u"broken"_s}});
    EXPECT_EQ(later().upcast(second).body, read.body);
    EXPECT_EQ(later().upcast(read), read) << "what is the newest stays as it is";
}

TEST(OperationSchemas, WhatALaterVersionMadeIsNotTouched)
{
    const Operation fourth = adjustment(4, {{u"delta"_s, 3}});
    EXPECT_FALSE(later().knows(fourth));
    EXPECT_EQ(later().upcast(fourth), fourth);
    Operation other = fourth;
    other.type = u"stock.dance"_s;
    other.schema = 1;
    EXPECT_FALSE(later().knows(other));
    EXPECT_EQ(later().upcast(other), other);
}

TEST(OperationSchemas, AClosingWithoutAZStaysTheFirstSchema)
{
    Operation closing = adjustment(1, {{u"from"_s, u"open"_s}});
    closing.type = operation::shiftClose.toString();
    EXPECT_EQ(OperationSchemas::ours().upcast(closing), closing);
    for (closing.schema = 2; closing.schema <= 4; ++closing.schema)
        EXPECT_TRUE(OperationSchemas::ours().knows(closing));
    EXPECT_FALSE(OperationSchemas::ours().knows(closing));
}

TEST(OperationSchemas, TheBytesOfAnOlderOperationStayForTheHash)
{
    const QByteArray bytes = canonicalBytes(adjustment(1, {{u"delta"_s, 3}, {u"note"_s, u"broken"_s}}));
    const QByteArray hash = payloadHash(bytes);
    const Result<Operation> read = readOperation(bytes, later());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->schema, 3);
    EXPECT_EQ(payloadHash(bytes), hash);
}

TEST(OperationSchemas, EveryRuleKnowsItsType)
{
    using namespace operation;
    for (const QStringView type :
         {shiftOpen,     shiftClose,    cashMove,         saleComplete,    stockAdjust,   productCreate,
          productEdit,   variantCreate, variantEdit,      customerCreate,  customerEdit,  customerErase,
          personCreate,  personEdit,    personSetPin,     personSetBadge,  personErase,   roleCreate,
          roleEdit,      settingsEdit,  attentionResolve, promotionCreate, promotionEdit, priceListCreate,
          priceListEdit, customerMerge, customerUnmerge}) {
        Operation operation = adjustment(1, {});
        operation.type = type.toString();
        EXPECT_TRUE(OperationSchemas::ours().knows(operation)) << qPrintable(operation.type);
    }
}

/// Both; where they differ, `more` wins.
QJsonObject with(QJsonObject object, const QJsonObject &more)
{
    for (auto member = more.begin(); member != more.end(); ++member)
        object.insert(member.key(), member.value());
    return object;
}

RC_GTEST_PROP(OperationSchemas, UnknownMembersSurviveByteForByteWhereverTheyStand, ())
{
    QJsonObject object = *json::readStrict(canonicalBytes(adjustment(1, {{u"delta"_s, 3}, {u"note"_s, u"broken"_s}})));
    for (const QString &inner : {u"body"_s, u"clock"_s, u"subject"_s})
        object.insert(inner, with(*testing::jsonObject(), object.value(inner).toObject()));
    object = with(*testing::jsonObject(), object);
    const QByteArray bytes = json::writeCanonical(object);
    const Result<Operation> read = readOperation(bytes);
    RC_ASSERT(read.has_value());
    RC_ASSERT(canonicalBytes(*read) == bytes);
}

RC_GTEST_PROP(OperationSchemas, AStepKeepsWhatItDoesNotKnow, ())
{
    QJsonObject strange = *testing::jsonObject();
    strange.remove(u"remark"_s); // which it does know
    const QJsonObject read =
        later().upcast(adjustment(1, with(strange, {{u"delta"_s, 3}, {u"note"_s, u"broken"_s}}))).body;
    QJsonObject wanted = with(strange, {{u"delta"_s, -3}, {u"remark"_s, u"broken"_s}});
    wanted.remove(u"note"_s);
    RC_ASSERT(read == wanted);
}

} // namespace
} // namespace crema
