// SPDX-License-Identifier: GPL-3.0-or-later
// A till that prints: the real store and client, the real way to the printer, and a printer on loopback.
#include "app/desktop/example/memory_preferences.h"
#include "app/device/file_preferences.h"
#include "app/device/system_printer.h"
#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/app/fake_printer.h"
#include "tests/reports/documents/escpos_decoder.h"
#include "tests/sync/shop.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/printing/client_print_desk.h"
#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/printing/printer_presenter.h"

#include <QFile>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace crema {

namespace {

using namespace Qt::StringLiterals;
using sync::testing::StoreFolder;
using testing::FakePrinter;
using PrintState = PrintView::State;

const QLocale irish(QLocale::English, QLocale::Ireland);

class NoNetwork final : public sync::HttpTransport
{
public:
    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest) override
    {
        co_return failure(ProblemKind::Unavailable, u"network.unreachable"_s, u"The platform does not answer."_s);
    }
};

/// The program from its start to its end; the store is outside.
struct Program {
    explicit Program(StoreFolder &folder, Preferences &preferences)
        : client({folder.clock, folder.randomness, executor, network, folder.disk}), till(desk, folder.clock, irish),
          printing(desk, till, preferences, folder.clock, {&printDesk, &printer, {}}, irish)
    {
        till.start();
        printing.start();
        client.open(folder.request()).then([this](const Result<void> &result) { opened = result.has_value(); });
    }

    void sell()
    {
        till.enterCode(u"FW"_s);
        till.startPaying();
        till.setReceived(500);
        till.completeCash();
        till.newSale();
    }

    bool opened = false;
    NoNetwork network;
    sync::InlineExecutor executor;
    sync::Client client;
    ClientShopDesk desk{client};
    ClientPrintDesk printDesk{client};
    SystemPrinter printer{{.connectMs = 1'000, .writeMs = 1'000, .answerMs = 600}};
    TillPresenter till;
    PrintPresenter printing;
};

class Printing : public ::testing::Test
{
protected:
    void SetUp() override
    {
        {
            const auto store = folder.openEnrolled();
            sync::testing::addProduct(*store, u"Flat white"_s, u"FW"_s, 380);
        }
        usePrinter(u"epson-tm-t88"_s);
        start();
        program->till.openShift(10000);
    }

    void start()
    {
        program.reset();
        program = std::make_unique<Program>(folder, preferences);
        ASSERT_TRUE(program->opened);
    }

    void usePrinter(const QString &profile)
    {
        const auto setup = PrinterSetup::fromTexts(u"127.0.0.1:"_s + QString::number(fake.port()), profile, {});
        ASSERT_TRUE(setup);
        setup->keepIn(preferences);
    }

    [[nodiscard]] bool comesTo(PrintState state)
    {
        return QTest::qWaitFor([&] { return program->printing.view().state == state; });
    }
    [[nodiscard]] bool hasPrinted(qsizetype count)
    {
        return QTest::qWaitFor([&] { return fake.whole().size() == count; }) && comesTo(PrintState::Quiet);
    }
    [[nodiscard]] documents::PrintedPaper paper(qsizetype number) const
    {
        return documents::decodeEscPos(fake.whole().at(number));
    }

    StoreFolder folder;
    desktop::MemoryPreferences preferences;
    FakePrinter fake;
    std::unique_ptr<Program> program;
};

TEST_F(Printing, EverySaleOnceWithTheDrawer)
{
    program->sell();
    program->sell();
    ASSERT_TRUE(hasPrinted(2));
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(paper(i).unknown, QString());
        EXPECT_EQ(paper(i).kicks, 1);
        EXPECT_EQ(paper(i).cuts, 1);
        EXPECT_FALSE(paper(i).text().contains(u"COPY"_s));
    }
    EXPECT_NE(paper(0).barcodes, paper(1).barcodes);
    EXPECT_TRUE(paper(0).text().contains(u"Flat white"_s));
}

