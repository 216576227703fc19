// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditing/chain_documents.h"

#include "models/base/enum_names.h"
#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/money/checked.h"

#include <array>

namespace crema::auditing {
namespace {

const QString malformed = QStringLiteral("journal.malformed");

constexpr std::array beginNames{EnumName<ChainBegin::Reason>{ChainBegin::Reason::First, u"first"},
                                EnumName<ChainBegin::Reason>{ChainBegin::Reason::Upgrade, u"upgrade"},
                                EnumName<ChainBegin::Reason>{ChainBegin::Reason::Register, u"register"},
                                EnumName<ChainBegin::Reason>{ChainBegin::Reason::Recovery, u"recovery"},
                                EnumName<ChainBegin::Reason>{ChainBegin::Reason::Disagreed, u"disagreed"}};
constexpr std::array closingNames{EnumName<ChainClosing::Reason>{ChainClosing::Reason::Shift, u"shift"},
                                  EnumName<ChainClosing::Reason>{ChainClosing::Reason::Day, u"day"}};

QByteArray readHex(JsonFields &fields, const QString &name)
{
    return QByteArray::fromHex(fields.text(name, 64, 64).toLatin1());
}

QJsonObject headToJson(const ChainHead &head)
{
    return {{QStringLiteral("chain"), head.chain.toString(QUuid::WithoutBraces)},
            {QStringLiteral("hash"), QString::fromLatin1(head.hash.toHex())},
            {QStringLiteral("number"), qint64(head.number)}};
}

ChainTotals totalsOf(JsonFields &fields, const QString &name)
{
    const Result<ChainTotals> totals = readChainTotals(fields.object(name));
    if (totals)
        return *totals;
    fields.add(name, totals.error());
    return {};
}

} // namespace

void ChainTotals::add(const Money &total)
{
    ++sales;
    const Currency currency = total.currency();
    const Money sum(amounts.value(currency.code()), currency);
    const Money added = checkedAdd(sum, total).value_or(sum);
    amounts.insert(currency.code(), added.minor());
}

QJsonObject toJson(const ChainTotals &totals)
{
    QJsonArray amounts;
    for (auto it = totals.amounts.cbegin(); it != totals.amounts.cend(); ++it)
        amounts.append(
            QJsonObject{{QStringLiteral("currency"), it.key()}, {QStringLiteral("minor"), qint64(it.value())}});
    return {{QStringLiteral("amounts"), amounts}, {QStringLiteral("sales"), qint64(totals.sales)}};
}

Result<ChainTotals> readChainTotals(const QJsonObject &json)
{
    JsonFields fields(json);
    ChainTotals totals;
    totals.sales = fields.integer(QStringLiteral("sales"), 0, json::maxInteger);
    const QJsonArray amounts = fields.array(QStringLiteral("amounts"), 200);
    for (const QJsonValue &value : amounts) {
        JsonFields amount(value.toObject(), QStringLiteral("amounts."));
        const QString code = amount.text(QStringLiteral("currency"), 3, 3);
        totals.amounts.insert(code, amount.integer(QStringLiteral("minor"), -json::maxInteger, json::maxInteger));
        fields.add(amount.problems());
    }
    return fields.result(totals, malformed);
}

QByteArray canonicalBytes(const ChainBegin &begin)
{
    QJsonObject json{{QStringLiteral("at"), begin.at.toString()},
                     {QStringLiteral("chain"), begin.chain.toString(QUuid::WithoutBraces)},
                     {QStringLiteral("device"), begin.device.toString()},
                     {QStringLiteral("epoch"), qint64(begin.epoch)},
                     {QStringLiteral("format"), 1},
                     {QStringLiteral("perpetual"), toJson(begin.perpetual)},
                     {QStringLiteral("public_key"), QString::fromLatin1(begin.publicKey.toHex())},
                     {QStringLiteral("reason"), enumText(beginNames, begin.reason)},
                     {QStringLiteral("register"), begin.registerId.toString()},
                     {QStringLiteral("sales_before"), qint64(begin.salesBefore)},
                     {QStringLiteral("type"), beginType.toString()}};
    if (begin.previous)
        json.insert(QStringLiteral("previous"), headToJson(*begin.previous));
    return json::writeCanonical(json);
}

QByteArray canonicalBytes(const ChainClosing &closing)
{
    QJsonObject json{{QStringLiteral("at"), closing.at.toString()},
                     {QStringLiteral("from"), qint64(closing.from)},
                     {QStringLiteral("number"), qint64(closing.number)},
                     {QStringLiteral("perpetual"), toJson(closing.perpetual)},
                     {QStringLiteral("reason"), enumText(closingNames, closing.reason)},
                     {QStringLiteral("to"), qint64(closing.to)},
                     {QStringLiteral("totals"), toJson(closing.totals)},
                     {QStringLiteral("type"), closingType.toString()}};
    if (closing.businessDay)
        json.insert(QStringLiteral("business_day"), closing.businessDay->toString(Qt::ISODate));
    return json::writeCanonical(json);
}

Result<ChainBegin> readChainBegin(const QJsonObject &document)
{
    JsonFields fields(document);
    ChainBegin begin;
    begin.chain = fields.uuid(QStringLiteral("chain"));
    begin.device = fields.id<DeviceId>(QStringLiteral("device"));
    begin.registerId = fields.id<RegisterId>(QStringLiteral("register"));
    begin.epoch = fields.integer(QStringLiteral("epoch"), 1, json::maxInteger);
    begin.publicKey = readHex(fields, QStringLiteral("public_key"));
    begin.at = fields.time(QStringLiteral("at"));
    begin.salesBefore = fields.integer(QStringLiteral("sales_before"), 0, json::maxInteger);
    begin.perpetual = totalsOf(fields, QStringLiteral("perpetual"));
    const QString reason = fields.text(QStringLiteral("reason"), 1, 20);
    const auto named = enumFromText<ChainBegin::Reason>(beginNames, reason);
    if (fields.integer(QStringLiteral("format"), 1, json::maxInteger) != 1 || !named)
        return failure(fields.problem(malformed));
    begin.reason = *named;
    if (const auto previous = fields.optionalObject(QStringLiteral("previous"))) {
        JsonFields inner(*previous, QStringLiteral("previous."));
        begin.previous =
            ChainHead{inner.uuid(QStringLiteral("chain")), inner.integer(QStringLiteral("number"), 0, json::maxInteger),
                      readHex(inner, QStringLiteral("hash"))};
        fields.add(inner.problems());
    }
    return fields.result(begin, malformed);
}

Result<ChainClosing> readChainClosing(const QJsonObject &document)
{
    JsonFields fields(document);
    ChainClosing closing;
    closing.number = fields.integer(QStringLiteral("number"), 1, json::maxInteger);
    if (fields.has(QStringLiteral("business_day")))
        closing.businessDay = fields.date(QStringLiteral("business_day"));
    closing.at = fields.time(QStringLiteral("at"));
    closing.from = fields.integer(QStringLiteral("from"), 1, json::maxInteger);
    closing.to = fields.integer(QStringLiteral("to"), 1, json::maxInteger);
    closing.totals = totalsOf(fields, QStringLiteral("totals"));
    closing.perpetual = totalsOf(fields, QStringLiteral("perpetual"));
    const auto reason = enumFromText<ChainClosing::Reason>(closingNames, fields.text(QStringLiteral("reason"), 1, 20));
    if (!reason)
        return failure(fields.problem(malformed));
    closing.reason = *reason;
    return fields.result(closing, malformed);
}

} // namespace crema::auditing
