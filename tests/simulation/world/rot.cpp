// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/rot.h"

#include <array>

namespace crema::simulation {

namespace {

/// A kind of row, and what may become of it. Rows of shifts stay: what a till shows of them is watched at every step.
struct Kind {
    const char *what;
    const char *rows; ///< gives their ids
    const char *rotting;
};

constexpr auto inView = " AND id NOT IN (SELECT id FROM server_copy)";

const std::array kinds{
    Kind{"a product is gone", "SELECT id FROM product WHERE 1", "DELETE FROM product WHERE id = %1"},
    Kind{"a product has another name", "SELECT id FROM product WHERE 1",
         "UPDATE product SET document = CAST(replace(CAST(document AS TEXT), '\"name\":\"', '\"name\":\"Rotten ') AS "
         "BLOB) WHERE id = %1"},
    Kind{"a variant is gone", "SELECT id FROM variant WHERE 1", "DELETE FROM variant WHERE id = %1"},
    Kind{"a customer is gone", "SELECT id FROM customer WHERE 1", "DELETE FROM customer WHERE id = %1"},
    Kind{"a customer is there twice", "SELECT id FROM customer WHERE 1",
         "INSERT OR IGNORE INTO customer (id, name_key, words, archived, document) "
         "SELECT X'019b0000000070008000000000000001', name_key, words, archived, document FROM customer WHERE id = %1"},
    Kind{"a stock level is gone", "SELECT id FROM stock_level WHERE 1", "DELETE FROM stock_level WHERE id = %1"},
    Kind{"a stock level is another one", "SELECT id FROM stock_level WHERE 1",
         "UPDATE stock_level SET on_hand = on_hand + 7 WHERE id = %1"},
    Kind{"a sale of before is gone", "SELECT id FROM sale WHERE document IS NOT NULL",
         "DELETE FROM sale WHERE id = %1"},
};

const std::array copyKinds{
    Kind{"a copy is gone", "SELECT id FROM server_copy WHERE type IN ('product', 'variant', 'customer')",
         "DELETE FROM server_copy WHERE id = %1"},
    Kind{"a copy has another name",
         "SELECT id FROM server_copy WHERE type IN ('product', 'customer') AND document IS NOT NULL",
         "UPDATE server_copy SET document = CAST(replace(CAST(document AS TEXT), '\"name\":\"', '\"name\":\"Rotten ') "
         "AS BLOB) WHERE id = %1"},
};

} // namespace

QString rotOneRow(sync::Database &database, Dice &dice)
{
    const bool isCopy = dice.chance(400);
    const auto last = static_cast<std::int64_t>(isCopy ? copyKinds.size() : kinds.size()) - 1;
    const auto number = static_cast<std::size_t>(dice.between(0, last));
    const Kind &kind = isCopy ? copyKinds[number] : kinds[number];
    const QString rows = QLatin1String(kind.rows) + QLatin1String(isCopy ? "" : inView);
    const qint64 offset = dice.between(0, 5);
    const QString id = QStringLiteral("(%1 ORDER BY id LIMIT 1 OFFSET %2)").arg(rows).arg(offset);
    database.runText(QLatin1String(kind.rotting).arg(id));
    return database.changedRows() > 0 ? QLatin1String(kind.what) : QString();
}

} // namespace crema::simulation
