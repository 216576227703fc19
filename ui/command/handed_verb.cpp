// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/handed_verb.h"

#include <QJsonArray>

#include <algorithm>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostColumns = 100'000;

QJsonObject toJson(const QHash<QString, QString> &texts)
{
    QJsonObject json;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        json.insert(text.key(), text.value());
    return json;
}

bool holdsTexts(const QJsonArray &array)
{
    return std::all_of(array.begin(), array.end(), [](const QJsonValue &value) { return value.isString(); });
}

std::optional<QHash<QString, QString>> textsOf(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    QHash<QString, QString> texts;
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (!member.value().isString())
            return std::nullopt;
        texts.insert(member.key(), member.value().toString());
    }
    return value.isObject() ? std::optional(texts) : std::nullopt;
}

} // namespace

const QStringList &HandedVerb::variableNames()
{
    static const QStringList names{u"NO_COLOR"_s, u"TERM"_s};
    return names;
}

QJsonObject toJson(const HandedVerb &verb)
{
    return {{u"arguments"_s, QJsonArray::fromStringList(verb.arguments)},
            {u"folder"_s, verb.folder},
            {u"input_file"_s, verb.inputFile},
            {u"secrets"_s, toJson(verb.heard.secrets)},
            {u"yes"_s, verb.heard.yes},
            {u"variables"_s, toJson(verb.variables)},
            {u"locale"_s, verb.locale},
            {u"columns"_s, verb.columns},
            {u"output_is_terminal"_s, verb.outputIsTerminal},
            {u"error_is_terminal"_s, verb.errorIsTerminal}};
}

std::optional<HandedVerb> handedVerbFromJson(const QJsonObject &json)
{
    const QJsonArray arguments = json.value(u"arguments"_s).toArray();
    const auto secrets = textsOf(json.value(u"secrets"_s));
    const auto variables = textsOf(json.value(u"variables"_s));
    const int columns = json.value(u"columns"_s).toInt();
    if (arguments.isEmpty() || !holdsTexts(arguments) || !secrets || !variables || columns < 1 || columns > mostColumns)
        return std::nullopt;
    HandedVerb verb;
    for (const QJsonValue &argument : arguments)
        verb.arguments.append(argument.toString());
    verb.folder = json.value(u"folder"_s).toString();
    verb.inputFile = json.value(u"input_file"_s).toString();
    verb.heard = {*secrets, json.value(u"yes"_s).toBool()};
    verb.variables = *variables;
    verb.locale = json.value(u"locale"_s).toString();
    verb.columns = columns;
    verb.outputIsTerminal = json.value(u"output_is_terminal"_s).toBool();
    verb.errorIsTerminal = json.value(u"error_is_terminal"_s).toBool();
    return verb;
}

} // namespace crema::command
