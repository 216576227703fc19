// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/sale_sums.h"

#include <QUuid>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace crema::codec {
namespace {

/// Where the text that begins behind this quote ends; null when it does not.
const char *closingQuote(const char *at, const char *end)
{
    while (at != end) {
        const auto *quote = static_cast<const char *>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (!quote)
            return nullptr;
        const char *escape = quote;
        while (escape != at && escape[-1] == '\\')
            --escape;
        if ((quote - escape) % 2 == 0)
            return quote;
        at = quote + 1;
    }
    return nullptr;
}

/// Where the value that begins here ends; null when it does not.
const char *endOfValue(const char *at, const char *end)
{
    for (int depth = 0; at != end; ++at) {
        const bool closes = *at == '}' || *at == ']';
        if (depth == 0 && (closes || *at == ','))
            return at;
        if (closes)
            --depth;
        else if (*at == '{' || *at == '[')
            ++depth;
        else if (*at == '"' && !(at = closingQuote(at + 1, end)))
            return nullptr;
    }
    return nullptr;
}

QLatin1StringView withoutQuotes(QByteArrayView text)
{
    const bool isQuoted = text.size() >= 2 && text.front() == '"';
    return isQuoted ? QLatin1StringView(text.data() + 1, text.size() - 2) : QLatin1StringView();
}

/// What a sale says, value by value. Once something cannot be read, all of it counts for nothing.
class SumsReader
{
public:
    std::optional<Sale> read(QByteArrayView bytes)
    {
        Sale sale;
        eachMember(bytes, [&](QLatin1StringView name, QByteArrayView value) {
            using namespace Qt::StringLiterals;
            if (name == "lines"_L1)
                sale.lines = list<SaleLine>(value, &SumsReader::line);
            else if (name == "number"_L1)
                sale.number = withoutQuotes(value);
            else if (name == "payments"_L1)
                sale.payments = list<Payment>(value, &SumsReader::payment);
            else if (name == "returns"_L1)
                sale.returns = list<ReturnedLine>(value, &SumsReader::returned);
            else if (name == "rounding"_L1)
                sale.rounding = money(value);
            else if (name == "taxes"_L1)
                sale.taxes = list<TaxSummary>(value, &SumsReader::tax);
            else if (name == "total"_L1)
                sale.total = money(value);
        });
        const bool isPlain = !sale.number.isEmpty() && !sale.number.contains(u'\\') &&
                             std::ranges::all_of(sale.number, [](QChar letter) { return letter.unicode() < 0x80; });
        return m_isSound && isPlain && sale.total.currency() == m_currency ? std::optional(sale) : std::nullopt;
    }

private:
    template<class Look>
    void eachMember(QByteArrayView object, Look look)
    {
        each(object, '{', '}', [&](const char *at, const char *end) -> const char * {
            const char *quote = *at == '"' ? closingQuote(at + 1, end) : nullptr;
            if (!quote || quote + 1 == end || quote[1] != ':')
                return nullptr;
            const char *value = quote + 2;
            const char *after = endOfValue(value, end);
            if (after)
                look(QLatin1StringView(at + 1, quote - at - 1), QByteArrayView(value, after - value));
            return after;
        });
    }

    template<class Value>
    QList<Value> list(QByteArrayView array, Value (SumsReader::*readOne)(QByteArrayView))
    {
        QList<Value> values;
        each(array, '[', ']', [&](const char *at, const char *end) -> const char * {
            const char *after = endOfValue(at, end);
            if (after)
                values.append((this->*readOne)(QByteArrayView(at, after - at)));
            return after;
        });
        return values;
    }

    /// `take` reads what begins here and answers where it ends, or null.
    template<class Take>
    void each(QByteArrayView bytes, char first, char last, Take take)
    {
        const char *at = bytes.data();
        const char *end = at + bytes.size();
        m_isSound = m_isSound && bytes.size() >= 2 && bytes.front() == first && bytes.back() == last;
        if (!m_isSound || bytes.size() == 2)
            return;
        do {
            at = take(at + 1, end);
        } while (at && at + 1 != end && *at == ',');
        m_isSound = m_isSound && at && at + 1 == end;
    }

