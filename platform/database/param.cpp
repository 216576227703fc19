// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/param.h"

#include <QJsonDocument>

namespace crema::platform {

Param::Param(const QString &text) : m_text(text.toUtf8())
{
    // An empty text must not become a null pointer: that would be SQL's null.
    if (m_text.isNull())
        m_text = QByteArray("");
}

Param::Param(std::int64_t number) : m_text(QByteArray::number(qint64(number))) {}

Param::Param(bool value) : m_text(value ? "t" : "f") {}

Param::Param(const QUuid &id) : m_text(id.toByteArray(QUuid::WithoutBraces)) {}

Param::Param(UtcTime time) : m_text(time.toString().toUtf8()) {}

Param::Param(const QJsonObject &object) : m_text(QJsonDocument(object).toJson(QJsonDocument::Compact)) {}

Param::Param(const QJsonArray &array) : m_text(QJsonDocument(array).toJson(QJsonDocument::Compact)) {}

Param::Param(const QStringList &array)
{
    m_text = "{";
    for (const QString &element : array) {
        if (m_text.size() > 1)
            m_text += ',';
        QString escaped = element;
        escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
        m_text += '"' + escaped.toUtf8() + '"';
    }
    m_text += '}';
}

Param Param::utf8(const QByteArray &text)
{
    Param param;
    param.m_text = text.isNull() ? QByteArray("") : text;
    return param;
}

Param Param::binary(const QByteArray &form)
{
    Param param;
    param.m_text = form;
    param.m_binary = true;
    return param;
}

Param Param::bytes(QByteArrayView bytes)
{
    Param param;
    param.m_text = "\\x" + bytes.toByteArray().toHex();
    return param;
}

} // namespace crema::platform
