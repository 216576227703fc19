// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/receipt_document.h"

#include "models/loyalty/points_ledger.h"
#include "models/money/checked.h"
#include "models/pricing/bundle_lines.h"
#include "reports/documents/amount_format.h"
#include "reports/documents/text_renderer.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace crema::documents {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ReceiptDocument", text);
}

QString methodName(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash: return translated("Cash");
    case PaymentMethod::Card: return translated("Card");
    case PaymentMethod::Invoice: return translated("On account");
    case PaymentMethod::GiftCard: return translated("Gift card");
    case PaymentMethod::StoreCredit: return translated("Store credit");
    case PaymentMethod::Online: return translated("Online");
    }
    return {};
}

/// Writes one receipt from top to bottom.
class ReceiptWriter
{
public:
    ReceiptWriter(const ReceiptInput &input, const QLocale &locale)
        : m_input(input), m_sale(input.sale), m_locale(locale)
    {}

    [[nodiscard]] PrintedDocument write()
    {
        const bool isMirrored = m_locale.textDirection() == Qt::RightToLeft;
        m_document.direction = isMirrored ? ReadingDirection::RightToLeft : ReadingDirection::LeftToRight;
        writeHead();
        put(RuleBlock{});
        const QList<SaleLineRow> rows = saleLineRows(m_sale.lines);
        for (const SaleLineRow &row : rows) {
            if (row.isBundle)
                writeBundle(row);
            else
                writeLine(m_sale.lines.at(row.first));
        }
        for (const SaleDiscount &discount : m_sale.discounts)
            putAmount(discount.label, -discount.amount);
        writeReturns();
        put(RuleBlock{});
        writeTotals();
        put(RuleBlock{});
        writeTaxes();
        put(RuleBlock{});
        writePoints();
        writeFoot();
        return m_document;
    }

private:
    void put(DocumentBlock block) { m_document.blocks.append(std::move(block)); }
    void putText(const QString &text) { put(TextBlock{text}); }
    void putCentred(const QString &text, Emphasis emphasis = Emphasis::Normal)
    {
        put(TextBlock{text, Alignment::Centre, emphasis});
    }

    void putAmount(const QString &name, const Money &amount, Emphasis emphasis = Emphasis::Normal)
    {
        put(PairBlock{name, plainAmount(amount, m_locale), emphasis});
    }

