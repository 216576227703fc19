// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/sale_table_model.h"

#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::FixedClock;
using testing::MemoryDesk;

const Problem damaged{ProblemKind::Device,
                      QStringLiteral("store.damaged"),
                      QStringLiteral("The store is damaged."),
                      QStringLiteral("Start Crema again."),
                      {}};

class SaleListTest : public ::testing::Test
{
protected:
    SaleListTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
    }

    void fill() { desktop::addExampleSales(desk, clock.now()); }

    void sell(sync::SyncState state = sync::SyncState::Synced)
    {
        desktop::PastSale sale;
        sale.codes = {QStringLiteral("LC-001")};
        sale.cashier = QStringLiteral("Mina Kowalski");
        sale.at = clock.now();
        sale.state = state;
        desk.addPastSale(sale);
    }

    [[nodiscard]] Action &action(const char *id) { return *presenter.actions().find(QString::fromLatin1(id)); }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    SaleListPresenter presenter{desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
};

} // namespace

TEST_F(SaleListTest, ShowsTheSalesNewestFirstWithWordsForEverything)
{
    fill();
    presenter.arrive();
    ASSERT_EQ(presenter.phase(), ListPhase::Rows);
    ASSERT_EQ(presenter.rows().size(), 54);
    for (qsizetype row = 1; row < presenter.rows().size(); ++row)
        EXPECT_GE(presenter.rows().at(row - 1).completedAt, presenter.rows().at(row).completedAt);
    const SaleRow &newest = presenter.rows().first();
    EXPECT_EQ(newest.number, QStringLiteral("HARBOUR-1-000054"));
    EXPECT_EQ(newest.state, RecordState::SavedHere);
    EXPECT_EQ(presenter.timeText(newest), QStringLiteral("just now"));
    EXPECT_EQ(presenter.timeText(presenter.rows().at(1)), QStringLiteral("6 min ago"));
    EXPECT_TRUE(newest.exactText.contains(QStringLiteral("20 November 2026"))) << newest.exactText.toStdString();
    EXPECT_FALSE(newest.totalText.isEmpty());
    EXPECT_EQ(presenter.rows().at(3).state, RecordState::NeedsAttention);
    EXPECT_EQ(presenter.summary().countText, QStringLiteral("54 sales"));
    EXPECT_EQ(presenter.summary().asOfText, QStringLiteral("As of 11:42"));
}

TEST_F(SaleListTest, ReadsNothingBeforeSomebodyLooks)
{
    fill();
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_EQ(presenter.phase(), ListPhase::Blank);
    EXPECT_TRUE(presenter.summary().asOfText.isEmpty());
}

TEST_F(SaleListTest, FirstUseAndFilteredEmptyAreTwoThings)
{
    presenter.arrive();
    EXPECT_EQ(presenter.phase(), ListPhase::FirstUse);
    fill();
    EXPECT_EQ(presenter.phase(), ListPhase::Rows) << "new sales come in by themselves";
    presenter.setFilterText(QStringLiteral("day:2020-01-01"));
    clock.advance(SaleListPresenter::filterDelayMs);
    EXPECT_EQ(presenter.phase(), ListPhase::FilteredEmpty);
    presenter.clearFilters();
    EXPECT_EQ(presenter.phase(), ListPhase::Rows);
}

