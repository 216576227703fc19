// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of review means. The codes come from models/operations and models/selling/check_sale.h.
#include "platform/sync/review_list.h"

#include <QCoreApplication>

#include <array>

namespace crema::platform {
namespace {

struct Words {
    QLatin1String code;
    const char *text;
};

constexpr std::array words{
    Words{QLatin1String("actor.lacks_permission"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "Whoever did this has no right to. Look at their role.")},
    Words{QLatin1String("cart.taken_twice"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "Two registers went on with the same parked sale before either heard of the other. Look "
                            "whether both sold it.")},
    Words{QLatin1String("cash.after_close"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "Cash was moved after the shift was closed, so the count of "
                            "the drawer does not hold it.")},
    Words{QLatin1String("cash.other_currency"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "Cash was moved in another currency than that of the "
                                                            "shift.")},
    Words{QLatin1String("cash.unknown_shift"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "The shift in which cash was moved was not known here when "
                                                            "this came. If it came later, it holds it.")},
    Words{QLatin1String("dead_letter"), QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                                                          "This could not be read. It is kept whole; a manager sets it "
                                                          "aside on a device of the location, under Sync.")},
    Words{QLatin1String("gift_card.blocked"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "A gift card was used that is blocked: the register had not heard of it. "
                            "What happened counts. Look at who showed the card.")},
    Words{QLatin1String("gift_card.expired"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "A gift card paid after its last day. What happened "
                                                            "counts.")},
    Words{QLatin1String("gift_card.other_currency"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "A gift card was used in another currency than its own. "
                                                            "Its balance was left; adjust it.")},
    Words{QLatin1String("gift_card.overdrawn"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "More was paid with a gift card than was on it: two registers may have taken it "
                            "before either heard of the other. The balance is below zero; the cash is right.")},
    Words{QLatin1String("gift_card.unknown"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "A gift card was used that is not known here. What it moved "
                            "is kept; if the card comes later, it has it.")},
    Words{QLatin1String("points.differ"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "A register gave or took other points than this shop does now: it may not have heard of a "
                            "change. What happened counts; adjust the points if need be.")},
    Words{QLatin1String("points.overdrawn"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "More points were taken than the customer had: two registers may have taken them before "
                            "either heard of the other, or what earned them came back. The account is below zero.")},
    Words{
        QLatin1String("payment.amount"),
        QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                          "An online payment was taken for another amount or currency than the customer paid. Look at "
                          "both.")},
    Words{QLatin1String("payment.given_back"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "A sale was paid with money that goes back to the customer: somebody gave it back before "
                            "the register had heard of it. Ask the customer for it again.")},
    Words{QLatin1String("payment.not_paid"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "A sale names an online payment that was not paid when it came. If the provider says later "
                            "that it is, all is well.")},
    Words{QLatin1String("payment.open"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "A shift was closed while nobody knew what became of an online payment in it, or the money "
                            "was for no sale. Settle it under online payments.")},
    Words{QLatin1String("payment.refund_beyond"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "More was paid back online than was paid: two registers may have taken it back before "
                            "either heard of the other. The provider gives back what was paid and no more.")},
    Words{QLatin1String("payment.refund_failed"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "The bank turned a refund down after it was made, so the customer has not got the money. "
                            "Pay it back in another way.")},
    Words{QLatin1String("payment.unknown"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "An online payment was named that is not known here. Look whether the provider has the "
                            "money.")},
    Words{QLatin1String("payment.used_twice"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "An online payment was taken for two sales. It belongs to the first; the other one is not "
                            "paid.")},
    Words{QLatin1String("return.beyond_limit"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "More was paid back than whoever did it may, and nobody "
                                                            "approved it who may. Ask them why.")},
    Words{QLatin1String("return.exceeds"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "More came back than was sold: two registers may have taken "
                            "it back before either heard of the other. Stock and cash "
                            "are as it happened. Look at both receipts.")},
    Words{QLatin1String("return.unknown_sale"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "Something came back of a sale that was not known here when "
                            "it came. If the sale came later, look at it.")},
    Words{QLatin1String("sale.after_close"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "The sale came after its shift was closed, so the count of "
                                                            "the drawer does not hold it.")},
    Words{QLatin1String("sale.bundle_invalid"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "Something was sold as a bundle that is none here. The till "
                            "may not have heard of a change yet.")},
    Words{QLatin1String("sale.discount_beyond_limit"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "More was taken off than whoever sold may give, and nobody "
                                                            "approved it who may. Ask them why.")},
    Words{QLatin1String("sale.number_used"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "Another sale has this number: two stores worked as one "
                                                            "register for a while. Both are kept.")},
    Words{QLatin1String("sale.other_currency"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "The sale is in another currency than its shift.")},
    Words{QLatin1String("sale.promotion_invalid"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "A promotion was given that is not known here, is switched off, or holds at other places, "
                            "on other days, for others or with another coupon. The till may not have heard of a "
                            "change yet.")},
    Words{QLatin1String("sale.unknown_shift"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "The shift of this sale was not known here when it came. "
                                                            "If it came later, it holds the sale.")},
    Words{QLatin1String("sale.unknown_variant"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "An article was sold that is not known here. Its stock was "
                                                            "moved all the same.")},
    Words{QLatin1String("shift.already_closed"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "The shift was closed twice. The first count stands.")},
    Words{QLatin1String("shift.already_open"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "The register opened a shift while another one was open.")},
    Words{QLatin1String("shift.difference_beyond_limit"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords",
                            "The count was further from what was expected than the shop "
                            "accepts, and nobody approved it who may. Ask them why.")},
    Words{QLatin1String("shift.expected_differs"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "The device expected another sum in the drawer than the "
                                                            "platform does. Sales of it may still be on the way.")},
    Words{QLatin1String("shift.unknown"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "A shift was closed that is not known here.")},
    Words{QLatin1String("shift.z_differs"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "The Z of the shift says something else than what arrived "
                                                            "of it. Sales of it may still be on the way.")},
    Words{QLatin1String("stock.unknown_variant"),
          QT_TRANSLATE_NOOP("crema::platform::ReviewWords", "Stock was moved of an article that is not known here.")},
};

} // namespace

QString ListedReview::text() const
{
    for (const Words &each : words) {
        if (each.code == code)
            return QCoreApplication::translate("crema::platform::ReviewWords", each.text);
    }
    // Every other code names a figure of a sale that is not what its parts come to.
    return QCoreApplication::translate("crema::platform::ReviewWords",
                                       "A figure of this sale is not what its parts come to (%1). It is kept as it was "
                                       "rung up.")
        .arg(code);
}

} // namespace crema::platform
