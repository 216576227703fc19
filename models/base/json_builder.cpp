// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json_builder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>
#include <cstring>

namespace crema::json {

namespace {

char16_t hexUnit(const char *digits)
{
    char16_t unit = 0;
    for (int i = 0; i < 4; ++i) {
        const char digit = digits[i];
        const int value = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
        unit = static_cast<char16_t>(unit * 16 + value);
    }
    return unit;
}

char16_t shortEscape(char name)
{
    switch (name) {
    case 'b': return u'\b';
    case 'f': return u'\f';
    case 'n': return u'\n';
    case 'r': return u'\r';
    case 't': return u'\t';
    default: return static_cast<char16_t>(name); // quote, backslash and slash stand for themselves
    }
}

QString unescaped(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\') {
            result.append(text.at(i));
            continue;
        }
        const char name = text.at(++i).toLatin1();
        if (name != 'u') {
            result.append(QChar(shortEscape(name)));
            continue;
        }
        const QByteArray digits = QStringView(text).mid(i + 1, 4).toLatin1();
        result.append(QChar(hexUnit(digits.constData())));
        i += 4;
    }
    return result;
}

/// Trusts its bytes: every check was made by the scanner.
class Builder
{
public:
    explicit Builder(const char *at) : m_at(at) {}

    QJsonObject object()
    {
        QJsonObject result;
        ++m_at;
        for (skipBlanks(); *m_at != '}'; skipSeparator()) {
            const QString name = string();
            skipBlanks();
            ++m_at; // the colon
            result.insert(name, value());
        }
        ++m_at;
        return result;
    }

    void skipBlanks()
    {
        while (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t')
            ++m_at;
    }

private:
    void skipSeparator()
    {
        skipBlanks();
        if (*m_at == ',') {
            ++m_at;
            skipBlanks();
        }
    }

    QJsonArray array()
    {
        QJsonArray result;
        ++m_at;
        for (skipBlanks(); *m_at != ']'; skipSeparator())
            result.append(value());
        ++m_at;
        return result;
    }

    QJsonValue value()
    {
        skipBlanks();
        switch (*m_at) {
        case '{': return object();
        case '[': return array();
        case '"': return string();
        case 't': m_at += 4; return true;
        case 'f': m_at += 5; return false;
        case 'n': m_at += 4; return QJsonValue::Null;
        default: return number();
        }
    }

    QJsonValue number()
    {
        const bool negative = *m_at == '-';
        if (negative)
            ++m_at;
        qint64 value = 0;
        for (; *m_at >= '0' && *m_at <= '9'; ++m_at)
            value = value * 10 + (*m_at - '0');
        return negative ? -value : value;
    }

    QString string()
    {
        const char *start = ++m_at;
        bool escapes = false;
        bool ascii = true;
        for (; *m_at != '"'; ++m_at) {
            ascii = ascii && static_cast<unsigned char>(*m_at) < 0x80;
            if (*m_at == '\\') {
                escapes = true;
                ++m_at;
            }
        }
        const QByteArrayView bytes(start, m_at - start);
        ++m_at;
        const QString text = ascii ? QString::fromLatin1(bytes) : decoded(bytes);
        return escapes ? unescaped(text) : text;
    }

    static QString decoded(QByteArrayView bytes)
    {
        // QString::fromUtf8 would take a leading U+FEFF for a byte order mark.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        return decoder.decode(bytes);
    }

    const char *m_at;
};

/// Whether Qt's reader, which is nearly three times as fast, makes the same of it: it has neither letters beyond U+FFFF
/// nor U+FEFF, as they are or as escapes. (Bytes from 0xef on begin U+F000 and what lies behind.)
bool readsTheSame(QByteArrayView scanned)
{
    const auto isLate = [](char byte) { return static_cast<unsigned char>(byte) >= 0xef; };
    return std::none_of(scanned.begin(), scanned.end(), isLate) && scanned.indexOf("\\u") < 0;
}

} // namespace

QJsonObject buildObject(QByteArrayView scanned)
{
    if (readsTheSame(scanned))
        return QJsonDocument::fromJson(QByteArray::fromRawData(scanned.data(), scanned.size())).object();
    Builder builder(scanned.data());
    builder.skipBlanks();
    return builder.object();
}

} // namespace crema::json
