// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/programs.h"

#include <map>
#include <set>
#include <string>

namespace crema::e2e {

/// What people were told, and nothing else: from it the books are made up once more and held against what devices and
/// platform say. Shares no code with the product.
class Books
{
public:
    /// A sale was begun; until it is told it may be there or not.
    void begin(int till) { ++m_begun[till]; }
    /// "Paid" was printed, with this number.
    void tell(int till, const QString &number, qint64 total, const QString &sku);
    void beginAdjusting(const QString &sku, qint64 delta);
    void tellAdjusted(const QString &sku, qint64 delta);
    /// Of this much was on hand when the books were begun.
    void openStock(const QString &sku, qint64 onHand) { m_opening[sku.toStdString()] = onHand; }

    [[nodiscard]] std::size_t told() const { return m_told.size(); }

    /// Holds what one device lists, once everything is quiet. `sku` of each sale's only line is `skuOf`.
    void judgeSales(const QJsonArray &sales, const QString &whose) const;
    void judgeStock(const QString &sku, qint64 onHand, const QJsonArray &sales, const QString &whose) const;

private:
    struct Told {
        qint64 total = 0;
        std::string sku;
        int till = 0;
    };

    std::map<std::string, Told> m_told; ///< by receipt number
    std::map<int, int> m_begun;
    std::map<std::string, qint64> m_opening;
    std::map<std::string, qint64> m_adjusted;
    std::map<std::string, std::multiset<qint64>> m_unknown; ///< adjustments that were begun and not told
};

} // namespace crema::e2e
