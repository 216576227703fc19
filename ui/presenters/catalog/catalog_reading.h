// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "ui/presenters/catalog/catalog_filter.h"
#include "ui/presenters/catalog/catalog_order.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QPointer>
#include <QSet>

#include <stop_token>

namespace crema {

/// Reads the catalog in pages, as many as are looked at. In the store's own order (what sells most comes first) a
/// window of rows is read at a time. Another order needs every product once: they are read in the background, page by
/// page, so that neither the screen nor a scan at the till waits for more than one. Desk and locale outlive it.
class CatalogReading final : public QObject
{
    Q_OBJECT

public:
    static constexpr int firstPage = 100;      ///< products; small, because somebody waits for it
    static constexpr int laterPage = 500;      ///< products
    static constexpr qsizetype window = 100;   ///< rows that one readMore() brings at least
    static constexpr int mostSorted = 200'000; ///< products; of a larger catalog these are sorted

    struct Request {
        CatalogFilter filter;
        QList<CatalogOrder::Key> order; ///< empty: the order of the store
    };

    CatalogReading(ShopDesk &desk, const QLocale &locale, QObject *parent = nullptr);
    ~CatalogReading() override;

    /// Reads from the beginning and drops what is under way.
    void begin(const Request &request);
    /// Reads what is loaded again; the rows are replaced at once when all of it is there.
    void refresh();
    /// No more rows come, until begin().
    void end();
    /// Reads the next window, unless one is under way or there is none.
    void readMore();

    [[nodiscard]] bool isReading() const { return m_reading; }
    /// Whether every product was read.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] int productsRead() const { return m_offset; }
    [[nodiscard]] const Request &request() const { return m_request; }

Q_SIGNALS:
    void rowsReplaced(const QList<crema::CatalogRow> &rows);
    void rowsAdded(const QList<crema::CatalogRow> &rows);
    /// A page arrived; isReading() tells whether it was the last for now.
    void advanced();
    void failed(const crema::Problem &problem);

private:
    using Self = QPointer<CatalogReading>;
    enum class Goal { Replace, Add, Refresh };

    void run(Goal goal, int fromOffset);
    [[nodiscard]] sync::ProductFilter nextPage() const;
    /// Takes a page; answers whether the next one is wanted now.
    [[nodiscard]] bool take(const QList<sync::ProductView> &products, int limit);
    [[nodiscard]] QList<CatalogRow> newRows(const QList<sync::ProductView> &products);
    [[nodiscard]] bool takeSorted(const QList<CatalogRow> &rows);
    [[nodiscard]] bool takeRefreshed(const QList<CatalogRow> &rows);
    [[nodiscard]] bool takeInOrder(const QList<CatalogRow> &rows);

    static QCoro::Task<> read(Self self, std::stop_token stop);

    ShopDesk &m_desk;
    QLocale m_locale;
    Request m_request;
    std::stop_source m_stop;
    Goal m_goal = Goal::Replace;
    bool m_reading = false;
    bool m_complete = false;
    int m_offset = 0;          ///< products read
    int m_refreshUntil = 0;    ///< products
    qsizetype m_inWindow = 0;  ///< rows of the present window
    QSet<ProductId> m_seen;    ///< an exact hit of a search comes first and again in its place
    QList<CatalogRow> m_fresh; ///< what a refresh has read
    std::optional<CatalogOrder> m_order;
};

} // namespace crema
