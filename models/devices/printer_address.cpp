// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/printer_address.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String queuePrefix("cups:");
constexpr int highestPort = 65'535;

QString translated(const char *text)
{
    return QCoreApplication::translate("Printer", text);
}

tl::unexpected<Problem> unreadable(const QString &text)
{
    return failure(ProblemKind::Invalid, u"printer.address"_s,
                   translated("\"%1\" is no address of a printer.").arg(text),
                   translated("Write HOST or HOST:9100, /dev/usb/lp0, or cups:NAME."));
}

bool isWord(QStringView text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](QChar letter) {
        return letter.isSpace() || letter.category() == QChar::Other_Control || letter == u'/';
    });
}

/// Apart at the colon, or at the bracket of an IPv6 address; without a port the usual one.
Result<PrinterAddress> networkAddress(const QString &text)
{
    PrinterAddress address;
    QString port;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        address.name = text.mid(1, end - 1);
        const QString rest = end < 0 ? text : text.mid(end + 1);
        if (end < 0 || (!rest.isEmpty() && !rest.startsWith(u':')))
            return unreadable(text);
        port = rest.mid(1);
    } else {
        address.name = text.section(u':', 0, 0);
        port = text.section(u':', 1);
    }
    bool isNumber = true;
    if (!port.isEmpty())
        address.port = port.toInt(&isNumber);
    if (!isWord(address.name) || !isNumber || address.port < 1 || address.port > highestPort)
        return unreadable(text);
    return address;
}

} // namespace

Result<PrinterAddress> PrinterAddress::fromText(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.startsWith(u'/'))
        return PrinterAddress{Way::DeviceFile, text, usualPort};
    if (!text.startsWith(queuePrefix))
        return networkAddress(text);
    const QString queue = text.mid(queuePrefix.size());
    // It becomes an argument of lp, which would take a dash for an option.
    if (!isWord(queue) || queue.startsWith(u'-'))
        return unreadable(text);
    return PrinterAddress{Way::Queue, queue, usualPort};
}

QString PrinterAddress::toString() const
{
    switch (way) {
    case Way::DeviceFile: return name;
    case Way::Queue: return queuePrefix + name;
    case Way::Network: break;
    }
    const QString host = name.contains(u':') ? u'[' + name + u']' : name;
    return host + u':' + QString::number(port);
}

} // namespace crema
