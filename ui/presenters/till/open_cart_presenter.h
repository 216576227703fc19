// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/kept_cart.h"
#include "ui/presenters/till/till_presenter.h"

#include <QSet>

namespace crema {

class Notices;

/// A sale that can go on: it was being rung up when the program ended, or was left for later.
struct OpenCartOffer {
    QStringList lines; ///< "2 × Flat white"
    QString totalText;
    qsizetype missing = 0; ///< lines whose item is no longer in the catalog
    bool isParked = false; ///< it was left for later

    bool operator==(const OpenCartOffer &) const = default;
};

/// Keeps the sale that is being rung up in the store before it is confirmed, and offers it again when the program ended
/// in the middle of it (ux.md 3.1 rule 4). Each cashier is offered the own one. A sale that nobody goes on with is
/// parked: it is found again until it is paid or discarded, by whoever works here. Desk and till outlive it.
class OpenCartPresenter final : public QObject
{
    Q_OBJECT

public:
    OpenCartPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent = nullptr);
    ~OpenCartPresenter() override;

    /// Call once, after TillPresenter::start().
    void start();

    /// Where the discarding of a sale is posted with its undo. The notices outlive the presenter.
    void postTo(Notices &notices) { m_notices = &notices; }
    /// Ids: till.recall, which offers the sale that was parked last.
    [[nodiscard]] ActionList &actions() { return m_actions; }
    [[nodiscard]] int parkedCount() const { return static_cast<int>(m_parked.size()); }

    /// Nothing when there is nothing to go on with, or not yet: it waits until the till can sell.
    [[nodiscard]] const std::optional<OpenCartOffer> &offer() const { return m_offer; }
    /// Puts the offered sale into the cart.
    void resume();
    /// Leaves the offered sale for later.
    void drop();
    /// Forgets the offered sale.
    void discard();
    /// Offers the sale that was parked last; each time it is asked again, the one before.
    void recall();

Q_SIGNALS:
    void offerChanged();
    void parkedChanged();
    /// The item in this row, which was added, is kept now whatever happens to the program: the moment for the OK tone.
    void itemKept(int row);

private:
    using Self = QPointer<OpenCartPresenter>;

    struct Parked {
        std::uint64_t number;
        QList<sync::SaleLineDraft> lines;
    };
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
    void declareActions();
    void updateActions();
    void park(const QList<sync::SaleLineDraft> &lines);
    void takeOfferedFromParked();
    [[nodiscard]] qsizetype rowOf(std::uint64_t parked) const;
    void endOffer();
    void withdraw();
    void decide();

    static QCoro::Task<> readCart(Self self, std::stop_token stop);
    static QCoro::Task<> writeCart(Self self, std::stop_token stop);
    static QCoro::Task<> prepareOffer(Self self, std::stop_token stop, QString cashier,
                                      QList<sync::SaleLineDraft> wanted, std::uint64_t parked);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    TillTexts m_texts;
    ActionList m_actions;
    Notices *m_notices = nullptr;
    std::stop_source m_stop;

    enum class Reading { NotYet, Busy, Done };
    Reading m_reading = Reading::NotYet;
    KeptCarts m_kept;       ///< as it is, or will be, in the store
    QList<Parked> m_parked; ///< the oldest first
    std::uint64_t m_lastParked = 0;
    QSet<QString> m_undecided; ///< whose cart the program before left, until it goes on or is dropped
    QString m_offeredTo;
    QList<TillLine> m_offered;
    QList<sync::SaleLineDraft> m_offeredDraft; ///< whole, with what the catalog no longer has
    std::uint64_t m_offeredParked = 0;         ///< the number of the parked sale that is offered; 0: none
    std::optional<OpenCartOffer> m_offer;

    QString m_text; ///< of m_kept
    std::uint64_t m_revision = 0;
    std::uint64_t m_written = 0;
    bool m_writing = false;
    QList<AddedItem> m_added; ///< not kept yet
};

} // namespace crema
