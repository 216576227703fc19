// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/gift_cards_presenter.h"

#include "ui/presenters/people/customers_presenter.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::GiftCardsPresenter)
};

constexpr int lookedThrough = 1'000;
constexpr qsizetype shownDigits = 4;

Result<GiftCardView> onlyOneWith(const QString &digits, const QList<GiftCardView> &cards)
{
    QList<GiftCardView> found = cards;
    found.removeIf([&](const GiftCardView &each) { return each.card.lastDigits != digits; });
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty()) {
        return failure(ProblemKind::NotFound, QStringLiteral("gift_card.unknown"),
                       Texts::tr("No gift card that is known here ends in %1.").arg(digits),
                       Texts::tr("Fetch the latest changes, or type the whole code."));
    }
    return failure(ProblemKind::Invalid, QStringLiteral("gift_card.ambiguous"),
                   Texts::tr("%1 gift cards end in %2.").arg(found.size()).arg(digits),
                   Texts::tr("Type the whole code, or the id of the card."));
}

} // namespace

QCoro::Task<Result<IssuedGiftCard>> GiftCardsPresenter::issue() const
{
    return m_client.issueGiftCard();
}

QCoro::Task<Result<GiftCardView>> GiftCardsPresenter::find(QString words) const
{
    sync::Client &client = m_client;
    const QString typed = words.trimmed();
    if (const auto id = GiftCardId::fromString(typed))
        co_return co_await client.giftCardById(*id);
    if (typed.size() != shownDigits)
        co_return co_await client.giftCard(typed);
    const Result<QList<GiftCardView>> cards = co_await client.giftCards(lookedThrough);
    if (!cards)
        co_return failure(cards.error());
    co_return onlyOneWith(typed, *cards);
}

QCoro::Task<Result<GiftCardView>> GiftCardsPresenter::creditOf(QString customer) const
{
    sync::Client &client = m_client;
    const Result<Customer> known = co_await CustomersPresenter(client).byWords(customer);
    if (!known)
        co_return failure(known.error());
    co_return co_await client.storeCredit(known->id);
}

QCoro::Task<Result<QList<GiftCardView>>> GiftCardsPresenter::list(std::int64_t limit) const
{
    return m_client.giftCards(static_cast<int>(std::min<std::int64_t>(limit, lookedThrough)));
}

QCoro::Task<Result<GiftCardView>> GiftCardsPresenter::setState(QString words, GiftCardState state,
                                                               std::optional<ApproverWord> approver) const
{
    sync::Client &client = m_client;
    const Result<GiftCardView> known = co_await GiftCardsPresenter(client).find(words);
    if (!known)
        co_return known;
    GiftCard after = known->card;
    after.state = state;
    GivenApproval given(client, std::move(approver));
    auto editing = given.of([&] { return client.editGiftCard(known->card, after); });
    co_return given.told(co_await editing);
}

QCoro::Task<Result<GiftCardView>> GiftCardsPresenter::adjust(QString words, QString customer, std::int64_t minor,
                                                             QString reason, std::optional<ApproverWord> approver) const
{
    sync::Client &client = m_client;
    const GiftCardsPresenter cards(client);
    auto finding = customer.isEmpty() ? cards.find(words) : cards.creditOf(customer);
    const Result<GiftCardView> known = co_await finding;
    if (!known)
        co_return known;
    const Money amount(minor, known->card.balance.currency());
    GivenApproval given(client, std::move(approver));
    auto adjusting = given.of([&] { return client.adjustGiftCard(known->card, amount, reason); });
    co_return given.told(co_await adjusting);
}

} // namespace crema::presenters
