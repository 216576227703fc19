// SPDX-License-Identifier: GPL-3.0-or-later
// The real program on a real store of its own, one process for each command, as scripts run it.
#include "tests/testing/naughty_strings.h"
#include "tests/ui/command/verbs_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

namespace crema::command {
namespace {

TEST_F(Verbs, ImportTakesTheGoodRowsOnceAndSetsTheOthersAside)
{
    const QString path = file(u"products.csv"_s, "\xEF\xBB\xBF"
                                                 "barcode,name,sku,price\r\n"
                                                 "4006381333931,\"House blend, \"\"dark\"\"\",HOUSE,12.90\r\n"
                                                 "4006381333930,Wrong digit,,1\r\n"
                                                 "96385074,Short code,,\r\n"
                                                 ",No code,,1\r\n"
                                                 "036000291452,A stray \" quote,,1\r\n"
                                                 ",\"line\nend\",OWN-1,2,surplus\r\n"
                                                 ",Caf\xC3\xA9 cr\xC3\xA8me,CAFE,3.5\r\n");
    const Ran first = run({u"product"_s, u"import"_s, path, u"--json"_s});
    EXPECT_EQ(first.exitCode, 6) << first.err.constData();
    EXPECT_EQ(first.json().value(u"schema").toString(), u"product-import/1");
    EXPECT_EQ(first.json().value(u"created").toInt(), 3);
    EXPECT_EQ(first.json().value(u"price_unit").toString(), u"major");
    QList<int> lines;
    for (const QJsonValue &row : first.json().value(u"set_aside").toArray()) {
        lines.append(row.toObject().value(u"line").toInt());
        EXPECT_FALSE(row.toObject().value(u"reason").toString().isEmpty());
    }
    EXPECT_EQ(lines, (QList<int>{3, 5, 6, 7}));
    EXPECT_EQ(first.err.count("set aside:"), 4);
    EXPECT_TRUE(first.err.contains("Line 3 set aside: barcode: ")) << first.err.constData();

    const Ran second = run({u"product"_s, u"import"_s, path, u"--json"_s});
    EXPECT_EQ(second.exitCode, 6);
    EXPECT_EQ(second.json().value(u"created").toInt(), 0);
    EXPECT_EQ(second.json().value(u"unchanged").toInt(), 3);

    const QJsonArray items = run(u"product list --json"_s).json().value(u"items").toArray();
    EXPECT_EQ(items.size(), 3);
    // Found by SKU, by barcode, and by the GTIN-14 form of the barcode.
    for (const QString &code : {u"HOUSE"_s, u"4006381333931"_s, u"04006381333931"_s}) {
        const Ran shown = run({u"product"_s, u"show"_s, code, u"--json"_s});
        ASSERT_EQ(shown.exitCode, 0) << qPrintable(code);
        EXPECT_EQ(shown.json().value(u"name").toString(), u"House blend, \"dark\"");
        const QJsonObject variant = shown.json().value(u"variants").toArray().at(0).toObject();
        EXPECT_EQ(variant.value(u"price").toObject().value(u"minor").toInt(), 1290);
        EXPECT_EQ(variant.value(u"barcodes").toArray().at(0).toString(), u"4006381333931");
    }
    const QJsonObject unpriced =
        run(u"product show 96385074 --json"_s).json().value(u"variants").toArray().at(0).toObject();
    EXPECT_EQ(unpriced.value(u"sku").toString(), u"96385074");
    EXPECT_TRUE(unpriced.value(u"price").isNull());
}

/// A file from anywhere, and names that were meant for another program: what comes out steers no terminal.
TEST_F(Verbs, NaughtyNamesOfAFileComeOutAsTextOrAreSetAside)
{
    QByteArray csv("sku,name,price\n");
    int rows = 0;
    for (QString name : crema::testing::naughtyStrings())
        csv += "N-" + QByteArray::number(++rows) + ",\"" + name.replace(u'"', u"\"\""_s).toUtf8() + "\",100\n";
    const Ran imported = run({u"product"_s, u"import"_s, file(u"naughty.csv"_s, csv), u"--json"_s});
    EXPECT_EQ(imported.exitCode, 6) << imported.err.constData();
    const int created = imported.json().value(u"created").toInt();
    EXPECT_GT(created, 25);
    EXPECT_EQ(created + imported.json().value(u"set_aside").toArray().size(), rows);
    EXPECT_EQ(run(u"product list --json --limit 200"_s).json().value(u"items").toArray().size(), created);
    const auto isSafe = [](const QByteArray &out) {
        const QString text = QString::fromUtf8(out);
        return std::ranges::none_of(text, [](QChar letter) {
            return letter != u'\n' && letter != u'\t' && letter.category() == QChar::Other_Control;
        });
    };
    EXPECT_TRUE(isSafe(imported.out));
    EXPECT_TRUE(isSafe(imported.err)) << "also where it says what it did not take";
    for (const QString &form : {u"--json"_s, u"--jsonl"_s, u"--plain"_s, u"--fields=name"_s}) {
        const Ran listed = run({u"product"_s, u"list"_s, u"--limit"_s, u"200"_s, form});
        EXPECT_EQ(listed.exitCode, 0) << qPrintable(form);
        EXPECT_TRUE(isSafe(listed.out)) << qPrintable(form);
    }
    for (const QString &name : crema::testing::naughtyStrings().mid(0, 30)) {
        const Ran found = run({u"product"_s, u"list"_s, u"--json"_s, u"--filter"_s, name});
        EXPECT_TRUE(found.exitCode == 0 || found.exitCode == 2) << qPrintable(name) << found.err.constData();
        EXPECT_TRUE(isSafe(found.err)) << qPrintable(name);
    }
}

/// Each column that takes a text, and the cells beside it: none breaks out of its own.
TEST_F(Verbs, NaughtyCellsOfAFileStayInTheirColumn)
{
    const QStringList columns{u"sku"_s, u"name"_s, u"brand"_s, u"description"_s, u"category"_s, u"barcode"_s};
    for (const QString &naughty : columns) {
        SCOPED_TRACE(qPrintable(naughty));
        QByteArray csv("sku,name,brand,description,category,barcode,price\n");
        int rows = 0;
        for (QString text : crema::testing::naughtyStrings()) {
            const QByteArray cell = '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
            const QByteArray number = naughty.toUtf8() + '-' + QByteArray::number(++rows);
            for (const QString &column : columns) {
                const bool isPlain = column == u"sku" || column == u"name";
                csv += (column == naughty ? cell : isPlain ? number : QByteArray()) + ',';
            }
            csv += "100\n";
        }
        csv += "LAST-" + naughty.toUtf8() + ",Last,Kiln,Round,,,250\n";
        const Ran imported = run({u"product"_s, u"import"_s, file(u"cells.csv"_s, csv), u"--json"_s});
        EXPECT_EQ(imported.exitCode, 6) << imported.err.constData();
        const QJsonObject report = imported.json();
        const int taken =
            report.value(u"created").toInt() + report.value(u"changed").toInt() + report.value(u"unchanged").toInt();
        EXPECT_EQ(taken + report.value(u"set_aside").toArray().size(), rows + 1) << "no row more and none less";
        const QJsonObject last = run({u"product"_s, u"show"_s, u"LAST-"_s + naughty, u"--json"_s}).json();
        EXPECT_EQ(last.value(u"name").toString(), u"Last") << "what stands behind is read as it is";
        EXPECT_EQ(last.value(u"brand").toString(), u"Kiln");
        EXPECT_EQ(last.value(u"description").toString(), u"Round");
    }
    const QJsonArray items = run(u"product list --json --limit 200"_s).json().value(u"items").toArray();
    EXPECT_FALSE(items.isEmpty());
}

/// Arguments are seen by everybody on the machine: the code may come another way.
TEST_F(Verbs, TheOneTimeCodeIsReadFromStandardInputAndFiles)
{
    const QStringList enroll{u"device"_s, u"enroll"_s, u"--platform"_s, u"http://127.0.0.1:9"_s, u"--json"_s};
    const Ran without = run(enroll);
    EXPECT_EQ(without.exitCode, 2);
    EXPECT_EQ(without.error().value(u"code").toString(), u"input.secret_missing");
    EXPECT_TRUE(without.error().value(u"hint").toString().contains(u"CREMA_CODE"_s)) << without.err.constData();
    // With one it goes on to ask the platform, which is not there.
    EXPECT_EQ(run(enroll + QStringList{u"--code-file"_s, u"-"_s}, "K7QP-3M2X\n").exitCode, 1);
    EXPECT_EQ(run(enroll + QStringList{u"--code-file"_s, file(u"code"_s, "K7QP-3M2X\n")}).exitCode, 1);
}

TEST_F(Verbs, ImportReadsStandardInputAndADryRunChangesNothing)
{
    const QByteArray csv("sku,name,price\nA,Alpha,100\n");
    const Ran dry = run({u"product"_s, u"import"_s, u"-"_s, u"--dry-run"_s, u"--json"_s}, csv);
    EXPECT_EQ(dry.exitCode, 0) << dry.err.constData();
    EXPECT_EQ(dry.json().value(u"created").toInt(), 1);
    EXPECT_EQ(run(u"product show A"_s).exitCode, 3);
    EXPECT_EQ(run({u"product"_s, u"import"_s, u"-"_s}, csv).exitCode, 0);
    EXPECT_EQ(run(u"product show A"_s).exitCode, 0);
}

TEST_F(Verbs, DefaultPriceIsForProductsWithoutOne)
{
    const QString path = file(u"p.csv"_s, "sku,name\nA,Alpha\n");
    ASSERT_EQ(run({u"product"_s, u"import"_s, path, u"--default-price"_s, u"500"_s}).exitCode, 0);
    ASSERT_EQ(run(u"product edit A price=700"_s).exitCode, 0);
    ASSERT_EQ(run({u"product"_s, u"import"_s, path, u"--default-price"_s, u"500"_s}).exitCode, 0);
    const QJsonObject variant = run(u"product show A --json"_s).json().value(u"variants").toArray().at(0).toObject();
    EXPECT_EQ(variant.value(u"price").toObject().value(u"minor").toInt(), 700);
}

TEST_F(Verbs, EditChangesWhatIsNamedAndQueuesIt)
{
    ASSERT_EQ(run(u"product create --name Beans --barcode 4006381333931 --price 1000"_s).exitCode, 0);
    const Ran edited = run({u"product"_s, u"edit"_s, u"4006381333931"_s, u"name=Best beans"_s, u"price=2490/1000"_s,
                            u"barcode+=96385074"_s, u"sku=BEANS"_s, u"--json"_s});
    ASSERT_EQ(edited.exitCode, 0) << edited.err.constData();
    EXPECT_EQ(edited.json().value(u"state").toString(), u"queued");
    const QJsonObject shown = run(u"product show 96385074 --json"_s).json();
    EXPECT_EQ(shown.value(u"name").toString(), u"Best beans");
    const QJsonObject variant = shown.value(u"variants").toArray().at(0).toObject();
    EXPECT_EQ(variant.value(u"sku").toString(), u"BEANS");
    EXPECT_EQ(variant.value(u"price").toObject().value(u"per").toInt(), 1000);

    const Ran same = run(u"product edit BEANS sku=BEANS --json"_s);
    EXPECT_EQ(same.exitCode, 0);
    EXPECT_FALSE(same.json().value(u"changed").toBool(true));
    const QJsonArray queue = run(u"sync list --json"_s).json().value(u"items").toArray();
    EXPECT_EQ(queue.size(), 4);
    EXPECT_EQ(run(u"sync status --json"_s).json().value(u"queue").toObject().value(u"unsent").toInt(), 4);
}

TEST_F(Verbs, PutABundleTogetherByTheCodesOfItsParts)
{
    ASSERT_EQ(run(u"product create --name Beans --sku A --price 1000"_s).exitCode, 0);
    ASSERT_EQ(run(u"product create --name Mug --sku B --price 1490"_s).exitCode, 0);
    const Ran made = run(u"product create --name Box --sku BOX --price 2990 --part A:2 --part B --json"_s);
    ASSERT_EQ(made.exitCode, 0) << made.err.constData();
    const auto parts = [this] {
        const QJsonObject shown = run(u"product show BOX --json"_s).json();
        return shown.value(u"variants").toArray().at(0).toObject().value(u"parts").toArray();
    };
    EXPECT_EQ(parts(), (QJsonArray{u"A:2"_s, u"B:1"_s}));
    const Ran edited = run(u"product edit BOX part+=B:3 part-=A"_s);
    ASSERT_EQ(edited.exitCode, 0) << edited.err.constData();
    EXPECT_EQ(parts(), QJsonArray{u"B:3"_s});
    const Ran dear = run(u"product edit BOX part=B"_s);
    EXPECT_NE(dear.exitCode, 0) << "29.90 for one mug of 14.90";
    EXPECT_TRUE(dear.err.contains("14.90")) << dear.err.constData();
    EXPECT_NE(run(u"product edit BOX part=B:none"_s).exitCode, 0);
    EXPECT_NE(run(u"product edit BOX part+=BOX"_s).exitCode, 0) << "a bundle is in no other one";
    ASSERT_EQ(run(u"product edit BOX part="_s).exitCode, 0);
    EXPECT_TRUE(parts().isEmpty());
}

/// sync.md rule 28: whoever is refused has ended by the time somebody agrees in another process.
TEST_F(Verbs, WhatAsksBeforeManyGoIsAnsweredByAnotherProcess)
{
    QByteArray rows = "name,sku,price\r\n";
    for (int i = 0; i < 20; ++i)
        rows += "Coffee,C" + QByteArray::number(i) + ",3\r\n";
    ASSERT_EQ(run({u"product"_s, u"import"_s, file(u"many.csv"_s, rows)}).exitCode, 0);
    const QString archive = u"product edit C%1 archived=yes --json"_s;
    for (int i = 0; i < 5; ++i)
        ASSERT_EQ(run(archive.arg(i)).exitCode, 0) << i;
    const Ran refused = run(archive.arg(5));
    EXPECT_EQ(refused.exitCode, 5);
    EXPECT_EQ(refused.error().value(u"code").toString(), u"deletion.asks_first");

    const QJsonArray asked = run(u"sync deletions --json"_s).json().value(u"items").toArray();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.first()[u"source"].toString(), u"here");
    EXPECT_EQ(asked.first()[u"leaving"].toInt(), 6);
    EXPECT_EQ(asked.first()[u"text"].toString(),
              u"6 of 20 products would be taken out of use within an hour, so somebody has to agree first.");
    const Ran allowed = run(u"sync deletions --allow --yes --json"_s);
    EXPECT_EQ(allowed.exitCode, 0) << allowed.err.constData();
    EXPECT_TRUE(run(u"sync deletions --json"_s).json().value(u"items").toArray().isEmpty());
    EXPECT_EQ(run(archive.arg(5)).exitCode, 0);
}

TEST_F(Verbs, DoNotMakeAStoreWhereAPathIsMistyped)
{
    const QString slip = m_home.filePath(u"slip/store.sqlite"_s);
    for (const QString &line : {u"sale list"_s, u"product create --name A --sku A --price 1"_s, u"sync run"_s}) {
        QProcess process;
        prepare(process);
        QProcessEnvironment environment = process.processEnvironment();
        environment.insert(u"CREMA_STORE"_s, u"sqlite:"_s + slip);
        process.setProcessEnvironment(environment);
        process.setArguments(QProcess::splitCommand(line));
        process.start();
        ASSERT_TRUE(process.waitForFinished(patienceMs));
        EXPECT_EQ(process.exitCode(), 3) << qPrintable(line);
        EXPECT_TRUE(process.readAllStandardError().contains("There is no store at " + slip.toUtf8()));
        EXPECT_FALSE(QFile::exists(slip)) << qPrintable(line);
    }
}

TEST_F(Verbs, TakeNamesOfSignsAloneAndFindThem)
{
    const QString path = file(u"signs.csv"_s, "name,sku,price\n\u2615,CUP,350\nTea,TEA,300\n");
    const Ran imported = run({u"product"_s, u"import"_s, path, u"--json"_s});
    EXPECT_EQ(imported.exitCode, 0) << imported.err.constData();
    EXPECT_EQ(imported.json().value(u"created").toInt(), 2);
    const Ran found =
        run({u"product"_s, u"list"_s, u"--filter"_s, u"\u2615"_s, u"--plain"_s, u"--fields"_s, u"name"_s});
    EXPECT_EQ(found.out, "\u2615\n");
    EXPECT_EQ(run({u"customer"_s, u"create"_s, u"--name"_s, u"\u2605"_s}).exitCode, 0);
}

TEST_F(Verbs, SayWhatFiltersNothing)
{
    ASSERT_EQ(run(u"product create --name Alpha --sku A --price 100"_s).exitCode, 0);
    for (const QString &line : {u"sale list --filter state:bogus"_s, u"sale list --filter status:queued"_s,
                                u"sale list --filter day:2026-13-01"_s, u"product list --filter status:bogus"_s,
                                u"customer list --filter status:bogus"_s}) {
        const Ran ran = run(line);
        EXPECT_EQ(ran.exitCode, 2) << qPrintable(line);
        EXPECT_TRUE(ran.err.contains("filters nothing")) << ran.err.constData();
    }
    EXPECT_EQ(run({u"sale"_s, u"list"_s, u"--filter"_s, u"state:queued day:today MAIN"_s}).exitCode, 0);
    EXPECT_EQ(run(u"product list --filter nothing"_s).exitCode, 0);
}

TEST_F(Verbs, WriteTheJournalToStandardOutput)
{
    QProcess process;
    prepare(process);
    process.setWorkingDirectory(m_home.path());
    process.setArguments({u"journal"_s, u"export"_s, u"-"_s});
    process.start();
    ASSERT_TRUE(process.waitForFinished(patienceMs));
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
    EXPECT_TRUE(process.readAllStandardOutput().startsWith('{'));
    EXPECT_FALSE(QFile::exists(m_home.filePath(u"-"_s)));
}

TEST_F(Verbs, SayThatASettingIsNotSet)
{
    const Ran unset = run(u"config get platform"_s);
    EXPECT_EQ(unset.exitCode, 0);
    EXPECT_EQ(unset.out, "");
    EXPECT_TRUE(unset.err.contains("is not set")) << unset.err.constData();
    EXPECT_EQ(run(u"config get platform --json"_s).json().value(u"key").toString(), u"platform");
}

TEST_F(Verbs, FailWhenTheirOutputDoesNotGetOut)
{
    ASSERT_EQ(run(u"product create --name Alpha --sku A --price 100"_s).exitCode, 0);
    for (const QString &line : {u"product list"_s, u"product list --json"_s, u"help"_s, u"version"_s}) {
        QProcess process;
        prepare(process);
        process.setStandardOutputFile(u"/dev/full"_s, QIODevice::Append);
        process.setArguments(QProcess::splitCommand(line));
        process.start();
        ASSERT_TRUE(process.waitForFinished(patienceMs));
        EXPECT_EQ(process.exitCode(), 7) << qPrintable(line);
        EXPECT_TRUE(process.readAllStandardError().contains("could not be written")) << qPrintable(line);
    }
    QProcess closed;
    prepare(closed);
    closed.setProgram(u"/bin/sh"_s);
    closed.setArguments({u"-c"_s, u"exec \"$0\" product list >&-"_s, m_program});
    closed.start();
    ASSERT_TRUE(closed.waitForFinished(patienceMs));
    EXPECT_EQ(closed.exitCode(), 7);
}

TEST_F(Verbs, AnswerInEveryForm)
{
    ASSERT_EQ(run(u"product create --name Alpha --sku A --price 100"_s).exitCode, 0);
    ASSERT_EQ(run(u"product create --name Beta --sku B --price 50"_s).exitCode, 0);
    EXPECT_EQ(run(u"product list --plain --fields name,variants.price --sort -variants.price"_s).out,
              "Alpha\t100\nBeta\t50\n");
    const QByteArrayList lines = run(u"product list --jsonl --sort name"_s).out.trimmed().split('\n');
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(QJsonDocument::fromJson(lines.at(0)).object().value(u"schema").toString(), u"product/1");
    const Ran table = run(u"product list"_s);
    EXPECT_TRUE(table.out.contains("1.00 ")) << table.out.constData();
    EXPECT_FALSE(table.out.contains('\x1b'));
    EXPECT_FALSE(table.err.contains('\x1b'));
    EXPECT_TRUE(run(u"product list --color always"_s).out.contains("\x1b[1m"));
    const Ran unknown = run(u"product list --fields nmae --json"_s);
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_TRUE(unknown.error().value(u"hint").toString().contains(u"name"));
}

TEST_F(Verbs, EveryReadingVerbHasASchema)
{
    const QList<QPair<QString, QString>> expected{{u"product list"_s, u"product-list/1"_s},
                                                  {u"category list"_s, u"category-list/1"_s},
                                                  {u"customer list"_s, u"customer-list/1"_s},
                                                  {u"sale list"_s, u"sale-list/1"_s},
                                                  {u"shift list"_s, u"shift-list/1"_s},
                                                  {u"cash list"_s, u"cash-movement-list/1"_s},
                                                  {u"cart list"_s, u"cart-list/1"_s},
                                                  {u"gift-card list"_s, u"gift-card-list/1"_s},
                                                  {u"payment list"_s, u"payment-list/1"_s},
                                                  {u"sync status"_s, u"sync-status/1"_s},
                                                  {u"sync list"_s, u"operation-list/1"_s},
                                                  {u"sync list --attention"_s, u"attention-list/1"_s},
                                                  {u"device show"_s, u"device/1"_s},
                                                  {u"user list"_s, u"person-list/1"_s},
                                                  {u"person list"_s, u"person-list/1"_s},
                                                  {u"role list"_s, u"role-list/1"_s},
                                                  {u"promotion list"_s, u"promotion-list/1"_s},
                                                  {u"price list"_s, u"price-list-list/1"_s},
                                                  {u"config show"_s, u"setting-list/1"_s},
                                                  {u"config get currency"_s, u"setting/1"_s},
                                                  {u"journal list"_s, u"journal-entry-list/1"_s},
                                                  {u"db check"_s, u"db-check/1"_s},
                                                  {u"db path"_s, u"db-path/1"_s},
                                                  {u"doctor"_s, u"doctor/1"_s},
                                                  {u"version"_s, u"version/1"_s}};
    for (const auto &[line, schema] : expected) {
        const Ran ran = run(line + u" --json"_s);
        EXPECT_EQ(ran.exitCode, 0) << qPrintable(line) << ran.err.constData();
        EXPECT_EQ(ran.json().value(u"schema").toString(), schema) << qPrintable(line);
    }
}

TEST_F(Verbs, DoctorNamesTheLogsAndCopiesThem)
{
    const QString folder = m_home.filePath(u"crema/log"_s);
    ASSERT_TRUE(QDir().mkpath(folder));
    file(u"crema/log/crema-desktop.log"_s, "new");
    file(u"crema/log/crema-desktop.1.log"_s, "older");
    file(u"crema/log/other.txt"_s, "not ours");
    EXPECT_TRUE(run(u"doctor --json"_s).out.contains(folder.toUtf8()));
    const QString target = m_home.filePath(u"copies/today"_s);
    EXPECT_EQ(run(u"doctor --logs "_s + target).exitCode, 0);
    EXPECT_EQ(run(u"doctor --logs "_s + target).exitCode, 0) << "again, over the first copy";
    EXPECT_EQ(QDir(target).entryList(QDir::Files), (QStringList{u"crema-desktop.1.log"_s, u"crema-desktop.log"_s}));
    EXPECT_EQ(run(u"doctor --logs /proc/none"_s).exitCode, 7);
}

TEST_F(Verbs, CurrencyCanBeSetBeforeEnrolment)
{
    ASSERT_EQ(run(u"config set currency chf"_s).exitCode, 0);
    EXPECT_EQ(run(u"config get currency"_s).out, "CHF\n");
    ASSERT_EQ(run(u"config set platform.addresses https://two.example,https://three.example"_s).exitCode, 0);
    EXPECT_EQ(run(u"config get platform.addresses"_s).out, "https://two.example https://three.example\n");
    ASSERT_EQ(run(u"product create --name Alpha --sku A --price 100"_s).exitCode, 0);
    EXPECT_TRUE(run(u"product list"_s).out.contains("1.00 CHF"));
}

TEST_F(Verbs, CtrlCStopsAnImportAfterWholeRecordsAndSaysSo)
{
    QByteArray csv("sku,name\n");
    for (int i = 0; i < 30'000; ++i)
        csv += "SKU-" + QByteArray::number(i) + ",Product " + QByteArray::number(i) + '\n';
    const QString path = file(u"many.csv"_s, csv);
    QProcess process;
    prepare(process);
    process.setArguments({u"product"_s, u"import"_s, path, u"--json"_s, u"--default-price"_s, u"100"_s});
    process.start();
    ASSERT_TRUE(process.waitForStarted());
    // The store's file stands once the import has begun; then the handler is in its place.
    while (process.state() == QProcess::Running && !QFile::exists(m_home.filePath(u"crema/store.sqlite"_s)))
        process.waitForReadyRead(10);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    ASSERT_TRUE(process.waitForFinished(patienceMs));
    ASSERT_EQ(process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(process.exitCode(), 130);
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    EXPECT_TRUE(answer.value(u"interrupted").toBool());
    EXPECT_LT(answer.value(u"rows").toInt(), 30'000);
    EXPECT_EQ(run(u"db check --json"_s).json().value(u"products").toInt(), answer.value(u"created").toInt());
}

TEST_F(Verbs, HelpNeedsNoStoreAndWritesNothing)
{
    const Ran help = run(u"product import --help"_s);
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_TRUE(help.out.startsWith("Examples\n"));
    EXPECT_FALSE(QFile::exists(m_home.filePath(u"crema"_s)));
    const Ran typo = run(u"prodcut list"_s);
    EXPECT_EQ(typo.exitCode, 2);
    EXPECT_TRUE(typo.out.isEmpty());
    EXPECT_TRUE(typo.err.contains("Did you mean \"crema product\"?"));
}

} // namespace
} // namespace crema::command
