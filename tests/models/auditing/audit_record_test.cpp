// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditing/audit_record.h"

#include "models/base/json.h"

#include <QJsonArray>

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

const QUuid someId(u"0194f3f0-0000-7000-8000-000000000001"_s);
const UtcTime someTime = *UtcTime::fromString(u"2026-11-20T10:42:00.123Z");

AuditRecord someRecord()
{
    AuditRecord record;
    record.chain = someId;
    record.number = 12;
    record.deviceName = u"Counter"_s;
    record.at = someTime;
    record.actor = PersonId(someId);
    record.actorName = u"Ada"_s;
    record.approverName = u"Bea"_s;
    record.action = u"person.edit"_s;
    record.subject = {u"person"_s, someId};
    record.subjectName = u"Jonas"_s;
    record.outcome = u"applied"_s;
    record.changes = {{u"role"_s, u"barista"_s, u"manager"_s},
                      {u"email"_s, QJsonValue(QJsonValue::Null), u"jo@example.org"_s},
                      {u"pin"_s, QJsonValue(QJsonValue::Undefined), u"set"_s}};
    record.requestId = QUuid(u"0194f3f0-0000-7000-8000-00000000000a"_s);
    return record;
}

QHash<QString, QString> itemsOf(const QUrlQuery &query)
{
    QHash<QString, QString> items;
    const auto all = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : all)
        items.insert(name, value);
    return items;
}

TEST(AuditCodec, APageIsReadAsItIsWritten)
{
    AuditRecord ofPlatform;
    ofPlatform.number = 1;
    ofPlatform.at = someTime;
    ofPlatform.action = u"token_key.rotate"_s;
    ofPlatform.subject = {u"token_key"_s, QUuid()};
    const AuditPage page{{someRecord(), ofPlatform}, AuditPlace{someTime, QUuid(), 1}};
    const QJsonObject json = codec::toJson(page);
    const auto overTheWire = json::readStrict(json::writeCanonical(json)).and_then(&codec::readAuditPage);
    ASSERT_TRUE(overTheWire) << qPrintable(overTheWire.error().message);
    EXPECT_EQ(*overTheWire, page);
    const QJsonArray changes = json.value(u"items"_s).toArray().first().toObject().value(u"changes"_s).toArray();
    EXPECT_TRUE(changes.at(1).toObject().contains(u"from"_s)) << "nothing was there";
    EXPECT_FALSE(changes.at(2).toObject().contains(u"from"_s)) << "nobody is told";
    EXPECT_FALSE(codec::readAuditPage(codec::toJson(AuditPage{{someRecord()}, std::nullopt}))->next);
}

TEST(AuditCodec, APlatformOfBeforeTellsNoRequest)
{
    QJsonObject page = codec::toJson(AuditPage{{someRecord()}, std::nullopt});
    QJsonObject record = page.value(u"items"_s).toArray().first().toObject();
    record.remove(u"request_id"_s);
    page.insert(u"items"_s, QJsonArray{record});
    const auto read = codec::readAuditPage(page);
    ASSERT_TRUE(read) << qPrintable(read.error().message);
    EXPECT_FALSE(read->records.first().requestId);
}

TEST(AuditCodec, APageThatDoesNotReadIsRefused)
{
    const QJsonObject page = codec::toJson(AuditPage{{someRecord()}, std::nullopt});
    const auto with = [&](const QString &name, const QJsonValue &value) {
        QJsonObject record = page.value(u"items"_s).toArray().first().toObject();
        record.insert(name, value);
        QJsonObject changed = page;
        changed.insert(u"items"_s, QJsonArray{record});
        return codec::readAuditPage(changed);
    };
    EXPECT_TRUE(with(u"outcome"_s, u""_s));
    for (const auto &[name, value] : QList<std::pair<QString, QJsonValue>>{{u"number"_s, 0},
                                                                           {u"at"_s, u"yesterday"_s},
                                                                           {u"chain"_s, u"counter"_s},
                                                                           {u"action"_s, u""_s},
                                                                           {u"actor"_s, u"ada"_s},
                                                                           {u"subject"_s, u"person"_s}}) {
        const auto read = with(name, value);
        ASSERT_FALSE(read) << qPrintable(name);
        EXPECT_EQ(read.error().code, u"network.unreadable");
    }
    EXPECT_FALSE(codec::readAuditPage({}));
}

TEST(AuditCodec, AFilterIsReadAsItIsAsked)
{
    AuditFilter filter;
    EXPECT_EQ(codec::readAuditFilter(itemsOf(codec::toQuery(filter))).value(), filter);
    EXPECT_EQ(codec::readAuditFilter({}).value(), filter) << "nothing is no limit";
    filter.actor = PersonId(someId);
    filter.device = DeviceId(someId);
    filter.subject = someId;
    filter.action = u"a+b &c=%."_s;
    filter.from = someTime;
    filter.until = someTime.plusMs(1);
    filter.before = AuditPlace{someTime, QUuid(), 7};
    filter.limit = AuditFilter::mostRecords;
    EXPECT_EQ(codec::readAuditFilter(itemsOf(codec::toQuery(filter))).value(), filter);
}

TEST(AuditCodec, AFilterThatDoesNotReadIsRefusedWithItsFields)
{
    const QString place = u"2026-11-20T10:42:00.000Z/0194f3f0-0000-7000-8000-000000000001/"_s;
    for (const auto &[name, value] : QList<std::pair<QString, QString>>{{u"actor"_s, u"ada"_s},
                                                                        {u"device"_s, u"counter"_s},
                                                                        {u"subject"_s, u"{}"_s},
                                                                        {u"action"_s, QString(101, u'a')},
                                                                        {u"from"_s, u"2026-11-20"_s},
                                                                        {u"until"_s, u"now"_s},
                                                                        {u"before"_s, place},
                                                                        {u"before"_s, place + u"x"_s},
                                                                        {u"before"_s, place + u"1/2"_s},
                                                                        {u"before"_s, u"//1"_s},
                                                                        {u"limit"_s, u"0"_s},
                                                                        {u"limit"_s, u"501"_s},
                                                                        {u"limit"_s, u"many"_s}}) {
        const auto read = codec::readAuditFilter({{name, value}});
        ASSERT_FALSE(read) << qPrintable(name + u' ' + value);
        EXPECT_EQ(read.error().code, u"request.malformed");
        ASSERT_EQ(read.error().fields.size(), 1);
        EXPECT_EQ(read.error().fields.first().field, name);
    }
}

} // namespace
} // namespace crema
