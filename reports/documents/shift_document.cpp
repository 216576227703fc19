// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/shift_document.h"

#include "reports/documents/amount_format.h"
#include "reports/documents/text_renderer.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace crema::documents {

namespace {

constexpr int narrowestText = 20;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ShiftDocument)
};

QString methodText(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash: return Texts::tr("Cash");
    case PaymentMethod::Card: return Texts::tr("Card");
    case PaymentMethod::Invoice: return Texts::tr("On account");
    case PaymentMethod::GiftCard: return Texts::tr("Gift card");
    case PaymentMethod::StoreCredit: return Texts::tr("Store credit");
    case PaymentMethod::Online: return Texts::tr("Online");
    }
    return {};
}

/// What the papers about cash have in common.
class CashPaper
{
protected:
    CashPaper(const CashPaperHead &head, const QLocale &locale) : m_locale(locale), m_head(head)
    {
        const bool isMirrored = locale.textDirection() == Qt::RightToLeft;
        m_document.direction = isMirrored ? ReadingDirection::RightToLeft : ReadingDirection::LeftToRight;
    }

    void put(DocumentBlock block) { m_document.blocks.append(std::move(block)); }
    void putText(const QString &text) { put(TextBlock{text}); }
    void putCentred(const QString &text, Emphasis emphasis = Emphasis::Normal)
    {
        if (!text.isEmpty())
            put(TextBlock{text, Alignment::Centre, emphasis});
    }
    void putAmount(const QString &name, const Money &amount, Emphasis emphasis = Emphasis::Normal)
    {
        put(PairBlock{name, plainAmount(amount, m_locale), emphasis});
    }

    void writeHead(const QString &title)
    {
        putCentred(m_head.businessName, Emphasis::Strong);
        putCentred(m_head.locationName);
        putCentred(title, Emphasis::Strong);
        if (!m_head.registerName.isEmpty())
            putText(Texts::tr("Register %1").arg(m_head.registerName));
    }

    [[nodiscard]] QString number(std::int64_t count) const { return m_locale.toString(static_cast<qlonglong>(count)); }
    [[nodiscard]] QString moment(UtcTime at) const
    {
        const QTimeZone zone(m_head.timeZone);
        const QDateTime moment =
            QDateTime::fromMSecsSinceEpoch(at.msSinceEpoch(), zone.isValid() ? zone : QTimeZone::utc());
        return m_locale.toString(moment, QLocale::ShortFormat);
    }

    const QLocale &m_locale;
    PrintedDocument m_document;

private:
    const CashPaperHead &m_head;
};

/// Writes one report from top to bottom.
class ShiftWriter : CashPaper
{
public:
    ShiftWriter(const ShiftReportInput &input, const QLocale &locale)
        : CashPaper(input.head, locale), m_input(input), m_totals(input.totals)
    {}

    [[nodiscard]] PrintedDocument write()
    {
        writeHead(shiftReportTitle(m_totals));
        writeTimes();
        put(RuleBlock{});
        writeSales();
        writeTaxes();
        writeMovements();
        put(RuleBlock{});
        writeDrawer();
        put(RuleBlock{});
        writeFoot();
        return m_document;
    }

private:
    [[nodiscard]] const ShiftFigures &figures() const { return m_totals.figures; }

    void writeTimes()
    {
        if (m_totals.businessDay.isValid())
            putText(Texts::tr("Business day %1").arg(m_locale.toString(m_totals.businessDay, QLocale::ShortFormat)));
        putText(Texts::tr("Opened %1").arg(momentBy(m_totals.openedAt, m_input.openedByName)));
        if (m_totals.closedAt)
            putText(Texts::tr("Closed %1").arg(momentBy(*m_totals.closedAt, m_input.closedByName)));
        else
            putText(Texts::tr("As of %1").arg(moment(m_input.at)));
    }

    [[nodiscard]] QString momentBy(UtcTime at, const QString &name) const
    {
        return name.isEmpty() ? moment(at) : Texts::tr("%1, %2", "a moment, and who did it").arg(moment(at), name);
    }

    /// "Cash (12)".
    [[nodiscard]] QString counted(const QString &name, std::int64_t count) const
    {
        return Texts::tr("%1 (%2)", "something, and how often").arg(name, number(count));
    }

    void writeSales()
    {
        putAmount(counted(Texts::tr("Sales"), figures().saleCount), figures().salesTotal, Emphasis::Strong);
        if (!figures().rounding.isZero())
            putAmount(Texts::tr("Rounding"), figures().rounding);
        for (const MethodTotal &method : figures().byMethod)
            putAmount(counted(methodText(method.method), method.count), method.amount);
        for (const MethodTotal &method : figures().byMethod) {
            if (!method.tips.isZero())
                putAmount(Texts::tr("Tips: %1", "by cash, by card").arg(methodText(method.method)), method.tips);
        }
        if (!figures().giftCards.isZero())
            putAmount(Texts::tr("Of it gift cards, no revenue"), figures().giftCards);
        if (!figures().discounts.isZero())
            putAmount(Texts::tr("Discounts given"), figures().discounts);
        if (!figures().returns.isZero())
            putAmount(Texts::tr("Taken back"), figures().returns);
        if (!figures().firstNumber.isEmpty()) {
            putText(Texts::tr("First receipt %1").arg(figures().firstNumber));
            putText(Texts::tr("Last receipt %1").arg(figures().lastNumber));
        }
    }

