// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/kept_cart.h"
#include "ui/presenters/till/till_presenter.h"

#include <QSet>

namespace crema {

/// A sale that was being rung up when the program ended.
struct OpenCartOffer {
    QStringList lines; ///< "2 × Flat white"
    QString totalText;
    qsizetype missing = 0; ///< lines whose item is no longer in the catalog

    bool operator==(const OpenCartOffer &) const = default;
};

/// Keeps the sale that is being rung up in the store before it is confirmed, and offers it again when the program ended
/// in the middle of it (ux.md 3.1 rule 4). Each cashier is offered the own one. Desk and till outlive it.
class OpenCartPresenter final : public QObject
{
    Q_OBJECT

public:
    OpenCartPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent = nullptr);
    ~OpenCartPresenter() override;

    /// Call once, after TillPresenter::start().
    void start();

    /// Nothing when there is nothing to go on with, or not yet: it waits until the till can sell.
    [[nodiscard]] const std::optional<OpenCartOffer> &offer() const { return m_offer; }
    /// Puts the offered sale into the cart.
    void resume();
    /// Forgets the offered sale.
    void drop();

Q_SIGNALS:
    void offerChanged();
    /// The item in this row, which was added, is kept now whatever happens to the program: the moment for the OK tone.
    void itemKept(int row);

private:
    using Self = QPointer<OpenCartPresenter>;

    struct AddedItem {
        int row;
        std::uint64_t revision;
    };

    void followDesk();
    void followCart();
    void noteAdded(int row);
    void write();
    [[nodiscard]] QString cashier() const;
    void confirm(std::uint64_t revision);
    void offerWhenPossible();
    void showOffer(const QList<TillLine> &lines, qsizetype missing, const Money &total);
    void withdraw();
    void decide();

    static QCoro::Task<> readCart(Self self, std::stop_token stop);
    static QCoro::Task<> writeCart(Self self, std::stop_token stop);
    static QCoro::Task<> prepareOffer(Self self, std::stop_token stop, QString cashier,
                                      QList<sync::SaleLineDraft> wanted);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    TillTexts m_texts;
    std::stop_source m_stop;

    enum class Reading { NotYet, Busy, Done };
    Reading m_reading = Reading::NotYet;
    KeptCarts m_kept;          ///< as it is, or will be, in the store
    QSet<QString> m_undecided; ///< whose cart the program before left, until it goes on or is dropped
    QString m_offeredTo;
    QList<TillLine> m_offered;
    std::optional<OpenCartOffer> m_offer;

    QString m_text; ///< of m_kept
    std::uint64_t m_revision = 0;
    std::uint64_t m_written = 0;
    bool m_writing = false;
    QList<AddedItem> m_added; ///< not kept yet
};

} // namespace crema
