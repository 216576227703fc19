// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reports/documents/escpos_decoder.h"

#include <QHash>

#include <iconv.h>

namespace crema::documents {

namespace {

const QHash<int, const char *> &tables()
{
    static const QHash<int, const char *> names{
        {0, "CP437"},  {2, "CP850"},   {13, "CP857"},  {14, "CP737"},  {16, "CP1252"}, {17, "CP866"},  {18, "CP852"},
        {19, "CP858"}, {45, "CP1250"}, {46, "CP1251"}, {47, "CP1253"}, {48, "CP1254"}, {51, "CP1257"},
    };
    return names;
}

QString readLetters(const QByteArray &bytes, int page)
{
    const iconv_t converter = iconv_open("UTF-16LE", tables().value(page, "ASCII"));
    QByteArray in = bytes;
    QByteArray out(bytes.size() * 4, '\0');
    char *from = in.data();
    char *to = out.data();
    auto left = static_cast<size_t>(in.size());
    auto room = static_cast<size_t>(out.size());
    const bool whole = iconv(converter, &from, &left, &to, &room) != static_cast<size_t>(-1);
    iconv_close(converter);
    if (!whole)
        return QStringLiteral("[no letter]");
    return QString(reinterpret_cast<const QChar *>(out.constData()), (to - out.constData()) / 2);
}

/// What a byte of the page prints, asked of the C library once.
QString letterOf(int byte, int page)
{
    static QHash<std::pair<int, int>, QString> known;
    const auto found = known.constFind({page, byte});
    if (found != known.cend())
        return *found;
    return *known.insert({page, byte}, readLetters(QByteArray(1, static_cast<char>(byte)), page));
}

class Decoder
{
public:
    explicit Decoder(const QByteArray &bytes) : m_bytes(bytes) {}

    PrintedPaper decode()
    {
        while (m_at < m_bytes.size() && m_paper.unknown.isEmpty())
            step();
        if (!m_line.isEmpty())
            fail("a line is not ended");
        return m_paper;
    }

private:
    void step()
    {
        const int byte = next();
        if (byte == 0x1B)
            escapeCommand();
        else if (byte == 0x1D)
            groupCommand();
        else if (byte == 0x1C && next() == '.')
            return;
        else if (byte == '\n')
            endLine();
        else if (byte >= 0x20 && byte != 0x7F)
            m_line += letterOf(byte, m_page);
        else
            fail("byte");
    }

    void escapeCommand()
    {
        switch (next()) {
        case '@': m_page = 0; return;
        case 'R': return expect(next() == 0, "national set");
        case 't': m_page = next(); return expect(tables().contains(m_page), "page");
        case 'E': m_strong = next() == 1; return;
        case 'a': return expect(next() <= 2, "alignment");
        case 'd': next(); return;
        case 'p':
            expect(next() <= 1, "drawer pin");
            next();
            next();
            ++m_paper.kicks;
            return;
        default: fail("ESC");
        }
    }

    void groupCommand()
    {
        switch (next()) {
        case 'h':
        case 'H': next(); return;
        case 'w': m_module = next(); return expect(m_module >= 2 && m_module <= 6, "module width");
        case 'k': return barcode();
        case '(': return expect(next() == 'k', "GS ("), qr();
        case 'v': return picture();
        case 'V':
            expect(next() == 66, "cut");
            next();
            ++m_paper.cuts;
            return;
        default: fail("GS");
        }
    }

    void barcode()
    {
        expect(next() == 73, "kind of barcode");
        const QByteArray data = take(next());
        QByteArray text;
        char set = 0;
        for (qsizetype i = 0; i < data.size(); ++i) {
            if (data.at(i) == '{' && i + 1 < data.size()) {
                const char after = data.at(++i);
                if (after == 'B' || after == 'C')
                    set = after;
                else if (after == '{' && set == 'B')
                    text += '{';
                else
                    fail("code set");
            } else if (set == 'C') {
                expect(data.at(i) >= 0 && data.at(i) < 100, "pair of digits");
                text += QByteArray::number(data.at(i)).rightJustified(2, '0');
            } else {
                expect(set == 'B', "no code set");
                text += data.at(i);
            }
        }
        m_paper.barcodes.append(text);
        m_paper.moduleDots.append(m_module);
    }

    void qr()
    {
        const int low = next();
        const QByteArray function = take(low + next() * 256);
        expect(function.size() >= 3 && function.at(0) == 49, "QR");
        switch (function.size() < 2 ? 0 : function.at(1)) {
        case 65:
        case 67:
        case 69: return;
        case 80: m_stored = function.mid(3); return;
        case 81: m_paper.qrCodes.append(m_stored); return;
        default: fail("QR function");
        }
    }

    void picture()
    {
        expect(next() == '0' && next() == 0, "picture");
        const int widthLow = next();
        const int rowBytes = widthLow + next() * 256;
        const int rowsLow = next();
        const int rows = rowsLow + next() * 256;
        expect(m_line.isEmpty(), "a picture within a line");
        m_paper.pictures.append({rowBytes * 8, rows, take(qsizetype(rowBytes) * rows)});
        m_paper.lines.append(QStringLiteral("[picture %1x%2]").arg(rowBytes * 8).arg(rows));
    }

    void endLine()
    {
        m_paper.lines.append(m_line);
        if (m_strong)
            m_paper.strongLines.append(m_line);
        m_line.clear();
    }

    int next()
    {
        if (m_at < m_bytes.size())
            return static_cast<unsigned char>(m_bytes.at(m_at++));
        fail("cut off");
        return -1;
    }

    QByteArray take(qsizetype size)
    {
        expect(m_at + size <= m_bytes.size(), "cut off");
        const QByteArray part = m_bytes.mid(m_at, size);
        m_at += part.size();
        return part;
    }

    void expect(bool holds, const char *what)
    {
        if (!holds)
            fail(what);
    }

    void fail(const char *what)
    {
        if (m_paper.unknown.isEmpty()) {
            m_paper.unknown = QStringLiteral("%1 at %2, before it %3")
                                  .arg(QString::fromLatin1(what))
                                  .arg(m_at)
                                  .arg(QString::fromLatin1(m_bytes.mid(qMax<qsizetype>(0, m_at - 8), 8).toHex(' ')));
        }
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    PrintedPaper m_paper;
    QString m_line;
    QByteArray m_stored;
    int m_page = 0;
    int m_module = 3;
    bool m_strong = false;
};

} // namespace

PrintedPaper decodeEscPos(const QByteArray &bytes)
{
    return Decoder(bytes).decode();
}

} // namespace crema::documents
