// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "ui/presenters/selling/approver_word.h"

namespace crema::presenters {

using sync::GiftCardView;
using sync::IssuedGiftCard;

/// Gift cards and store credit as verbs take them. The client outlives it.
class GiftCardsPresenter
{
public:
    explicit GiftCardsPresenter(sync::Client &client) : m_client(client) {}

    /// A new card with nothing on it. Errors: those of Client::issueGiftCard().
    [[nodiscard]] QCoro::Task<Result<IssuedGiftCard>> issue() const;
    /// By its code, its id, or the four last digits that only one card has. Errors: `gift_card.code`,
    /// `gift_card.unknown`, `gift_card.ambiguous`.
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> find(QString words) const;
    /// The store credit of a customer, named as in CustomersPresenter::byWords().
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> creditOf(QString customer) const;
    [[nodiscard]] QCoro::Task<Result<QList<GiftCardView>>> list(std::int64_t limit) const;
    /// Errors: those of find(), and of approved().
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> setState(QString words, GiftCardState state,
                                                             std::optional<ApproverWord> approver) const;
    /// Adds `minor` to what is on it, below zero to take away; with a customer in place of a card their store credit.
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> adjust(QString words, QString customer, std::int64_t minor,
                                                           QString reason, std::optional<ApproverWord> approver) const;

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
