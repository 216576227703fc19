// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/problem.h"
#include "ui/presenters/action.h"
#include "ui/presenters/press_guard.h"
#include "ui/presenters/till/asked_modifiers.h"
#include "ui/presenters/till/held_cart.h"
#include "ui/presenters/till/online_state.h"
#include "ui/presenters/till/tender_list.h"
#include "ui/presenters/till/till_desk.h"
#include "ui/presenters/till/till_sale.h"
#include "ui/presenters/till/till_texts.h"
#include "ui/presenters/till/till_view.h"

#include <QCoroTask>

#include <QHash>
#include <QLocale>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <stop_token>

namespace crema {

struct SaleLineRow;
struct ScannedCode;

class Notices;
class TillWeighing;

/// What the till shows and does, for any toolkit. Every method returns at once; what takes longer ends in a
/// signal. Lives on one thread; the desk and the clock outlive it.
///
/// Keys: a screen sends a scan or a typed code to enterCode(), digits to typeDigit() and '*' to typeTimes().
class TillPresenter final : public QObject
{
    Q_OBJECT

public:
    /// The largest quantity that typed digits may mean; longer numbers are codes.
    static constexpr std::int64_t maxTypedQuantity = 999;
    static constexpr std::int64_t searchDelayMs = 80;
    static constexpr int maxHits = 50;
    /// Triggering till.pay this soon after the screen changed is the second half of a double press.
    static constexpr std::int64_t doublePressMs = PressGuard::spanMs;