    std::int64_t integer(QByteArrayView value)
    {
        std::int64_t number = 0;
        const char *end = value.data() + value.size();
        const auto [stop, error] = std::from_chars(value.data(), end, number);
        m_isSound = m_isSound && error == std::errc() && stop == end;
        return number;
    }

    Money money(QByteArrayView value)
    {
        using namespace Qt::StringLiterals;
        std::int64_t minor = 0;
        eachMember(value, [&](QLatin1StringView name, QByteArrayView member) {
            if (name == "minor"_L1)
                minor = integer(member);
            else if (name == "currency"_L1 && withoutQuotes(member) != m_code)
                useCurrency(withoutQuotes(member));
        });
        return {minor, m_currency};
    }

    /// All of a sale is in one.
    void useCurrency(QLatin1StringView code)
    {
        const auto currency = Currency::fromCode(QString(code));
        m_isSound = m_isSound && currency && m_code.isEmpty();
        m_currency = currency.value_or(Currency());
        m_code = code;
    }

    SaleDiscount discount(QByteArrayView value)
    {
        SaleDiscount discount;
        eachMember(value, [&](QLatin1StringView name, QByteArrayView member) {
            if (name == QLatin1StringView("amount"))
                discount.amount = money(member);
        });
        return discount;
    }

    SaleLine line(QByteArrayView value)
    {
        using namespace Qt::StringLiterals;
        SaleLine line;
        eachMember(value, [&](QLatin1StringView name, QByteArrayView member) {
            if (name == "cart_discount"_L1)
                line.cartDiscount = money(member);
            else if (name == "discounts"_L1)
                line.discounts = list<SaleDiscount>(member, &SumsReader::discount);
            else if (name == "gift_card"_L1)
                line.giftCard = GiftCardId(QUuid::fromString(withoutQuotes(member)));
            else if (name == "gross"_L1)
                line.gross = money(member);
        });
        return line;
    }

    Payment payment(QByteArrayView value)
    {
        using namespace Qt::StringLiterals;
        Payment payment;
        std::optional<PaymentMethod> method;
        eachMember(value, [&](QLatin1StringView name, QByteArrayView member) {
            if (name == "amount"_L1)
                payment.amount = money(member);
            else if (name == "method"_L1)
                method = paymentMethodFromText(QString(withoutQuotes(member)));
            else if (name == "tip"_L1)
                payment.tip = money(member);
        });
        m_isSound = m_isSound && method;
        payment.method = method.value_or(PaymentMethod::Cash);
        if (payment.tip.currency() != m_currency)
            payment.tip = Money(0, m_currency);
        return payment;
    }

    ReturnedLine returned(QByteArrayView value)
    {
        using namespace Qt::StringLiterals;
        ReturnedLine line;
        eachMember(value, [&](QLatin1StringView name, QByteArrayView member) {
            if (name == "fee"_L1)
                line.fee = money(member);
            else if (name == "gross"_L1)
                line.gross = money(member);
        });
        return line;
    }

    TaxSummary tax(QByteArrayView value)
    {
        using namespace Qt::StringLiterals;
        TaxSummary tax;
        eachMember(value, [&](QLatin1StringView name, QByteArrayView member) {
            if (name == "gross"_L1)
                tax.gross = money(member);
            else if (name == "net"_L1)
                tax.net = money(member);
            else if (name == "rate"_L1)
                tax.rate = TaxRate(static_cast<std::int32_t>(integer(member)));
            else if (name == "tax"_L1)
                tax.tax = money(member);
        });
        return tax;
    }

    bool m_isSound = true;
    Currency m_currency;
    QLatin1StringView m_code; ///< of m_currency, in the bytes that are read
};

} // namespace

std::optional<Sale> readSaleSums(QByteArrayView canonical)
{
    return SumsReader().read(canonical);
}

} // namespace crema::codec
