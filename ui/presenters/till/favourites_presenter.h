// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/settings/preferences.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <QPointer>

#include <stop_token>

namespace crema {

struct FavouriteRow {
    ProductId id;
    QString name;

    bool operator==(const FavouriteRow &) const = default;
};

/// The products that this till shows first, in an order that somebody gave them; kept on this computer. What is
/// archived stays in the list and is not shown at the till. Desk, till and preferences outlive it.
class FavouritesPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 60;
    static constexpr int maxHits = 20;

    FavouritesPresenter(ShopDesk &desk, TillPresenter &till, Preferences &preferences, QObject *parent = nullptr);
    ~FavouritesPresenter() override;

    /// Id: till.favourites.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] const QList<FavouriteRow> &rows() const { return m_rows; }
    /// Reads their names; ends in changed().
    void read();
    /// At the end; nothing happens where it is there already, or the list is full.
    void add(ProductId product);
    /// The product of this variant.
    void addVariant(VariantId variant);
    /// One piece of it, where it has a single variant; else variantWanted() asks for the choice.
    void sell(int row);
    void remove(int row);
    /// By so many places; within the list.
    void move(int row, int by);

    /// What can be added: those that fit the words and are no favourites yet.
    [[nodiscard]] const QList<FavouriteRow> &hits() const { return m_hits; }
    void setSearchText(const QString &text);
    void addHit(int row);

Q_SIGNALS:
    /// Somebody wants to arrange them.
    void wanted();
    void changed();
    /// The product with this name has several.
    void variantWanted(const QString &name);

private:
    using Self = QPointer<FavouritesPresenter>;

    void keep();
    void showHits();
    static QCoro::Task<> readNames(Self self, std::stop_token stop);
    static QCoro::Task<> addProductOf(Self self, std::stop_token stop, VariantId variant);
    static QCoro::Task<> sellProduct(Self self, std::stop_token stop, ProductId product);
    static QCoro::Task<> search(Self self, std::stop_token stop, QString text);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    Preferences &m_preferences;
    ActionList m_actions;
    QList<FavouriteRow> m_rows;
    QList<FavouriteRow> m_found;
    QList<FavouriteRow> m_hits;
    QString m_searchText;
    std::stop_source m_searchStop;
    std::stop_source m_stop;
};

} // namespace crema
