// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/coupon_words.h"

#include "ui/presenters/till/till_texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::CouponWords)
};

} // namespace

QString couponEffect(const CouponStanding &standing, const QLocale &locale)
{
    const TillTexts texts(locale);
    switch (standing.lack) {
    case CouponLack::Nothing: return texts.amount(-standing.given);
    case CouponLack::NotHere: return Texts::tr("not at this place");
    case CouponLack::NotForThem:
        return Texts::tr("only for customers of %1", "groups of customers")
            .arg(locale.createSeparatedList(standing.groups));
    case CouponLack::NotNow: return Texts::tr("not at this time");
    case CouponLack::NoArticle: return Texts::tr("nothing it is for is in the cart");
    case CouponLack::Quantity:
        return standing.unit == Unit::Gram
                   ? Texts::tr("needs %1 more", "a weight")
                         .arg(texts.quantity(Quantity(standing.missingUnits), Unit::Gram))
                   : Texts::tr("needs %n more", "articles", static_cast<int>(standing.missingUnits));
    case CouponLack::Amount: return Texts::tr("needs %1 more", "an amount").arg(texts.amount(standing.missingAmount));
    case CouponLack::FreeItem: return Texts::tr("ring up what is free with it");
    case CouponLack::Outdone: return Texts::tr("something else takes off more");
    }
    return {};
}

QList<CouponChip> couponChips(const QStringList &codes, const QList<CouponStanding> &standings, const QLocale &locale)
{
    QList<CouponChip> chips;
    for (const QString &code : codes) {
        CouponChip chip;
        chip.code = code;
        const auto known =
            std::ranges::find_if(standings, [&](const CouponStanding &each) { return each.code == code; });
        if (known != standings.end()) {
            chip.promotion = known->promotion;
            chip.effectText = couponEffect(*known, locale);
            chip.gives = known->lack == CouponLack::Nothing;
        }
        chips.append(chip);
    }
    return chips;
}

QString couponLine(const CouponChip &chip)
{
    if (chip.effectText.isEmpty())
        return chip.code;
    return chip.gives
               ? Texts::tr("%1 %2", "code of a coupon and what it takes off").arg(chip.code, chip.effectText)
               : Texts::tr("%1: %2", "code of a coupon and why it gives nothing").arg(chip.code, chip.effectText);
}

} // namespace crema
