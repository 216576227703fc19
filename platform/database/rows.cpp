// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/rows.h"

#include <QJsonDocument>

#include <libpq-fe.h>

namespace crema::platform {

void Rows::Clear::operator()(pg_result *result) const
{
    PQclear(result);
}

Rows::Rows(pg_result *result) : m_result(result) {}

int Rows::count() const
{
    return PQntuples(m_result.get());
}

int Rows::affected() const
{
    return QByteArrayView(PQcmdTuples(m_result.get())).toInt();
}

bool Rows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArrayView Rows::view(int row, int column) const
{
    Q_ASSERT(row < count() && column < PQnfields(m_result.get()));
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

std::int64_t Rows::number(int row, int column) const
{
    bool ok = false;
    const std::int64_t value = view(row, column).toLongLong(&ok);
    Q_ASSERT(ok);
    return value;
}

std::uint64_t Rows::unsignedNumber(int row, int column) const
{
    bool ok = false;
    const std::uint64_t value = view(row, column).toULongLong(&ok);
    Q_ASSERT(ok);
    return value;
}

bool Rows::boolean(int row, int column) const
{
    return view(row, column) == QByteArrayView("t");
}

QUuid Rows::uuid(int row, int column) const
{
    const QUuid id = QUuid::fromString(QLatin1StringView(view(row, column)));
    Q_ASSERT(!id.isNull());
    return id;
}

std::optional<QUuid> Rows::optionalUuid(int row, int column) const
{
    if (isNull(row, column))
        return std::nullopt;
    return uuid(row, column);
}

QByteArray Rows::bytes(int row, int column) const
{
    const QByteArrayView value = view(row, column);
    Q_ASSERT(value.isEmpty() || value.startsWith("\\x"));
    return QByteArray::fromHex(value.sliced(std::min<qsizetype>(2, value.size())).toByteArray());
}

QJsonObject Rows::json(int row, int column) const
{
    return QJsonDocument::fromJson(utf8(row, column)).object();
}

} // namespace crema::platform
