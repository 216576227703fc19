// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json_scanner.h"

#include "models/base/json.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace crema::json {

namespace {

using Byte = unsigned char;

// Bytes that stand for themselves inside a string: no control, no quote, no backslash, not part of a longer letter.
constexpr auto plainBytes = [] {
    std::array<bool, 256> table{};
    for (size_t i = 0x20; i < 0x80; ++i)
        table[i] = true;
    table['"'] = false;
    table['\\'] = false;
    return table;
}();

int hexValue(Byte byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return -1;
}

/// The recursive descent. Depth is bounded by the caller's limit, so recursion is too.
class Scanner
{
public:
    Scanner(QByteArrayView bytes, int maxDepth)
        : m_begin(reinterpret_cast<const Byte *>(bytes.data())), m_at(m_begin), m_end(m_begin + bytes.size()),
          m_depthLeft(maxDepth)
    {}

    std::optional<ScanFinding> run()
    {
        skipBlanks();
        if (m_at == m_end || *m_at != '{')
            fail(ScanProblem::NotAnObject);
        else if (scanContainer('}') && !atEnd())
            fail(ScanProblem::BehindTheEnd);
        return m_finding;
    }

private:
    struct Name {
        std::string_view text;
        qsizetype offset;
    };

    bool fail(ScanProblem problem) { return failAt(problem, m_at); }

    bool failAt(ScanProblem problem, const Byte *where)
    {
        if (!m_finding)
            m_finding = ScanFinding{problem, where - m_begin};
        return false;
    }

    void skipBlanks()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }

    bool atEnd()
    {
        skipBlanks();
        return m_at == m_end;
    }

    bool expect(Byte byte)
    {
        if (m_at == m_end)
            return fail(ScanProblem::EndsEarly);
        if (*m_at != byte)
            return fail(ScanProblem::Unexpected);
        ++m_at;
        return true;
    }

    // Both containers: '{' members '}' and '[' values ']'. The opening byte is the present one.
    bool scanContainer(Byte closing)
    {
        if (m_depthLeft == 0)
            return fail(ScanProblem::TooDeep);
        --m_depthLeft;
        ++m_at;
        const size_t firstName = m_names.size();
        if (!scanItems(closing))
            return false;
        const bool unique = closing != '}' || namesAreUnique(firstName);
        m_names.resize(firstName);
        ++m_depthLeft;
        return unique;
    }

    bool scanItems(Byte closing)
    {
        skipBlanks();
        if (m_at != m_end && *m_at == closing) {
            ++m_at;
            return true;
        }
        for (;;) {
            if (closing == '}' && !scanName())
                return false;
            if (!scanValue())
                return false;
            skipBlanks();
            if (m_at != m_end && *m_at == ',') {
                ++m_at;
                skipBlanks();
                continue;
            }
            return expect(closing);
        }
    }

    bool scanName()
    {
        const Byte *start = m_at;
        m_decodeInto = nullptr;
        if (!expect('"') || !scanString(true))
            return false;
        if (m_decodeInto)
            m_names.push_back({*m_decodeInto, start - m_begin});
        else
            m_names.push_back(
                {{reinterpret_cast<const char *>(start + 1), static_cast<size_t>(m_at - start - 2)}, start - m_begin});
        skipBlanks();
        return expect(':');
    }

    bool namesAreUnique(size_t first)
    {
        const auto begin = m_names.begin() + static_cast<std::ptrdiff_t>(first);
        // Nearly every object is small: comparing all pairs is then faster than sorting.
        if (m_names.end() - begin <= 24) {
            for (auto name = begin; name != m_names.end(); ++name) {
                if (std::any_of(begin, name, [&](const Name &other) { return other.text == name->text; }))
                    return failAt(ScanProblem::DuplicateName, m_begin + name->offset);
            }
            return true;
        }
        std::stable_sort(begin, m_names.end(), [](const Name &a, const Name &b) { return a.text < b.text; });
        const auto twin =
            std::adjacent_find(begin, m_names.end(), [](const Name &a, const Name &b) { return a.text == b.text; });
        if (twin == m_names.end())
            return true;
        return failAt(ScanProblem::DuplicateName, m_begin + std::next(twin)->offset);
    }

