// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/device_management_verbs.h"

#include "ui/command/sign_in_at_platform.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::DeviceManagement)
};

/// Opens the store and signs whoever works here in at the platform, which asks for it.
QCoro::Task<Result<presenters::DevicePresenter *>> signedIn(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    presenters::PeoplePresenter &people = (*services)->people;
    const Result<Person> account = accountHere(people);
    if (!account)
        co_return failure(account.error());
    const Result<QString> password = session.secret(u"password-file", u"CREMA_PASSWORD"_s, Texts::tr("Password"));
    if (!password)
        co_return failure(password.error());
    const Result<Person> person = co_await signInAtPlatform(session, people, account->email, *password);
    if (!person)
        co_return failure(person.error());
    co_return &(*services)->device;
}

QJsonObject nameOf(const DeviceStanding &device)
{
    return {{u"device"_s, device.device.toString()},
            {u"name"_s, device.name},
            {u"register"_s, QString(device.locationCode + u'-' + device.registerCode)}};
}

Answer answerFor(const DeviceCode &code)
{
    return {.schema = u"device-code/1"_s,
            .object = codec::toJson(code),
            .columns = {{u"code"_s, Texts::tr("Code")}, {u"expires_at"_s, Texts::tr("Good until")}}};
}

QCoro::Task<Result<Answer>> makeCode(Session &session)
{
    const auto devices = co_await signedIn(session);
    if (!devices)
        co_return failure(devices.error());
    const QString location = session.invocation().text(u"location").value_or(QString());
    const Result<DeviceCode> code = co_await (*devices)->makeEnrolCode(location);
    if (!code)
        co_return failure(code.error());
    Answer answer = answerFor(*code);
    answer.next =
        u"crema device enroll --platform %1 --code %2"_s.arg((*devices)->state().platform.toString(), code->code);
    co_return answer;
}

