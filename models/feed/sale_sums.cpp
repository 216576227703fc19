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

/// What a sale says, in one go from its first byte to its last. Once something cannot be read, all of it counts for
/// nothing.
class SumsReader
{
public:
    explicit SumsReader(QByteArrayView bytes) : m_at(bytes.data()), m_end(m_at + bytes.size()) {}

    std::optional<Sale> read()
    {
        using namespace Qt::StringLiterals;
        Sale sale;
        eachMember([&](QLatin1StringView name) {
            if (name == "lines"_L1)
                sale.lines = list(&SumsReader::line);
            else if (name == "number"_L1)
                sale.number = text();
            else if (name == "payments"_L1)
                sale.payments = list(&SumsReader::payment);
            else if (name == "returns"_L1)
                sale.returns = list(&SumsReader::returned);
            else if (name == "rounding"_L1)
                sale.rounding = money();
            else if (name == "taxes"_L1)
                sale.taxes = list(&SumsReader::tax);
            else if (name == "total"_L1)
                sale.total = money();
            else
                skip();
        });
        const bool isPlain = !sale.number.isEmpty() && !sale.number.contains(u'\\') &&
                             std::ranges::all_of(sale.number, [](QChar letter) { return letter.unicode() < 0x80; });
        const bool isWhole = m_isSound && m_at == m_end;
        return isWhole && isPlain && sale.total.currency() == m_currency ? std::optional(std::move(sale))
                                                                         : std::nullopt;
    }

private:
    void fail()
    {
        m_isSound = false;
        m_at = m_end;
    }

    bool takes(char expected)
    {
        const bool isThere = m_at != m_end && *m_at == expected;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    void need(char expected)
    {
        if (!takes(expected))
            fail();
    }

    /// As it stands between its quotes.
    QLatin1StringView text()
    {
        need('"');
        const char *first = m_at;
        const char *quote = closingQuote(first, m_end);
        if (!quote) {
            fail();
            return {};
        }
        m_at = quote + 1;
        return {first, quote - first};
    }

    std::int64_t integer()
    {
        std::int64_t number = 0;
        const auto [stop, error] = std::from_chars(m_at, m_end, number);
        m_at = stop;
        if (error != std::errc())
            fail();
        return number;
    }

    /// A value that nobody asks for.
    void skip()
    {
        int depth = 0;
        while (m_at != m_end) {
            const bool closes = *m_at == '}' || *m_at == ']';
            if (depth == 0 && (closes || *m_at == ','))
                return;
            if (*m_at == '"') {
                text();
                continue;
            }
            if (closes)
                --depth;
            else if (*m_at == '{' || *m_at == '[')
                ++depth;
            ++m_at;
        }
        fail();
    }

    /// `take` reads the value of the member of this name.
    template<class Take>
    void eachMember(Take take)
    {
        need('{');
        if (takes('}'))
            return;
        do {
            const QLatin1StringView name = text();
            need(':');
            take(name);
        } while (takes(','));
        need('}');
    }

    template<class Value>
    QList<Value> list(Value (SumsReader::*readOne)())
    {
        QList<Value> values;
        need('[');
        if (takes(']'))
            return values;
        do {
            values.append((this->*readOne)());
        } while (takes(','));
        need(']');
        return values;
    }

    Money money()
    {
        using namespace Qt::StringLiterals;
        // Nearly all of a sale's amounts begin as its first one does: {"currency":"EUR","minor":
        if (!m_moneyBegin.isEmpty() && QByteArrayView(m_at, m_end - m_at).startsWith(m_moneyBegin)) {
            m_at += m_moneyBegin.size();
            const std::int64_t minor = integer();
            need('}');
            return {minor, m_currency};
        }
        const char *begin = m_at;
        bool hasCurrency = false;
        std::int64_t minor = 0;
        eachMember([&](QLatin1StringView name) {
            if (name == "minor"_L1) {
                if (hasCurrency)
                    m_moneyBegin = QByteArrayView(begin, m_at - begin);
                minor = integer();
            } else if (name == "currency"_L1) {
                useCurrency(text());
                hasCurrency = true;
            } else {
                skip();
            }
        });
        return {minor, m_currency};
    }

    /// All of a sale is in one.
    void useCurrency(QLatin1StringView code)
    {
        if (code == m_code)
            return;
        const auto currency = Currency::fromCode(QString(code));
        if (!currency || !m_code.isEmpty()) {
            fail();
            return;
        }
        m_currency = *currency;
        m_code = code;
    }

    SaleDiscount discount()
    {
        SaleDiscount discount;
        eachMember([&](QLatin1StringView name) {
            if (name == QLatin1StringView("amount"))
                discount.amount = money();
            else
                skip();
        });
        return discount;
    }

    SaleLine line()
    {
        using namespace Qt::StringLiterals;
        SaleLine line;
        eachMember([&](QLatin1StringView name) {
            if (name == "cart_discount"_L1)
                line.cartDiscount = money();
            else if (name == "discounts"_L1)
                line.discounts = list(&SumsReader::discount);
            else if (name == "gift_card"_L1)
                line.giftCard = GiftCardId(QUuid::fromString(text()));
            else if (name == "gross"_L1)
                line.gross = money();
            else
                skip();
        });
        return line;
    }

    Payment payment()
    {
        using namespace Qt::StringLiterals;
        Payment payment;
        std::optional<PaymentMethod> method;
        eachMember([&](QLatin1StringView name) {
            if (name == "amount"_L1)
                payment.amount = money();
            else if (name == "method"_L1)
                method = paymentMethodFromText(QString(text()));
            else if (name == "tip"_L1)
                payment.tip = money();
            else
                skip();
        });
        if (!method)
            fail();
        payment.method = method.value_or(PaymentMethod::Cash);
        if (payment.tip.currency() != m_currency)
            payment.tip = Money(0, m_currency);
        return payment;
    }

    ReturnedLine returned()
    {
        using namespace Qt::StringLiterals;
        ReturnedLine line;
        eachMember([&](QLatin1StringView name) {
            if (name == "fee"_L1)
                line.fee = money();
            else if (name == "gross"_L1)
                line.gross = money();
            else
                skip();
        });
        return line;
    }

    TaxSummary tax()
    {
        using namespace Qt::StringLiterals;
        TaxSummary tax;
        eachMember([&](QLatin1StringView name) {
            if (name == "gross"_L1)
                tax.gross = money();
            else if (name == "net"_L1)
                tax.net = money();
            else if (name == "rate"_L1)
                tax.rate = TaxRate(static_cast<std::int32_t>(integer()));
            else if (name == "tax"_L1)
                tax.tax = money();
            else
                skip();
        });
        return tax;
    }

    const char *m_at;
    const char *m_end;
    bool m_isSound = true;
    Currency m_currency;
    QLatin1StringView m_code;    ///< of m_currency, in the bytes that are read
    QByteArrayView m_moneyBegin; ///< of an amount in m_currency, up to the number
};

} // namespace

std::optional<Sale> readSaleSums(QByteArrayView canonical)
{
    return SumsReader(canonical).read();
}

} // namespace crema::codec
