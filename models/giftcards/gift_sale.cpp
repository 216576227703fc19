// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/giftcards/gift_sale.h"

#include "models/money/checked.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::GiftCard)
};

tl::unexpected<Problem> refused(const QString &code, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{QStringLiteral("gift_cards"), message}});
}

} // namespace

SaleLine giftLine(const GiftLoad &load)
{
    const Money zero(0, load.amount.currency());
    SaleLine line;
    line.variant = VariantId(load.card.value());
    line.product = ProductId(load.card.value());
    line.name = Texts::tr("Gift card");
    line.options = load.lastDigits.isEmpty() ? QString() : QStringLiteral("…%1").arg(load.lastDigits);
    line.quantity = Quantity(1);
    line.price = Price{load.amount, 1};
    line.cartDiscount = zero;
    line.net = load.amount;
    line.tax = zero;
    line.gross = load.amount;
    line.giftCard = load.card;
    return line;
}

Result<Quote> withGiftCards(Quote quote, const QList<GiftLoad> &loads)
{
    if (loads.size() > GiftLoad::most) {
        return refused(QStringLiteral("cart.full"),
                       Texts::tr("One sale takes at most %1 gift cards.").arg(GiftLoad::most),
                       Texts::tr("Sell the others in another sale."));
    }
    for (const GiftLoad &load : loads) {
        if (load.amount.currency() != quote.total.currency()) {
            return refused(QStringLiteral("cart.currency"),
                           Texts::tr("The amount has to be in %1.").arg(quote.total.currency().code()),
                           Texts::tr("Type the amount again."));
        }
        if (load.amount.isNegative() || load.amount.isZero()) {
            return refused(QStringLiteral("gift_card.amount"), Texts::tr("A gift card is loaded with more than zero."),
                           Texts::tr("Type the amount again."));
        }
        const auto total = checkedAdd(quote.total, load.amount);
        const auto subtotal = checkedAdd(quote.subtotal, load.amount);
        if (!total || !subtotal) {
            return refused(QStringLiteral("money.overflow"), Texts::tr("The cart adds up to more than Crema can hold."),
                           Texts::tr("Load less on the card."));
        }
        quote.total = *total;
        quote.subtotal = *subtotal;
        quote.lines.append(giftLine(load));
    }
    return quote;
}

} // namespace crema