    TillPresenter(TillDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~TillPresenter() override;

    /// Removed lines are also posted there, with their undo. The notices outlive the presenter.
    void postTo(Notices &notices) { m_notices = &notices; }

    /// Reads the state and the tiles; call once, after connecting the signals.
    void start();

    /// Ids: till.search, till.pay, till.back, till.more, till.less, till.remove, till.undo, till.clear, till.new-sale,
    /// till.close-options; till.cash, till.card, till.account, till.online, till.reader, till.part, till.split and
    /// till.slip while paying; till.online-cancel and till.online-check while an online payment is awaited.
    /// till.pay does the one big next step: pay, take the money, begin the next sale.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    /// Just before what a press does: when it was made, in milliseconds of any one clock, for faces that know it. What
    /// is handled late and all at once is still known for a double press.
    void notePress(std::int64_t atMs) { m_pressMs = atMs; }
    /// When that was; nothing where the face does not know.
    [[nodiscard]] const std::optional<std::int64_t> &lastPressMs() const { return m_pressMs; }

    [[nodiscard]] TillMode mode() const { return m_mode; }
    [[nodiscard]] const TillHeader &header() const { return m_header; }
    /// Nothing when there is nothing to say.
    [[nodiscard]] const std::optional<TillMessage> &message() const { return m_message; }
    void clearMessage();
    /// Shows why something outside of the till went wrong: the store cannot be opened.
    void say(const Problem &problem);
    /// For what stands beside the till and changes its cart.
    void say(Tone tone, const QString &text, const QString &hint = {});
    /// After that: the store could be opened now.
    void noteStoreOpened();
    /// Whether something that was begun goes on: the store is read, a code is looked up, a sale is recorded. One of the
    /// signals below tells of its end.
    [[nodiscard]] bool isWorking() const;
    /// What TillMode::Starting waits for; message() says why it does not come.
    [[nodiscard]] QString startingText() const;
    /// An amount in the currency of this till, as everything else here writes it.
    [[nodiscard]] QString amountText(std::int64_t minor) const;

    /// Whose cart it is: also while the till is locked, or somebody else waits until a sale is recorded.
    [[nodiscard]] const std::optional<PersonId> &cashier() const { return m_cashier; }
    /// Whether what is sold now is only practised (ADR 058).
    [[nodiscard]] bool isTraining() const { return m_training.has_value(); }

    // Before selling
    /// `platform` is an address such as https://shop.example, `code` the one-time code of the platform.
    void enrol(const QString &platform, const QString &code);
    /// Opens the drawer's shift with the cash that lies in it, in minor units (0 or more).
    void openShift(std::int64_t floatMinor);

    /// What the rules make of a cart, with what comes back.
    [[nodiscard]] static QCoro::Task<Result<Sale>> askRules(TillDesk &desk, const TillSale &sale);

    // Search
    [[nodiscard]] const QString &searchText() const { return m_searchText; }
    /// Results follow searchDelayMs after the last change; an empty text clears them at once.
    void setSearchText(const QString &text);
    [[nodiscard]] const QList<ProductHit> &hits() const { return m_hits; }
    /// Whether hits() answers the present text.
    [[nodiscard]] bool hitsAreCurrent() const { return m_hitsText == m_searchText; }
    /// Adds the item of one result and clears the search.
    void addHit(int row);
    /// Enter in the search field: row 0 when the results are current, else the text as a code.
    void acceptSearch();

    // Product grid
    /// What the grid begins with, in this order; a chip of their own stands before the categories. Without any there is
    /// none.
    void setFavourites(const QList<ProductId> &favourites);
    [[nodiscard]] const QList<CategoryChip> &categories() const { return m_categories; }
    [[nodiscard]] int currentCategory() const { return m_category; }
    void selectCategory(int row);
    [[nodiscard]] const QList<ProductTile> &tiles() const { return m_tiles; }
    /// Sells the only variant of a product, or asks which one with options().
    void addTile(int row);
    /// Nothing while neither a variant nor a modifier is asked for. Where modifiers are offered for what was chosen,
    /// each group is asked about before it comes into the cart, and closeOptions() adds nothing.
    [[nodiscard]] const std::optional<OptionsView> &options() const { return m_options; }
    void chooseOption(int row);
    void closeOptions();
    /// The question what something weighs: asked of each weighed item that comes without a weight, and by till.weight.
    [[nodiscard]] TillWeighing &weighing() { return *m_weighing; }

    // Cart
    [[nodiscard]] const TillSale &sale() const { return m_sale; }
    /// Goes on with a sale that was begun before the program ended, at its payment when a part was `paid` by then or an
    /// online payment is `awaited`. Does nothing unless an empty cart is open.
    void resumeSale(const TillCart &cart, const QList<Tender> &paid = {},
                    const std::optional<PaymentIntentId> &awaited = {});
    /// Changes the discounts, the notes or the customer of the open cart: `change` answers whether it did. False when
    /// nothing changed or the cart is fixed, as it is while a part of it is paid.
    bool changeCart(const std::function<bool(TillSale &)> &change);
    /// Goes on with what comes back as credit: what is sold besides and this are one document. A change that is
    /// shown ends with it. Errors: `till.not_selling`, `till.part_paid`, `till.other_return`.
    [[nodiscard]] Result<void> takeBack(const TillReturn &back);
    /// Begins the next sale; what lies in the cart is kept elsewhere. False when no cart is open, or a part of
    /// it is paid.
    bool setSaleAside();
    /// Whether a part of the sale is paid, so that nothing is taken out of it; says so.
    [[nodiscard]] bool refuseWhilePartPaid();
    /// The same, and while an online payment is awaited.
    [[nodiscard]] bool refuseWhileMoneyMoves();
    /// What the rules make of the cart; nothing while they are being asked.
    [[nodiscard]] const Sale *quotedSale() const { return quoteIsCurrent() && m_quoted ? &*m_quoted : nullptr; }
    /// A scan or a typed line: `CODE`, `3*CODE` or `3*`. CODE is a label of a scale, a barcode or SKU. Starts a new
    /// sale when change is shown; is refused with a message while money is being entered or a variant is asked for.
    void enterCode(const QString &text);
    /// A scan that came when nobody could take it: says why, gives the low tones, and forgets it.
    void refuseCode(const QString &code, const QString &text, const QString &hint);
    /// Takes the coupon of this promotion into the open cart, as a scan does; says how it went. False when it was taken
    /// already, too many were, or the cart is fixed.
    bool takeCoupon(const QString &typed, const Promotion &promotion);
    /// Leaves a coupon out of the open cart again.
    void removeCoupon(const QString &code);
    /// Adds one piece of what was just made or found elsewhere.
    void addProduct(const sync::ProductView &product, const VariantId &variant);
    /// One of what is no article, at this price. False when nothing can be added now; says why.
    bool addOffCatalog(const OffCatalog &what, const Price &price);
    [[nodiscard]] const QList<CartLineView> &lines() const { return m_lines; }
    [[nodiscard]] const TotalsView &totals() const { return m_totals; }
    /// −1 when no line is selected (what comes back never is), and always outside of TillMode::Selling.
    [[nodiscard]] int selectedLine() const { return m_mode == TillMode::Selling ? m_sale.selected() : -1; }
    void selectLine(int row);
    void removeLine(int row);
    /// Adds pieces (or the step of a weighed item) to the selected line; at zero the line goes.
    void changeQuantity(int steps);
    void undo();
    [[nodiscard]] bool canUndo() const
    {
        return m_mode == TillMode::Selling && (m_sale.canUndo() || m_quantityBefore.has_value());
    }

    // Typed quantity
    /// A digit edits the selected line's quantity, and with it what the sale comes to. One change, which is over when
    /// something else is done or commitEntry() is called.
    void typeDigit(int digit);
    /// Makes the typed digits the quantity of the next item.
    void typeTimes();
    void eraseDigit();
    void commitEntry();
    /// The digits typed so far; "3 ×" once they are the next item's quantity; empty when none.
    [[nodiscard]] QString entryText() const;
    /// A typed number too long for a quantity: "Look up 4006381333931?"; empty when nothing is asked.
    [[nodiscard]] const QString &lookUpQuestion() const { return m_lookUp; }
    void answerLookUp(bool lookUp);

    // Payment
    /// Asked before each payment begins; false keeps the sale open, and has said why.
    void setPayGuard(std::function<bool()> guard) { m_payGuard = std::move(guard); }
    void startPaying();
    void backToSale();
    /// What is paid of the present sale already.
    [[nodiscard]] const QList<Tender> &takenTenders() const { return m_tenders.taken(); }
    [[nodiscard]] const PaymentView &payment() const { return m_payment; }
    /// Digits are minor units from the right, as on a till: 5 0 0 0 is 50.00.
    void typeAmountDigit(int digit);
    void eraseAmountDigit();
    void setReceived(std::int64_t minor);
    /// Nothing is entered any more.
    void clearReceived();
    /// The same for what turned out to be no amount: the exact one has to be entered as well then.
    void rejectReceived();
    void chooseQuickAmount(int row);
    /// How the customer pays what is entered, or the rest. On account only where the sale is for a company.
    void chooseTender(PaymentMethod method);
    /// The same of one that the platform's payment provider takes; takeTender() and takePart() ask for it then, and
    /// PaymentView::online tells what becomes of it. Paid, it is taken as the others are.
    void chooseOnline(IntentChannel channel);
    /// Gives up the online payment that is waited for; the provider says whether that was in time.
    void cancelOnline();
    /// Asks the platform at once what became of it.
    void checkOnline();
    /// The online payment that was asked for and is not taken yet.
    [[nodiscard]] const std::optional<PaymentIntentId> &awaitedPayment() const { return m_tenders.awaited(); }
    /// Takes the amount in the chosen way. When it pays the rest the sale is recorded: whatever is pressed meanwhile
    /// changes nothing, one sale comes of it. Nothing entered means the rest, or its share while it is split, but not
    /// after an amount that was not taken. While it is split, cash beyond the share gives change for it. Cash that is
    /// unusually much is asked about with PaymentView::questionText first; called again with the same amount, it is
    /// taken.
    void takeTender();
    /// takeTender() in cash, whatever was chosen.
    void completeCash();
    /// Takes what is entered as a part of the rest; another payment follows.
    void takePart();
    /// The part was not meant, or the customer has it back. The second half of a double press gives no other one back.
    void giveBackTender(int row);
    /// Pays the rest in two even parts, then in three and so on; takeTender() takes one after the other.
    void splitEvenly();
    /// The amount that is asked about is right: takes it.
    void confirmCash();
    /// What the customer gives beyond what is paid next: one of the tips that are offered, an amount, or none (0). Not
    /// more than what it is given on top of, and only where this place takes tips; says so.
    void chooseTip(int row);
    void setTip(std::int64_t minor);
    /// What the slip of the card says about what is paid next; nothing of it takes it away.
    void setSlip(const QString &brand, const QString &reference);
    [[nodiscard]] const std::optional<CardSlip> &slip() const { return m_tenders.slip(); }
    /// The tip as it is typed: "2.00"; empty without one.
    [[nodiscard]] QString typedTip() const;
    /// An amount as somebody types it: "2.00", "10 %" of what is paid next. False where it is none; says so.
    bool enterTip(const QString &typed);
    /// Names of cards to choose from.
    [[nodiscard]] static QStringList cardBrands();

    // After the sale
    [[nodiscard]] const ChangeView &change() const { return m_change; }
    void newSale();
    /// The last sale's receipt as text of so many columns (32, 42 or 48); empty before the first.
    [[nodiscard]] QString receiptText(int columns) const;
    /// The last that was recorded here since the program began.
    [[nodiscard]] const std::optional<Sale> &lastSale() const { return m_lastSale; }
    /// What its customer has after it, as this till knows; nothing where it moved no points.
    [[nodiscard]] const std::optional<std::int64_t> &lastPoints() const { return m_lastPoints; }

Q_SIGNALS:
    /// The screen should put the cursor into its search field.
    void searchWanted();
    /// The screen should ask for the tip and for what the slip of the card says.
    void slipWanted();
    void modeChanged();
    void headerChanged();
    void messageChanged();
    void searchChanged();
    void categoriesChanged();
    void tilesChanged();
    void cartChanged();
    void entryChanged();
    void paymentChanged();
    /// After each added item: the row that grew or came. Screens tint it, scroll to it and give the high tone.
    void itemAdded(int row);
    void optionsChanged();
    /// After each code that led to an item: screens give the high tone.
    void codeFound(const QString &code);
    /// After each code that led nowhere: screens give the low tones.
    void codeRefused(const QString &code);
    /// After codeRefused, when the catalog does not know the code at all.
    void codeUnknown(const QString &code);
    /// A gift card was scanned while nothing is paid: its balance is asked for, or it is to be loaded.
    void giftCardShown(const QString &code);

private:
    using Self = QPointer<TillPresenter>;

    void declareActions();
    void updateActions();
    void setMode(TillMode mode);
    /// Of what began at `sinceMs`, by the press of `firstPressMs`.
    [[nodiscard]] bool isSecondOfDoublePress(std::int64_t sinceMs,
                                             const std::optional<std::int64_t> &firstPressMs) const;
    void followDesk();
    void followTraining();
    void forgetSale();
    void followCashier();
    void goOnSelling();
    void refreshHeader();
    void showItems();
    void runSearch();
    void showHits(const QString &text, const QList<sync::ProductView> &products);
    void showCategories(const QList<Category> &categories);
    void showTiles(const QList<sync::ProductView> &products);
    void updateTileCounts();
    [[nodiscard]] ProductTile tileOf(const sync::ProductView &product, const QList<TillItem> &items) const;
    void showOptions();

    void addItem(const TillItem &item, std::int64_t quantity, const std::optional<Price> &price = {},
                 const QString &note = {});
    /// As addItem(), without asking for modifiers.
    bool addChosen(const TillItem &item, std::int64_t quantity, const std::optional<Price> &price, const QString &note,
                   const QList<SaleModifier> &modifiers);
    void askWeight(const TillItem &item, const QString &note);
    void weighLine(int row);
    void askModifiers(const TillItem &item, std::int64_t quantity, const QString &note,
                      const QList<ModifierGroup> &groups);
    void showModifiers();
    void chooseModifier(int row);
    void nextModifiers();
    [[nodiscard]] int chosenOfGroup() const;
    void addLabelled(const TillItem &item, const ScannedCode &scanned, std::int64_t count);
    void codeAnswered(const Result<sync::CodeHit> &hit, const ScannedCode &scanned, std::int64_t quantity);
    void customerCardScanned(const QString &code, const QList<Customer> &holders);
    void couponScanned(const QString &code, const Result<Promotion> &promotion);
    void askCoupons();
    void postTaken(const QString &text, const QList<TakenLine> &taken, const TillCart &before);
    void putBack(std::uint64_t cart, const QList<TakenLine> &taken, const TillCart &before);
    [[nodiscard]] bool prepareSale();
    void askLookUp(const QString &code);
    void lookUp(const QString &code, std::int64_t quantity);
    void cartChangedByHand();
    void codeEnded();
    void refreshCart();
    void refreshLines();
    void refreshTotals();
    void requote();
    void followPrices();
    void takePrices(const Sale &quoted);
    [[nodiscard]] bool quoteIsCurrent() const { return m_quotedRevision == m_cartRevision; }
    [[nodiscard]] CartLineView lineView(int row, const std::optional<SaleLineRow> &quoted) const;
    [[nodiscard]] CartLineView returnedView(int index) const;
    void removeReturned(int index);
    [[nodiscard]] Money creditOf(const Sale &sale) const;
    [[nodiscard]] bool isPayingBack() const;
    [[nodiscard]] PayBackView payBackView() const;
    void showPaidBack(const Sale &sale);
    static QCoro::Task<Result<sync::SaleView>> complete(TillDesk &desk, const TillSale &sale,
                                                        const QList<sync::TenderDraft> &tenders, bool isPractice);
    [[nodiscard]] std::int64_t takeMultiplier();
    [[nodiscard]] std::optional<Quantity> typedQuantity() const;
    void followEntry();
    bool restoreQuantity();
    /// While a part is paid no line changes, also before the payment goes on; says so.
    [[nodiscard]] bool isHeldByParts();
    void dropEntry();

    void showPayment();
    void refreshPayment();
    /// Whether a person has to look at the amount again before it is taken; says why.
    [[nodiscard]] bool isAskedAbout();
    void declareTenderActions();
    void updateTenderActions();
    void showTenders();
    void refuseTender();
    void takeAsked();
    void addPart(const Money &amount, QString change = {});
    void recordPaid();
    void giftCardScanned(const QString &code);
    void payFrom(PaymentMethod method, const sync::GiftCardView &payer);
    void showGiftChoices();
    void showOnlineChoices();
    void askForCredit();
    [[nodiscard]] QString whyNotOnline(IntentChannel channel) const;
    [[nodiscard]] QString onlineText(const Money &amount) const;
    [[nodiscard]] OnlinePaymentView onlineView() const;
    void askOnline(const Money &amount);
    void askedOnline(const Result<PaymentIntent> &asked);
    void followOnline();
    void showOnline(const PaymentIntent &intent);
    void takeOnline(const PaymentIntent &intent);
    void endOnline(const PaymentIntent &intent);
    void forgetOnline(const Problem &problem);
    void updateOnlineActions();
    /// What is left of the sale is not paid from the same card or credit, which is empty.
    void leavePayer();
    [[nodiscard]] bool isPayerThere(PaymentMethod method) const;
    [[nodiscard]] QString takeText(PaymentMethod method, const QString &amount) const;
    void showTips();
    void showCharge();
    [[nodiscard]] Money tipOf(int percent) const;
    [[nodiscard]] QString whyNoSlip() const;
    [[nodiscard]] QString slipTextOf(const std::optional<CardSlip> &slip) const;
    [[nodiscard]] bool isCash() const { return m_tenders.method() == PaymentMethod::Cash; }
    [[nodiscard]] QString alreadyPaidText() const;
    [[nodiscard]] Money due() const;
    /// What this payment has to come to: all that is due, or one share of it while it is split.
    [[nodiscard]] Money asked() const { return m_tenders.share(); }
    [[nodiscard]] bool mayPayOnAccount() const { return whyNotOnAccount().isEmpty(); }
    /// A few words; empty: it may go on account.
    [[nodiscard]] QString whyNotOnAccount() const;
    [[nodiscard]] QString paidText(const Sale &sale) const;
    [[nodiscard]] Money received() const;
    void showPaid(const sync::SaleView &sale);

    // Coroutines own nothing of the presenter: each takes a guarded pointer and the token that ends it.
    static QCoro::Task<> readCategories(Self self, std::stop_token stop);
    static QCoro::Task<> readFavourites(Self self, std::stop_token stop, QList<ProductId> favourites);
    static QCoro::Task<> readTiles(Self self, std::stop_token stop, sync::ProductFilter filter);
    static QCoro::Task<> search(Self self, std::stop_token stop, QString text);
    static QCoro::Task<> addCode(Self self, std::stop_token stop, QString entered, std::int64_t quantity,
                                 std::uint64_t cart);
    static QCoro::Task<> quote(Self self, std::stop_token stop, std::uint64_t revision);
    static QCoro::Task<> readCoupons(Self self, std::stop_token stop, std::uint64_t revision);
    static QCoro::Task<> payByGiftCard(Self self, std::stop_token stop, QString code, std::uint64_t cart);
    static QCoro::Task<> readCredit(Self self, std::stop_token stop, CustomerId customer, std::uint64_t cart);
    static QCoro::Task<> askForOnline(Self self, std::stop_token stop, sync::PaymentAsk ask);
    static QCoro::Task<> readOnline(Self self, std::stop_token stop, PaymentIntentId id);
    static QCoro::Task<> giveUpOnline(Self self, std::stop_token stop, PaymentIntentId id);
    static QCoro::Task<> fetchOnline(Self self, std::stop_token stop);
    static QCoro::Task<> recordSale(Self self, std::stop_token stop, QList<Tender> tenders);
    static QCoro::Task<> recordShift(Self self, std::stop_token stop, Money floatAmount);
    static QCoro::Task<> enrolDevice(Self self, std::stop_token stop, QUrl platform, QString code);

    TillDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    std::stop_source m_stop;
    TillMode m_mode = TillMode::Starting;
    std::int64_t m_modeSinceMs = 0;            ///< or since a part was paid, which is a step of its own
    std::optional<std::int64_t> m_pressMs;     ///< of the last press that the face knows the time of
    std::optional<std::int64_t> m_modePressMs; ///< of the last one before the mode changed
    bool m_busy = false;                       ///< a shift is being opened or the device enrolled
    TillHeader m_header;
    std::optional<TillMessage> m_message;
    std::int64_t m_messageNumber = 0;
    QString m_searchText;
    QString m_hitsText;
    QList<TillItem> m_hitItems;
    QList<ProductHit> m_hits;
    std::unique_ptr<Timer> m_searchTimer;
    std::stop_source m_searchStop;
    QList<CategoryChip> m_categories;
    QHash<CategoryId, int> m_seriesOfCategory;
    int m_category = 0;
    QList<ProductId> m_favourites;
    QList<QList<TillItem>> m_tileItems; ///< the variants behind each tile
    QList<ProductTile> m_tiles;
    QList<TillItem> m_optionItems;
    std::optional<AskedModifiers> m_asked;
    std::unique_ptr<TillWeighing> m_weighing;
    std::optional<OptionsView> m_options;
    std::stop_source m_tilesStop;
    TillSale m_sale;
    std::uint64_t m_cartNumber = 1;
    std::uint64_t m_lastCartNumber = 1;
    std::optional<PersonId> m_cashier;
    QHash<PersonId, HeldCart> m_heldCarts; ///< of the cashiers who are not at the till now
    std::optional<HeldCart> m_training;    ///< while it goes on: the sale that was open before, which comes back
    Notices *m_notices = nullptr;
    QList<CartLineView> m_lines;
    TotalsView m_totals;
    std::optional<Sale> m_quoted;
    QList<CouponStanding> m_coupons; ///< what the rules said of those that were shown
    std::uint64_t m_cartRevision = 0;
    std::uint64_t m_quotedRevision = 0;
    int m_codesInFlight = 0;
    bool m_payWhenReady = false;
    std::function<bool()> m_payGuard;
    bool m_wasQuoteRefused = false; ///< the cart as it is cannot be sold
    QString m_digits;
    std::optional<Quantity> m_quantityBefore; ///< of the selected line, while the digits have changed it
    std::int64_t m_multiplier = 0;
    QString m_lookUp;
    PaymentView m_payment;
    TenderList m_tenders;
    std::optional<sync::GiftCardView> m_giftPayer; ///< the card that was shown for this payment
    std::optional<sync::GiftCardView> m_credit;    ///< of the customer of this payment
    PressGuard m_givingBack;
    OnlineState m_online;
    QString m_amountDigits;
    bool m_wasRefused = false;       ///< an amount of this payment was: also the exact one has to be entered then
    std::int64_t m_askedSinceMs = 0; ///< since when the question about the amount stands
    std::optional<std::int64_t> m_askedPressMs; ///< of the press that brought it up
    ChangeView m_change;
    std::optional<Sale> m_lastSale;
    std::optional<std::int64_t> m_lastPoints;
};

} // namespace crema