TEST_F(SaleListTest, SaysNothingThenSkeletonThenASentenceWhileItWaits)
{
    fill();
    desk.holdAnswers(true);
    presenter.arrive();
    clock.advance(299);
    EXPECT_EQ(presenter.phase(), ListPhase::Blank);
    clock.advance(1);
    EXPECT_EQ(presenter.phase(), ListPhase::Loading);
    clock.advance(700);
    EXPECT_EQ(presenter.phase(), ListPhase::LoadingLong);
    desk.holdAnswers(false);
    EXPECT_EQ(presenter.phase(), ListPhase::Rows);
    clock.advance(2'000);
    EXPECT_EQ(presenter.phase(), ListPhase::Rows) << "no late skeleton over the rows";
}

TEST_F(SaleListTest, AFailureWithoutRowsIsThePageAndWithRowsAMessage)
{
    fill();
    desk.failSales(damaged);
    presenter.arrive();
    EXPECT_EQ(presenter.phase(), ListPhase::Failed);
    ASSERT_TRUE(presenter.problem());
    EXPECT_EQ(presenter.problem()->code, QStringLiteral("store.damaged"));
    desk.failSales({});
    presenter.refresh();
    EXPECT_EQ(presenter.phase(), ListPhase::Rows);
    EXPECT_FALSE(presenter.problem());
    desk.failSales(damaged);
    presenter.refresh();
    EXPECT_EQ(presenter.phase(), ListPhase::Rows) << "old rows stay";
    EXPECT_TRUE(presenter.problem());
}

TEST_F(SaleListTest, OldRowsStayWhileNewOnesAreRead)
{
    fill();
    presenter.arrive();
    const QList<SaleRow> before = presenter.rows();
    desk.holdAnswers(true);
    sell();
    clock.advance(5'000);
    EXPECT_EQ(presenter.phase(), ListPhase::Rows);
    EXPECT_EQ(presenter.rows(), before);
    sell(); // while the first answer is on its way
    desk.holdAnswers(false);
    EXPECT_EQ(presenter.rows().size(), before.size() + 2);
}

TEST_F(SaleListTest, ALateAnswerOfAnOldFilterChangesNothing)
{
    fill();
    presenter.arrive();
    desk.holdAnswers(true);
    presenter.setQuery({.days = SaleDays::Yesterday});
    presenter.setQuery({.state = RecordState::NeedsAttention});
    desk.holdAnswers(false);
    ASSERT_EQ(presenter.rows().size(), 1);
    EXPECT_EQ(presenter.rows().first().state, RecordState::NeedsAttention);
}

TEST_F(SaleListTest, FiltersByDayStateShiftAndNumber)
{
    fill();
    presenter.arrive();
    presenter.setQuery({.days = SaleDays::Today});
    EXPECT_EQ(presenter.rows().size(), 12);
    presenter.setQuery({.days = SaleDays::Yesterday});
    EXPECT_EQ(presenter.rows().size(), 14);
    presenter.setQuery({.days = SaleDays::LastSeven});
    EXPECT_EQ(presenter.rows().size(), 54);
    presenter.setQuery(readSaleQuery(QStringLiteral("day:2026-11-17..2026-11-18")));
    EXPECT_EQ(presenter.rows().size(), 28);
    presenter.setQuery({.state = RecordState::SavedHere});
    EXPECT_EQ(presenter.rows().size(), 2);
    presenter.setQuery({.thisShift = true});
    EXPECT_EQ(presenter.rows().size(), 4);
    presenter.setQuery({.number = QStringLiteral("00005")});
    EXPECT_EQ(presenter.rows().size(), 6) << "5 and 50 to 54";
    EXPECT_EQ(presenter.filterText(), QStringLiteral("00005"));
}

TEST_F(SaleListTest, ChipsAndTextAreOneFilter)
{
    presenter.arrive();
    presenter.setFilterText(QStringLiteral("day:today state:queued"));
    ASSERT_EQ(presenter.chips().size(), 2);
    EXPECT_EQ(presenter.chips().first().value, QStringLiteral("Today"));
    EXPECT_EQ(presenter.chips().last().value, QStringLiteral("Saved here"));
    presenter.removeFilter(QStringLiteral("day"));
    EXPECT_EQ(presenter.filterText(), QStringLiteral("state:queued"));
    SaleQuery query = presenter.query();
    query.thisShift = true;
    presenter.setQuery(query);
    EXPECT_EQ(presenter.filterText(), QStringLiteral("state:queued shift:this"));
    presenter.setFilterText(QStringLiteral("colour:red"));
    EXPECT_TRUE(presenter.filterHint().contains(QStringLiteral("colour:red")));
    EXPECT_TRUE(presenter.chips().isEmpty());
}

TEST_F(SaleListTest, ReadsInPagesAndNeverHoldsMoreThanItsBound)
{
    for (int sale = 0; sale < 2'150; ++sale) {
        clock.advance(1'000);
        sell();
    }
    presenter.arrive();
    EXPECT_EQ(presenter.rows().size(), 100);
    EXPECT_EQ(presenter.summary().countText, QStringLiteral("The newest 100 sales"));
    for (int page = 0; page < 40 && presenter.canFetchMore(); ++page)
        presenter.fetchMore();
    EXPECT_EQ(presenter.rows().size(), SaleListPresenter::maxRows);
    EXPECT_FALSE(presenter.canFetchMore());
    EXPECT_FALSE(presenter.summary().note.isEmpty()) << "older ones exist: it says how to see them";
    QSet<QString> numbers;
    for (const SaleRow &row : presenter.rows())
        numbers.insert(row.number);
    EXPECT_EQ(numbers.size(), presenter.rows().size()) << "no sale twice";
}

TEST_F(SaleListTest, IsSortedByTotalNumberTimeOrCashierOverAllPages)
{
    fill();
    presenter.arrive();
    SaleTableModel model(presenter);
    EXPECT_EQ(model.sortKey(), (SortKey{SaleTableModel::Time, Qt::DescendingOrder}));
    const QString newest = presenter.rows().first().number;
    const qsizetype count = presenter.rows().size();
    const auto ascends = [this](auto value) {
        const QList<SaleRow> &rows = presenter.rows();
        return std::is_sorted(rows.begin(), rows.end(),
                              [&](const SaleRow &a, const SaleRow &b) { return value(a) < value(b); });
    };
    model.sortBy({SaleTableModel::Total, Qt::AscendingOrder});
    EXPECT_TRUE(ascends([](const SaleRow &row) { return row.total.minor(); }));
    EXPECT_EQ(presenter.rows().size(), count);
    EXPECT_EQ(model.headerData(SaleTableModel::Total, Qt::Horizontal, Qt::AccessibleTextRole).toString(),
              QStringLiteral("Total, sorted upwards"));
    model.sortBy({SaleTableModel::Cashier, Qt::AscendingOrder});
    EXPECT_TRUE(ascends([](const SaleRow &row) { return row.cashier.toCaseFolded(); }));
    model.sortBy({SaleTableModel::Number, Qt::AscendingOrder});
    EXPECT_TRUE(ascends([](const SaleRow &row) { return row.number; }));
    model.sortBy({SaleTableModel::Time, Qt::AscendingOrder});
    EXPECT_EQ(presenter.rows().last().number, newest);
    model.sortBy({SaleTableModel::Customer, Qt::DescendingOrder});
    EXPECT_EQ(presenter.rows().first().number, newest) << "by time where there is no order";
}

TEST_F(SaleListTest, ASaleThatComesInBetweenTwoPagesIsNotShownTwice)
{
    for (int sale = 0; sale < 150; ++sale)
        sell();
    presenter.arrive();
    desk.holdAnswers(true);
    presenter.fetchMore();
    sell();
    desk.holdAnswers(false);
    QSet<QString> numbers;
    for (const SaleRow &row : presenter.rows())
        numbers.insert(row.number);
    EXPECT_EQ(numbers.size(), presenter.rows().size());
    EXPECT_TRUE(numbers.contains(QStringLiteral("HARBOUR-1-000151")));
}

TEST_F(SaleListTest, TheFooterSumsTheMarkedRows)
{
    fill();
    presenter.arrive();
    const SaleRow first = presenter.rows().at(0);
    const SaleRow second = presenter.rows().at(1);
    const QString all = presenter.summary().totalText;
    presenter.setSelection({first.number});
    EXPECT_EQ(presenter.summary().totalText, all) << "one row is where a person stands";
    presenter.setSelection({first.number, second.number});
    EXPECT_EQ(presenter.summary().countText, QStringLiteral("2 selected"));
    const std::int64_t cents = (first.total + second.total).minor();
    EXPECT_EQ(presenter.summary().totalText,
              QStringLiteral("€%1.%2").arg(cents / 100).arg(cents % 100, 2, 10, QLatin1Char('0')));
}

TEST_F(SaleListTest, ASaleInFullHasLinesTaxesPaymentsAndItsReceipt)
{
    fill();
    presenter.arrive();
    presenter.openSale(QStringLiteral("HARBOUR-1-000001"));
    ASSERT_TRUE(presenter.detail());
    const SaleDetail &sale = *presenter.detail();
    ASSERT_EQ(sale.lines.size(), 2);
    EXPECT_EQ(sale.lines.first().name, QStringLiteral("Flat white"));
    EXPECT_EQ(sale.lines.first().quantityText, QStringLiteral("2"));
    EXPECT_EQ(sale.lines.first().unitPriceText, QStringLiteral("€3.80"));
    EXPECT_EQ(sale.lines.first().totalText, QStringLiteral("€7.60"));
    EXPECT_EQ(sale.totalText, QStringLiteral("€10.50"));
    ASSERT_EQ(sale.taxes.size(), 1);
    EXPECT_EQ(sale.taxes.first().amountText, QStringLiteral("€1.75"));
    EXPECT_FALSE(sale.payments.isEmpty());
    EXPECT_EQ(sale.registerText, QStringLiteral("Till 1 · Harbour Street"));
    EXPECT_EQ(sale.state, RecordState::Synced);
    EXPECT_TRUE(sale.receiptText.contains(QStringLiteral("HARBOUR-1-000001")));
    EXPECT_TRUE(sale.receiptText.contains(QStringLiteral("COPY"), Qt::CaseInsensitive))
        << sale.receiptText.toStdString();
    EXPECT_EQ(sale.events.size(), 2);
}

/// Story 3: a number that two stores gave is shown, whichever of the two sales is looked at.
TEST_F(SaleListTest, ASaleThatSharesItsNumberSaysSo)
{
    fill();
    presenter.arrive();
    sync::SaleView view = *desk.soldHere().cbegin();
    view.sale.number = QStringLiteral("HARBOUR-1-009999");
    view.sale.id = SaleId(QUuid::createUuid());
    view.sharesNumber = true;
    desk.addSale(view);
    presenter.openSale(view.sale.number);
    ASSERT_TRUE(presenter.detail());
    const QList<SaleEvent> &events = presenter.detail()->events;
    ASSERT_GE(events.size(), 2);
    EXPECT_EQ(events.at(1).tone, Tone::Warning);
    EXPECT_EQ(events.at(1).title, QStringLiteral("Another sale has the same number"));
}

TEST_F(SaleListTest, EachOfTwoSalesWithOneNumberIsOpenedByItself)
{
    fill();
    sync::SaleView view = *desk.soldHere().cbegin();
    view.sharesNumber = true;
    view.sale.number = QStringLiteral("HARBOUR-1-009999");
    view.sale.completedAt = clock.now();
    for (const char *note : {"the first", "the second"}) {
        view.sale.id = SaleId(QUuid::createUuid());
        view.sale.note = QString::fromLatin1(note);
        desk.addSale(view);
    }
    presenter.arrive();
    QStringList notes;
    for (int row = 0; row < 2; ++row) {
        ASSERT_EQ(presenter.rows().at(row).number, view.sale.number);
        presenter.openSale(presenter.rows().at(row).key);
        ASSERT_TRUE(presenter.detail());
        EXPECT_EQ(presenter.openNumber(), view.sale.number);
        EXPECT_EQ(presenter.openKey(), presenter.rows().at(row).key);
        notes.append(presenter.detail()->note);
    }
    notes.sort();
    EXPECT_EQ(notes, QStringList({QStringLiteral("the first"), QStringLiteral("the second")}));
    const QString before = presenter.openKey();
    presenter.step(-1);
    EXPECT_EQ(presenter.openKey(), presenter.rows().first().key);
    EXPECT_NE(presenter.openKey(), before);
    presenter.closeSale();
    presenter.showPlace(before);
    EXPECT_EQ(presenter.openKey(), before) << "a link leads back to the same one";
}

TEST_F(SaleListTest, ASaleThatNeedsAttentionSaysWhyInPlainWords)
{
    fill();
    presenter.arrive();
    presenter.openSale(presenter.rows().at(3).number);
    ASSERT_TRUE(presenter.detail());
    const SaleEvent &last = presenter.detail()->events.last();
    EXPECT_EQ(last.tone, Tone::Error);
    EXPECT_TRUE(last.detail.contains(QStringLiteral("does not know the shift"))) << last.detail.toStdString();
}

TEST_F(SaleListTest, AnUnknownNumberSaysSoAndLeadsBack)
{
    fill();
    presenter.arrive();
    presenter.openSale(QStringLiteral("HARBOUR-9-000001"));
    ASSERT_TRUE(presenter.detailProblem());
    EXPECT_EQ(presenter.detailProblem()->code, QStringLiteral("sale.unknown"));
    EXPECT_TRUE(action("sales.back").trigger());
    EXPECT_TRUE(presenter.openNumber().isEmpty());
    EXPECT_FALSE(presenter.detailProblem());
}

TEST_F(SaleListTest, OlderAndNewerGoThroughTheListAndStopAtItsEnds)
{
    fill();
    presenter.arrive();
    presenter.openSale(presenter.rows().first().number);
    EXPECT_EQ(presenter.positionText(), QStringLiteral("1 of 54"));
    EXPECT_FALSE(action("sales.previous").isEnabled());
    EXPECT_TRUE(action("sales.next").trigger());
    EXPECT_EQ(presenter.openNumber(), presenter.rows().at(1).number);
    presenter.openSale(presenter.rows().last().number);
    EXPECT_FALSE(action("sales.next").isEnabled());
    EXPECT_FALSE(action("sales.next").disabledReason().isEmpty());
}

TEST_F(SaleListTest, ALateSaleDoesNotReplaceTheOneOpenedAfterIt)
{
    fill();
    presenter.arrive();
    desk.holdAnswers(true);
    presenter.openSale(QStringLiteral("HARBOUR-1-000001"));
    presenter.openSale(QStringLiteral("HARBOUR-1-000002"));
    desk.holdAnswers(false);
    ASSERT_TRUE(presenter.detail());
    EXPECT_EQ(presenter.detail()->number, QStringLiteral("HARBOUR-1-000002"));
}

TEST_F(SaleListTest, CopiesNumberLinkAndReceipt)
{
    fill();
    presenter.arrive();
    presenter.openSale(QStringLiteral("HARBOUR-1-000001"));
    QSignalSpy copied(&presenter, &SaleListPresenter::copied);
    EXPECT_TRUE(action("sales.copy-number").trigger());
    EXPECT_TRUE(action("sales.copy-link").trigger());
    EXPECT_TRUE(action("sales.copy-receipt").trigger());
    ASSERT_EQ(copied.size(), 3);
    EXPECT_EQ(copied.at(0).first().toString(), QStringLiteral("HARBOUR-1-000001"));
    EXPECT_EQ(copied.at(1).first().toString(), QStringLiteral("crema://orders/HARBOUR-1-000001"));
    EXPECT_EQ(copied.at(2).first().toString(), presenter.detail()->receiptText);
    EXPECT_FALSE(presenter.summary().note.isEmpty());
    clock.advance(5'000);
    EXPECT_TRUE(presenter.summary().note.isEmpty());
}

TEST_F(SaleListTest, AScannedReceiptNumberOpensItsSaleAndNothingElseDoes)
{
    fill();
    presenter.arrive();
    EXPECT_FALSE(presenter.takeScan(QStringLiteral("4006381333931")));
    EXPECT_TRUE(presenter.takeScan(QStringLiteral("harbour-1-000007")));
    EXPECT_EQ(presenter.openNumber(), QStringLiteral("HARBOUR-1-000007"));
    ASSERT_TRUE(presenter.detail());
}

TEST_F(SaleListTest, APlaceBringsBackTheSaleOrTheFilter)
{
    fill();
    presenter.arrive();
    EXPECT_TRUE(presenter.place().isEmpty());
    presenter.setQuery({.days = SaleDays::Yesterday, .state = RecordState::Synced});
    const QString filtered = presenter.place();
    presenter.openSale(QStringLiteral("HARBOUR-1-000003"));
    EXPECT_EQ(presenter.place(), QStringLiteral("HARBOUR-1-000003"));
    presenter.showPlace({});
    EXPECT_TRUE(presenter.query().isEmpty());
    EXPECT_TRUE(presenter.openNumber().isEmpty());
    presenter.showPlace(filtered);
    EXPECT_EQ(presenter.query().days, SaleDays::Yesterday);
    EXPECT_EQ(presenter.query().state, RecordState::Synced);
}

TEST_F(SaleListTest, TheModelKeepsItsPromisesWhileSalesComeAndFiltersChange)
{
    SaleTableModel model(presenter);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    presenter.arrive();
    fill();
    ASSERT_EQ(model.rowCount(), 54);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = model.index(10, SaleTableModel::Number);
    const QString number = kept.data().toString();
    sell();
    EXPECT_EQ(kept.row(), 11) << "rows move down, the marked sale stays marked";
    EXPECT_EQ(kept.data().toString(), number);
    EXPECT_EQ(resets.size(), 0);
    presenter.setQuery({.days = SaleDays::Today});
    presenter.setQuery({});
    presenter.setQuery({.number = QStringLiteral("NONE")});
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.columnCount(), SaleTableModel::columns().size());
}

TEST_F(SaleListTest, TheModelSpeaksExactTimesAndDrawsNoNormalState)
{
    fill();
    presenter.arrive();
    SaleTableModel model(presenter);
    EXPECT_EQ(model.index(1, SaleTableModel::Time).data(), QStringLiteral("6 min ago"));
    EXPECT_TRUE(
        model.index(1, SaleTableModel::Time).data(Qt::ToolTipRole).toString().contains(QStringLiteral("11:36:00")));
    EXPECT_EQ(model.index(1, SaleTableModel::Time).data(Qt::AccessibleTextRole),
              model.index(1, SaleTableModel::Time).data(Qt::ToolTipRole));
    EXPECT_TRUE(model.index(0, SaleTableModel::State).data(DataRole::Badge).isValid());
    EXPECT_FALSE(model.index(20, SaleTableModel::State).data(DataRole::Badge).isValid());
    EXPECT_EQ(model.index(20, SaleTableModel::Total).data(DataRole::Raw).toString(),
              presenter.rows().at(20).plainTotal);
    clock.advance(60'000);
    EXPECT_EQ(model.index(1, SaleTableModel::Time).data(), QStringLiteral("7 min ago"));
}

} // namespace crema
