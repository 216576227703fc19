// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUuid>

#include <memory>
#include <optional>

struct pg_result;

namespace crema::platform {

/// The answer of one statement. Columns are named by their place, first is 0; a value of another type than asked
/// for is a bug of the statement and asserts.
class Rows
{
public:
    explicit Rows(pg_result *result);

    [[nodiscard]] int count() const;
    [[nodiscard]] bool isEmpty() const { return count() == 0; }
    /// How many rows an insert, update or delete touched.
    [[nodiscard]] int affected() const;

    [[nodiscard]] bool isNull(int row, int column) const;
    /// Points into the answer; empty when null.
    [[nodiscard]] QByteArrayView view(int row, int column) const;
    [[nodiscard]] QByteArray utf8(int row, int column) const { return view(row, column).toByteArray(); }
    [[nodiscard]] QString text(int row, int column) const { return QString::fromUtf8(view(row, column)); }
    [[nodiscard]] std::int64_t number(int row, int column) const;
    [[nodiscard]] std::uint64_t unsignedNumber(int row, int column) const;
    [[nodiscard]] bool boolean(int row, int column) const;
    [[nodiscard]] QUuid uuid(int row, int column) const;
    [[nodiscard]] std::optional<QUuid> optionalUuid(int row, int column) const;
    /// A bytea column.
    [[nodiscard]] QByteArray bytes(int row, int column) const;
    [[nodiscard]] QJsonObject json(int row, int column) const;

private:
    struct Clear {
        void operator()(pg_result *result) const;
    };
    std::unique_ptr<pg_result, Clear> m_result;
};

} // namespace crema::platform
