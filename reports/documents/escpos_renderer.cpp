// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/escpos_renderer.h"

#include "reports/documents/code_128.h"
#include "reports/documents/code_page.h"

#include <algorithm>

namespace crema::documents {

namespace {

constexpr char escape = 0x1B;
constexpr char groupSeparator = 0x1D;
constexpr char fileSeparator = 0x1C;

constexpr char barcodeHeight = 64; ///< dots
constexpr int quietModules = 10;
constexpr int widestModule = 3;    ///< dots
constexpr int narrowestModule = 2; ///< dots; a narrower one is not read from thermal paper
constexpr char qrModule = 6;       ///< dots
constexpr char feedBeforeCut = 3;  ///< lines
constexpr int mostRasterRows = 256;

/// The printer, while a document is written to it.
class EscPosWriter
{
public:
    EscPosWriter(const PrintedDocument &document, const PrinterProfile &profile, const LineDrawer &draw)
        : m_document(document), m_profile(profile), m_draw(draw)
    {}

    QByteArray write()
    {
        // Many printers start in a Chinese mode of two bytes a letter; national sets change the letters of ASCII.
        put({escape, '@', fileSeparator, '.', escape, 'R', 0});
        usePage(m_profile.codePages.first());
        for (const DocumentBlock &block : m_document.blocks) {
            for (const DocumentLine &line : linesOf(block, m_profile.columns))
                writeLine(line);
            std::visit(*this, block);
        }
        return m_bytes;
    }

    void operator()(const LogoBlock &block)
    {
        writeCentred([&] { writePicture(block.picture); });
    }

    void operator()(const BarcodeBlock &block)
    {
        const std::optional<Code128> code = Code128::of(block.data);
        if (!code)
            return;
        const int room = m_profile.dots() / (code->modules() + 2 * quietModules);
        // The paper's own margins are quiet too.
        const int tight = m_profile.dots() / code->modules();
        const int module = std::min(std::max(room, std::min(tight, narrowestModule)), widestModule);
        if (module < narrowestModule)
            return (*this)(QrBlock{block.data});
        const QByteArray data = code->printerData();
        writeCentred([&] {
            put({groupSeparator, 'h', barcodeHeight, groupSeparator, 'w', static_cast<char>(module), groupSeparator,
                 'H', 0, groupSeparator, 'k', 73, static_cast<char>(data.size())});
            m_bytes += data;
        });
    }

    void operator()(const QrBlock &block)
    {
        if (!m_profile.printsQr || block.data.isEmpty())
            return;
        writeCentred([&] {
            putQr({49, 65, 50, 0});
            putQr({49, 67, qrModule});
            putQr({49, 69, 49});
            putQr(QByteArray("\x31\x50\x30", 3) + block.data);
            putQr({49, 81, 48});
        });
    }

    void operator()(const CutBlock &)
    {
        put({escape, 'd', feedBeforeCut});
        if (m_profile.cuts)
            put({groupSeparator, 'V', 66, 0});
    }

    void operator()(const DrawerKickBlock &)
    {
        // Pin 2, 50 ms on and 500 ms off, in steps of 2 ms.
        put({escape, 'p', 0, 25, static_cast<char>(250)});
    }

    template<class Written>
    void operator()(const Written &)
    {}

private:
    void put(std::initializer_list<char> bytes) { m_bytes.append(bytes.begin(), static_cast<qsizetype>(bytes.size())); }

    void putQr(const QByteArray &function)
    {
        put({groupSeparator, '(', 'k', static_cast<char>(function.size() & 0xFF),
             static_cast<char>(function.size() >> 8)});
        m_bytes += function;
    }

    void putQr(std::initializer_list<char> function)
    {
        putQr(QByteArray(function.begin(), static_cast<qsizetype>(function.size())));
    }

    template<class Write>
    void writeCentred(Write write)
    {
        put({escape, 'a', 1});
        write();
        put({escape, 'a', 0});
    }

    void usePage(int number)
    {
        if (m_page == number)
            return;
        put({escape, 't', static_cast<char>(number)});
        m_page = number;
    }

    void writeLine(const DocumentLine &line)
    {
        const bool isMirrored = m_document.direction == ReadingDirection::RightToLeft && m_draw;
        const auto runs = isMirrored ? std::nullopt : coded(line.text, m_profile.codePages, m_page);
        if (!runs && m_draw)
            return writePicture(m_draw(line, m_document.direction, m_profile.dots()));
        if (line.emphasis == Emphasis::Strong)
            put({escape, 'E', 1});
        for (const CodedRun &run : runs ? *runs : codedAnyhow(line.text, m_profile.codePages, m_page)) {
            usePage(run.page);
            m_bytes += run.bytes;
        }
        put({'\n'});
        if (line.emphasis == Emphasis::Strong)
            put({escape, 'E', 0});
    }

    /// In bands, because the memory of a printer holds a few hundred rows.
    void writePicture(const Raster &picture)
    {
        if (picture.isEmpty() || !picture.isWhole() || picture.width > m_profile.dots())
            return;
        const int rowBytes = Raster::bytesOf(picture.width);
        for (int row = 0; row < picture.height; row += mostRasterRows) {
            const int rows = std::min(mostRasterRows, picture.height - row);
            put({groupSeparator, 'v', '0', 0, static_cast<char>(rowBytes & 0xFF), static_cast<char>(rowBytes >> 8),
                 static_cast<char>(rows & 0xFF), static_cast<char>(rows >> 8)});
            m_bytes += picture.bits.mid(qsizetype(row) * rowBytes, qsizetype(rows) * rowBytes);
        }
    }

    const PrintedDocument &m_document;
    const PrinterProfile &m_profile;
    const LineDrawer &m_draw;
    QByteArray m_bytes;
    int m_page = -1;
};

} // namespace

QByteArray escPosOf(const PrintedDocument &document, const PrinterProfile &profile, const LineDrawer &draw)
{
    return EscPosWriter(document, profile, draw).write();
}

} // namespace crema::documents
