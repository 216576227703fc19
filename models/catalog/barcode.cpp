// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/barcode.h"

#include <QCoreApplication>

namespace crema {
namespace {

constexpr qsizetype gtinLength = 14;
constexpr qsizetype maxCodeLength = 80;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::Barcode", text);
}

tl::unexpected<Problem> problem(const QString &code, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{QStringLiteral("barcode"), message}});
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool allPrintableAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

bool hasGtinLength(QStringView digits)
{
    return digits.size() == 8 || digits.size() == 12 || digits.size() == 13 || digits.size() == 14;
}

/// The ten digits a UPC-E leaves out stand where its last digit says (GS1 General Specifications 5.2.2.4.2).
QString expandedUpcE(QStringView six)
{
    const QChar last = six[5];
    const auto part = [&](qsizetype from, qsizetype count) { return six.sliced(from, count).toString(); };
    if (last <= u'2')
        return part(0, 2) + last + QStringLiteral("0000") + part(2, 3);
    if (last == u'3')
        return part(0, 3) + QStringLiteral("00000") + part(3, 2);
    if (last == u'4')
        return part(0, 4) + QStringLiteral("00000") + part(4, 1);
    return part(0, 5) + QStringLiteral("0000") + last;
}

} // namespace

int gtinCheckDigit(QStringView digits)
{
    int sum = 0;
    int weight = 3;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        sum += weight * digits[i].digitValue();
        weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
}

Result<Barcode> Barcode::parse(QStringView text)
{
    const QStringView code = text.trimmed();
    if (code.isEmpty())
        return problem(QStringLiteral("barcode.empty"), tr("The barcode is empty."),
                       tr("Scan or type the code on the product."));
    if (code.size() > maxCodeLength) {
        return problem(QStringLiteral("barcode.too_long"),
                       tr("The barcode has %1 characters; at most %2 fit.").arg(code.size()).arg(maxCodeLength),
                       tr("Scan one code at a time."));
    }
    if (!allPrintableAscii(code)) {
        return problem(QStringLiteral("barcode.characters"),
                       tr("The barcode “%1” holds characters that no scanner sends.").arg(code),
                       tr("Use letters, digits and signs of the English keyboard."));
    }
    if (!allDigits(code) || !hasGtinLength(code))
        return Barcode(Kind::Code, code.toString());
    const int expected = gtinCheckDigit(code.chopped(1));
    if (code.last().digitValue() != expected) {
        return problem(QStringLiteral("barcode.check_digit"),
                       tr("The check digit of %1 should be %2.").arg(code).arg(expected),
                       tr("Compare the code with the product and scan it again."));
    }
    return Barcode(Kind::Gtin, code.toString().rightJustified(gtinLength, u'0'));
}

Result<Barcode> Barcode::parseUpcE(QStringView text)
{
    QString digits = text.trimmed().toString();
    if (!allDigits(digits) || digits.size() < 6 || digits.size() > 8 || (digits.size() > 6 && digits[0] > u'1')) {
        return problem(QStringLiteral("barcode.upc_e"), tr("%1 is not a UPC-E code.").arg(digits),
                       tr("A UPC-E has 6 to 8 digits and begins with 0 or 1."));
    }
    if (digits.size() == 6)
        digits.prepend(u'0');
    const QString body = digits[0] + expandedUpcE(QStringView(digits).sliced(1, 6));
    const QChar check = digits.size() == 8 ? digits[7] : QChar(u'0' + gtinCheckDigit(body));
    return parse(QString(body + check));
}

QString Barcode::display() const
{
    if (m_kind == Kind::Code)
        return m_normalised;
    for (const qsizetype length : {qsizetype(8), qsizetype(13)}) {
        const qsizetype padding = gtinLength - length;
        if (m_normalised.first(padding).count(u'0') == padding)
            return m_normalised.sliced(padding);
    }
    return m_normalised;
}

} // namespace crema
