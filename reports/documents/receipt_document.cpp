// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/receipt_document.h"

#include "reports/documents/amount_format.h"
#include "reports/documents/text_columns.h"

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
    }
    return {};
}

/// Writes one receipt from top to bottom.
class ReceiptWriter
{
public:
    ReceiptWriter(const ReceiptInput &input, const QLocale &locale, int columns)
        : m_input(input), m_sale(input.sale), m_locale(locale), m_columns(columns)
    {}

    [[nodiscard]] QString write()
    {
        writeHead();
        rule();
        for (const SaleLine &line : m_sale.lines)
            writeLine(line);
        for (const SaleDiscount &discount : m_sale.discounts)
            putAmount(discount.label, -discount.amount);
        rule();
        writeTotals();
        rule();
        writeTaxes();
        rule();
        writeFoot();
        return m_text;
    }

private:
    void put(const QString &line)
    {
        QString trimmed = line;
        while (trimmed.endsWith(QLatin1Char(' ')))
            trimmed.chop(1);
        m_text += trimmed + QLatin1Char('\n');
    }

    void putAll(const QStringList &lines)
    {
        for (const QString &line : lines)
            put(line);
    }

    void putCentred(const QString &text)
    {
        for (const QString &line : wrapText(text, m_columns))
            put(alignCentre(line, m_columns));
    }

    void putAmount(const QString &name, const Money &amount)
    {
        putAll(besideAmount(name, plainAmount(amount, m_locale), m_columns));
    }

    void rule() { put(QString(m_columns, QLatin1Char('-'))); }

    void writeHead()
    {
        putCentred(m_input.businessName);
        if (!m_input.locationName.isEmpty())
            putCentred(m_input.locationName);
        for (const QString &line : m_input.headerLines.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            putCentred(line.trimmed());
        if (m_input.kind == ReceiptKind::Copy)
            putCentred(translated("*** COPY ***"));
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
            put(QStringLiteral("  ") + quantityText(line));
        for (const SaleDiscount &discount : line.discounts)
            putAmount(discount.label, -discount.amount);
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

    void writeTotals()
    {
        putAmount(translated("Total %1").arg(m_sale.total.currency().code()), m_sale.total);
        if (!m_sale.rounding.isZero()) {
            putAmount(translated("Rounding"), m_sale.rounding);
            putAmount(translated("To pay"), m_sale.total + m_sale.rounding);
        }
        for (const Payment &payment : m_sale.payments) {
            putAmount(methodName(payment.method), payment.tendered);
            if (!payment.change.isZero())
                putAmount(translated("Change"), -payment.change);
        }
    }

    void writeTaxes()
    {
        putTaxRow(translated("VAT"), translated("Net"), translated("Tax"), translated("Gross"));
        for (const TaxSummary &tax : m_sale.taxes) {
            putTaxRow(percentText(tax.rate.tenThousandths(), m_locale), plainAmount(tax.net, m_locale),
                      plainAmount(tax.tax, m_locale), plainAmount(tax.gross, m_locale));
        }
    }

    void putTaxRow(const QString &rate, const QString &net, const QString &tax, const QString &gross)
    {
        const int column = m_columns / 4;
        const int first = m_columns - 3 * column;
        put(rate + alignRight(net, first - displayWidth(rate) + column) + alignRight(tax, column) +
            alignRight(gross, column));
    }

    void writeFoot()
    {
        putAll(wrapText(translated("Receipt %1").arg(m_sale.number), m_columns));
        const QTimeZone zone(m_input.timeZone);
        const QDateTime moment =
            QDateTime::fromMSecsSinceEpoch(m_sale.completedAt.msSinceEpoch(), zone.isValid() ? zone : QTimeZone::utc());
        putAll(wrapText(m_locale.toString(moment, QLocale::ShortFormat), m_columns));
        if (!m_input.cashierName.isEmpty())
            putAll(wrapText(translated("Served by %1").arg(m_input.cashierName), m_columns));
    }

    const ReceiptInput &m_input;
    const Sale &m_sale;
    const QLocale &m_locale;
    int m_columns;
    QString m_text;
};

} // namespace

QString receiptText(const ReceiptInput &input, const QLocale &locale, int columns)
{
    return ReceiptWriter(input, locale, std::max(columns, narrowReceipt)).write();
}

} // namespace crema::documents