TEST_F(Printing, AgainMarksEachAsACopyAndLeavesTheDrawer)
{
    program->sell();
    ASSERT_TRUE(hasPrinted(1));
    program->printing.printLastAgain();
    ASSERT_TRUE(hasPrinted(2));
    folder.clock.advance(1'000); // not the second half of a double press
    program->printing.printLastAgain();
    ASSERT_TRUE(hasPrinted(3));
    EXPECT_TRUE(paper(1).text().contains(u"*** COPY ***"_s));
    EXPECT_TRUE(paper(2).text().contains(u"*** COPY 2 ***"_s));
    EXPECT_EQ(paper(1).kicks + paper(2).kicks, 0);
    EXPECT_EQ(paper(1).barcodes, paper(0).barcodes);
}

/// It loses its power in the middle and comes back: one whole receipt, and a later print is a copy.
TEST_F(Printing, APrinterThatDiesInTheMiddlePrintsOneWholeReceipt)
{
    for (const char *profile : {"epson-tm-t88", "generic-80"}) {
        usePrinter(QString::fromLatin1(profile));
        program->printing.printerChanged();
        const qsizetype before = fake.whole().size();
        fake.dieAfter(200);
        program->sell();
        ASSERT_TRUE(comesTo(PrintState::Waiting)) << profile;
        EXPECT_EQ(program->printing.view().jobs, 1);
        EXPECT_FALSE(program->printing.view().text.isEmpty());
        EXPECT_EQ(program->till.mode(), TillMode::Selling) << "a sale never waits for paper";
        fake.dieAfter(-1);
        folder.clock.advance(60'000);
        ASSERT_TRUE(hasPrinted(before + 1)) << profile;
        EXPECT_EQ(paper(before).unknown, QString());
        EXPECT_EQ(paper(before).kicks, 0) << "nobody stands at the drawer any more";
        EXPECT_FALSE(paper(before).text().contains(u"COPY"_s));
        program->printing.printLastAgain();
        ASSERT_TRUE(hasPrinted(before + 2));
        EXPECT_TRUE(paper(before + 1).text().contains(u"COPY"_s));
    }
}

TEST_F(Printing, WhatWaitsOutlivesTheProgram)
{
    fake.switchOn(false);
    program->sell();
    program->sell();
    ASSERT_TRUE(comesTo(PrintState::Waiting));
    fake.switchOn(true);
    start();
    ASSERT_TRUE(hasPrinted(2));
    EXPECT_FALSE(paper(0).text().contains(u"COPY"_s));
    EXPECT_LT(paper(0).barcodes.first(), paper(1).barcodes.first());
}

TEST_F(Printing, WhatIsUnclearWaitsForAPerson)
{
    fake.answer(false);
    program->sell();
    ASSERT_TRUE(comesTo(PrintState::Unclear));
    fake.answer(true);
    folder.clock.advance(600'000);
    EXPECT_EQ(program->printing.view().state, PrintState::Unclear);
    program->printing.tryAgain();
    ASSERT_TRUE(comesTo(PrintState::Quiet));
    EXPECT_EQ(fake.papers().size(), 2);
}

TEST_F(Printing, WhoFindsOneOnPaperKeepsTheOthers)
{
    fake.answer(false);
    program->sell();
    ASSERT_TRUE(comesTo(PrintState::Unclear));
    fake.switchOn(false);
    program->sell();
    program->sell();
    ASSERT_EQ(program->printing.view().jobs, 3);
    fake.answer(true);
    fake.switchOn(true);
    program->printing.settleUnclear();
    // One may have been on its way to the printer that was off, and waits for its next try.
    ASSERT_TRUE(QTest::qWaitFor([&] {
        folder.clock.advance(1'000);
        return program->printing.view().state == PrintState::Quiet;
    })) << qPrintable(program->printing.view().text);
    EXPECT_TRUE(QTest::qWaitFor([&] { return fake.papers().size() == 3; })) << "the one that was there, and two more";
    EXPECT_EQ(program->printing.view().jobs, 0);
}

TEST_F(Printing, APersonLetsGoOfWhatWaits)
{
    fake.switchOn(false);
    program->sell();
    ASSERT_TRUE(comesTo(PrintState::Waiting));
    program->printing.discard();
    ASSERT_TRUE(comesTo(PrintState::Quiet));
    fake.switchOn(true);
    program->sell();
    ASSERT_TRUE(hasPrinted(1));
    EXPECT_EQ(program->printing.view().jobs, 0);
}

TEST_F(Printing, KeepsOnlySoManyReceiptsThatNobodyWaitsFor)
{
    fake.switchOn(false);
    for (int i = 0; i < sync::mostPrintJobs + 5; ++i)
        program->sell();
    EXPECT_EQ(program->printing.view().jobs, sync::mostPrintJobs);
}

TEST_F(Printing, PrintsNothingWithoutAPrinter)
{
    PrinterPresenter printer(preferences, {});
    ASSERT_TRUE(printer.set({}, {}, {}));
    program->printing.printerChanged();
    EXPECT_FALSE(program->printing.canPrint());
    program->sell();
    EXPECT_EQ(program->printing.view().jobs, 0);
}

/// What the command line sets, in a folder that was not there before; then as a person who edits the file.
TEST_F(Printing, ARunningProgramTakesThePrinterThatAnotherOneSets)
{
    const QTemporaryDir folderOfPreferences;
    const QString path = folderOfPreferences.filePath(u"crema/crema.conf"_s);
    FilePreferences kept(path);
    program.reset();
    program = std::make_unique<Program>(folder, kept);
    PrinterPresenter mine(kept, {&program->printDesk, &program->printer, {}});
    QObject::connect(&mine, &PrinterPresenter::printerChanged, &program->printing, &PrintPresenter::printerChanged);
    kept.follow([&mine] { mine.lookAgain(); });
    ASSERT_FALSE(program->printing.canPrint());

    const auto write = [&path](const QByteArray &text) {
        // Not by QSettings: within one program those of one file know of each other.
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    };
    const QByteArray address = "address=127.0.0.1:" + QByteArray::number(fake.port()) + "\n";
    ASSERT_TRUE(write("[printer]\n" + address + "profile=epson-tm-t88\n"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return program->printing.canPrint(); }));
    program->sell();
    ASSERT_TRUE(hasPrinted(1));

    QSignalSpy changes(&mine, &PrinterPresenter::printerChanged);
    QFile same(path);
    ASSERT_TRUE(same.open(QIODevice::WriteOnly | QIODevice::Truncate));
    same.write("[appearance]\ntheme=dark\n\n[printer]\n" + address + "profile=generic-80\ncolumns=42\n");
    same.close();
    ASSERT_TRUE(QTest::qWaitFor([&] { return mine.columns() == u"42"_s && !changes.isEmpty(); }));
    const qsizetype counted = changes.size();
    ASSERT_TRUE(write("[appearance]\ntheme=light\n\n[printer]\n" + address + "profile=generic-80\ncolumns=42\n"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return kept.value(u"appearance.theme"_s) == u"light"_s; }));
    EXPECT_EQ(changes.size(), counted) << "that was not about the printer";
    ASSERT_TRUE(write({}));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !program->printing.canPrint(); }));
}

TEST_F(Printing, ATestPageShowsEveryAlphabet)
{
    PrinterPresenter presenter(preferences, {nullptr, &program->printer, {}});
    presenter.printTestPage();
    EXPECT_TRUE(presenter.isTesting());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !presenter.isTesting(); }));
    EXPECT_FALSE(presenter.isFailure()) << qPrintable(presenter.message());
    ASSERT_EQ(fake.whole().size(), 1);
    EXPECT_EQ(paper(0).unknown, QString());
    for (const QString &letters : {u"äöü"_s, u"Ελληνικά"_s, u"Кириллица"_s, u"łódź"_s})
        EXPECT_TRUE(paper(0).text().contains(letters)) << qPrintable(paper(0).text());
    EXPECT_EQ(paper(0).barcodes, QList<QByteArray>{"TEST-1-000001"});
}

} // namespace
} // namespace crema
