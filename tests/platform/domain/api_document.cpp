// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/domain/api_document.h"

#include <QJsonDocument>
#include <QMap>

#include <yaml-cpp/yaml.h>

namespace crema::testing {
namespace {

QString textOf(const YAML::Node &node)
{
    return node && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

QString methodKey(http::Method method)
{
    return QString::fromLatin1(http::methodName(method)).toLower();
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    static const QMap<QString, QJsonValue::Type> types{
        {QStringLiteral("string"), QJsonValue::String}, {QStringLiteral("boolean"), QJsonValue::Bool},
        {QStringLiteral("object"), QJsonValue::Object}, {QStringLiteral("array"), QJsonValue::Array},
        {QStringLiteral("null"), QJsonValue::Null},     {QStringLiteral("integer"), QJsonValue::Double}};
    if (value.type() != types.value(type, QJsonValue::Undefined))
        return false;
    return type != QStringLiteral("integer") || value.toDouble() == static_cast<double>(value.toInteger());
}

/// Read once for the whole program: that takes longer than most tests.
const YAML::Node &document()
{
    static const YAML::Node root =
        YAML::LoadFile(qEnvironmentVariable("CREMA_SOURCE").toStdString() + "/resources/openapi.yaml");
    return root;
}

} // namespace

class ApiDocument::Impl
{
public:
    [[nodiscard]] YAML::Node root() const { return m_root; }
    [[nodiscard]] YAML::Node operation(const http::RouteInfo &route) const
    {
        return m_root["paths"][route.pattern.toStdString()][methodKey(route.method).toStdString()];
    }

    [[nodiscard]] YAML::Node resolved(const YAML::Node &node) const
    {
        const QString target = textOf(node["$ref"]);
        if (target.isEmpty())
            return node;
        YAML::Node found = m_root;
        const QStringList parts = target.mid(2).split(QLatin1Char('/'));
        // Looked at as const, which adds nothing, and reset, since an assignment would write into the document.
        for (const QString &part : parts)
            found.reset(std::as_const(found)[part.toStdString()]);
        return found;
    }

    void check(const YAML::Node &schemaOrReference, const QJsonValue &value, const QString &path,
               QStringList &problems) const
    {
        const YAML::Node schema = resolved(schemaOrReference);
        if (schema["anyOf"]) {
            checkAnyOf(schema["anyOf"], value, path, problems);
            return;
        }
        if (schema["type"] && !hasType(schema["type"], value)) {
            problems.append(path + QStringLiteral(" has another type"));
            return;
        }
        checkEnumeration(schema, value, path, problems);
        if (value.isObject())
            checkMembers(schema, value.toObject(), path, problems);
        const QJsonArray elements = value.toArray();
        for (qsizetype i = 0; i < elements.size() && schema["items"]; ++i)
            check(schema["items"], elements[i], QStringLiteral("%1[%2]").arg(path).arg(i), problems);
    }

private:
    static bool hasType(const YAML::Node &type, const QJsonValue &value)
    {
        if (type.IsScalar())
            return isOfType(value, textOf(type));
        return std::any_of(type.begin(), type.end(),
                           [&](const YAML::Node &one) { return isOfType(value, textOf(one)); });
    }

    void checkAnyOf(const YAML::Node &choices, const QJsonValue &value, const QString &path,
                    QStringList &problems) const
    {
        for (const YAML::Node &choice : choices) {
            QStringList own;
            check(choice, value, path, own);
            if (own.isEmpty())
                return;
        }
        problems.append(path + QStringLiteral(" fits none of the choices"));
    }

    static void checkEnumeration(const YAML::Node &schema, const QJsonValue &value, const QString &path,
                                 QStringList &problems)
    {
        if (!schema["enum"])
            return;
        for (const YAML::Node &word : schema["enum"]) {
            if (textOf(word) == value.toString())
                return;
        }
        problems.append(path + QStringLiteral(" is none of the words"));
    }

    void checkMembers(const YAML::Node &schema, const QJsonObject &object, const QString &path,
                      QStringList &problems) const
    {
        for (const YAML::Node &name : schema["required"]) {
            if (!object.contains(textOf(name)))
                problems.append(path + QLatin1Char('.') + textOf(name) + QStringLiteral(" is missing"));
        }
        const YAML::Node properties = schema["properties"];
        if (!properties)
            return;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const YAML::Node member = properties[it.key().toStdString()];
            if (member)
                check(member, it.value(), path + QLatin1Char('.') + it.key(), problems);
            else
                problems.append(path + QLatin1Char('.') + it.key() + QStringLiteral(" is not described"));
        }
    }

    YAML::Node m_root = document();
};

ApiDocument::ApiDocument() : m_impl(std::make_unique<Impl>()) {}

ApiDocument::~ApiDocument() = default;

QStringList ApiDocument::operations() const
{
    QStringList all;
    for (const auto &path : m_impl->root()["paths"]) {
        for (const auto &operation : path.second)
            all.append(textOf(operation.first).toUpper() + QLatin1Char(' ') + textOf(path.first));
    }
    all.sort();
    return all;
}

QStringList ApiDocument::differencesOf(const http::RouteInfo &route) const
{
    const YAML::Node operation = m_impl->operation(route);
    if (!operation)
        return {route.name + QStringLiteral(" is not described")};
    QStringList differences;
    if (textOf(operation["operationId"]) != route.name)
        differences.append(route.name + QStringLiteral(" has another operationId"));
    if ((operation["security"].size() > 0) != (route.credential != http::Credential::None))
        differences.append(route.name + QStringLiteral(" has another security"));
    if (textOf(operation["x-permission"]) != route.permission)
        differences.append(route.name + QStringLiteral(" has another permission"));
    if (textOf(operation["x-asker-permission"]) != route.askerPermission)
        differences.append(route.name + QStringLiteral(" asks another permission of whoever stands before the device"));
    if (bool(operation["requestBody"]) != (route.method == http::Method::Post))
        differences.append(route.name + QStringLiteral(" has another body"));
    return differences;
}

QStringList ApiDocument::problemsOf(const http::RouteInfo &route, const http::Response &response) const
{
    const YAML::Node operation = m_impl->operation(route);
    const YAML::Node responses = operation["responses"];
    const std::string status = std::to_string(response.status);
    const YAML::Node answer = m_impl->resolved(responses[status] ? responses[status] : responses["default"]);
    const std::string type = response.header("Content-Type").split(';').first().toStdString();
    const YAML::Node schema = answer["content"][type]["schema"];
    if (!schema)
        return {QStringLiteral("%1 %2 %3 is not described")
                    .arg(route.name)
                    .arg(response.status)
                    .arg(QString::fromStdString(type))};
    if (textOf(schema["type"]) == QStringLiteral("string"))
        return {};
    QStringList problems;
    m_impl->check(schema, QJsonDocument::fromJson(response.body).object(), route.name, problems);
    return problems;
}

} // namespace crema::testing
