// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/receipt_number.h"

#include <QList>

#include <algorithm>

namespace crema {
namespace {

bool isCode(QStringView text)
{
    const auto good = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'); };
    return !text.isEmpty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), good);
}

} // namespace

std::optional<ReceiptNumber> ReceiptNumber::fromString(QStringView text)
{
    const QList<QStringView> parts = text.split(u'-');
    if (parts.size() != 3 || !isCode(parts[0]) || !isCode(parts[1]))
        return std::nullopt;
    bool ok = false;
    const ReceiptNumber number{parts[0].toString(), parts[1].toString(), parts[2].toLongLong(&ok)};
    if (!ok || number.running < 1 || number.toString() != text)
        return std::nullopt;
    return number;
}

QString ReceiptNumber::toString() const
{
    return QStringLiteral("%1-%2-%3").arg(location, registerCode).arg(running, 6, 10, QChar(u'0'));
}

} // namespace crema
