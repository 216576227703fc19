// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::ConfigCommand)
};

QJsonObject settingJson(const presenters::SettingView &setting)
{
    return {{u"schema"_s, u"setting/1"_s},
            {u"key"_s, setting.key},
            {u"value"_s, textOrNull(setting.value)},
            {u"origin"_s, setting.origin},
            {u"changeable"_s, setting.changeable}};
}

QList<Column> columns(bool withOrigin)
{
    QList<Column> columns{{u"key"_s, Texts::tr("Setting")}, {u"value"_s, Texts::tr("Value")}};
    if (withOrigin)
        columns.append({u"origin"_s, Texts::tr("From")});
    return columns;
}

Answer answerFor(const presenters::SettingView &setting)
{
    return {
        .schema = u"setting/1"_s, .object = settingJson(setting), .columns = columns(true), .sentence = setting.value};
}

QCoro::Task<Result<Answer>> showConfig(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto settings = co_await (*services)->settings.list();
    if (!settings)
        co_return failure(settings.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"setting-list/1"_s,
                  .columns = columns(session.invocation().has(u"origin"))};
    for (const presenters::SettingView &setting : *settings)
        answer.items.append(settingJson(setting));
    co_return answer;
}

QCoro::Task<Result<Answer>> getConfig(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto setting = co_await (*services)->settings.get(session.invocation().argument(0));
    if (!setting)
        co_return failure(setting.error());
    Answer answer = answerFor(*setting);
    if (setting->value.isEmpty()) {
        answer.isSilent = true;
        answer.warnings.append(Texts::tr("\"%1\" is not set.").arg(setting->key));
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> setConfig(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto setting = co_await (*services)->settings.set(invocation.argument(0), invocation.argument(1));
    if (!setting)
        co_return failure(setting.error());
    co_return answerFor(*setting);
}

} // namespace

Noun configNoun()
{
    const Argument key{.name = u"KEY"_s, .help = Texts::tr("the name of a setting: currency, platform, store")};
    return {.name = u"config"_s,
            .summary = Texts::tr("show and change the settings of this device"),
            .verbs = {
                {.name = u"show"_s,
                 .summary = Texts::tr("Shows all settings."),
                 .examples = {{u"crema config show --origin"_s, Texts::tr("Also where each comes from.")}},
                 .flags = {{.name = u"origin"_s, .help = Texts::tr("also where each comes from")}},
                 .handler = showConfig},
                {.name = u"get"_s,
                 .summary = Texts::tr("Prints one setting."),
                 .examples = {{u"crema config get currency"_s, {}}},
                 .arguments = {key},
                 .handler = getConfig},
                {.name = u"set"_s,
                 .summary = Texts::tr("Changes one setting."),
                 .examples = {{u"crema config set currency EUR"_s, {}}},
                 .arguments = {key, {.name = u"VALUE"_s, .help = Texts::tr("its new value")}},
                 .notes = Texts::tr("The currency can be set until the device is enrolled; then the platform decides."),
                 .handler = setConfig}}};
}

} // namespace crema::command
