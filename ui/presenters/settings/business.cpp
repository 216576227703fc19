// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/business.h"

#include "models/base/enum_names.h"

namespace crema {
namespace {

constexpr EnumName<Business> names[] = {{Business::None, u""},
                                        {Business::Sample, u"sample"},
                                        {Business::Shop, u"shop"},
                                        {Business::Connected, u"connected"}};

} // namespace

QString businessText(Business business)
{
    return enumText(names, business);
}

Business businessFromText(const QString &text)
{
    return enumFromText<Business>(names, text).value_or(Business::None);
}

} // namespace crema
