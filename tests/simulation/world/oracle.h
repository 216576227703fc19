// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>
#include <QUuid>

#include <cstdint>
#include <optional>

namespace crema::simulation {

/// What people did and were told, and what follows from it for the books. It knows ids and cents and nothing of the
/// product: no rule, no type and no line of code is shared with it.
class Oracle
{
public:
    struct Line {
        QUuid variant;
        std::int64_t quantity = 0;
    };
    struct Sale {
        QString number;
        QUuid shift;
        QUuid location;
        QUuid registerId; ///< as the till said when it was paid
        std::int64_t totalMinor = 0;
        QList<Line> lines;
        std::int64_t tipMinor = 0;   ///< in cash, beyond the total
        std::int64_t otherMinor = 0; ///< of the total: paid or paid back otherwise than in cash
    };

    /// Somebody put it together, and may have been told that it is saved.
    struct Bundle {
        QUuid variant;
        QString sku;
        std::int64_t priceMinor = 0;
        QList<Line> parts; ///< of one
    };

    void bundleIsMade(const Bundle &bundle) { m_bundles.append(bundle); }
    [[nodiscard]] const QList<Bundle> &bundles() const { return m_bundles; }
    /// A till asks so much for some of them and for nothing else: never more than it was put together for.
    void bundleIsOffered(const Bundle &bundle, std::int64_t count, std::int64_t minor)
    {
        if (minor > bundle.priceMinor * count)
            m_dearBundle = bundle.sku;
    }

    /// A cashier saw 'paid'.
    void saleWasPaid(const QUuid &sale, const Sale &what) { m_sales.insert(sale, what); }
    /// The till ended in the middle of it, or said that it could not: nobody took money, and it may be there or not.
    void saleWasBegun(const QUuid &shift, const QUuid &location, const QList<Line> &lines);
    void stockWasMoved(const QUuid &variant, const QUuid &location, std::int64_t delta);
    void stockMayHaveMoved(const QUuid &variant, const QUuid &location, std::int64_t delta);
    /// A cashier saw that the sale was parked.
    void cartWasParked(const QUuid &cart, const QUuid &reg) { m_carts[cart].parkedAt = reg; }
    /// A cashier went on with it or let go of it; or may have: the till ended in the middle of that.
    void cartWasEnded(const QUuid &cart, const QUuid &reg, bool wasTaken, bool isSure);
    void initialStock(const QUuid &variant, const QUuid &location, std::int64_t onHand);

    /// What the platform holds in the end.
    struct Books {
        QHash<QUuid, Sale> sales;
        QMap<std::pair<QUuid, QUuid>, std::int64_t> onHand; ///< variant and location
        QHash<QUuid, std::int64_t> cashOfShift;             ///< shift to what was taken
        struct Cart {
            QUuid endedAt; ///< the register; null while it waits
            bool wasTaken = false;
            bool isLookedAt = false; ///< somebody is to see whether it was sold twice
        };
        QHash<QUuid, Cart> carts;
    };
    /// Why the books cannot be what became of what people did; empty when they are.
    [[nodiscard]] QString objectionTo(const Books &books) const;

    [[nodiscard]] qsizetype paidSales() const { return m_sales.size(); }

private:
    [[nodiscard]] QString objectionToSales(const Books &books) const;
    [[nodiscard]] QString objectionToStock(const Books &books) const;
    [[nodiscard]] QString objectionToCash(const Books &books) const;
    [[nodiscard]] QString objectionToCarts(const Books &books) const;

    struct Maybe {
        QUuid variant;
        QUuid location;
        std::int64_t delta = 0;
    };

    struct Cart {
        QUuid parkedAt;
        QSet<QUuid> takers; ///< registers that surely took it
        QSet<QUuid> enders; ///< all that may have ended it
        QSet<QUuid> mayHaveTaken;
        bool hasSurelyEnded = false;
    };

    QList<Bundle> m_bundles;
    QString m_dearBundle; ///< SKU of one that cost more than it may
    QHash<QUuid, Cart> m_carts;
    QHash<QUuid, Sale> m_sales;
    QList<Sale> m_begun;
    QMap<std::pair<QUuid, QUuid>, std::int64_t> m_moved; ///< by hand, and at the beginning
    QList<Maybe> m_maybeMoved;
};

} // namespace crema::simulation
