// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/money.h"

#include <QtGlobal>

namespace crema {

Money &Money::operator+=(const Money &other)
{
    Q_ASSERT_X(m_currency == other.m_currency, "Money", "two currencies are added");
    const bool overflow = __builtin_add_overflow(m_minor, other.m_minor, &m_minor);
    Q_ASSERT_X(!overflow, "Money", "a sum does not fit 64 bits");
    return *this;
}

Money &Money::operator-=(const Money &other)
{
    Q_ASSERT_X(m_currency == other.m_currency, "Money", "two currencies are subtracted");
    const bool overflow = __builtin_sub_overflow(m_minor, other.m_minor, &m_minor);
    Q_ASSERT_X(!overflow, "Money", "a difference does not fit 64 bits");
    return *this;
}

std::strong_ordering operator<=>(const Money &a, const Money &b)
{
    Q_ASSERT_X(a.m_currency == b.m_currency, "Money", "two currencies are compared");
    return a.m_minor <=> b.m_minor;
}

} // namespace crema
