// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/device_management_verbs.h"
#include "ui/command/printer_verb.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/devices/device_findings.h"
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
                       {u"link"_s, sync::linkText(state.link)},
                       {u"problem"_s, state.linkProblem ? QJsonValue(problemJson(*state.linkProblem)) : QJsonValue()},
                       {u"company"_s, textOrNull(state.company.name)},
                       {u"currency"_s, state.currency().code()},
                       {u"location"_s, jsonOrNull(state.location)},
                       {u"register"_s, jsonOrNull(state.registerInfo)},
                       {u"person"_s, person},
                       {u"store"_s, state.storePath}},
            .columns = {{u"enrolled"_s, Texts::tr("Enrolled")},
                        {u"platform"_s, Texts::tr("Platform")},
                        {u"link"_s, Texts::tr("Connection")},
                        {u"problem.message"_s, Texts::tr("Problem")},
                        {u"problem.hint"_s, Texts::tr("What to do")},
                        {u"company"_s, Texts::tr("Company")},
                        {u"location.name"_s, Texts::tr("Location")},
                        {u"register.code"_s, Texts::tr("Register")},
                        {u"person.name"_s, Texts::tr("Signed in")},
                        {u"currency"_s, Texts::tr("Currency")},
                        {u"store"_s, Texts::tr("Store")},
                        {u"id"_s, Texts::tr("Device id")}},
            .next = state.enrolled ? QString() : u"crema device enroll --platform URL --code CODE"_s};
}

// The word itself is for what a person types; scripts use what nobody else on the machine can read.
Result<QString> oneTimeCode(Session &session)
{
    if (const std::optional<QString> code = session.invocation().text(u"code"))
        return *code;
    return session.secret(u"code-file", u"CREMA_CODE"_s, Texts::tr("One-time code"));
}

QList<Flag> oneTimeCodeFlags()
{
    return {{.name = u"code"_s,
             .kind = Flag::Kind::Text,
             .value = u"CODE"_s,
             .help = Texts::tr("the one-time code from the platform")},
            {.name = u"code-file"_s,
             .kind = Flag::Kind::File,
             .value = u"FILE"_s,
             .help = Texts::tr("holds the one-time code; \"-\" is standard input")}};
}

QList<Flag> enrolmentFlags()
{
    const Flag platform{.name = u"platform"_s,
                        .kind = Flag::Kind::Text,
                        .value = u"URL"_s,
                        .help = Texts::tr("the platform's address"),
                        .required = true};
    const Flag name{.name = u"name"_s,
                    .kind = Flag::Kind::Text,
                    .value = u"TEXT"_s,
                    .help = Texts::tr("what to call it (this machine's name)")};
    return QList<Flag>{platform} + oneTimeCodeFlags() + QList<Flag>{name};
}

QString oneTimeCodeNote()
{
    return Texts::tr("Others on this machine can read what --code says: without it the code is read from --code-file "
                     "or CREMA_CODE, or asked for.");
}

