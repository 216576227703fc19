// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/shut_out.h"

#include "models/base/enum_names.h"
#include "models/base/json.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Device)
};

/// A device is copied now and then; nobody copies one more often.
constexpr qsizetype mostStores = 10'000;

constexpr std::array reasonNames{
    EnumName<ShutOutReason>{ShutOutReason::Lost, u"lost"},
    EnumName<ShutOutReason>{ShutOutReason::Stolen, u"stolen"},
    EnumName<ShutOutReason>{ShutOutReason::Broken, u"broken"},
    EnumName<ShutOutReason>{ShutOutReason::Sold, u"sold"},
    EnumName<ShutOutReason>{ShutOutReason::Unused, u"unused"},
};

ArrivedStore readStore(JsonFields &fields)
{
    ArrivedStore store;
    store.epoch = fields.integer(u"epoch"_s, 1, json::maxInteger);
    store.registerCode = fields.text(u"register"_s, 0, 40);
    store.arrived = fields.integer(u"arrived"_s, 0, json::maxInteger);
    store.journalEntries = fields.integer(u"journal_entries"_s, 0, json::maxInteger);
    store.journalHash = fields.optionalText(u"journal_hash"_s, 200).value_or(QString());
    store.shiftIsOpen = fields.boolean(u"shift_is_open"_s);
    return store;
}

} // namespace

Result<QString> checkedDeviceName(const QString &typed)
{
    const QString name = typed.simplified();
    if (!name.isEmpty() && name.size() <= longestDeviceName && isPlainText(name))
        return name;
    const QString told = Texts::tr("Use a name of 1 to %1 characters that can be printed.").arg(longestDeviceName);
    return failure(Problem{ProblemKind::Invalid, u"device.name"_s, told, {}, {{u"name"_s, told}}});
}

QString shutOutReasonText(ShutOutReason reason)
{
    return enumText(reasonNames, reason);
}

std::optional<ShutOutReason> shutOutReasonFromText(QStringView text)
{
    return enumFromText<ShutOutReason>(reasonNames, text);
}

namespace codec {

QJsonArray toJson(const QList<ArrivedStore> &stores)
{
    QJsonArray array;
    for (const ArrivedStore &store : stores) {
        array.append(QJsonObject{{u"arrived"_s, qint64(store.arrived)},
                                 {u"epoch"_s, qint64(store.epoch)},
                                 {u"journal_entries"_s, qint64(store.journalEntries)},
                                 {u"journal_hash"_s, store.journalHash},
                                 {u"register"_s, store.registerCode},
                                 {u"shift_is_open"_s, store.shiftIsOpen}});
    }
    return array;
}

QJsonObject toJson(const ShutOut &shutOut)
{
    return {{u"at"_s, shutOut.at.toString()},
            {u"reason"_s, shutOut.reason ? QJsonValue(shutOutReasonText(*shutOut.reason)) : QJsonValue()},
            {u"stores"_s, toJson(shutOut.stores)}};
}

ShutOut readShutOut(JsonFields &fields)
{
    ShutOut shutOut;
    shutOut.at = fields.time(u"at"_s);
    shutOut.reason = shutOutReasonFromText(fields.optionalText(u"reason"_s, 40).value_or(QString()));
    const QJsonArray stores = fields.array(u"stores"_s, mostStores);
    for (qsizetype index = 0; index < stores.size(); ++index) {
        JsonFields store(stores.at(index).toObject(), fields.path() + u"stores[%1]."_s.arg(index));
        shutOut.stores.append(readStore(store));
        fields.add(store.problems());
    }
    return shutOut;
}

QJsonObject toJson(const DeviceCode &code)
{
    return {{u"code"_s, code.code}, {u"expires_at"_s, code.expiresAt.toString()}};
}

Result<DeviceCode> readDeviceCode(const QJsonObject &json)
{
    JsonFields fields(json);
    const DeviceCode code{fields.text(u"code"_s, 1, DeviceCode::longest), fields.time(u"expires_at"_s)};
    return fields.result(code, u"network.unreadable"_s);
}

} // namespace codec
} // namespace crema
