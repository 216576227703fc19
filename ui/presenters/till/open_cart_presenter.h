// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// A sale that was left for later, as the list of them shows it.
struct ParkedRow {
    QString name;      ///< "Table 4", "Flat white and 2 more" without a name
    QString aboutText; ///< "3 lines · Mina at Till 2 · 12 min"
    QString totalText; ///< empty until the rules were asked, or while nothing of it can be sold

    bool operator==(const ParkedRow &) const = default;
};

/// Keeps the sale that is being rung up in the store before it is confirmed, and offers it again when the program ended
/// in the middle of it (ux.md 3.1 rule 4). Each cashier is offered the own one. A sale that nobody goes on with is
/// parked: it is found again until it is paid or discarded, by whoever works here, and at every other till of the place
/// (ADR 058). Desk and till outlive it.
class OpenCartPresenter final : public QObject
{
    Q_OBJECT

public:
    /// A longer name is cut.
    static constexpr int maxNameLength = 60;

    OpenCartPresenter(ShopDesk &desk, TillPresenter &till, Clock &clock, const QLocale &locale,
                      QObject *parent = nullptr);
    ~OpenCartPresenter() override;

    /// Call once, after TillPresenter::start().
    void start();

    /// Where the discarding of a sale is posted with its undo. The notices outlive the presenter.
    void postTo(Notices &notices) { m_notices = &notices; }
    [[nodiscard]] int parkedCount() const { return static_cast<int>(m_parked.size()); }
    /// The one that was parked last comes first.
    [[nodiscard]] const QList<ParkedRow> &parkedRows() const { return m_rows; }
    /// Their names, ages and amounts as they are now; ends in parkedChanged().
    void readParked();
    /// Parks the sale that is being rung up; the name may be empty. False when there is none.
    bool hold(const QString &name);
    /// Goes on with the sale in this row, or offers it where something of it is no longer sold. Only with an empty
    /// cart.
    void recall(int row);
    /// Forgets the sale in this row; can be undone. The second half of a double press discards no other one.
    void discardParked(int row);

    /// Nothing when there is nothing to go on with, or not yet: it waits until the till can sell.
    [[nodiscard]] const std::optional<OpenCartOffer> &offer() const { return m_offer; }
    /// Puts the offered sale into the cart.
    void resume();
    /// Leaves the offered sale for later.
    void drop();
    /// Forgets the offered sale.
    void discard();

Q_SIGNALS:
    void offerChanged();
    /// Their number, or what is known of them.
    void parkedChanged();
    /// The item in this row, which was added, is kept now whatever happens to the program: the moment for the OK tone.
    void itemKept(int row);

private:
    using Self = QPointer<OpenCartPresenter>;

    struct Parked {
        std::uint64_t number;
        KeptSale sale;
        std::optional<ParkedCartId> cart = std::nullopt; ///< nothing: it waits at this till only
        QString byName = {};
        QString tillName = {};  ///< of another till
        bool isOthers = false;  ///< somebody else parked it
        bool isSharing = false; ///< every till of the place is being told
        bool staysHere = false; ///< that did not work
        QString firstName = {}; ///< of its first line, once it was read
        QString totalText = {};
    };
    enum class End { Take, Discard };
    /// The parked sale that one in hand was.
    struct GoingOn {
        std::optional<ParkedCartId> cart;
        QString owner = {}; ///< somebody else, until whoever adds to it was warned
        std::optional<UtcTime> parkedAt = std::nullopt;
        std::uint64_t number = 0; ///< as Parked::number; 0: it was left by the program before
    };
    struct AddedItem {
        int row;
        std::uint64_t revision;
    };

    void followDesk();
    void followCart();
    void followPayment();
    void noteAdded(int row);
    void write();
    [[nodiscard]] QString cashier() const;
    [[nodiscard]] bool isTraining() const;
    void confirm(std::uint64_t revision);
    void offerWhenPossible();
    void showOffer(const TillCart &cart, qsizetype missing, const Money &total);
    void showRows();
    [[nodiscard]] ParkedRow rowOf(const Parked &parked) const;
    [[nodiscard]] static QString backText(const TillReturn &back);
    void park(const KeptSale &sale);
    void forget(const KeptSale &sale, const QString &said);
    void takeFromParked(std::uint64_t parked, End end);
    void endShared(ParkedCartId cart, End end);
    void watch(ParkedCartId cart);
    void noteText();
    void work();
    [[nodiscard]] bool mayShare() const;
    [[nodiscard]] qsizetype rowToShare() const;
    void endSharing(std::uint64_t number, const Result<ParkedCart> &shared);
    void readShared();
    void showShared(const QList<sync::ParkedCartView> &carts);
    bool showShared(const sync::ParkedCartView &view, bool isSharing);
    void tellTakenElsewhere(const sync::ParkedCartView &view);
    void warnAboutOwner();
    [[nodiscard]] QString whoParked(const Parked &parked) const;
    [[nodiscard]] static KeptSale keptSaleOf(const TillPresenter &till);
    [[nodiscard]] qsizetype rowOf(std::uint64_t parked) const;
    void endOffer();
    void withdraw();
    void decide();

    static QCoro::Task<> readCart(Self self, std::stop_token stop);
    static QCoro::Task<> writeCart(Self self, std::stop_token stop);
    static QCoro::Task<> prepareOffer(Self self, std::stop_token stop, QString cashier, KeptSale wanted,
                                      std::uint64_t parked);
    static QCoro::Task<> share(Self self, std::stop_token stop, std::uint64_t number);
    static QCoro::Task<> takeShared(Self self, std::stop_token stop);
    static QCoro::Task<> discardShared(Self self, std::stop_token stop, ParkedCartId cart);
    static QCoro::Task<> readSharedCarts(Self self, std::stop_token stop);
    static QCoro::Task<> readTotals(Self self, std::stop_token stop);
    static QCoro::Task<TillCart> cartOf(ShopDesk &desk, KeptSale sale);
    static QCoro::Task<Result<Money>> totalOf(ShopDesk &desk, TillCart cart);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    Clock &m_clock;
    QLocale m_locale;
    TillTexts m_texts;
    QList<ParkedRow> m_rows;
    Notices *m_notices = nullptr;
    PressGuard m_discards;
    std::stop_source m_stop;

    enum class Reading { NotYet, Busy, Done };
    Reading m_reading = Reading::NotYet;
    KeptCarts m_kept;       ///< as it is, or will be, in the store
    QList<Parked> m_parked; ///< the oldest first
    std::uint64_t m_lastParked = 0;
    QHash<QString, GoingOn> m_goingOn;          ///< by cashier, as the carts
    QList<ParkedCartId> m_takes;                ///< in hand here, and nobody was told yet
    QSet<ParkedCartId> m_ending;                ///< the same of those that are discarded
    QHash<std::uint64_t, End> m_endsWhenShared; ///< what becomes of it as soon as it has an id
    QList<ParkedCartId> m_watched;              ///< taken here: another till may have done so too
    bool m_isReadingShared = false;
    bool m_readsAgain = false;
    QSet<QString> m_undecided; ///< whose cart the program before left, until it goes on or is dropped
    QString m_offeredTo;
    TillCart m_offered;
    KeptSale m_offeredSale;            ///< whole, with what the catalog no longer has
    std::uint64_t m_offeredParked = 0; ///< the number of the parked sale that is offered; 0: none
    std::optional<OpenCartOffer> m_offer;

    QString m_text; ///< of m_kept
    std::uint64_t m_revision = 0;
    std::uint64_t m_written = 0;
    bool m_writing = false;
    QList<AddedItem> m_added; ///< not kept yet
};

} // namespace crema
