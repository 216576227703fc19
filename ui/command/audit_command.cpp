// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

constexpr int usualLimit = 100;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::AuditCommand)
};

/// As the platform tells it; unknown is null.
QJsonObject entryJson(const AuditRecord &record)
{
    QJsonObject json = codec::toJson(AuditPage{{record}, std::nullopt}).value(u"items"_s).toArray().first().toObject();
    for (const QString &name : {u"actor_name"_s, u"approver_name"_s, u"device_name"_s, u"outcome"_s})
        json.insert(name, textOrNull(json.value(name).toString()));
    QJsonObject subject = json.value(u"subject"_s).toObject();
    subject.insert(u"name"_s, textOrNull(record.subjectName));
    json.insert(u"subject"_s, subject);
    json.insert(u"schema"_s, u"audit-entry/1"_s);
    return json;
}

QCoro::Task<Result<Answer>> listEntries(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto text = [&](QStringView flag) { return invocation.text(flag).value_or(QString()); };
    presenters::TrailQuestion question{text(u"person"), text(u"device"), text(u"action"),
                                       text(u"from"),   text(u"until"),  usualLimit};
    question.limit = static_cast<int>(
        std::min<std::int64_t>(invocation.number(u"limit").value_or(usualLimit), std::numeric_limits<int>::max()));
    // The platform is asked as this device, and what it answers of the devices is kept.
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto records = co_await (*services)->audit.list(question);
    if (!records)
        co_return failure(records.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"audit-entry-list/1"_s,
                  .columns = {{u"at"_s, Texts::tr("When")},
                              {u"actor_name"_s, Texts::tr("Who")},
                              {u"approver_name"_s, Texts::tr("Approved by")},
                              {u"action"_s, Texts::tr("Action")},
                              {u"subject.name"_s, Texts::tr("Done to")},
                              {u"device_name"_s, Texts::tr("Device")},
                              {u"outcome"_s, Texts::tr("Outcome")},
                              {u"changes.field"_s, Texts::tr("Changed")}}};
    for (const AuditRecord &record : *records)
        answer.items.append(entryJson(record));
    co_return answer;
}

Flag textFlag(const QString &name, const QString &value, const QString &help)
{
    return {.name = name, .kind = Flag::Kind::Text, .value = value, .help = help};
}

} // namespace

Noun auditNoun()
{
    return {.name = u"audit"_s,
            .summary = Texts::tr("see who did what, where and when"),
            .verbs = {{.name = u"list"_s,
                       .summary = Texts::tr("Lists the entries of the audit trail, newest first."),
                       .examples = {{u"crema audit list --person bea --from 2026-11-01"_s, {}},
                                    {u"crema audit list --action device. --jsonl"_s,
                                     Texts::tr("All that was done to devices.")}},
                       .flags = {textFlag(u"person"_s, u"WHO"_s, Texts::tr("who did or approved it: name or e-mail")),
                                 textFlag(u"device"_s, u"NAME"_s, Texts::tr("where: its name, or register: MAIN-1")),
                                 textFlag(u"action"_s, u"ACTION"_s, Texts::tr("person.edit, or person. for all of it")),
                                 textFlag(u"from"_s, u"DATE"_s, Texts::tr("from this day on: 2026-11-20")),
                                 textFlag(u"until"_s, u"DATE"_s, Texts::tr("up to the end of this day"))},
                       .common = {u"limit"_s},
                       .notes = Texts::tr("For people who manage people. The platform is asked; without it there is no "
                                          "trail. Without --limit it gives the newest 100 entries. A PIN is never "
                                          "told, only that there is another one."),
                       .handler = listEntries}}};
}

} // namespace crema::command
