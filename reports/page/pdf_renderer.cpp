// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/page/pdf_renderer.h"

#include "reports/documents/code_128.h"
#include "reports/documents/printer_profile.h"
#include "reports/page/line_painter.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <memory>

#include <qrencode.h>

namespace crema::documents {

namespace {

constexpr int dotsOfInch = 203;
constexpr double millimetresOfInch = 25.4;
constexpr int margin = 32;        ///< dots, all around
constexpr int gap = 12;           ///< dots above and below a picture or code
constexpr int barcodeHeight = 72; ///< dots
constexpr int quietModules = 10;
constexpr int qrModule = 5; ///< dots
constexpr int letterPx = 20;
constexpr int mostDots = 14'000 * 8; ///< what a PDF page may be high, in dots of 203 to the inch

/// Goes down the page; without a painter it only measures.
class PageWriter
{
public:
    PageWriter(const PrintedDocument &document, int columns, QPainter *painter)
        : m_document(document), m_columns(columns), m_painter(painter),
          m_font(QFontDatabase::systemFont(QFontDatabase::FixedFont))
    {
        m_font.setPixelSize(letterPx);
        m_lineHeight = QFontMetricsF(m_font).height();
    }

    [[nodiscard]] int width() const { return m_columns * PrinterProfile::dotsOfColumn; }

    /// How far down it came, with the margin below.
    double write()
    {
        for (const DocumentBlock &block : m_document.blocks) {
            for (const DocumentLine &line : linesOf(block, m_columns)) {
                if (m_painter != nullptr) {
                    paintLine(*m_painter, line, m_document.direction, QRectF(margin, m_y, width(), m_lineHeight),
                              PrinterProfile::dotsOfColumn, m_font);
                }
                m_y += m_lineHeight;
            }
            std::visit(*this, block);
        }
        return m_y + margin;
    }

    void operator()(const LogoBlock &block)
    {
        const Raster &picture = block.picture;
        if (picture.isEmpty() || !picture.isWhole() || picture.width > width())
            return;
        place(picture.width, picture.height, [&](double left, double top) {
            for (int y = 0; y < picture.height; ++y) {
                for (int x = 0; x < picture.width; ++x) {
                    if (picture.isBlack(x, y))
                        m_painter->fillRect(QRectF(left + x, top + y, 1, 1), Qt::black);
                }
            }
        });
    }

    void operator()(const BarcodeBlock &block)
    {
        const std::optional<Code128> code = Code128::of(block.data);
        if (!code)
            return;
        const double module = std::min(2.0, static_cast<double>(width()) / (code->modules() + 2 * quietModules));
        place(module * code->modules(), barcodeHeight, [&](double left, double top) {
            const QByteArray pattern = code->pattern();
            for (qsizetype i = 0; i < pattern.size(); ++i) {
                if (pattern.at(i) != 0)
                    m_painter->fillRect(QRectF(left + i * module, top, module, barcodeHeight), Qt::black);
            }
        });
    }

    void operator()(const QrBlock &block)
    {
        const std::unique_ptr<QRcode, void (*)(QRcode *)> code(
            QRcode_encodeData(static_cast<int>(block.data.size()),
                              reinterpret_cast<const unsigned char *>(block.data.constData()), 0, QR_ECLEVEL_M),
            &QRcode_free);
        if (!code)
            return;
        const int modules = code->width;
        place(modules * qrModule, modules * qrModule, [&](double left, double top) {
            for (int i = 0; i < modules * modules; ++i) {
                if ((code->data[i] & 1) != 0)
                    m_painter->fillRect(
                        QRectF(left + (i % modules) * qrModule, top + (i / modules) * qrModule, qrModule, qrModule),
                        Qt::black);
            }
        });
    }

    template<class Other>
    void operator()(const Other &)
    {}

private:
    template<class Paint>
    void place(double wide, double high, Paint paint)
    {
        m_y += gap;
        if (m_painter != nullptr)
            paint(margin + (width() - wide) / 2, m_y);
        m_y += high + gap;
    }

    const PrintedDocument &m_document;
    int m_columns;
    QPainter *m_painter;
    QFont m_font;
    double m_lineHeight = 0;
    double m_y = margin;
};

double millimetres(double dots)
{
    return dots / dotsOfInch * millimetresOfInch;
}

} // namespace

QByteArray pdfOf(const PrintedDocument &document, int columns, const QString &title)
{
    PageWriter measuring(document, columns, nullptr);
    const double height = measuring.write();
    const double width = measuring.width() + 2 * margin;
    if (height > mostDots)
        return {};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setTitle(title);
    pdf.setCreator(QStringLiteral("Crema"));
    pdf.setResolution(dotsOfInch);
    pdf.setPageMargins(QMarginsF());
    // Qt turns a page that is wider than high; a receipt never is meant to be.
    pdf.setPageSize(QPageSize(QSizeF(millimetres(width), millimetres(std::max(height, width + 1))),
                              QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    QPainter painter;
    if (!painter.begin(&pdf))
        return {};
    PageWriter(document, columns, &painter).write();
    return painter.end() ? buffer.data() : QByteArray();
}

} // namespace crema::documents
