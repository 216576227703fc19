// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// One document of a customer.
struct CustomerHistoryRow {
    QString key; ///< what SaleListPresenter::openSale() takes
    QString number;
    QString dayText;    ///< "20 Nov 2026"
    QString exactText;  ///< "Friday, 20 November 2026, 10:42:08"
    QString placeText;  ///< "Harbour Street · Till 1"; may be empty
    QString boughtText; ///< "2 × House blend, Mug and 3 more"
    QString totalText;

    bool operator==(const CustomerHistoryRow &) const = default;
};

/// What a customer bought, a page more at a time, and what it comes to. The desk outlives it.
class CustomerHistoryPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 25;

    CustomerHistoryPresenter(ShopDesk &desk, const QLocale &locale, QObject *parent = nullptr);
    ~CustomerHistoryPresenter() override;

    /// Whose it is from now on; nothing: nobody's.
    void show(std::optional<CustomerId> customer);
    [[nodiscard]] const std::optional<CustomerId> &customer() const { return m_customer; }
    /// A screen shows it, until leave(): only then it is read.
    void arrive();
    void leave() { m_inFront = false; }

    /// Whether whoever is signed in may see it. Nothing is read for others.
    [[nodiscard]] bool isDenied() const;
    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// Newest first.
    [[nodiscard]] const QList<CustomerHistoryRow> &rows() const { return m_rows; }
    /// "12 visits · €345.60 · last on 20 Nov 2026"; empty before it is read and where there is nothing.
    [[nodiscard]] QString sumsText() const;
    /// Which sales this device knows; empty before it is read.
    [[nodiscard]] QString knownText() const;
    /// Why there is nothing to show; empty where there is.
    [[nodiscard]] QString problemText() const;
    [[nodiscard]] bool hasMore() const;
    /// Shows a page more.
    void showMore();
    /// Has the sale in this row shown.
    void openSale(qsizetype row);

Q_SIGNALS:
    void changed();
    /// The sale with this key is to be shown.
    void saleWanted(const QString &key);

private:
    using Self = QPointer<CustomerHistoryPresenter>;

    void refresh();
    void forget();
    void take(const sync::CustomerHistory &history);
    [[nodiscard]] CustomerHistoryRow rowOf(const sync::CustomerSaleView &view) const;
    [[nodiscard]] TimeWords times() const { return TimeWords::ofShop(m_locale, m_desk.state().location); }

    static QCoro::Task<> read(Self self, std::stop_token stop, CustomerId customer, int limit);

    ShopDesk &m_desk;
    QLocale m_locale;
    std::stop_source m_stop;
    std::optional<CustomerId> m_customer;
    std::optional<sync::CustomerHistory> m_history;
    std::optional<Problem> m_problem;
    QList<CustomerHistoryRow> m_rows;
    int m_limit = pageSize;
    bool m_inFront = false;
    bool m_isReading = false;
};

} // namespace crema
