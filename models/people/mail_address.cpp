// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/mail_address.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

constexpr qsizetype longestAddress = 254;
constexpr qsizetype longestName = 64;
constexpr qsizetype longestLabel = 63;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::MailAddress", text);
}

bool isPlain(QChar letter)
{
    return (letter >= u'a' && letter <= u'z') || (letter >= u'A' && letter <= u'Z') ||
           (letter >= u'0' && letter <= u'9');
}

/// Of RFC 5322 section 3.2.3.
bool isNameLetter(QChar letter)
{
    return isPlain(letter) || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(letter);
}

bool isName(QStringView name)
{
    return name.size() <= longestName && std::ranges::all_of(name.split(u'.'), [](QStringView part) {
               return !part.isEmpty() && std::ranges::all_of(part, &isNameLetter);
           });
}

bool isDomain(QStringView domain)
{
    return std::ranges::all_of(domain.split(u'.'), [](QStringView label) {
        return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') && !label.endsWith(u'-') &&
               std::ranges::all_of(label, [](QChar letter) { return isPlain(letter) || letter == u'-'; });
    });
}

} // namespace

bool isMailAddress(const QString &address)
{
    const qsizetype at = address.indexOf(u'@');
    return at > 0 && address.size() <= longestAddress && isName(QStringView(address).first(at)) &&
           isDomain(QStringView(address).sliced(at + 1));
}

QString mailAddressFault(const QString &address)
{
    if (isMailAddress(address))
        return {};
    const bool isAscii = std::ranges::all_of(address, [](QChar letter) { return letter.unicode() < 0x80; });
    return isAscii ? tr("Write the address as name@example.org.")
                   : tr("Only plain letters without accents can stand in a mail address here.");
}

QString foldedMailAddress(const QString &address)
{
    QString folded = address;
    for (QChar &letter : folded) {
        if (letter >= u'A' && letter <= u'Z')
            letter = QChar(letter.unicode() + (u'a' - u'A'));
    }
    return folded;
}

} // namespace crema
