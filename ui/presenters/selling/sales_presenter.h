// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/page_drawing.h"
#include "sync/client/client.h"
#include "ui/presenters/selling/return_words.h"
#include "ui/presenters/selling/sale_words.h"

#include <QLocale>
#include <QStringList>

namespace crema::presenters {

using sync::SaleView;
using sync::SyncState;

/// A sale as one line of words describes it.
struct SaleWords {
    QStringList lines;           ///< as readLineWords() reads them; at least one, or a gift card
    QStringList tenders;         ///< as readTenderWords() reads them
    QString customer;            ///< id, or a name, e-mail or phone that only one customer has; empty: none
    QString note;                ///< for staff
    QStringList discounts;       ///< as readDiscountWords() reads them
    bool isConfirmed = false;    ///< a person said that an unusual amount of cash is right
    QStringList giftCards = {};  ///< as readGiftLoadWords() reads them
    QStringList coupons = {};    ///< codes that were shown
    QStringList offCatalog = {}; ///< as readOffCatalogWords() reads them; behind the lines
    std::int64_t points = 0;     ///< of the customer that are taken
    QString customerNote = {};   ///< for the customer, on the receipt
};

/// What a sale would come to.
struct QuotedSale {
    Sale sale;
    Money cashDue; ///< what is to be paid in cash after the tenders that were named, rounded to the smallest coin
};

/// How a receipt is to be given out.
struct ReceiptForm {
    enum class Format { Text, EscPos, Pdf };

    Format format = Format::Text;
    int columns = 0; ///< characters in a line; 0: 42, and for a printer as many as it has
    QString profile; ///< of the printer; empty: one that nobody knows
};

/// Sales as verbs and lists need them. The client outlives it.
class SalesPresenter
{
public:
    explicit SalesPresenter(sync::Client &client, const documents::PageDrawing &drawing = {})
        : m_client(client), m_drawing(drawing)
    {}

    /// Records a paid sale. Errors: those of the words, `product.unknown_code` with the code, `discount.no_line`,
    /// `customer.unknown`, `customer.ambiguous`, those of GiftCardsPresenter::find(), and those of
    /// Client::completeSale.
    [[nodiscard]] QCoro::Task<Result<SaleView>> create(SaleWords words) const;
    /// What the sale would come to; tenders may be missing. Nothing is recorded.
    [[nodiscard]] QCoro::Task<Result<QuotedSale>> quote(SaleWords words) const;
    /// Takes back something of a sale, or all that is left of it, or what has no receipt; and sells something in
    /// exchange. Errors: those of picksOf(), readUnreceipted() and create(), `refund.to`, `return.fee` (a fee without a
    /// receipt), and of Client::returnSale().
    [[nodiscard]] QCoro::Task<Result<SaleView>> takeBack(ReturnWords words) const;
    /// What a return would come to, with what would be paid back. Nothing is recorded. Errors as above.
    [[nodiscard]] QCoro::Task<Result<Sale>> quoteReturn(ReturnWords words) const;
    /// What the words of a sale mean. Errors as create() of them.
    [[nodiscard]] QCoro::Task<Result<sync::SaleDraft>> draftOf(SaleWords words) const;
    /// Newest first; `filter` is a SaleQuery as text. Errors: `filter.unknown`, `shift.not_open` for `shift:this`.
    [[nodiscard]] QCoro::Task<Result<QList<SaleView>>> list(QString filter, std::int64_t limit, UtcTime now) const;
    /// By receipt number or id. Errors: `sale.unknown`.
    [[nodiscard]] QCoro::Task<Result<SaleView>> byNumber(QString number) const { return m_client.sale(number); }
    /// The receipt, marked as a copy. Errors: `sale.unknown`, `printer.profile`, `receipt.drawing`.
    [[nodiscard]] QCoro::Task<Result<QByteArray>> receipt(QString number, QLocale locale, ReceiptForm form) const;

    /// Has it mailed. Errors: those of Client::mailReceipt().
    [[nodiscard]] QCoro::Task<Result<sync::ReceiptMail>> mailReceipt(QString number, QString address,
                                                                     QString language) const
    {
        return m_client.mailReceipt(std::move(number), std::move(address), std::move(language));
    }
    [[nodiscard]] QCoro::Task<Result<QList<sync::ReceiptMail>>> receiptMails() const { return m_client.receiptMails(); }

private:
    sync::Client &m_client;
    documents::PageDrawing m_drawing;
};

} // namespace crema::presenters