    void writeHead()
    {
        if (m_input.drawer == DrawerKick::Open && !isTraining())
            put(DrawerKickBlock{});
        if (!m_input.logo.isEmpty())
            put(LogoBlock{m_input.logo});
        putCentred(m_input.businessName, Emphasis::Strong);
        if (!m_input.locationName.isEmpty())
            putCentred(m_input.locationName);
        for (const QString &line : m_input.headerLines.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            putCentred(line.trimmed());
        if (m_input.kind == ReceiptKind::Copy)
            putCentred(copyText(), Emphasis::Strong);
        if (isTraining())
            writeTraining();
    }

    [[nodiscard]] bool isTraining() const { return m_input.kind == ReceiptKind::Training; }

    // Above and below: whoever tears it off has one of them.
    void writeTraining()
    {
        putCentred(translated("*** TRAINING ***"), Emphasis::Strong);
        putCentred(translated("Not valid as a receipt"));
    }

    [[nodiscard]] QString copyText() const
    {
        return m_input.copy > 1 ? translated("*** COPY %1 ***").arg(m_locale.toString(m_input.copy))
                                : translated("*** COPY ***");
    }

    /// The line's amount before discounts, as the customer saw it on the shelf.
    [[nodiscard]] Money listAmount(const SaleLine &line) const
    {
        Money amount = m_sale.pricesInclude == PricesInclude::Tax ? line.gross : line.net;
        if (!line.cartDiscount.isZero())
            amount += line.cartDiscount;
        for (const SaleDiscount &discount : line.discounts)
            amount += discount.amount;
        return amount;
    }

    void writeLine(const SaleLine &line)
    {
        const QString name = line.options.isEmpty() ? line.name : line.name + QLatin1Char(' ') + line.options;
        putAmount(name, listAmount(line));
        if (line.unit == Unit::Gram || line.quantity.units() != 1 || line.price.per != 1)
            put(TextBlock{quantityText(line), Alignment::Start, Emphasis::Normal, quantityIndent});
        for (const SaleModifier &modifier : line.modifiers)
            put(TextBlock{modifierText(modifier), Alignment::Start, Emphasis::Normal, quantityIndent});
        for (const SaleDiscount &discount : line.discounts)
            putAmount(discount.label, -discount.amount);
    }

    /// The bundle with its price, and below it what is in it; what was given for it by hand is one amount for all of
    /// it.
    void writeBundle(const SaleLineRow &row)
    {
        const SaleBundle &bundle = *m_sale.lines.at(row.first).bundle;
        const Money amount = rowListAmount(m_sale.lines, row, m_sale.pricesInclude);
        putAmount(bundle.name, amount);
        const std::int64_t count = bundle.quantity.units();
        if (count > 1 && amount.minor() % count == 0) {
            const Money one(amount.minor() / count, amount.currency());
            put(TextBlock{
                translated("%1 x %2").arg(m_locale.toString(static_cast<qlonglong>(count)), plainAmount(one, m_locale)),
                Alignment::Start, Emphasis::Normal, quantityIndent});
        }
        const QList<SaleLine> parts = m_sale.lines.mid(row.first, row.count);
        for (const SaleLine &part : parts)
            put(TextBlock{partText(part), Alignment::Start, Emphasis::Normal, quantityIndent});
        for (const auto &[label, taken] : givenFor(parts))
            putAmount(label, -taken);
    }

    /// "2 x House blend 250 g", "500 g Guji Natural": all that is in the bundles of the row.
    [[nodiscard]] QString partText(const SaleLine &part) const
    {
        const QString name = part.options.isEmpty() ? part.name : part.name + QLatin1Char(' ') + part.options;
        const QString quantity = m_locale.toString(static_cast<qlonglong>(part.quantity.units()));
        return part.unit == Unit::Gram ? translated("%1 g %2").arg(quantity, name)
                                       : translated("%1 x %2").arg(quantity, name);
    }

    /// The discounts of a bundle that it did not give itself, by their labels, in the order in which they were given.
    [[nodiscard]] static QList<std::pair<QString, Money>> givenFor(const QList<SaleLine> &parts)
    {
        QList<std::pair<QString, Money>> given;
        for (const SaleLine &part : parts) {
            const SaleDiscount *own = bundleDiscount(part);
            for (const SaleDiscount &discount : part.discounts) {
                if (&discount == own)
                    continue;
                const auto same = std::ranges::find(given, discount.label, &std::pair<QString, Money>::first);
                if (same == given.end())
                    given.append({discount.label, discount.amount});
                else
                    same->second += discount.amount;
            }
        }
        return given;
    }

    /// "Oat milk +0.50"; the price of the line contains it.
    [[nodiscard]] QString modifierText(const SaleModifier &modifier) const
    {
        if (modifier.price.isZero())
            return modifier.name;
        const QString amount = plainAmount(modifier.price, m_locale);
        return modifier.name + QLatin1Char(' ') + (modifier.price.isNegative() ? amount : QLatin1Char('+') + amount);
    }

    [[nodiscard]] QString quantityText(const SaleLine &line) const
    {
        const QString quantity = m_locale.toString(static_cast<qlonglong>(line.quantity.units()));
        const QString price = plainAmount(line.price.amount, m_locale);
        if (line.unit == Unit::Piece && line.price.per == 1)
            return translated("%1 x %2").arg(quantity, price);
        const QString per = m_locale.toString(static_cast<qlonglong>(line.price.per));
        return line.unit == Unit::Gram ? translated("%1 g, %2 per %3 g").arg(quantity, price, per)
                                       : translated("%1 x %2 per %3").arg(quantity, price, per);
    }

    void writeReturns()
    {
        if (!m_sale.takesBack())
            return;
        putCentred(translated("RETURN"), Emphasis::Strong);
        for (const ReturnedLine &line : m_sale.returns)
            writeReturn(line);
    }

    void writeReturn(const ReturnedLine &line)
    {
        const QString name = line.options.isEmpty() ? line.name : line.name + QLatin1Char(' ') + line.options;
        putAmount(name, -line.gross);
        const QString quantity = m_locale.toString(static_cast<qlonglong>(line.quantity.units()));
        const QString units = line.unit == Unit::Gram ? translated("%1 g").arg(quantity) : quantity;
        const QString origin = line.number.isEmpty() ? translated("%1, without a receipt").arg(units)
                                                     : translated("%1 of receipt %2").arg(units, line.number);
        put(TextBlock{origin, Alignment::Start, Emphasis::Normal, quantityIndent});
        if (!line.fee.isZero())
            putAmount(translated("Restocking fee"), line.fee);
    }

    /// What comes to the prices of the lines where they are without tax: else the paper would not add up to its total.
    [[nodiscard]] Money taxOnTop() const
    {
        Money tax(0, m_sale.total.currency());
        for (const SaleLine &line : m_sale.lines) {
            if (m_sale.pricesInclude == PricesInclude::NoTax)
                tax += line.tax;
        }
        return tax;
    }

    void writeTotals()
    {
        if (const Money tax = taxOnTop(); !tax.isZero())
            putAmount(translated("Tax"), tax);
        putAmount(translated("Total %1").arg(m_sale.total.currency().code()), m_sale.total, Emphasis::Strong);
        if (!m_sale.rounding.isZero()) {
            putAmount(translated("Rounding"), m_sale.rounding);
            const Money due = m_sale.total + m_sale.rounding;
            putAmount(due.isNegative() ? translated("To pay back") : translated("To pay"), due, Emphasis::Strong);
        }
        if (const Money tip = tipOf(m_sale); !tip.isZero())
            putAmount(translated("Tip"), tip);
        for (const Payment &payment : m_sale.payments) {
            const QString method = methodName(payment.method);
            const bool isPaidBack = payment.amount.isNegative();
            putAmount(isPaidBack ? translated("Paid back: %1").arg(method) : method, payment.tendered);
            if (payment.card)
                put(TextBlock{slipText(*payment.card), Alignment::Start, Emphasis::Normal, quantityIndent});
            if (!payment.change.isZero())
                putAmount(translated("Change"), -payment.change);
        }
    }

    [[nodiscard]] static Money tipOf(const Sale &sale)
    {
        Money tip(0, sale.total.currency());
        for (const Payment &payment : sale.payments)
            tip = checkedAdd(tip, payment.tip).value_or(tip);
        return tip;
    }

    [[nodiscard]] static QString slipText(const CardSlip &slip)
    {
        return QStringList{slip.brand, slip.reference}.join(QLatin1Char(' ')).trimmed();
    }

    void writeTaxes()
    {
        put(TableRowBlock{{translated("VAT"), translated("Net"), translated("Tax"), translated("Gross")}});
        for (const TaxSummary &tax : m_sale.taxes) {
            put(TableRowBlock{{percentText(tax.rate.tenThousandths(), m_locale), plainAmount(tax.net, m_locale),
                               plainAmount(tax.tax, m_locale), plainAmount(tax.gross, m_locale)}});
        }
    }

    void putCount(const QString &name, std::int64_t count)
    {
        put(PairBlock{name, m_locale.toString(static_cast<qlonglong>(count)), Emphasis::Normal});
    }

    // What was taken stands among the discounts.
    void writePoints()
    {
        if (!m_sale.customer || (m_sale.points == 0 && !m_input.pointsAfter))
            return;
        const std::int64_t earned = earnedBy(m_sale);
        if (earned != 0)
            putCount(translated("Points earned"), earned);
        if (m_sale.points != earned)
            putCount(translated("Points with what comes back"), m_sale.points - earned);
        if (m_input.pointsAfter)
            putCount(translated("Points now, as known here"), *m_input.pointsAfter);
        put(RuleBlock{});
    }

    void writeFoot()
    {
        if (!m_sale.customerNote.isEmpty())
            putText(m_sale.customerNote);
        if (!isTraining())
            putText(translated("Receipt %1").arg(m_sale.number));
        const QTimeZone zone(m_input.timeZone);
        const QDateTime moment =
            QDateTime::fromMSecsSinceEpoch(m_sale.completedAt.msSinceEpoch(), zone.isValid() ? zone : QTimeZone::utc());
        putText(m_locale.toString(moment, QLocale::ShortFormat));
        if (!m_input.cashierName.isEmpty())
            putText(translated("Served by %1").arg(m_input.cashierName));
        if (isTraining())
            writeTraining();
        else
            put(BarcodeBlock{m_sale.number.toUtf8()});
        for (const QString &line : m_input.footerLines.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            putCentred(line);
        put(CutBlock{});
    }

    static constexpr int quantityIndent = 2;

    const ReceiptInput &m_input;
    const Sale &m_sale;
    const QLocale &m_locale;
    PrintedDocument m_document;
};

} // namespace

PrintedDocument receiptDocument(const ReceiptInput &input, const QLocale &locale)
{
    return ReceiptWriter(input, locale).write();
}

QString receiptText(const ReceiptInput &input, const QLocale &locale, int columns)
{
    return textOf(receiptDocument(input, locale), std::max(columns, narrowReceipt));
}

} // namespace crema::documents