QCoro::Task<Result<Answer>> revokeDevice(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto reason = shutOutReasonFromText(invocation.text(u"reason").value_or(QString()));
    const auto devices = co_await signedIn(session);
    if (!devices)
        co_return failure(devices.error());
    const Result<DeviceStanding> device = co_await (*devices)->byWords(invocation.argument(0));
    if (!device)
        co_return failure(device.error());
    const QString question =
        Texts::tr("Shut %1 out? What it has not sent stays on its disk, and it comes in again only with a code that is "
                  "typed on it.");
    if (const Result<void> confirmed = session.confirm(question.arg(device->name)); !confirmed)
        co_return failure(confirmed.error());
    const ThisDevice which = invocation.has(u"this-device") ? ThisDevice::Meant : ThisDevice::Kept;
    const Result<ShutOut> out =
        co_await (*devices)->shutDeviceOut(device->device, reason.value_or(ShutOutReason::Lost), which);
    if (!out)
        co_return failure(out.error());
    Answer answer{.schema = u"device-shut-out/1"_s,
                  .object = nameOf(*device),
                  .columns = {{u"register"_s, Texts::tr("Register")},
                              {u"name"_s, Texts::tr("Device")},
                              {u"shut_out.at"_s, Texts::tr("Shut out")},
                              {u"shut_out.reason"_s, Texts::tr("Why")}}};
    answer.object.insert(u"shut_out"_s, codec::toJson(*out));
    for (const ArrivedStore &store : out->stores) {
        answer.warnings.append(
            Texts::tr("Of register %1 everything up to operation %2 has arrived.", "a code, a number")
                .arg(store.registerCode)
                .arg(store.arrived));
        if (store.shiftIsOpen)
            answer.warnings.append(Texts::tr("Register %1 has an open shift.").arg(store.registerCode));
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> makeReadmissionCode(Session &session)
{
    const auto devices = co_await signedIn(session);
    if (!devices)
        co_return failure(devices.error());
    const Result<DeviceStanding> device = co_await (*devices)->byWords(session.invocation().argument(0));
    if (!device)
        co_return failure(device.error());
    const Result<DeviceCode> code = co_await (*devices)->makeReadmissionCode(device->device);
    if (!code)
        co_return failure(code.error());
    Answer answer = answerFor(*code);
    answer.next = u"crema device readmit --code "_s + code->code;
    co_return answer;
}

QCoro::Task<Result<Answer>> renameDevice(Session &session)
{
    const Result<QString> name = checkedDeviceName(session.invocation().argument(1));
    if (!name)
        co_return failure(name.error());
    const auto devices = co_await signedIn(session);
    if (!devices)
        co_return failure(devices.error());
    Result<DeviceStanding> device = co_await (*devices)->byWords(session.invocation().argument(0));
    if (!device)
        co_return failure(device.error());
    const Result<void> renamed = co_await (*devices)->renameDevice(device->device, *name);
    if (!renamed)
        co_return failure(renamed.error());
    device->name = *name;
    Answer answer{.schema = u"device-name/1"_s,
                  .object = nameOf(*device),
                  .columns = {{u"register"_s, Texts::tr("Register")}, {u"name"_s, Texts::tr("Device")}}};
    co_return answer;
}

QCoro::Task<Result<Answer>> moveDevice(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto devices = co_await signedIn(session);
    if (!devices)
        co_return failure(devices.error());
    const Result<DeviceStanding> device = co_await (*devices)->byWords(invocation.argument(0));
    if (!device)
        co_return failure(device.error());
    const QString location = invocation.text(u"location").value_or(QString());
    const QString code = invocation.text(u"register").value_or(QString());
    const Result<void> moved = co_await (*devices)->moveDevice(*device, location, code);
    if (!moved)
        co_return failure(moved.error());
    Answer answer{.schema = u"device-move/1"_s,
                  .object = nameOf(*device),
                  .columns = {{u"register"_s, Texts::tr("Register")}, {u"name"_s, Texts::tr("Device")}}};
    answer.warnings.append(Texts::tr("It goes when it is in contact, its shift is closed and everything is sent."));
    co_return answer;
}

QStringList reasonTexts()
{
    QStringList texts;
    for (const ShutOutReason reason : allShutOutReasons)
        texts.append(shutOutReasonText(reason));
    return texts;
}

QString secretsNote()
{
    return Texts::tr("For people who manage devices. The password can also stand in CREMA_PASSWORD, a code in "
                     "CREMA_CODE.");
}

} // namespace

QList<Verb> deviceManagementVerbs()
{
    const Argument which{.name = u"DEVICE"_s, .help = Texts::tr("its register (MAIN-2), name or id")};
    return {{.name = u"code"_s,
             .summary = Texts::tr("Makes a code for a new device. Asks the platform."),
             .examples = {{u"crema device code --location MAIN"_s, Texts::tr("Asks for the password.")},
                          {u"crema device code --password-file secret --json"_s, {}}},
             .flags = {{.name = u"location"_s,
                        .kind = Flag::Kind::Text,
                        .value = u"CODE"_s,
                        .help = Texts::tr("where the device works; else where this one is")},
                       passwordFlag(),
                       codeFlag()},
             .common = {u"no-input"_s},
             .notes = secretsNote(),
             .handler = makeCode},
            {.name = u"revoke"_s,
             .summary = Texts::tr("Shuts a device out, tells what came from it. Asks the platform."),
             .examples = {{u"crema device revoke MAIN-2 --reason lost"_s, {}}},
             .arguments = {which},
             .flags = {{.name = u"reason"_s,
                        .kind = Flag::Kind::Choice,
                        .value = u"REASON"_s,
                        .help = Texts::tr("why"),
                        .choices = reasonTexts(),
                        .required = true},
                       {.name = u"this-device"_s,
                        .kind = Flag::Kind::Switch,
                        .help = Texts::tr("also when it is this one")},
                       passwordFlag(),
                       codeFlag()},
             .common = {u"no-input"_s, u"yes"_s},
             .notes = secretsNote(),
             .handler = revokeDevice},
            {.name = u"readmit-code"_s,
             .summary = Texts::tr("Makes a code that lets a device in again. Asks the platform."),
             .examples = {{u"crema device readmit-code MAIN-2"_s, {}}},
             .arguments = {which},
             .flags = {passwordFlag(), codeFlag()},
             .common = {u"no-input"_s},
             .notes = Texts::tr("It is typed there: crema device readmit --code CODE. For people who manage devices."),
             .handler = makeReadmissionCode},
            {.name = u"rename"_s,
             .summary = Texts::tr("Gives a device another name. Asks the platform."),
             .examples = {{u"crema device rename MAIN-2 'Till at the door'"_s, {}}},
             .arguments = {which, {.name = u"NAME"_s, .help = Texts::tr("what it is called from now on")}},
             .flags = {passwordFlag(), codeFlag()},
             .common = {u"no-input"_s},
             .notes = secretsNote(),
             .handler = renameDevice},
            {.name = u"move"_s,
             .summary = Texts::tr("Moves a device to another place or register. Asks the platform."),
             .examples = {{u"crema device move MAIN-2 --location AIR"_s, {}},
                          {u"crema device move MAIN-2 --register 7"_s, Texts::tr("Another register, the same place.")}},
             .arguments = {which},
             .flags = {{.name = u"location"_s,
                        .kind = Flag::Kind::Text,
                        .value = u"CODE"_s,
                        .help = Texts::tr("where it works; else where it is, which takes a move back")},
                       {.name = u"register"_s,
                        .kind = Flag::Kind::Text,
                        .value = u"CODE"_s,
                        .help = Texts::tr("its register there; else the first that is free")},
                       passwordFlag(),
                       codeFlag()},
             .common = {u"no-input"_s},
             .notes = secretsNote(),
             .handler = moveDevice}};
}

} // namespace crema::command
