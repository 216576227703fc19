// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_head.h"

#include "platform/http/refusal.h"
#include "platform/http/request_target.h"

#include <cstring>

namespace crema::http {
namespace {

struct Field {
    QByteArrayView name;
    QByteArrayView value;
};

bool equals(QByteArrayView text, QByteArrayView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

// tchar of RFC 9110 section 5.6.2.
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenCharacter);
}

bool hasControlCharacter(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char c) {
        const auto value = static_cast<unsigned char>(c);
        return (value < 0x20 && c != '\t') || value == 0x7f;
    });
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

// Fields whose meaning changes with the reader when they stand twice.
bool standsOnce(QByteArrayView name)
{
    constexpr QByteArrayView names[] = {"host",          "content-length", "transfer-encoding", "content-type",
                                        "authorization", "expect",         "idempotency-key",   "content-encoding"};
    return std::ranges::any_of(names, [name](QByteArrayView once) { return equals(name, once); });
}

std::optional<std::int64_t> wholeNumber(QByteArrayView text)
{
    const bool isDigits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (text.isEmpty() || text.size() > 18 || !isDigits)
        return std::nullopt;
    return text.toByteArray().toLongLong();
}

// Reads one head from front to back. Each step says which rule was broken, or nothing.
class HeadReader
{
public:
    explicit HeadReader(const Limits &limits) : m_limits(limits) {}

    std::optional<Refusal> read(QByteArrayView bytes)
    {
        std::optional<Refusal> refusal = readRequestLine(nextLine(bytes));
        while (!refusal && bytes.size() > 2)
            refusal = readField(nextLine(bytes));
        if (!refusal)
            refusal = readHost();
        if (!refusal)
            refusal = readTarget(m_target, m_head.request.header("host"), m_limits, m_head.request);
        if (!refusal)
            refusal = readFraming();
        if (!refusal)
            refusal = readOptions();
        return refusal;
    }

    RequestHead take() { return std::move(m_head); }

private:
    // scanHead() has seen that every line ends with CR LF.
    static QByteArrayView nextLine(QByteArrayView &bytes)
    {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView line = bytes.first(end - 1);
        bytes = bytes.sliced(end + 1);
        return line;
    }

    std::optional<Refusal> readRequestLine(QByteArrayView line)
    {
        if (line.contains('\r'))
            return Refusal::BareNewline;
        if (hasControlCharacter(line))
            return Refusal::ControlCharacter;
        const qsizetype first = line.indexOf(' ');
        const qsizetype last = line.lastIndexOf(' ');
        if (first <= 0 || last <= first + 1 || !isToken(line.first(first)))
            return Refusal::RequestLine;
        m_target = line.sliced(first + 1, last - first - 1);
        if (m_target.contains(' ') || m_target.contains('\t'))
            return Refusal::RequestLine;
        return readMethodAndVersion(line.first(first), line.sliced(last + 1));
    }

    std::optional<Refusal> readMethodAndVersion(QByteArrayView method, QByteArrayView version)
    {
        const std::optional<Method> known = methodFromName(method);
        if (!known)
            return Refusal::MethodUnknown;
        if (version != "HTTP/1.1" && version != "HTTP/1.0")
            return version.startsWith("HTTP/") ? Refusal::Version : Refusal::RequestLine;
        m_head.request.method = *known;
        m_head.request.isHttp10 = version == "HTTP/1.0";
        return std::nullopt;
    }