    bool scanValue()
    {
        skipBlanks();
        if (m_at == m_end)
            return fail(ScanProblem::EndsEarly);
        switch (*m_at) {
        case '{': return scanContainer('}');
        case '[': return scanContainer(']');
        case '"': ++m_at; return scanString(false);
        case 't': return scanWord("true");
        case 'f': return scanWord("false");
        case 'n': return scanWord("null");
        default: return scanNumber();
        }
    }

    bool scanWord(std::string_view word)
    {
        const auto left = static_cast<size_t>(m_end - m_at);
        if (std::memcmp(m_at, word.data(), std::min(left, word.size())) != 0)
            return fail(ScanProblem::Unexpected);
        if (left < word.size())
            return fail(ScanProblem::EndsEarly);
        m_at += word.size();
        return true;
    }

    bool scanNumber()
    {
        const Byte *start = m_at;
        const bool negative = *m_at == '-';
        if (negative)
            ++m_at;
        if (m_at == m_end)
            return fail(ScanProblem::EndsEarly);
        const Byte *digits = m_at;
        std::int64_t value = 0;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9'; ++m_at) {
            if (value > maxInteger / 10)
                return failAt(ScanProblem::NumberTooLarge, start);
            value = value * 10 + (*m_at - '0');
        }
        if (m_at == digits)
            return fail(ScanProblem::Unexpected);
        if (value > maxInteger)
            return failAt(ScanProblem::NumberTooLarge, start);
        if (*digits == '0' && (negative || m_at - digits > 1))
            return failAt(ScanProblem::Unexpected, start);
        if (m_at != m_end && (*m_at == '.' || *m_at == 'e' || *m_at == 'E'))
            return fail(ScanProblem::NotWhole);
        return true;
    }

    // Behind the opening quote to behind the closing one. A name with escapes is decoded, to be compared.
    bool scanString(bool isName)
    {
        for (;;) {
            const Byte *start = m_at;
            while (m_at != m_end && plainBytes[*m_at])
                ++m_at;
            if (m_at == m_end)
                return fail(ScanProblem::EndsEarly);
            if (*m_at >= 0x80 && !scanLongLetter())
                return false;
            if (m_decodeInto && isName)
                m_decodeInto->append(reinterpret_cast<const char *>(start), static_cast<size_t>(m_at - start));
            if (m_at == m_end)
                return fail(ScanProblem::EndsEarly);
            if (*m_at == '"') {
                ++m_at;
                return true;
            }
            if (*m_at < 0x20)
                return fail(ScanProblem::ControlCharacter);
            if (*m_at == '\\') {
                if (isName && !m_decodeInto)
                    beginDecoding(start);
                if (!scanEscape(isName))
                    return false;
            }
        }
    }

    void beginDecoding(const Byte *runStart)
    {
        // The plain part before the first escape reaches back to the quote, not only over the last run.
        const Byte *quote = runStart;
        while (quote[-1] != '"')
            --quote;
        m_decoded.emplace_back(reinterpret_cast<const char *>(quote), static_cast<size_t>(m_at - quote));
        m_decodeInto = &m_decoded.back();
    }

    void decoded(char32_t letter, bool isName)
    {
        if (!isName)
            return;
        std::string &out = *m_decodeInto;
        if (letter < 0x80) {
            out.push_back(static_cast<char>(letter));
        } else if (letter < 0x800) {
            out.push_back(static_cast<char>(0xc0 | (letter >> 6)));
            out.push_back(static_cast<char>(0x80 | (letter & 0x3f)));
        } else if (letter < 0x10000) {
            out.push_back(static_cast<char>(0xe0 | (letter >> 12)));
            out.push_back(static_cast<char>(0x80 | ((letter >> 6) & 0x3f)));
            out.push_back(static_cast<char>(0x80 | (letter & 0x3f)));
        } else {
            out.push_back(static_cast<char>(0xf0 | (letter >> 18)));
            out.push_back(static_cast<char>(0x80 | ((letter >> 12) & 0x3f)));
            out.push_back(static_cast<char>(0x80 | ((letter >> 6) & 0x3f)));
            out.push_back(static_cast<char>(0x80 | (letter & 0x3f)));
        }
    }

    bool scanEscape(bool isName)
    {
        static constexpr std::string_view shortNames = "\"\\/bfnrt";
        static constexpr std::string_view shortValues = "\"\\/\b\f\n\r\t";
        const Byte *start = m_at++;
        if (m_at == m_end)
            return fail(ScanProblem::EndsEarly);
        if (*m_at != 'u') {
            const size_t index = shortNames.find(static_cast<char>(*m_at));
            if (index == std::string_view::npos)
                return fail(ScanProblem::Unexpected);
            ++m_at;
            decoded(static_cast<char32_t>(shortValues[index]), isName);
            return true;
        }
        char32_t unit = 0;
        if (!scanHexUnit(unit))
            return false;
        if (unit >= 0xdc00 && unit <= 0xdfff)
            return failAt(ScanProblem::LoneSurrogate, start);
        if (unit >= 0xd800 && unit <= 0xdbff) {
            char32_t low = 0;
            if (m_end - m_at < 2 || m_at[0] != '\\' || m_at[1] != 'u')
                return failAt(ScanProblem::LoneSurrogate, start);
            ++m_at;
            if (!scanHexUnit(low))
                return false;
            if (low < 0xdc00 || low > 0xdfff)
                return failAt(ScanProblem::LoneSurrogate, start);
            unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        }
        decoded(unit, isName);
        return true;
    }

    // The present byte is the 'u' of \uXXXX.
    bool scanHexUnit(char32_t &unit)
    {
        ++m_at;
        for (int i = 0; i < 4; ++i, ++m_at) {
            if (m_at == m_end)
                return fail(ScanProblem::EndsEarly);
            const int digit = hexValue(*m_at);
            if (digit < 0)
                return fail(ScanProblem::Unexpected);
            unit = unit * 16 + static_cast<char32_t>(digit);
        }
        return true;
    }

    // One letter of two to four bytes, by the table of RFC 3629 section 4 (no overlong forms, no surrogates).
    bool scanLongLetter()
    {
        const Byte lead = *m_at;
        int following = 0;
        Byte low = 0x80;
        Byte high = 0xbf;
        if (lead >= 0xc2 && lead <= 0xdf) {
            following = 1;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            following = 2;
            low = lead == 0xe0 ? 0xa0 : low;
            high = lead == 0xed ? 0x9f : high;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            following = 3;
            low = lead == 0xf0 ? 0x90 : low;
            high = lead == 0xf4 ? 0x8f : high;
        } else {
            return fail(ScanProblem::NotUtf8);
        }
        if (m_end - m_at <= following)
            return fail(ScanProblem::NotUtf8);
        if (m_at[1] < low || m_at[1] > high)
            return fail(ScanProblem::NotUtf8);
        for (int i = 2; i <= following; ++i) {
            if (m_at[i] < 0x80 || m_at[i] > 0xbf)
                return fail(ScanProblem::NotUtf8);
        }
        m_at += following + 1;
        return true;
    }

    const Byte *m_begin;
    const Byte *m_at;
    const Byte *m_end;
    int m_depthLeft;
    std::vector<Name> m_names;         // of all objects that are open, innermost last
    std::deque<std::string> m_decoded; // keeps decoded names where they are
    std::string *m_decodeInto = nullptr;
    std::optional<ScanFinding> m_finding;
};

} // namespace

std::optional<ScanFinding> scanObject(QByteArrayView bytes, int maxDepth)
{
    return Scanner(bytes, maxDepth).run();
}

} // namespace crema::json
