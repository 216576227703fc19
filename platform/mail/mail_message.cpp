// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/mail/mail_message.h"

#include <QDateTime>
#include <QLocale>

namespace crema::platform {
namespace {

/// RFC 2047 section 2: a line with such a word has 76 letters at most, also the one that begins with "Subject: ".
constexpr qsizetype bytesPerWord = 39;
/// RFC 2045 section 6.8.
constexpr qsizetype base64LineLength = 76;

/// The text in encoded words, folded over lines; a letter of several bytes is never split.
QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray bytes;
    const auto finish = [&] {
        if (!bytes.isEmpty())
            words.append("=?UTF-8?B?" + bytes.toBase64() + "?=");
        bytes.clear();
    };
    for (const uint letter : text.toUcs4()) {
        const QByteArray next = QString::fromUcs4(reinterpret_cast<const char32_t *>(&letter), 1).toUtf8();
        if (bytes.size() + next.size() > bytesPerWord)
            finish();
        bytes += next;
    }
    finish();
    return words.join("\r\n ");
}

QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray base64 = bytes.toBase64();
    QByteArray lines;
    for (qsizetype start = 0; start < base64.size(); start += base64LineLength)
        lines += base64.mid(start, base64LineLength) + "\r\n";
    return lines;
}

QByteArray dateText(UtcTime at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.msSinceEpoch(), Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

QByteArray addressText(const QString &name, const QString &address)
{
    const QByteArray plain = '<' + address.toUtf8() + '>';
    return name.isEmpty() ? plain : encodedWords(name) + "\r\n " + plain;
}

QByteArray partHead(const char *type)
{
    return QByteArray("Content-Type: ") + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
}

/// The plain text first, then what shows it better (RFC 2046 section 5.1.4). No text in base64 has a line that begins
/// with two hyphens, so any boundary will do.
QByteArray alternatives(const QByteArray &text, const QString &plain)
{
    const QByteArray html = "<!DOCTYPE html><html><body><pre style=\"font-family:monospace\">" +
                            plain.toHtmlEscaped().toUtf8() + "</pre></body></html>\r\n";
    const QByteArray boundary = "--crema-part";
    return "Content-Type: multipart/alternative; boundary=\"crema-part\"\r\n\r\n" + boundary + "\r\n" +
           partHead("text/plain") + base64Lines(text) + boundary + "\r\n" + partHead("text/html") + base64Lines(html) +
           boundary + "--\r\n";
}

} // namespace

QByteArray mimeBytes(const MailMessage &message, const QString &from, UtcTime at, const QUuid &id)
{
    const QByteArray domain = from.section(u'@', 1).toUtf8();
    QString text = message.text;
    text.replace(QStringLiteral("\n"), QStringLiteral("\r\n"));
    QByteArray bytes;
    bytes += "Date: " + dateText(at) + "\r\n";
    bytes += "From: " + addressText(QStringLiteral("Crema"), from) + "\r\n";
    bytes += "To: " + addressText(message.toName, message.to) + "\r\n";
    bytes += "Subject: " + encodedWords(message.subject) + "\r\n";
    bytes += "Message-ID: <" + id.toByteArray(QUuid::WithoutBraces) + '@' + domain + ">\r\n";
    bytes += "Auto-Submitted: auto-generated\r\n"; // RFC 3834: nobody who is away answers it
    bytes += "MIME-Version: 1.0\r\n";
    if (message.hasColumns)
        return bytes + alternatives(text.toUtf8(), text);
    return bytes + partHead("text/plain") + base64Lines(text.toUtf8());
}

} // namespace crema::platform