    std::optional<Refusal> readField(QByteArrayView line)
    {
        if (isBlank(line.front()))
            return Refusal::FoldedLine;
        if (line.contains('\r'))
            return Refusal::BareNewline;
        if (hasControlCharacter(line))
            return Refusal::ControlCharacter;
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(line.first(colon)))
            return Refusal::FieldName;
        if (++m_fields > m_limits.headerFields)
            return Refusal::TooManyFields;
        const QByteArrayView name = line.first(colon);
        if (standsOnce(name) && m_head.request.hasHeader(name))
            return Refusal::FieldTwice;
        m_head.request.addHeader(name.toByteArray(), trimmedBlanks(line.sliced(colon + 1)).toByteArray());
        return std::nullopt;
    }

    std::optional<Refusal> readHost() const
    {
        if (!m_head.request.hasHeader("host"))
            return m_head.request.isHttp10 ? std::nullopt : std::optional(Refusal::HostMissing);
        return isHost(m_head.request.header("host")) ? std::nullopt : std::optional(Refusal::HostForm);
    }

    std::optional<Refusal> readFraming()
    {
        const bool hasLength = m_head.request.hasHeader("content-length");
        const bool hasEncoding = m_head.request.hasHeader("transfer-encoding");
        if (hasLength && hasEncoding)
            return Refusal::LengthAndEncoding;
        if (m_head.request.hasHeader("trailer"))
            return Refusal::Trailer;
        if (hasLength) {
            m_head.contentLength = wholeNumber(m_head.request.header("content-length"));
            return m_head.contentLength ? std::nullopt : std::optional(Refusal::ContentLength);
        }
        if (!hasEncoding)
            return std::nullopt;
        if (m_head.request.isHttp10)
            return Refusal::EncodingOnHttp10;
        m_head.isChunked = equals(m_head.request.header("transfer-encoding"), "chunked");
        return m_head.isChunked ? std::nullopt : std::optional(Refusal::TransferEncoding);
    }

    std::optional<Refusal> readOptions()
    {
        const QByteArrayView connection = m_head.request.header("connection");
        m_head.keepAlive = m_head.request.isHttp10 ? equals(connection, "keep-alive") : !namesClose(connection);
        if (!m_head.request.hasHeader("expect"))
            return std::nullopt;
        if (!equals(m_head.request.header("expect"), "100-continue"))
            return Refusal::Expectation;
        // An HTTP/1.0 client would take the interim answer for the final one (RFC 9110 section 10.1.1).
        m_head.expectsContinue = !m_head.request.isHttp10;
        return std::nullopt;
    }

    static bool namesClose(QByteArrayView connection)
    {
        qsizetype start = 0;
        while (start <= connection.size()) {
            qsizetype end = connection.indexOf(',', start);
            if (end < 0)
                end = connection.size();
            if (equals(trimmedBlanks(connection.sliced(start, end - start)), "close"))
                return true;
            start = end + 1;
        }
        return false;
    }

    const Limits &m_limits;
    RequestHead m_head;
    QByteArrayView m_target;
    int m_fields = 0;
};

} // namespace

HeadScan scanHead(QByteArrayView bytes, qsizetype from, const Limits &limits)
{
    // No method begins with anything else; a TLS greeting on the plain port is answered at once.
    if (!bytes.isEmpty() && !isTokenCharacter(bytes.front())) {
        const bool isNewline = bytes.front() == '\n' || bytes.front() == '\r';
        return {-1, refusalProblem(isNewline ? Refusal::BareNewline : Refusal::RequestLine)};
    }
    qsizetype at = from;
    while ((at = bytes.indexOf('\n', at)) >= 0) {
        if (at == 0 || bytes[at - 1] != '\r')
            return {-1, refusalProblem(Refusal::BareNewline)};
        if (at >= 3 && bytes[at - 2] == '\n')
            return at + 1 > limits.headBytes ? HeadScan{-1, refusalProblem(Refusal::HeadTooLarge)}
                                             : HeadScan{at + 1, std::nullopt};
        ++at;
    }
    if (bytes.indexOf('\0', from) >= 0)
        return {-1, refusalProblem(Refusal::ControlCharacter)};
    if (bytes.size() >= limits.headBytes)
        return {-1, refusalProblem(Refusal::HeadTooLarge)};
    return {};
}

Result<RequestHead> readHead(QByteArrayView bytes, const Limits &limits)
{
    HeadReader reader(limits);
    if (const std::optional<Refusal> refusal = reader.read(bytes))
        return failure(refusalProblem(*refusal));
    return reader.take();
}

} // namespace crema::http
