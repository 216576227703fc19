// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_target.h"

#include <QStringDecoder>

namespace crema::http {
namespace {

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// pchar of RFC 3986 without the percent sign.
bool isPathCharacter(char c)
{
    return isAlphanumeric(c) || (c != '\0' && QByteArrayView("-._~!$&'()*+,;=:@/").contains(c));
}

bool isQueryCharacter(char c)
{
    return isPathCharacter(c) || c == '?' || c == '[' || c == ']';
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

template<class IsAllowed>
bool isEncoded(QByteArrayView text, IsAllowed isAllowed, int smallestEncoded)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            if (!isAllowed(text[i]))
                return false;
            continue;
        }
        if (i + 2 >= text.size())
            return false;
        const int high = hexValue(text[i + 1]);
        const int low = hexValue(text[i + 2]);
        if (high < 0 || low < 0)
            return false;
        const int value = high * 16 + low;
        if (value < smallestEncoded || value == 0x7f)
            return false;
        i += 2;
    }
    return true;
}

std::optional<QString> decoded(QByteArrayView text, bool plusIsBlank)
{
    QByteArray bytes = text.toByteArray();
    if (plusIsBlank)
        bytes.replace('+', ' ');
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString result = decoder(QByteArray::fromPercentEncoding(bytes));
    if (decoder.hasError())
        return std::nullopt;
    return result;
}

bool hasDotSegment(const QString &path)
{
    const auto isDots = [](QStringView segment) { return segment == u"." || segment == u".."; };
    const QList<QStringView> segments = QStringView(path).split(u'/');
    return std::ranges::any_of(segments, isDots);
}

std::optional<Refusal> readPath(QByteArrayView path)
{
    if (!path.startsWith('/'))
        return Refusal::TargetForm;
    if (!isEncoded(path, isPathCharacter, 0x20))
        return Refusal::TargetEncoding;
    const bool mayHide = path.contains('%') || path.contains('.');
    if (!mayHide)
        return std::nullopt;
    const std::optional<QString> text = decoded(path, false);
    if (!text)
        return Refusal::TargetEncoding;
    return hasDotSegment(*text) ? std::optional(Refusal::DotSegment) : std::nullopt;
}

std::optional<Refusal> readQuery(QByteArrayView query, QList<QueryItem> &items)
{
    // Only NUL is refused among the control characters: a search may well contain a line break.
    if (!isEncoded(query, isQueryCharacter, 0x01))
        return Refusal::TargetEncoding;
    qsizetype start = 0;
    while (start < query.size()) {
        qsizetype end = query.indexOf('&', start);
        if (end < 0)
            end = query.size();
        const QByteArrayView part = query.sliced(start, end - start);
        start = end + 1;
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const std::optional<QString> name = decoded(equals < 0 ? part : part.first(equals), true);
        const std::optional<QString> value = decoded(equals < 0 ? QByteArrayView() : part.sliced(equals + 1), true);
        if (!name || !value)
            return Refusal::TargetEncoding;
        items.append({*name, *value});
    }
    return std::nullopt;
}

// Takes "http://authority" off an absolute target; false when there is no authority to compare.
bool splitAbsolute(QByteArrayView &target, QByteArrayView &authority)
{
    constexpr QByteArrayView schemes[] = {"http://", "https://"};
    for (const QByteArrayView scheme : schemes) {
        if (target.size() <= scheme.size() || target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayView rest = target.sliced(scheme.size());
        const qsizetype slash = rest.indexOf('/');
        authority = slash < 0 ? rest : rest.first(slash);
        target = slash < 0 ? QByteArrayView("/") : rest.sliced(slash);
        return true;
    }
    return false;
}

} // namespace

bool isHost(QByteArrayView host)
{
    const auto isHostCharacter = [](char c) {
        return isAlphanumeric(c) || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
    };
    return !host.isEmpty() && host.size() <= 260 && std::ranges::all_of(host, isHostCharacter);
}

std::optional<Refusal> readTarget(QByteArrayView target, QByteArrayView host, const Limits &limits, Request &request)
{
    if (target.size() > limits.targetBytes)
        return Refusal::TargetTooLong;
    if (!target.startsWith('/')) {
        QByteArrayView authority;
        if (!splitAbsolute(target, authority))
            return Refusal::TargetForm;
        if (!isHost(authority) || authority.compare(host, Qt::CaseInsensitive) != 0)
            return Refusal::HostMismatch;
    }
    const qsizetype question = target.indexOf('?');
    const QByteArrayView path = question < 0 ? target : target.first(question);
    if (const std::optional<Refusal> refusal = readPath(path))
        return refusal;
    if (question >= 0) {
        if (const std::optional<Refusal> refusal = readQuery(target.sliced(question + 1), request.query))
            return refusal;
    }
    request.target = target.toByteArray();
    request.path = request.target.first(path.size());
    return std::nullopt;
}

} // namespace crema::http
