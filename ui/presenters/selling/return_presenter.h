// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/return_view.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_return.h"
#include "ui/presenters/till/till_texts.h"

#include <QLocale>
#include <QPointer>

#include <functional>
#include <stop_token>

namespace crema {

/// Takes back what somebody brings with its receipt, and pays it back, for any toolkit: how much of each line, why,
/// whether it goes back into stock, what is kept of it. Every method returns at once; what takes longer ends in a
/// signal. The desk outlives it.
class ReturnPresenter final : public QObject
{
    Q_OBJECT

public:
    ReturnPresenter(ShopDesk &desk, const QLocale &locale, QObject *parent = nullptr);
    ~ReturnPresenter() override;

    /// By the receipt number or the id of the sale. What was chosen of the same sale before is still chosen.
    void open(const QString &sale);
    /// Leaves it. Nothing is recorded that was not; not while something is being recorded.
    void close();

    [[nodiscard]] ReturnStep step() const { return m_step; }
    /// Receipt number of the sale, or what led here as long as it is not read.
    [[nodiscard]] QString number() const { return m_sale ? m_sale->sale.sale.number : m_key; }
    /// Whether the sale is read.
    [[nodiscard]] bool isRead() const { return m_sale.has_value(); }
    /// In the order of the sale.
    [[nodiscard]] QList<ReturnLineView> lines() const;
    /// Whether anything of the sale may still come back.
    [[nodiscard]] bool hasLeft() const;

    /// None first, then the usual ones.
    [[nodiscard]] static QList<ReturnReasonChoice> reasons();
    /// Pieces or grams, cut to 0 and what is left.
    void setQuantity(int row, std::int64_t quantity);
    /// One piece more or less; of a weighed line all that is left, or none.
    void addToQuantity(int row, int steps);
    /// Whether it goes back into stock follows the reason; setRestock() says otherwise.
    void setReason(int row, const QString &reason);
    void setRestock(int row, bool restock);
    /// As it was typed, for the whole line; empty: none.
    void setFee(int row, const QString &text);
    /// In minor units.
    void setFeeMinor(int row, std::int64_t minor);
    /// One more of what was scanned, while a sale is open. False: it is not taken here.
    [[nodiscard]] bool takeScan(const QString &code);
    void takeEverything();
    void takeNothing();

    [[nodiscard]] RefundTo refundTo() const { return m_to; }
    void setRefundTo(RefundTo to);
    /// In which ways it may go back; the first is as it was paid. A gift card is one of them once it was scanned.
    [[nodiscard]] QList<RefundTo> ways() const;
    /// "As it was paid", "As store credit".
    [[nodiscard]] static QString wayName(RefundTo way);
    /// Whether the sale was paid with anything but cash.
    [[nodiscard]] bool hasOtherMethods() const;

    /// Nothing while nothing is chosen, and until it is computed.
    [[nodiscard]] const std::optional<ReturnSums> &sums() const { return m_sums; }
    /// What the store answered last: why the sale cannot be read, or this not be taken back.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// Why it cannot be paid back now; empty when it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool isRecording() const { return m_isRecording; }
    [[nodiscard]] ReturnQuestion question() const;
    /// Records it. Whoever may not do it alone is asked for somebody's PIN by ApprovalPresenter meanwhile.
    void payBack();

    /// Who goes on with what comes back as credit, or says why not.
    void setExchange(std::function<Result<void>(const TillReturn &)> exchange) { m_exchange = std::move(exchange); }
    /// Leaves it for the till, with what was chosen as credit; an approval is asked for there. Does nothing with an
    /// obstacle.
    void exchange();

    [[nodiscard]] const ReturnDone &done() const { return m_done; }
    /// The receipt of what was recorded once more.
    void printAgain();
    /// Leaves it for the document that was recorded.
    void showDocument();

Q_SIGNALS:
    void stepChanged();
    /// Lines, sums, problem or obstacle are different.
    void changed();
    /// The receipt of what was recorded, also once more.
    void printWanted(const crema::Sale &sale, const QString &cashier);
    /// What comes back lies in the cart: the till goes on.
    void exchangeBegun();
    /// The person wants to see the sale of this receipt number.
    void documentWanted(const QString &number);

private:
    using Self = QPointer<ReturnPresenter>;

    /// What is chosen of one line.
    struct Pick {
        std::int64_t quantity = 0;
        QString reason;
        bool restock = true;
        QString feeText;
        std::optional<Money> fee;
        QString feeProblem;
    };

    void setStep(ReturnStep step);
    void forget();
    void readAgain();
    void take(const sync::ReturnableSale &sale);
    [[nodiscard]] bool isChosen() const;
    [[nodiscard]] Pick *pick(int row);
    [[nodiscard]] sync::ReturnDraft draft() const;
    void compute();
    [[nodiscard]] ReturnSums sumsOf(const Sale &sale) const;
    [[nodiscard]] QString amount(const Money &money) const { return m_texts.amount(money); }
    void finish(const sync::SaleView &view);
    void fail(const Problem &problem);

    static QCoro::Task<> read(Self self, std::stop_token stop, QString key);
    static QCoro::Task<> quote(Self self, std::stop_token stop, sync::ReturnDraft draft);
    static QCoro::Task<> find(Self self, std::stop_token stop, QString code);
    static QCoro::Task<> findCard(Self self, std::stop_token stop, QString code);
    void addVariant(const VariantId &variant);
    [[nodiscard]] bool addBundle(const VariantId &variant);
    static QCoro::Task<> record(Self self, std::stop_token stop, sync::ReturnDraft draft);

    ShopDesk &m_desk;
    QLocale m_locale;
    TillTexts m_texts;
    ReturnStep m_step = ReturnStep::Closed;
    QString m_key;
    std::optional<sync::ReturnableSale> m_sale;
    QList<Pick> m_picks; ///< one for each line of the sale
    RefundTo m_to = RefundTo::Original;
    std::optional<GiftCardId> m_giftCard; ///< that was shown for it
    std::optional<ReturnSums> m_sums;
    bool m_isCurrent = false; ///< the sums are of what is chosen now
    bool m_isRecording = false;
    std::optional<Problem> m_problem;
    ReturnDone m_done;
    std::function<Result<void>(const TillReturn &)> m_exchange;
    sync::SaleView m_document; ///< what was recorded last
    std::stop_source m_readStop;
    std::stop_source m_quoteStop;
    std::stop_source m_stop;
};

} // namespace crema
