// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QUuid>

#include <cstdint>

namespace crema::simulation {

/// What the promotions and price lists that worlds make come to, computed in the plainest way. Knows ids, codes and
/// cents and shares no line with models/pricing.
class PromotionOracle
{
public:
    struct Rule {
        enum class Kind {
            PercentOfLines,
            PercentOfCart,
            AmountOfLines, ///< off each piece
            AmountOfCart,  ///< once
            BuyGet,
            FreePieces,
        };

        QUuid id;
        Kind kind = Kind::PercentOfLines;
        std::int64_t value = 0; ///< ten-thousandths, or cents; of BuyGet and FreePieces ten-thousandths
        std::int64_t buy = 0;
        std::int64_t get = 0;    ///< pieces that are cheaper, of BuyGet in each group
        std::int64_t atMost = 0; ///< groups; 0: any
        QList<QUuid> free;       ///< of FreePieces
        QList<QUuid> variants;   ///< that count; empty: all
        QStringList codes;       ///< one of them has to be shown; empty: none
        std::int64_t minUnits = 0;
        std::int64_t minCents = 0;
        int priority = 0;
        bool isExclusive = false;
        bool isOff = false;
    };
    struct Item {
        QUuid variant;
        std::int64_t quantity = 0;
        std::int64_t cents = 0; ///< of one piece
    };
    /// A price of one piece from a quantity on, in a list for everybody.
    struct Listed {
        QUuid list;
        QUuid variant;
        std::int64_t from = 1;
        std::int64_t cents = 0;
    };

    /// What they take off altogether.
    [[nodiscard]] static std::int64_t takenOff(const QList<Rule> &rules, const QList<Item> &items,
                                               const QStringList &shown);
    /// What a piece costs: the lowest price that a list says for so many, else that of the catalog.
    [[nodiscard]] static std::int64_t priceOf(const QList<Listed> &prices, const QUuid &variant, std::int64_t quantity,
                                              std::int64_t catalogCents);
};

} // namespace crema::simulation
