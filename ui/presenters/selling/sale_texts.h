// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/queue_entry.h"
#include "sync/client/return_draft.h"
#include "ui/presenters/selling/sale_list_view.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/till/till_texts.h"

namespace crema {

/// Recorded sales in the words of one locale and one shop. Values in, texts out.
class SaleTexts
{
public:
    /// Characters of a receipt's line, as 80 mm paper has them.
    static constexpr int receiptColumns = 42;

    SaleTexts(const QLocale &locale, const sync::ClientState &state);

    [[nodiscard]] SaleRow row(const sync::SaleView &view) const;
    /// `entry` is what the queue still holds of this sale; nothing when the platform has it.
    [[nodiscard]] SaleDetail detail(const sync::SaleView &view, const std::optional<sync::QueueEntry> &entry,
                                    UtcTime now) const;
    /// Says at each line how much of it came back, and with which documents.
    void addReturns(SaleDetail &detail, const sync::ReturnableSale &returns) const;
    [[nodiscard]] QString receipt(const sync::SaleView &view, int columns) const;
    [[nodiscard]] QString amount(const Money &money) const { return m_texts.amount(money); }
    [[nodiscard]] QString count(std::int64_t number) const;
    [[nodiscard]] const TimeWords &times() const { return m_times; }

private:
    [[nodiscard]] QString payments(const Sale &sale) const;
    [[nodiscard]] QString registerText(const Sale &sale) const;
    [[nodiscard]] SaleLineView line(const SaleLine &line) const;
    [[nodiscard]] SaleLineView line(const ReturnedLine &line) const;
    [[nodiscard]] QString itemsText(const Sale &sale) const;
    [[nodiscard]] QString pointsText(const Sale &sale) const;
    void addAmounts(SaleDetail &detail, const Sale &sale) const;
    [[nodiscard]] QList<SaleEvent> events(const sync::SaleView &view,
                                          const std::optional<sync::QueueEntry> &entry) const;

    QLocale m_locale;
    sync::ClientState m_state;
    TillTexts m_texts;
    TimeWords m_times;
};

/// What lists and addresses know a sale by: see SaleRow::key.
[[nodiscard]] QString saleKey(const sync::SaleView &view);

[[nodiscard]] QString paymentMethodName(PaymentMethod method);

} // namespace crema
