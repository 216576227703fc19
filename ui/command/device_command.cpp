// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/feed/entity_codec.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::DeviceCommand)
};

template<class Entity>
QJsonValue jsonOrNull(const std::optional<Entity> &entity)
{
    return entity ? QJsonValue(codec::toJson(*entity)) : QJsonValue(QJsonValue::Null);
}

Answer answerFor(const presenters::ClientState &state)
{
    const QJsonValue person = state.person ? QJsonValue(personJson(*state.person)) : QJsonValue(QJsonValue::Null);
    return {.schema = u"device/1"_s,
            .object = {{u"id"_s, state.device.toString()},
                       {u"enrolled"_s, state.enrolled},
                       {u"platform"_s, textOrNull(state.platform.toString())},
                       {u"company"_s, textOrNull(state.company.name)},
                       {u"currency"_s, state.currency().code()},
                       {u"location"_s, jsonOrNull(state.location)},
                       {u"register"_s, jsonOrNull(state.registerInfo)},
                       {u"person"_s, person},
                       {u"store"_s, state.storePath}},
            .columns = {{u"enrolled"_s, Texts::tr("Enrolled")},
                        {u"platform"_s, Texts::tr("Platform")},
                        {u"company"_s, Texts::tr("Company")},
                        {u"location.name"_s, Texts::tr("Location")},
                        {u"register.code"_s, Texts::tr("Register")},
                        {u"person.name"_s, Texts::tr("Signed in")},
                        {u"currency"_s, Texts::tr("Currency")},
                        {u"store"_s, Texts::tr("Store")},
                        {u"id"_s, Texts::tr("Device id")}},
            .next = state.enrolled ? QString() : u"crema device enroll --platform URL --code CODE"_s};
}

QCoro::Task<Result<Answer>> enrollDevice(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const QString name = invocation.text(u"name").value_or(QSysInfo::machineHostName());
    const auto enrolled =
        co_await (*services)->device.enroll(*invocation.text(u"platform"), *invocation.text(u"code"), name);
    if (!enrolled)
        co_return failure(enrolled.error());
    Answer answer = answerFor((*services)->device.state());
    answer.next = u"crema shift open --float MINOR"_s;
    co_return answer;
}

QCoro::Task<Result<Answer>> showDevice(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    co_return answerFor((*services)->device.state());
}

} // namespace

Noun deviceNoun()
{
    return {
        .name = u"device"_s,
        .summary = Texts::tr("enrol this device at a platform, and show it"),
        .verbs = {{.name = u"enroll"_s,
                   .summary = Texts::tr("Enrols this device with a one-time code."),
                   .examples = {{u"crema device enroll --platform https://crema.example --code K7QP-3M2X"_s, {}}},
                   .flags = {{.name = u"platform"_s,
                              .kind = Flag::Kind::Text,
                              .value = u"URL"_s,
                              .help = Texts::tr("the platform's address"),
                              .required = true},
                             {.name = u"code"_s,
                              .kind = Flag::Kind::Text,
                              .value = u"CODE"_s,
                              .help = Texts::tr("the one-time code from the platform"),
                              .required = true},
                             {.name = u"name"_s,
                              .kind = Flag::Kind::Text,
                              .value = u"TEXT"_s,
                              .help = Texts::tr("what to call it (this machine's name)")}},
                   .notes = Texts::tr("A manager makes the code: crema-platform enroll-code --location L. It serves "
                                      "once and for 24 hours."),
                   .handler = enrollDevice},
                  {.name = u"show"_s,
                   .summary = Texts::tr("Shows this device, its register and its store."),
                   .examples = {{u"crema device show --json"_s, {}}},
                   .handler = showDevice}}};
}

} // namespace crema::command
