// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/scale_codes.h"
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/settings/setting_money.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;
using presenters::SettingBook;
using presenters::SettingBookPresenter;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::SettingCommand)
};

QString kindText(const Setting &setting)
{
    switch (setting.kind) {
    case SettingKind::Number: return u"number"_s;
    case SettingKind::Text: return u"text"_s;
    case SettingKind::Switch: return u"switch"_s;
    case SettingKind::Choice: return u"choice"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue unitText(const Setting &setting)
{
    switch (setting.unit) {
    case SettingUnit::None: return {};
    case SettingUnit::Minutes: return u"minutes"_s;
    case SettingUnit::Hours: return u"hours"_s;
    case SettingUnit::Days: return u"days"_s;
    case SettingUnit::Years: return u"years"_s;
    case SettingUnit::Percent: return u"percent"_s;
    case SettingUnit::Minor: return u"minor"_s;
    }
    Q_UNREACHABLE();
}

/// What the patterns of the scales read; empty for other settings.
QStringList examplesOf(const Setting &setting, const SettingBook &book)
{
    return setting.key == shop_setting::scaleCodes ? scaleCodeExamples(book.values.text(setting.key)) : QStringList();
}

/// How the amounts of the place are written.
SettingMoney moneyOf(const presenters::Services &services, const SettingBook &book)
{
    const sync::ClientState &state = services.device.state();
    const QList<Location> known = state.location ? QList<Location>{*state.location} : QList<Location>();
    return settingMoneyOf(book.here, known, state, QLocale());
}

/// shop-setting/1
QJsonObject settingJson(const Setting &setting, const SettingBook &book, const SettingMoney &money)
{
    const QString key = setting.key.toString();
    const SettingChange *last = book.here.lastChange(setting.key);
    const bool isNumber = setting.kind == SettingKind::Number;
    return {{u"schema"_s, u"shop-setting/1"_s},
            {u"key"_s, key},
            {u"title"_s, settingTitle(setting)},
            {u"kind"_s, kindText(setting)},
            {u"unit"_s, unitText(setting)},
            {u"value"_s, book.values.value(setting.key)},
            {u"value_text"_s, settingValueTextAt(setting, book.values.value(setting.key), money)},
            {u"origin"_s, settingOriginText(book.values.origin(setting.key))},
            {u"default"_s, usualValue(setting)},
            {u"minimum"_s, isNumber ? QJsonValue(qint64(setting.least)) : QJsonValue()},
            {u"maximum"_s, isNumber ? QJsonValue(qint64(setting.most)) : QJsonValue()},
            {u"location"_s, textOrNull(book.placeCode)},
            {u"examples"_s, QJsonArray::fromStringList(examplesOf(setting, book))},
            {u"changed_at"_s, last ? QJsonValue(last->at.toString()) : QJsonValue()},
            {u"changed_by"_s, last ? textOrNull(book.nameOf(last->by)) : QJsonValue()}};
}

QList<Column> columns()
{
    return {{u"key"_s, Texts::tr("Setting")},
            {u"value_text"_s, Texts::tr("Value")},
            {u"origin"_s, Texts::tr("From")},
            {u"title"_s, Texts::tr("What it is")}};
}

Answer answerFor(const Setting &setting, const SettingBook &book, const SettingMoney &money)
{
    return {.schema = u"shop-setting/1"_s,
            .object = settingJson(setting, book, money),
            .columns = columns() + QList<Column>{{u"changed_by"_s, Texts::tr("Changed by")},
                                                 {u"changed_at"_s, Texts::tr("Changed")}}};
}

QString placeOf(const Session &session)
{
    return session.invocation().text(u"location").value_or(QString());
}

QCoro::Task<Result<Answer>> listSettings(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto book = co_await (*services)->settingBook.open(placeOf(session));
    if (!book)
        co_return failure(book.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"shop-setting-list/1"_s, .columns = columns()};
    const SettingMoney money = moneyOf(**services, *book);
    for (const Setting &setting : allSettings()) {
        if (book->holds(setting))
            answer.items.append(settingJson(setting, *book, money));
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> getSetting(Session &session)
{
    const auto setting = SettingBookPresenter::named(session.invocation().argument(0));
    if (!setting)
        co_return failure(setting.error());
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto book = co_await (*services)->settingBook.open(placeOf(session));
    if (!book)
        co_return failure(book.error());
    SettingMoney money = moneyOf(**services, *book);
    Answer answer = answerFor(**setting, *book, money);
    money.locale = QLocale::c(); // for scripts
    answer.sentence = typedSettingAt(**setting, book->values.value((*setting)->key), money);
    answer.isSilent = answer.sentence.isEmpty();
    co_return answer;
}

QCoro::Task<Result<Answer>> setSetting(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto setting = SettingBookPresenter::named(invocation.argument(0));
    if (!setting)
        co_return failure(setting.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto book =
        co_await (*services)->settingBook.set(invocation.argument(0), invocation.argument(1), placeOf(session));
    if (!book)
        co_return failure(book.error());
    const SettingMoney money = moneyOf(**services, *book);
    Answer answer = answerFor(**setting, *book, money);
    answer.sentence =
        Texts::tr("%1: %2", "setting, value")
            .arg(settingTitle(**setting), settingValueTextAt(**setting, book->values.value((*setting)->key), money));
    for (const QString &example : examplesOf(**setting, *book))
        answer.sentence += u'\n' + example;
    co_return answer;
}

QJsonObject changeJson(const Setting &setting, const SettingChange &change, const SettingBook &book,
                       const SettingMoney &money)
{
    return {{u"schema"_s, u"shop-setting-change/1"_s},
            {u"key"_s, change.key},
            {u"at"_s, change.at.toString()},
            {u"by"_s, textOrNull(book.nameOf(change.by))},
            {u"from"_s, change.from},
            {u"to"_s, change.to},
            {u"from_text"_s, settingValueTextAt(setting, change.from, money)},
            {u"to_text"_s, settingValueTextAt(setting, change.to, money)},
            {u"location"_s, textOrNull(book.placeCode)}};
}

QCoro::Task<Result<Answer>> showHistory(Session &session)
{
    const QString key = session.invocation().argument(0);
    const auto named = key.isEmpty() ? Result<const Setting *>(nullptr) : SettingBookPresenter::named(key);
    if (!named)
        co_return failure(named.error());
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto book = co_await (*services)->settingBook.open(placeOf(session));
    if (!book)
        co_return failure(book.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"shop-setting-change-list/1"_s,
                  .columns = {{u"at"_s, Texts::tr("When")},
                              {u"by"_s, Texts::tr("Who")},
                              {u"key"_s, Texts::tr("Setting")},
                              {u"from_text"_s, Texts::tr("Before")},
                              {u"to_text"_s, Texts::tr("After")}}};
    for (auto change = book->here.changes.crbegin(); change != book->here.changes.crend(); ++change) {
        const Setting *setting = findSetting(change->key);
        if (setting && (key.isEmpty() || change->key == key))
            answer.items.append(changeJson(*setting, *change, *book, moneyOf(**services, *book)));
    }
    co_return answer;
}

} // namespace

Noun settingNoun()
{
    const Argument key{.name = u"KEY"_s, .help = Texts::tr("the name of a setting, as the list has it")};
    const Flag location{.name = u"location"_s,
                        .kind = Flag::Kind::Text,
                        .value = u"CODE"_s,
                        .help = Texts::tr("those of this location (all locations)")};
    return {
        .name = u"setting"_s,
        .summary = Texts::tr("see and change what the shop has set"),
        .verbs = {
            {.name = u"list"_s,
             .summary = Texts::tr("Lists all that the shop sets, with what is in force."),
             .examples = {{u"crema setting list"_s, {}},
                          {u"crema setting list --location GARDEN --json"_s, Texts::tr("As it is at one location.")}},
             .flags = {location},
             .handler = listSettings},
            {.name = u"get"_s,
             .summary = Texts::tr("Prints what is in force."),
             .examples = {{u"crema setting get till.lock_minutes"_s, {}}},
             .arguments = {key},
             .flags = {location},
             .handler = getSetting},
            {.name = u"set"_s,
             .summary = Texts::tr("Changes one setting, for all locations or for one."),
             .examples = {{u"crema setting set till.lock_minutes 10"_s, {}},
                          {u"crema setting set discount.barista_percent 15 --location GARDEN"_s, {}},
                          {u"crema setting set cash.difference_limit 12.50"_s, {}},
                          {u"crema setting set till.lock_minutes default"_s, Texts::tr("As usual again.")}},
             .arguments = {key,
                           {.name = u"VALUE"_s, .help = Texts::tr("a number, an amount, on, off, a text, or default")}},
             .flags = {location},
             .notes = Texts::tr("For people who manage settings. It counts here at once, and on the other devices with "
                                "their next sync."),
             .handler = setSetting},
            {.name = u"history"_s,
             .summary = Texts::tr("Lists who changed what, newest first."),
             .examples = {{u"crema setting history"_s, {}}, {u"crema setting history till.lock_minutes --json"_s, {}}},
             .arguments =
                 {{.name = u"KEY"_s, .help = Texts::tr("the name of a setting (all of them)"), .optional = true}},
             .flags = {location},
             .common = {u"limit"_s},
             .notes = Texts::tr("The last ten changes of each are known here; \"crema audit list --action settings.\" "
                                "has all of them."),
             .handler = showHistory}}};
}

} // namespace crema::command
