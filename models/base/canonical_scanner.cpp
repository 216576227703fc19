// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/canonical_scanner.h"

#include "models/base/json.h"

#include <QUtf8StringView>

#include <array>
#include <cstring>

namespace crema::json {
namespace {

// Bytes of a text that stand for themselves, also as a part of a longer letter: no control, no quote, no backslash.
constexpr auto textBytes = [] {
    std::array<bool, 256> table{};
    for (size_t i = 0x20; i < table.size(); ++i)
        table[i] = i != '"' && i != '\\';
    return table;
}();

/// The recursive descent; each function leaves the place behind what it took. Depth is bounded, so recursion is too.
class CanonicalScanner
{
public:
    CanonicalScanner(QByteArrayView bytes, int maxDepth)
        : m_begin(bytes.data()), m_at(m_begin), m_end(m_begin + bytes.size()), m_depthLeft(maxDepth)
    {}

    qsizetype run() { return at('{') && takeObject() ? m_at - m_begin : 0; }

private:
    [[nodiscard]] bool at(char byte) const { return m_at != m_end && *m_at == byte; }

    bool take(char byte)
    {
        if (!at(byte))
            return false;
        ++m_at;
        return true;
    }

    bool takeWord(QByteArrayView word)
    {
        if (m_end - m_at < word.size() || std::memcmp(m_at, word.data(), static_cast<size_t>(word.size())) != 0)
            return false;
        m_at += word.size();
        return true;
    }

    bool takeText(QByteArrayView &text, bool &isAscii)
    {
        if (!take('"'))
            return false;
        const char *start = m_at;
        unsigned char all = 0;
        for (; m_at != m_end && textBytes[static_cast<unsigned char>(*m_at)]; ++m_at)
            all |= static_cast<unsigned char>(*m_at);
        text = QByteArrayView(start, m_at - start);
        isAscii = all < 0x80;
        return take('"') && (isAscii || QUtf8StringView(text.data(), text.size()).isValidUtf8());
    }

    bool takeObject()
    {
        if (m_depthLeft == 0)
            return false;
        --m_depthLeft;
        ++m_at;
        QByteArrayView last;
        for (bool isFirst = true; !at('}'); isFirst = false) {
            QByteArrayView name;
            bool isAscii = false;
            if ((!isFirst && !take(',')) || !takeText(name, isAscii) || !isAscii)
                return false;
            // In ascending order, so that none stands there twice either.
            if ((!isFirst && !isBefore(last, name)) || !take(':') || !takeValue())
                return false;
            last = name;
        }
        ++m_at;
        ++m_depthLeft;
        return true;
    }

    bool takeArray()
    {
        if (m_depthLeft == 0)
            return false;
        --m_depthLeft;
        ++m_at;
        for (bool isFirst = true; !at(']'); isFirst = false) {
            if ((!isFirst && !take(',')) || !takeValue())
                return false;
        }
        ++m_at;
        ++m_depthLeft;
        return true;
    }

    bool takeValue()
    {
        if (m_at == m_end)
            return false;
        QByteArrayView text;
        bool isAscii = false;
        switch (*m_at) {
        case '{': return takeObject();
        case '[': return takeArray();
        case '"': return takeText(text, isAscii);
        case 't': return takeWord("true");
        case 'f': return takeWord("false");
        case 'n': return takeWord("null");
        default: return takeNumber();
        }
    }

    bool takeNumber()
    {
        const bool isNegative = take('-');
        const char *digits = m_at;
        std::int64_t value = 0;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9' && value <= maxInteger; ++m_at)
            value = value * 10 + (*m_at - '0');
        const bool isPlain = m_at != digits && (*digits != '0' || (m_at - digits == 1 && !isNegative));
        const bool isWhole = m_at == m_end || (*m_at != '.' && *m_at != 'e' && *m_at != 'E');
        return isPlain && isWhole && value <= maxInteger;
    }

    static bool isBefore(QByteArrayView a, QByteArrayView b)
    {
        const auto shared = static_cast<size_t>(std::min(a.size(), b.size()));
        const int order = std::memcmp(a.data(), b.data(), shared);
        return order != 0 ? order < 0 : a.size() < b.size();
    }

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    int m_depthLeft;
};

} // namespace

qsizetype canonicalObjectAt(QByteArrayView bytes, int maxDepth)
{
    return CanonicalScanner(bytes, maxDepth).run();
}

} // namespace crema::json