    void writeTaxes()
    {
        if (figures().byTax.isEmpty())
            return;
        put(RuleBlock{});
        put(TableRowBlock{{Texts::tr("VAT"), Texts::tr("Net"), Texts::tr("Tax"), Texts::tr("Gross")}});
        for (const TaxSummary &tax : figures().byTax) {
            put(TableRowBlock{{percentText(tax.rate.tenThousandths(), m_locale), plainAmount(tax.net, m_locale),
                               plainAmount(tax.tax, m_locale), plainAmount(tax.gross, m_locale)}});
        }
    }

    void writeMovements()
    {
        if (figures().movements.isEmpty())
            return;
        put(RuleBlock{});
        for (const MovementTotal &movement : figures().movements)
            putAmount(counted(cashMovementName(movement.kind), movement.count),
                      drawerChange(movement.kind, movement.amount));
    }

    void writeDrawer()
    {
        putAmount(Texts::tr("Float"), m_totals.floatAmount);
        putAmount(Texts::tr("Cash from sales"), m_totals.cashTotal);
        putAmount(Texts::tr("Cash moved"), m_totals.moved);
        putAmount(Texts::tr("Expected in the drawer"), m_totals.expected, Emphasis::Strong);
        if (m_totals.counted)
            putAmount(Texts::tr("Counted"), *m_totals.counted, Emphasis::Strong);
        if (m_totals.difference)
            putAmount(Texts::tr("Difference"), *m_totals.difference, Emphasis::Strong);
        for (const CountedPiece &piece : m_totals.pieces) {
            const Result<Money> worth = sumOfPieces({piece}, Money(0, piece.piece.currency()));
            putAmount(Texts::tr("%1 x %2").arg(number(piece.count), plainAmount(piece.piece, m_locale)),
                      worth ? *worth : piece.piece);
        }
    }

    void writeFoot()
    {
        for (const LateSales &late : m_totals.late)
            putAmount(Texts::tr("Came after Z %1 (%2)", "sales; number of the report, and how many")
                          .arg(number(late.number), number(late.count)),
                      late.total);
        if (m_totals.number)
            putAmount(Texts::tr("All Z reports together"), m_totals.perpetual);
        else
            putText(Texts::tr("The shift goes on: this is no closing."));
        put(CutBlock{});
    }

    const ShiftReportInput &m_input;
    const ShiftTotals &m_totals;
};

class SlipWriter : CashPaper
{
public:
    SlipWriter(const CashSlipInput &input, const QLocale &locale) : CashPaper(input.head, locale), m_input(input) {}

    [[nodiscard]] PrintedDocument write()
    {
        const CashMovement &movement = m_input.movement;
        writeHead(cashMovementName(movement.kind));
        putText(moment(movement.at));
        if (!m_input.byName.isEmpty())
            putText(Texts::tr("By %1").arg(m_input.byName));
        put(RuleBlock{});
        if (movement.kind != CashMovementKind::NoSale)
            putAmount(movement.amount.currency().code(), movement.amount, Emphasis::Strong);
        if (!movement.reason.isEmpty())
            putText(Texts::tr("Reason: %1").arg(movement.reason));
        for (const QString &line : movement.note.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            putText(line);
        put(RuleBlock{});
        putText(Texts::tr("Signature:"));
        putText(QStringLiteral(" "));
        put(RuleBlock{});
        put(CutBlock{});
        return m_document;
    }

private:
    const CashSlipInput &m_input;
};

} // namespace

QString cashMovementName(CashMovementKind kind)
{
    switch (kind) {
    case CashMovementKind::PaidIn: return Texts::tr("Paid in");
    case CashMovementKind::PaidOut: return Texts::tr("Paid out");
    case CashMovementKind::SafeDrop: return Texts::tr("Safe drop");
    case CashMovementKind::NoSale: return Texts::tr("No sale");
    }
    return {};
}

QString shiftReportTitle(const ShiftTotals &totals)
{
    if (totals.number)
        return Texts::tr("Z report %1").arg(*totals.number);
    return totals.closedAt ? Texts::tr("Z report") : Texts::tr("X report");
}

PrintedDocument shiftDocument(const ShiftReportInput &input, const QLocale &locale)
{
    return ShiftWriter(input, locale).write();
}

QString shiftReportText(const ShiftReportInput &input, const QLocale &locale, int columns)
{
    return textOf(shiftDocument(input, locale), std::max(columns, narrowestText));
}

PrintedDocument cashSlip(const CashSlipInput &input, const QLocale &locale)
{
    return SlipWriter(input, locale).write();
}

} // namespace crema::documents