QCoro::Task<Result<Answer>> enrollDevice(Session &session)
{
    const Invocation &invocation = session.invocation();
    const Result<QString> code = oneTimeCode(session);
    if (!code)
        co_return failure(code.error());
    const auto services = co_await session.services(StoreAccess::Create);
    if (!services)
        co_return failure(services.error());
    const QString name = invocation.text(u"name").value_or(QSysInfo::machineHostName());
    const auto enrolled = co_await (*services)->device.enroll(*invocation.text(u"platform"), *code, name);
    if (!enrolled)
        co_return failure(enrolled.error());
    // Selling needs the tax rates and the catalog, so they are fetched before anybody can begin.
    const auto fetched = co_await (*services)->syncing.run();
    Answer answer = answerFor((*services)->device.state());
    answer.next = fetched ? u"crema shift open --float MINOR"_s : u"crema sync run"_s;
    if (!fetched) {
        answer.warnings.append(
            Texts::tr("The device is enrolled, but what it sells and at which tax was not fetched: %1 "
                      "It cannot sell until \"crema sync run\" has fetched it.")
                .arg(fetched.error().message));
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> readmitDevice(Session &session)
{
    const Result<QString> code = oneTimeCode(session);
    if (!code)
        co_return failure(code.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto readmitted = co_await (*services)->device.readmit(*code);
    if (!readmitted)
        co_return failure(readmitted.error());
    Answer answer = answerFor((*services)->device.state());
    answer.next = u"crema sync run"_s;
    co_return answer;
}

QCoro::Task<Result<Answer>> showDevice(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    co_return answerFor((*services)->device.state());
}

QString findingText(DeviceFinding finding)
{
    switch (finding) {
    case DeviceFinding::WorkIsSilent: return u"work_is_silent"_s;
    case DeviceFinding::WorkIsStuck: return u"work_is_stuck"_s;
    case DeviceFinding::DiskIsLow: return u"disk_is_low"_s;
    case DeviceFinding::ClockIsWrong: return u"clock_is_wrong"_s;
    case DeviceFinding::NeedsAttention: return u"needs_attention"_s;
    case DeviceFinding::IsSilent: return u"is_silent"_s;
    case DeviceFinding::NeverHeard: return u"never_heard"_s;
    case DeviceFinding::ClockIsOff: return u"clock_is_off"_s;
    case DeviceFinding::IsOnDetour: return u"is_on_detour"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject deviceJson(const DeviceStanding &standing, UtcTime at)
{
    QJsonObject json = codec::toJson(standing);
    QJsonArray findings;
    const QList<DeviceFinding> all = findingsOf(standing, at);
    for (const DeviceFinding finding : all)
        findings.append(findingText(finding));
    json.insert(u"findings"_s, findings);
    return json;
}

QCoro::Task<Result<Answer>> listDevices(Session &session)
{
    // What the platform answers is kept, so that it can be shown without network as it was known last.
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    auto known = co_await (*services)->device.devices();
    if (!known)
        co_return failure(known.error());
    DeviceList &list = known->list;
    sortByNeed(list.devices, list.at);
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"device-list/1"_s,
                  .object = {{u"at"_s, list.at.toString()}, {u"fresh"_s, !known->problem}},
                  .columns = {{u"name"_s, Texts::tr("Device")},
                              {u"location.name"_s, Texts::tr("Location")},
                              {u"register"_s, Texts::tr("Register")},
                              {u"heard_at"_s, Texts::tr("Last contact")},
                              {u"health.waiting"_s, Texts::tr("Queued"), Align::End},
                              {u"health.needs_attention"_s, Texts::tr("Need attention"), Align::End},
                              {u"health.version"_s, Texts::tr("Version")},
                              {u"findings"_s, Texts::tr("What is the matter")}}};
    const qsizetype limit = session.invocation().number(u"limit").value_or(list.devices.size());
    const QList<DeviceStanding> shown = list.devices.first(std::min<qsizetype>(limit, list.devices.size()));
    for (const DeviceStanding &standing : shown)
        answer.items.append(deviceJson(standing, list.at));
    if (known->problem)
        answer.warnings.append(Texts::tr("Not of now, but of %1: %2", "a time, a reason")
                                   .arg(list.at.toString(), known->problem->message));
    co_return answer;
}

} // namespace

Noun deviceNoun()
{
    Noun noun{
        .name = u"device"_s,
        .summary = Texts::tr("enrol this device, show it, see how all are, manage them"),
        .verbs = {{.name = u"enroll"_s,
                   .summary = Texts::tr("Enrols this device with a one-time code."),
                   .examples = {{u"crema device enroll --platform https://crema.example"_s, {}},
                                {u"crema device enroll --platform https://crema.example --code K7QP-3M2X"_s, {}}},
                   .flags = enrolmentFlags(),
                   .notes = Texts::tr("A manager makes the code: crema device code. It serves "
                                      "once, for as long as devices.code_hours says.") +
                            u'\n' + oneTimeCodeNote(),
                   .handler = enrollDevice},
                  {.name = u"readmit"_s,
                   .summary = Texts::tr("Lets this device in again after it was shut out."),
                   .examples = {{u"crema device readmit"_s, {}}, {u"crema device readmit --code K7QP-3M2X"_s, {}}},
                   .flags = oneTimeCodeFlags(),
                   .notes = Texts::tr("A manager makes the code: crema device readmit-code DEVICE. The device "
                                      "goes on with what it has, and sends what waits.") +
                            u'\n' + oneTimeCodeNote(),
                   .handler = readmitDevice},
                  {.name = u"list"_s,
                   .summary = Texts::tr("Lists how all devices are, what needs a person first."),
                   .examples = {{u"crema device list"_s, {}}, {u"crema device list --json"_s, {}}},
                   .common = {u"limit"_s},
                   .notes = Texts::tr("For people who manage devices. Without the platform it shows what was known "
                                      "last, and says so."),
                   .handler = listDevices},
                  {.name = u"show"_s,
                   .summary = Texts::tr("Shows this device, its register and its store."),
                   .examples = {{u"crema device show --json"_s, {}}},
                   .handler = showDevice}}};
    noun.verbs.append(printerVerb());
    noun.verbs += deviceManagementVerbs();
    return noun;
}

} // namespace crema::command
