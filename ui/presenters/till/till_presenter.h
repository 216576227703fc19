// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/problem.h"
#include "ui/presenters/action.h"
#include "ui/presenters/till/till_view.h"

#include <QCoro/QCoroTask>
#include <QLocale>
#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace crema {

class TillDesk;
class TillSale;
struct TillItem;
struct TillState;

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

    TillPresenter(TillDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~TillPresenter() override;

    /// Reads the state and the tiles; call once, after connecting the signals.
    void start();

    /// Ids: till.search, till.pay, till.back, till.more, till.less, till.remove, till.undo, till.clear,
    /// till.open-shift, till.new-sale.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] TillMode mode() const { return m_mode; }
    [[nodiscard]] const TillHeader &header() const { return m_header; }
    /// Nothing when there is nothing to say.
    [[nodiscard]] const std::optional<TillMessage> &message() const { return m_message; }
    void clearMessage();

    // Before selling

    /// `platform` is an address such as https://shop.example, `code` the one-time code of the platform.
    void enrol(const QString &platform, const QString &code);
    /// Opens the drawer's shift with the cash that lies in it, in minor units (0 or more).
    void openShift(std::int64_t floatMinor);

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

    [[nodiscard]] const QList<CategoryChip> &categories() const { return m_categories; }
    [[nodiscard]] int currentCategory() const { return m_category; }
    void selectCategory(int row);
    [[nodiscard]] const QList<ProductTile> &tiles() const { return m_tiles; }
    void addTile(int row);

    // Cart

    /// A scan or a typed line: `CODE`, `3*CODE` or `3*`. CODE is a barcode or SKU. Starts a new sale when change
    /// is shown; is refused with a message while money is being entered.
    void enterCode(const QString &text);
    [[nodiscard]] const QList<CartLineView> &lines() const { return m_lines; }
    [[nodiscard]] const TotalsView &totals() const { return m_totals; }
    /// −1 when no line is selected.
    [[nodiscard]] int selectedLine() const { return m_selected; }
    void selectLine(int row);
    void removeLine(int row);
    /// Adds pieces (or the step of a weighed item) to the selected line; at zero the line goes.
    void changeQuantity(int steps);
    void undo();
    [[nodiscard]] bool canUndo() const;

    // Typed quantity

    /// A digit edits the selected line's quantity; it counts when something else is done or commitEntry() is called.
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

    // Payment in cash

    void startPaying();
    void backToSale();
    [[nodiscard]] const PaymentView &payment() const { return m_payment; }
    /// Digits are minor units from the right, as on a till: 5 0 0 0 is 50.00.
    void typeAmountDigit(int digit);
    void eraseAmountDigit();
    void setReceived(std::int64_t minor);
    void chooseQuickAmount(int row);
    /// Records the sale. Whatever is pressed while it is being recorded changes nothing: one sale comes of it.
    void completeCash();

    // After the sale

    [[nodiscard]] const ChangeView &change() const { return m_change; }
    void newSale();
    /// The last sale's receipt as text of so many columns (32, 42 or 48); empty before the first.
    [[nodiscard]] QString receiptText(int columns) const;

Q_SIGNALS:
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
    /// After each code that led nowhere: screens give the low tones.
    void codeRefused(const QString &code);

private:
    void declareActions();
    void updateActions();
    void setMode(TillMode mode);
    void say(Tone tone, const QString &text, const QString &hint = {});
    void say(const Problem &problem);
    void deskChanged();
    void refreshHeader(const TillState &state);
    void refreshCart();
    void refreshTiles();
    void refreshPayment();
    void showItems();
    void runSearch();
    void addItem(const TillItem &item);
    void prepareSale();
    [[nodiscard]] std::int64_t takeMultiplier();

    [[nodiscard]] static QCoro::Task<> readState(QPointer<TillPresenter> self, std::stop_token stop);
    [[nodiscard]] static QCoro::Task<> readTiles(QPointer<TillPresenter> self, std::stop_token stop);
    [[nodiscard]] static QCoro::Task<> search(QPointer<TillPresenter> self, std::stop_token stop, QString text);
    [[nodiscard]] static QCoro::Task<> addCode(QPointer<TillPresenter> self, std::stop_token stop, QString code);
    [[nodiscard]] static QCoro::Task<> recordSale(QPointer<TillPresenter> self, std::stop_token stop);
    [[nodiscard]] static QCoro::Task<> recordShift(QPointer<TillPresenter> self, std::stop_token stop,
                                                   std::int64_t floatMinor);
    [[nodiscard]] static QCoro::Task<> enrolDevice(QPointer<TillPresenter> self, std::stop_token stop,
                                                   QString platform, QString code);

    TillDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    ActionList m_actions;
    std::stop_source m_stop;

    TillMode m_mode = TillMode::Starting;
    TillHeader m_header;
    std::optional<TillMessage> m_message;
    std::int64_t m_messageNumber = 0;

    QString m_searchText;
    QString m_hitsText;
    QList<ProductHit> m_hits;
    std::unique_ptr<Timer> m_searchTimer;
    std::stop_source m_searchStop;

    QList<CategoryChip> m_categories;
    int m_category = 0;
    QList<ProductTile> m_tiles;

    std::unique_ptr<TillSale> m_sale;
    QList<CartLineView> m_lines;
    TotalsView m_totals;
    int m_selected = -1;

    QString m_digits;
    std::int64_t m_multiplier = 0;
    QString m_lookUp;

    PaymentView m_payment;
    QString m_amountDigits;
    ChangeView m_change;
};

} // namespace crema
