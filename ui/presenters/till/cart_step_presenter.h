// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/catalog/product_lookup.h"
#include "ui/presenters/till/cart_customer_presenter.h"
#include "ui/presenters/till/open_cart_presenter.h"
#include "ui/presenters/till/points_presenter.h"
#include "ui/presenters/till/till_presenter.h"

namespace crema {

/// What is asked or shown beside the open cart for a moment.
enum class CartStep { None, Discount, Note, CustomerNote, Customer, Points, Hold, Parked, PriceCheck, Why, Coupon };

/// What a discount or a note is about.
enum class CartScope { Line, WholeSale };

/// The small steps of a sale besides ringing up: discount, note, customer, parking and going on, price check, and why
/// something costs what it costs. One is open at a time; it ends when the cart is fixed or somebody else sells. Desk,
/// till and open cart outlive it.
class CartStepPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxReasonLength = 60;
    static constexpr int maxNoteLength = 200;

    CartStepPresenter(ShopDesk &desk, TillPresenter &till, OpenCartPresenter &openCart, const QLocale &locale,
                      QObject *parent = nullptr);

    /// Call once, after TillPresenter::start() and OpenCartPresenter::start().
    void start();

    /// Ids: till.hold, till.recall, till.discount, till.note, till.customer-note, till.customer, till.points,
    /// till.price-check, till.why, till.coupon.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] CartStep step() const { return m_step; }
    void open(CartStep step);
    void close() { open(CartStep::None); }
    /// Grows with each step that is opened or closed.
    [[nodiscard]] int visit() const { return m_visit; }

    /// The selected line, or all of the sale; a step begins with the line.
    [[nodiscard]] CartScope scope() const { return m_scope; }
    void setScope(CartScope scope);
    /// "Flat white", "The whole sale".
    [[nodiscard]] QString scopeText() const;

    /// How many sales wait.
    [[nodiscard]] int parkedCount() const { return m_openCart.parkedCount(); }
    /// Whose cart it is about.
    [[nodiscard]] TillPresenter &till() { return m_till; }

    // Discount

    /// What is taken off there now, in words; empty: nothing.
    [[nodiscard]] QString discountNow() const;
    /// Those that this place has set, else the usual ones, nine at most; any other may be typed.
    [[nodiscard]] QStringList reasons() const;
    /// `value` as readDiscount() reads it, `reason` as the receipt says it. Takes the place of the discount that is
    /// there. True when it was given, and the step is over; else valueProblem() or reasonProblem() says why not. More
    /// than the person may give alone is approved by somebody else when the sale is paid (ADR 033).
    bool giveDiscount(const QString &value, const QString &reason);
    /// The same with a value as readMinorDiscount() reads it.
    bool giveMinorDiscount(const QString &value, const QString &reason);
    /// What is typed there so far, for giveDiscount(): it is given when somebody pays, or the sale stays open.
    void draftDiscount(const QString &value, const QString &reason);
    void takeDiscountAway();
    [[nodiscard]] const QString &valueProblem() const { return m_valueProblem; }
    [[nodiscard]] const QString &reasonProblem() const { return m_reasonProblem; }

    // Note and parking

    [[nodiscard]] QString noteNow() const;
    /// Empty takes it away. The step is over.
    void giveNote(const QString &note);
    /// What the receipt says to the customer. Empty takes it away, and the step is over.
    [[nodiscard]] QString customerNoteNow() const;
    void giveCustomerNote(const QString &note);
    /// What is typed there, in either, so far: it is kept when somebody pays.
    void draftNote(const QString &note) { m_noteDraft = note; }
    /// What a parked sale would be called: the customer, as long as nobody types something else.
    [[nodiscard]] QString suggestedName() const;
    /// Parks the sale; the step is over.
    void hold(const QString &name);
    /// Goes on with the parked sale in this row of OpenCartPresenter::parkedRows(); the step is over.
    void recall(int row);

    // Why, price check, customer

    /// One sentence for each step: first of the selected line, then of the sale.
    [[nodiscard]] QStringList whyOfLine() const;
    [[nodiscard]] QStringList whyOfSale() const;
    [[nodiscard]] ProductLookup &lookup() { return m_lookup; }
    [[nodiscard]] CartCustomerPresenter &customer() { return m_customer; }
    [[nodiscard]] PointsPresenter &points() { return m_points; }

    // Coupon

    /// Takes the coupon with this code; the step is over when it is one that is taken, else couponProblem() says why
    /// not. A code that is neither of a promotion nor known here is refused with words, as one that ended or is used
    /// up.
    void enterCoupon(const QString &typed);
    /// What is typed there so far: while it is not taken, nothing is paid.
    void draftCoupon(const QString &typed) { m_couponDraft = typed.trimmed(); }
    [[nodiscard]] const QString &couponProblem() const { return m_couponProblem; }
    [[nodiscard]] const QList<CouponChip> &coupons() const { return m_till.totals().coupons; }
    void removeCoupon(const QString &code) { m_till.removeCoupon(code); }

    /// A code that was scanned while a step is open. False when it is none of the step's business.
    [[nodiscard]] bool takeScan(const QString &code);

Q_SIGNALS:
    void stepChanged();
    /// The coupon that was asked for is in the cart.
    void couponTaken();
    /// The open step is about something else now; what was typed stays.
    void scopeChanged();
    /// Texts or problems of the open step.
    void changed();

private:
    void declareActions();
    void updateActions();
    void followTill();
    void followCart();
    void forgetProblems();
    void forgetDrafts();
    [[nodiscard]] bool finishForPaying();
    void checkLimit();
    bool give(Result<sync::DiscountDraft> discount, const QString &reason);
    static QCoro::Task<> readCoupon(QPointer<CartStepPresenter> self, QString typed, int visit, bool isScanned);
    void couponAnswered(const QString &typed, const Result<Promotion> &promotion, bool isScanned);
    [[nodiscard]] int row() const;
    [[nodiscard]] QList<sync::DiscountDraft> discountsNow() const;

    ShopDesk &m_desk;
    TillPresenter &m_till;
    OpenCartPresenter &m_openCart;
    QLocale m_locale;
    ActionList m_actions;
    ProductLookup m_lookup;
    CartCustomerPresenter m_customer;
    PointsPresenter m_points;
    CartStep m_step = CartStep::None;
    int m_visit = 0;
    CartScope m_scope = CartScope::Line;
    QString m_valueProblem;
    QString m_reasonProblem;
    QString m_couponProblem;
    QString m_couponDraft;
    QString m_valueDraft;
    QString m_reasonDraft;
    std::optional<QString> m_noteDraft;
    bool m_isLimitUnchecked = false; ///< a discount was given, and the rules were not asked yet
};

} // namespace crema
