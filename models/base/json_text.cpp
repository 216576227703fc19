// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json_text.h"

namespace crema::json {
namespace {

void writeEscape(QByteArray &out, char byte)
{
    static constexpr char hexDigits[] = "0123456789abcdef";
    switch (byte) {
    case '"': out.append("\\\""); return;
    case '\\': out.append("\\\\"); return;
    case '\b': out.append("\\b"); return;
    case '\t': out.append("\\t"); return;
    case '\n': out.append("\\n"); return;
    case '\f': out.append("\\f"); return;
    case '\r': out.append("\\r"); return;
    default:
        out.append("\\u00");
        out.append(hexDigits[(byte >> 4) & 0x0f]);
        out.append(hexDigits[byte & 0x0f]);
    }
}

// UTF-8 has no lone surrogates, so text that a clipboard cut in the middle of a pair gets U+FFFD there.
QString repaired(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        if (unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (unit.isSurrogate())
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

/// Writes a text of plain ASCII, which nearly all are, without a copy; any other is left to the caller.
bool writePlain(QByteArray &out, const QString &text)
{
    const qsizetype begin = out.size();
    out.resize(begin + text.size() + 2);
    char *at = out.data() + begin;
    *at++ = '"';
    for (const QChar unit : text) {
        const char16_t code = unit.unicode();
        if (code < 0x20 || code > 0x7e || code == u'"' || code == u'\\') {
            out.truncate(begin);
            return false;
        }
        *at++ = static_cast<char>(code);
    }
    *at = '"';
    return true;
}

} // namespace

void appendString(QByteArray &out, const QString &text)
{
    if (writePlain(out, text))
        return;
    const QByteArray utf8 = text.isValidUtf16() ? text.toUtf8() : repaired(text).toUtf8();
    out.append('"');
    qsizetype runStart = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char byte = utf8.at(i);
        if (static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\')
            continue;
        out.append(utf8.constData() + runStart, i - runStart);
        writeEscape(out, byte);
        runStart = i + 1;
    }
    out.append(utf8.constData() + runStart, utf8.size() - runStart);
    out.append('"');
}

} // namespace crema::json
