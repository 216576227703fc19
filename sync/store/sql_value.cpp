// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sql_value.h"

#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace crema::sync {
namespace {

/// Binds one kind of value each.
struct Binder {
    sqlite3_stmt *statement;
    int position;
    sqlite3_destructor_type destructor;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, position); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, position, number); }

    int operator()(QStringView text) const
    {
        if (text.isNull())
            return sqlite3_bind_null(statement, position);
        // SQLite keeps UTF-8 and makes its own copy on the way from UTF-16, whatever the lifetime.
        return sqlite3_bind_text64(statement, position, reinterpret_cast<const char *>(text.utf16()),
                                   static_cast<sqlite3_uint64>(text.size()) * sizeof(char16_t), SQLITE_TRANSIENT,
                                   SQLITE_UTF16);
    }

    int operator()(const Utf8Text &text) const
    {
        // Without an address it would be NULL, but a text without letters is a text.
        return sqlite3_bind_text64(statement, position, text.bytes.isNull() ? "" : text.bytes.data(),
                                   static_cast<sqlite3_uint64>(text.bytes.size()), destructor, SQLITE_UTF8);
    }

    int operator()(QByteArrayView bytes) const
    {
        if (bytes.isNull())
            return sqlite3_bind_null(statement, position);
        return sqlite3_bind_blob64(statement, position, bytes.data(), static_cast<sqlite3_uint64>(bytes.size()),
                                   destructor);
    }

    int operator()(const QUuid &id) const
    {
        std::array<uchar, 16> bytes; // as QUuid::toRfc4122(), without an allocation
        qToBigEndian(id.data1, bytes.data());
        qToBigEndian(id.data2, bytes.data() + 4);
        qToBigEndian(id.data3, bytes.data() + 6);
        std::copy(std::begin(id.data4), std::end(id.data4), bytes.begin() + 8);
        return sqlite3_bind_blob64(statement, position, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    }
};

} // namespace

int SqlValue::bind(sqlite3_stmt *statement, int position, Lifetime lifetime) const
{
    return std::visit(Binder{statement, position, lifetime == Lifetime::Call ? SQLITE_STATIC : SQLITE_TRANSIENT},
                      m_value);
}

} // namespace crema::sync
