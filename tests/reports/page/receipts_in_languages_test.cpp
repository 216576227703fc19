// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of every printer we know, in four scripts: all of it is understood, and says what the receipt says, in
// letters where the printer has them and drawn where it has not. Codes are read by somebody else's reader.
#include "reports/documents/receipt_document.h"
#include "reports/documents/text_columns.h"
#include "reports/page/page_drawing.h"
#include "tests/reports/documents/escpos_decoder.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <qrencode.h>

#include <memory>

namespace crema::documents {
namespace {

using namespace Qt::StringLiterals;

Money eur(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

/// A shop in its own script.
struct Shop {
    const char *name;
    QLocale locale;
    QString business;
    QString place;
    QStringList articles;
    QString reason; ///< of a discount
};

QList<Shop> shops()
{
    return {
        {"Latin-1",
         QLocale(QLocale::German, QLocale::Germany),
         u"Rösterei Größe & Söhne"_s,
         u"Straße 7, Köln"_s,
         {u"Crème brûlée à la carte"_s, u"Café com açúcar"_s, u"Ærø Kaffe Øl"_s},
         u"Stammgäste"_s},
        {"Greek",
         QLocale(QLocale::Greek, QLocale::Greece),
         u"Καφεκοπτείο Ωμέγα"_s,
         u"Θεσσαλονίκη"_s,
         {u"Φραπέ με γάλα"_s, u"Ελληνικός καφές, διπλός"_s, u"Άρωμα ΐ ΰ Ϊ Ϋ"_s},
         u"Έκπτωση μελών"_s},
        {"Cyrillic",
         QLocale(QLocale::Russian, QLocale::Russia),
         u"Кофейня «Жаворонок»"_s,
         u"Набережная"_s,
         {u"Кофе со сливками, чёрный"_s, u"Їжак і ґава"_s, u"Эспрессо двойной"_s},
         u"Скидка для своих"_s},
        {"Arabic",
         QLocale(QLocale::Arabic, QLocale::Egypt),
         u"محمصة القبرة"_s,
         u"شارع الميناء"_s,
         {u"قهوة عربية بالهيل"_s, u"حليب ٢٥٠ مل"_s, u"شاي"_s},
         u"خصم الأعضاء"_s},
    };
}

ReceiptInput receiptOf(const Shop &shop)
{
    ReceiptInput input;
    input.businessName = shop.business;
    input.locationName = shop.place;
    input.timeZone = "Europe/Athens";
    Sale &sale = input.sale;
    std::int64_t total = 0;
    for (const QString &article : shop.articles) {
        SaleLine line;
        line.name = article;
        line.quantity = Quantity(2);
        line.price = Price{eur(430), 1};
        line.discounts = {{shop.reason, 1'000, eur(86)}};
        line.gross = line.net = eur(774);
        line.tax = line.cartDiscount = eur(0);
        sale.lines.append(line);
        total += 774;
    }
    sale.number = u"HARBOUR-1-000123"_s;
    sale.completedAt = UtcTime(1'700'000'000'000);
    sale.taxes = {{TaxRate(1350), eur(total - 276), eur(276), eur(total)}};
    sale.total = eur(total);
    sale.rounding = eur(0);
    sale.payments = {{PaymentMethod::Cash, eur(total), eur(3000), eur(3000 - total)}};
    return input;
}

bool hasInk(const Raster &picture)
{
    return picture.bits.count('\0') < picture.bits.size();
}

/// A paper with the text of what was drawn on it in the place of the pictures.
struct Printed {
    PrintedPaper paper;
    QStringList lines;
    int drawn = 0;
};

Printed print(const ReceiptInput &input, const PrinterProfile &profile, const QLocale &locale)
{
    QStringList drawn;
    const LineDrawer drawer = [&drawn, draw = pageDrawing().line](const DocumentLine &line, ReadingDirection direction,
                                                                  int dots) {
        drawn.append(line.text);
        return draw(line, direction, dots);
    };
    Printed printed{decodeEscPos(escPosOf(receiptDocument(input, locale), profile, drawer)), {}, 0};
    for (const QString &line : std::as_const(printed.paper.lines))
        printed.lines.append(line.startsWith(u"[picture"_s) ? drawn.value(printed.drawn++) : line);
    return printed;
}

/// As a printer shows it: one blank is as good as another, and a letter joined with its mark is the same letter.
QStringList expectedLines(const ReceiptInput &input, const PrinterProfile &profile, const QLocale &locale)
{
    QString text = receiptText(input, locale, profile.columns);
    for (QChar &letter : text) {
        if (letter != u'\n' && letter.isSpace())
            letter = u' ';
    }
    QStringList lines = text.split(u'\n');
    lines.removeLast();
    return lines;
}

QStringList plain(QStringList lines)
{
    for (QString &line : lines) {
        for (QChar &letter : line) {
            if (letter.isSpace())
                letter = u' ';
        }
    }
    return lines;
}

TEST(ReceiptsInLanguages, SayWhatTheyHaveToOnEveryPrinter)
{
    for (const Shop &shop : shops()) {
        const ReceiptInput input = receiptOf(shop);
        for (const PrinterProfile &profile : printerProfiles()) {
            SCOPED_TRACE(shop.name + (u' ' + profile.id).toStdString());
            const Printed printed = print(input, profile, shop.locale);
            EXPECT_EQ(printed.paper.unknown, QString());
            EXPECT_EQ(plain(printed.lines), expectedLines(input, profile, shop.locale));
            EXPECT_EQ(printed.drawn, printed.paper.pictures.size());
            for (const Raster &picture : printed.paper.pictures) {
                EXPECT_EQ(picture.width, profile.dots());
                EXPECT_TRUE(hasInk(picture));
            }
            EXPECT_FALSE(printed.paper.text().contains(u'?')) << qPrintable(printed.paper.text());
            EXPECT_EQ(printed.paper.barcodes + printed.paper.qrCodes, QList<QByteArray>{"HARBOUR-1-000123"});
        }
    }
}

TEST(ReceiptsInLanguages, AreInLettersWhereThePrinterHasThem)
{
    const QList<Shop> all = shops();
    for (const PrinterProfile &profile : printerProfiles()) {
        SCOPED_TRACE(profile.id.toStdString());
        const auto drawn = [&](qsizetype shop) { return print(receiptOf(all[shop]), profile, all[shop].locale).drawn; };
        const auto hasPage = [&](int number) { return profile.codePages.contains(number); };
        EXPECT_TRUE(!hasPage(16) || drawn(0) == 0);
        EXPECT_TRUE(!hasPage(47) || drawn(1) == 0);
        EXPECT_TRUE(!hasPage(46) || drawn(2) == 0);
        EXPECT_EQ(drawn(3), expectedLines(receiptOf(all[3]), profile, all[3].locale).size())
            << "it is read from the right";
    }
}

/// Real names are longer and stranger than any that we think of.
TEST(ReceiptsInLanguages, TakeRealNamesInEveryScript)
{
    QFile file(qEnvironmentVariable("CREMA_REAL_DATA") + u"/products.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        GTEST_SKIP() << "the real data (CREMA_REAL_DATA) is not here";
    const auto isRare = [](const QString &text) {
        return !text.contains(u'?') &&
               std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() > 0xFF; });
    };
    QStringList names;
    const QStringList lines = QString::fromUtf8(file.readAll()).remove(u'"').split(u'\n');
    for (const QString &line : lines) {
        for (const QString &text : {line.section(u',', 3, 3), line.section(u',', 4).left(60)}) {
            if (isRare(text))
                names.append(text.trimmed());
        }
    }
    ASSERT_GT(names.size(), 20);
    Shop shop = shops().constFirst();
    shop.articles = names;
    const ReceiptInput input = receiptOf(shop);
    for (const PrinterProfile &profile : printerProfiles()) {
        SCOPED_TRACE(profile.id.toStdString());
        const Printed printed = print(input, profile, shop.locale);
        EXPECT_EQ(printed.paper.unknown, QString());
        for (const QString &line : printed.paper.lines)
            EXPECT_LE(displayWidth(line), profile.columns) << qPrintable(line);
        const qsizetype amounts = printed.lines.filter(u"8,60"_s).size();
        EXPECT_GE(amounts, names.size()) << "each article stands with what it costs";
        EXPECT_FALSE(printed.paper.text().contains(u'?') && profile.codePages.size() > 1)
            << qPrintable(printed.paper.lines.filter(u"?"_s).join(u'\n'));
    }
}

/// The code that a printer makes of these bytes, as a picture.
QByteArray pictureOfQr(const QByteArray &data)
{
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(
        QRcode_encodeData(static_cast<int>(data.size()), reinterpret_cast<const unsigned char *>(data.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    constexpr int module = 4;
    constexpr int quiet = 4;
    const int side = (code->width + 2 * quiet) * module;
    QByteArray picture = "P5\n" + QByteArray::number(side) + ' ' + QByteArray::number(side) + "\n255\n";
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / module - quiet;
            const int row = y / module - quiet;
            const bool isInside = column >= 0 && row >= 0 && column < code->width && row < code->width;
            picture += isInside && (code->data[row * code->width + column] & 1) != 0 ? '\0' : '\xff';
        }
    }
    return picture;
}

TEST(ReceiptsInLanguages, HaveQrCodesThatZbarReads)
{
    const QString zbar = QStandardPaths::findExecutable(u"zbarimg"_s);
    if (zbar.isEmpty())
        GTEST_SKIP() << "zbarimg is not installed (zbar-tools)";
    const QTemporaryDir folder;
    for (const QByteArray number : {"HARBOUR-STREET-NORTH-1-000123", "KOELN-DOM-12-99999999"}) {
        ReceiptInput input = receiptOf(shops().constFirst());
        input.sale.number = QString::fromLatin1(number);
        const PrintedPaper paper = print(input, *printerProfile(u"generic-58"_s), shops().constFirst().locale).paper;
        ASSERT_EQ(paper.qrCodes, QList<QByteArray>{number});
        QFile file(folder.filePath(u"code.pgm"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(pictureOfQr(paper.qrCodes.first()));
        file.close();
        QProcess reading;
        reading.start(zbar, {u"--quiet"_s, u"--raw"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s, file.fileName()});
        ASSERT_TRUE(reading.waitForFinished());
        EXPECT_EQ(reading.readAllStandardOutput().trimmed(), number);
    }
}

} // namespace
} // namespace crema::documents
