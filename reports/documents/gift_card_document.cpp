// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/gift_card_document.h"

#include "models/giftcards/gift_code.h"
#include "reports/documents/amount_format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace crema::documents {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::documents::GiftCardDocument)
};

TextBlock centred(const QString &text, Emphasis emphasis = Emphasis::Normal)
{
    return {text, Alignment::Centre, emphasis};
}

QString dayOf(UtcTime at, const QByteArray &timeZone, const QLocale &locale)
{
    const QTimeZone zone(timeZone);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.msSinceEpoch(), QTimeZone::utc());
    return locale.toString((zone.isValid() ? time.toTimeZone(zone) : time).date(), QLocale::ShortFormat);
}

} // namespace

PrintedDocument giftCardSlip(const GiftCardSlipInput &input, const QLocale &locale)
{
    PrintedDocument document;
    if (locale.textDirection() == Qt::RightToLeft)
        document.direction = ReadingDirection::RightToLeft;
    QList<DocumentBlock> &blocks = document.blocks;
    blocks.append(centred(input.head.businessName, Emphasis::Strong));
    if (!input.head.locationName.isEmpty())
        blocks.append(centred(input.head.locationName));
    blocks.append(RuleBlock{});
    blocks.append(centred(Texts::tr("Gift card"), Emphasis::Strong));
    blocks.append(PairBlock{Texts::tr("On it on %1", "a day").arg(dayOf(input.at, input.head.timeZone, locale)),
                            plainAmount(input.card.balance, locale), Emphasis::Strong});
    if (input.card.expires)
        blocks.append(
            TextBlock{Texts::tr("Good until %1").arg(locale.toString(*input.card.expires, QLocale::ShortFormat))});
    blocks.append(RuleBlock{});
    if (!input.code.isEmpty()) {
        blocks.append(BarcodeBlock{input.code.toLatin1()});
        blocks.append(centred(groupedGiftCode(input.code)));
        blocks.append(TextBlock{Texts::tr("Whoever shows this code pays with it. Keep it like cash.")});
    } else {
        blocks.append(TextBlock{Texts::tr("The card that ends in %1.").arg(input.card.lastDigits)});
    }
    blocks.append(CutBlock{});
    return document;
}

} // namespace crema::documents
