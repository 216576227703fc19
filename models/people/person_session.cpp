// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/person_session.h"

namespace crema::codec {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSessions = 1'000;

PersonSession readSession(JsonFields &fields)
{
    PersonSession session;
    session.id = fields.id<SessionId>(u"id"_s);
    session.person = fields.id<PersonId>(u"person"_s);
    session.personName = fields.text(u"person_name"_s, 0, 1000);
    session.device = fields.id<DeviceId>(u"device"_s);
    session.deviceName = fields.text(u"device_name"_s, 0, 1000);
    session.registerText = fields.text(u"register"_s, 0, 100);
    session.begunAt = fields.time(u"begun_at"_s);
    session.usedAt = fields.time(u"used_at"_s);
    session.endsAt = fields.time(u"ends_at"_s);
    session.isThis = fields.booleanOr(u"is_this"_s, false);
    return session;
}

} // namespace

QJsonObject toJson(const PersonSession &session)
{
    return {{u"id"_s, session.id.toString()},
            {u"person"_s, session.person.toString()},
            {u"person_name"_s, session.personName},
            {u"device"_s, session.device.toString()},
            {u"device_name"_s, session.deviceName},
            {u"register"_s, session.registerText},
            {u"begun_at"_s, session.begunAt.toString()},
            {u"used_at"_s, session.usedAt.toString()},
            {u"ends_at"_s, session.endsAt.toString()},
            {u"is_this"_s, session.isThis}};
}

Result<QList<PersonSession>> readPersonSessions(const QJsonObject &json)
{
    JsonFields fields(json);
    QList<PersonSession> sessions;
    const QJsonArray items = fields.array(u"items"_s, mostSessions);
    for (qsizetype index = 0; index < items.size(); ++index) {
        JsonFields item(items.at(index).toObject(), u"items[%1]."_s.arg(index));
        sessions.append(readSession(item));
        fields.add(item.problems());
    }
    return fields.result(sessions, u"network.unreadable"_s);
}

} // namespace crema::codec
