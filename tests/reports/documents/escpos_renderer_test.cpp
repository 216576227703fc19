// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/code_128.h"
#include "reports/documents/code_page.h"
#include "reports/documents/escpos_renderer.h"
#include "reports/documents/receipt_document.h"
#include "reports/documents/text_columns.h"
#include "tests/reports/documents/escpos_decoder.h"
#include "tests/testing/naughty_strings.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema::documents {

namespace {

using namespace Qt::StringLiterals;

const QLocale irish(QLocale::English, QLocale::Ireland);

Money eur(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

ReceiptInput receiptOf(const QString &name)
{
    ReceiptInput input;
    input.businessName = u"Larkmoor Coffee"_s;
    input.locationName = u"Harbour Street"_s;
    input.timeZone = "Europe/Dublin";
    SaleLine line;
    line.name = name;
    line.quantity = Quantity(2);
    line.price = Price{eur(430), 1};
    line.gross = line.net = eur(860);
    line.tax = line.cartDiscount = eur(0);
    Sale &sale = input.sale;
    sale.number = u"HARBOUR-1-000123"_s;
    sale.completedAt = UtcTime(1'700'000'000'000);
    sale.lines = {line};
    sale.taxes = {{TaxRate(1350), eur(758), eur(102), eur(860)}};
    sale.total = eur(860);
    sale.rounding = eur(0);
    sale.payments = {{PaymentMethod::Cash, eur(860), eur(1000), eur(140)}};
    return input;
}

PrintedPaper print(const ReceiptInput &input, const PrinterProfile &profile, const QLocale &locale = irish,
                   const LineDrawer &draw = {})
{
    return decodeEscPos(escPosOf(receiptDocument(input, locale), profile, draw));
}

PrinterProfile profile(const char *id)
{
    return *printerProfile(QString::fromLatin1(id));
}

QStringList textLines(const QString &text)
{
    QStringList lines = QString(text).replace(QChar::Nbsp, u' ').split(u'\n');
    lines.removeLast();
    return lines;
}

/// The lines that a drawer was given, each drawn as a blank band.
struct Drawn {
    QStringList lines;
    QList<ReadingDirection> directions;

    [[nodiscard]] LineDrawer drawer()
    {
        return [this](const DocumentLine &line, ReadingDirection direction, int dots) {
            lines.append(line.text);
            directions.append(direction);
            return Raster::blank(dots, PrinterProfile::dotsOfLine);
        };
    }
};

TEST(EscPos, PrintsWhatTheTextSaysOnEveryPrinter)
{
    const ReceiptInput input = receiptOf(u"Flat white"_s);
    for (const PrinterProfile &each : printerProfiles()) {
        const PrintedPaper paper = print(input, each);
        EXPECT_EQ(paper.unknown, QString()) << qPrintable(each.id);
        EXPECT_EQ(paper.lines, textLines(receiptText(input, irish, each.columns))) << qPrintable(each.id);
        EXPECT_EQ(paper.cuts, each.cuts ? 1 : 0);
        EXPECT_EQ(paper.kicks, 0);
        EXPECT_EQ(paper.barcodes, QList<QByteArray>{"HARBOUR-1-000123"}) << qPrintable(each.id);
        EXPECT_TRUE(paper.strongLines.contains(paper.lines.first()));
    }
}

TEST(EscPos, OpensTheDrawerBeforeItPrints)
{
    ReceiptInput input = receiptOf(u"Flat white"_s);
    input.drawer = DrawerKick::Open;
    const QByteArray bytes = escPosOf(receiptDocument(input, irish), profile("generic-80"));
    EXPECT_EQ(decodeEscPos(bytes).kicks, 1);
    EXPECT_LT(bytes.indexOf("\x1bp"), bytes.indexOf("Larkmoor"));
}

TEST(EscPos, MarksEachCopyWithItsNumber)
{
    ReceiptInput input = receiptOf(u"Flat white"_s);
    input.kind = ReceiptKind::Copy;
    EXPECT_TRUE(print(input, profile("generic-58")).text().contains(u"*** COPY ***"_s));
    input.copy = 3;
    EXPECT_TRUE(print(input, profile("generic-58")).text().contains(u"*** COPY 3 ***"_s));
}

TEST(EscPos, PrintsLatinGreekAndCyrillicByPages)
{
    const QStringList names{u"Crème brûlée à la carte, 10 € Größe Ø"_s,
                            u"Φραπέ με γάλα και Ωμέγα"_s,
                            u"Кофе со сливками, чёрный Їжак"_s,
                            u"Žluťoučký kůň łódź őrült"_s,
                            u"İstanbul ışığı şeker"_s,
                            u"Ąžuolas ėjo į šūkį"_s,
                            u"Kaffee φίλτρου и кофе €"_s};
    for (const QString &name : names) {
        const ReceiptInput input = receiptOf(name);
        Drawn drawn;
        const PrintedPaper paper = print(input, profile("epson-tm-t88"), irish, drawn.drawer());
        EXPECT_EQ(paper.unknown, QString());
        EXPECT_EQ(paper.lines, textLines(receiptText(input, irish, 42))) << qPrintable(name);
        EXPECT_TRUE(drawn.lines.isEmpty()) << qPrintable(name);
    }
}

TEST(EscPos, ChangesThePageOnlyWhereItHasTo)
{
    const auto runs = coded(u"Kaffee φίλτρου кофе ok"_s, profile("epson-tm-t88").codePages, 0);
    ASSERT_TRUE(runs);
    EXPECT_EQ(runs->size(), 2) << "Greek has the Latin letters too";
    EXPECT_EQ(coded(u"only plain letters"_s, profile("epson-tm-t88").codePages, 46)->first().page, 46);
}

TEST(EscPos, DrawsWhatNoPageHas)
{
    const ReceiptInput input = receiptOf(u"東京コーヒー"_s);
    Drawn drawn;
    const PrintedPaper paper = print(input, profile("generic-80"), irish, drawn.drawer());
    EXPECT_EQ(paper.unknown, QString());
    ASSERT_EQ(drawn.lines.size(), 1);
    EXPECT_TRUE(drawn.lines.first().startsWith(u"東京コーヒー"_s));
    EXPECT_EQ(paper.pictures.first().width, 576);
    EXPECT_TRUE(paper.text().contains(u"Total EUR"_s));
    // Nobody draws: the amount is there all the same.
    const PrintedPaper bare = print(input, profile("generic-80"));
    EXPECT_EQ(bare.unknown, QString());
    EXPECT_TRUE(bare.text().contains(u"??????"_s)) << qPrintable(bare.text());
    EXPECT_TRUE(bare.text().contains(u"8.60"_s));
}

TEST(EscPos, DrawsAReceiptThatIsReadFromTheRightAsAWhole)
{
    const QLocale egyptian(QLocale::Arabic, QLocale::Egypt);
    const ReceiptInput input = receiptOf(u"قهوة"_s);
    Drawn drawn;
    const PrintedPaper paper = print(input, profile("epson-tm-m30"), egyptian, drawn.drawer());
    EXPECT_EQ(paper.unknown, QString());
    EXPECT_EQ(drawn.lines.join(u'\n') + u'\n', receiptText(input, egyptian, 48));
    EXPECT_FALSE(drawn.directions.contains(ReadingDirection::LeftToRight));
    EXPECT_EQ(paper.pictures.size(), drawn.lines.size());
    EXPECT_EQ(paper.barcodes.size(), 1);
}

TEST(EscPos, TakesNoCommandOutOfATextOfTheSale)
{
    for (const QString &typed : testing::naughtyStrings()) {
        ReceiptInput input = receiptOf(typed);
        input.businessName = input.locationName = input.headerLines = input.cashierName = typed;
        input.sale.lines[0].options = typed;
        input.sale.number = typed;
        input.sale.discounts = {{typed, 500, eur(40)}};
        for (const char *id : {"generic-80", "generic-58", "epson-tm-t88"}) {
            SCOPED_TRACE(id + (u' ' + typed.left(40)).toStdString());
            const PrintedPaper paper = print(input, profile(id));
            ASSERT_EQ(paper.unknown, QString());
            EXPECT_EQ(paper.kicks, 0);
            EXPECT_EQ(paper.cuts, profile(id).cuts ? 1 : 0);
            for (const QString &line : paper.lines)
                ASSERT_LE(displayWidth(line), profile(id).columns);
        }
    }
}

TEST(EscPos, CutsALongPictureIntoBands)
{
    ReceiptInput input = receiptOf(u"Flat white"_s);
    input.logo = Raster::blank(200, 600);
    input.logo.blacken(199, 599);
    const PrintedPaper paper = print(input, profile("generic-80"));
    EXPECT_EQ(paper.unknown, QString());
    ASSERT_EQ(paper.pictures.size(), 3);
    EXPECT_TRUE(paper.pictures.last().isBlack(199, 600 - 512 - 1));
    input.logo = Raster::blank(2000, 10);
    EXPECT_TRUE(print(input, profile("generic-80")).pictures.isEmpty()) << "wider than the paper";
}

TEST(EscPos, PrintsANumberThatIsTooLongAsAQrCode)
{
    ReceiptInput input = receiptOf(u"Flat white"_s);
    input.sale.number = u"HARBOUR-STREET-NORTH-1-000123"_s;
    const PrintedPaper narrow = print(input, profile("generic-58"));
    EXPECT_EQ(narrow.unknown, QString());
    EXPECT_TRUE(narrow.barcodes.isEmpty());
    EXPECT_EQ(narrow.qrCodes, QList<QByteArray>{"HARBOUR-STREET-NORTH-1-000123"});
    input.sale.number = u"ЛАВКА-1-000123"_s;
    const PrintedPaper foreign = print(input, profile("generic-80"));
    EXPECT_TRUE(foreign.barcodes.isEmpty());
    EXPECT_EQ(foreign.unknown, QString());
}

TEST(CodePages, AreThoseOfTheCLibrary)
{
    for (int number = 0; number < 256; ++number) {
        const std::optional<CodePage> page = codePage(number);
        if (!page)
            continue;
        for (int byte = 0x80; byte < 0x100; ++byte) {
            const char16_t letter = page->letters[byte - 0x80];
            if (letter == 0xFFFD || letter == 0x00A0 || letter == 0x00AD)
                continue;
            const QByteArray bytes =
                QByteArray("\x1bt").append(static_cast<char>(number)).append(static_cast<char>(byte)) + '\n';
            const PrintedPaper paper = decodeEscPos(bytes);
            ASSERT_EQ(paper.lines, QStringList{QString(QChar(letter))}) << number << ' ' << byte;
        }
    }
}

/// The code as a picture, its modules `dots` wide.
QByteArray pictureOf(const Code128 &code, int dots)
{
    const QByteArray quiet(10, '\0');
    QByteArray row;
    for (const char module : quiet + code.pattern() + quiet)
        row += QByteArray(dots, module != 0 ? '\0' : '\xff');
    const int height = 60;
    QByteArray picture = "P5\n" + QByteArray::number(row.size()) + ' ' + QByteArray::number(height) + "\n255\n";
    for (int i = 0; i < height; ++i)
        picture += row;
    return picture;
}

TEST(Code128, IsReadByZbar)
{
    const QString zbar = QStandardPaths::findExecutable(u"zbarimg"_s);
    if (zbar.isEmpty())
        GTEST_SKIP() << "zbarimg is not installed (zbar-tools)";
    QTemporaryDir folder;
    for (const QByteArray number : {"HARBOUR-1-000123", "MAIN-12-99999999", "1234567", "00112233", "{B}~ x"}) {
        const PrintedPaper paper = [&] {
            ReceiptInput input = receiptOf(u"Flat white"_s);
            input.sale.number = QString::fromLatin1(number);
            return print(input, profile("generic-80"));
        }();
        ASSERT_EQ(paper.barcodes, QList<QByteArray>{number});
        const auto code = Code128::of(paper.barcodes.first());
        ASSERT_TRUE(code);
        EXPECT_EQ(code->pattern().size(), code->modules());
        QFile file(folder.filePath(u"code.pgm"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(pictureOf(*code, paper.moduleDots.first()));
        file.close();
        QProcess reading;
        reading.start(zbar, {u"--quiet"_s, u"--raw"_s, u"-Sdisable"_s, u"-Scode128.enable"_s, file.fileName()});
        ASSERT_TRUE(reading.waitForFinished());
        EXPECT_EQ(reading.readAllStandardOutput().trimmed(), number.trimmed());
    }
}

} // namespace
} // namespace crema::documents
