// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/customer_table_model.h"

#include "app/desktop/example/example_shop.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::FixedClock;
using testing::MemoryDesk;

class CustomerListTest : public ::testing::Test
{
protected:
    CustomerListTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desk.addExampleCustomers();
        presenter.arrive();
    }

    void open(const QString &name)
    {
        for (const CustomerRow &row : presenter.rows()) {
            if (row.name == name)
                return presenter.open(row.id);
        }
        ADD_FAILURE() << qPrintable(name) << " is not in the list";
    }

    [[nodiscard]] Customer kept(const QString &id) const
    {
        for (const Customer &customer : desk.customersHere()) {
            if (customer.id.toString() == id)
                return customer;
        }
        ADD_FAILURE() << qPrintable(id) << " is not kept";
        return {};
    }

    void type(const QString &phone)
    {
        CustomerDraft draft = presenter.draft();
        draft.phone = phone;
        presenter.setDraft(draft);
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    Notices notices{clock};
    CustomerListPresenter presenter{desk, notices, QLocale::c()};
};

TEST_F(CustomerListTest, ListsWhoBuysAndTheArchivedLast)
{
    ASSERT_EQ(presenter.phase(), ListPhase::Rows);
    ASSERT_EQ(presenter.rows().size(), 6);
    EXPECT_EQ(presenter.rows().first().name, QStringLiteral("Café Morgen"));
    EXPECT_EQ(presenter.rows().last().name, QStringLiteral("Otto Altmann"));
    EXPECT_EQ(presenter.rows().last().state.text, QStringLiteral("Archived"));
    CustomerTableModel model(presenter);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    presenter.setFilterText(QStringLiteral("vogt"));
    EXPECT_EQ(model.rowCount(), 1);
    presenter.setFilterText(QStringLiteral("nobody of that name"));
    EXPECT_EQ(presenter.phase(), ListPhase::FilteredEmpty);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(CustomerListTest, SaysThatThereAreMoreThanItShows)
{
    for (int number = 0; number < CustomerListPresenter::mostRows; ++number) {
        Customer customer;
        customer.name = QStringLiteral("Customer %1").arg(number);
        desk.createCustomer(customer).then([](const Result<Customer> &) {});
    }
    presenter.refresh();
    EXPECT_EQ(presenter.rows().size(), CustomerListPresenter::mostRows);
    EXPECT_EQ(presenter.countText(), QStringLiteral("The first 200; type to find others"));
}

TEST_F(CustomerListTest, AnEmptyShopOffersTheFirst)
{
    MemoryDesk empty;
    empty.openStore(true, true);
    CustomerListPresenter first(empty, notices, QLocale::c());
    first.arrive();
    EXPECT_EQ(first.phase(), ListPhase::FirstUse);
}

TEST_F(CustomerListTest, ANewCustomerIsOpenOnceKept)
{
    presenter.open(CustomerListPresenter::newId);
    presenter.setDraft({QStringLiteral("  Ida Falk "), QStringLiteral("ida at falk"), {}, {}, {}});
    presenter.save();
    EXPECT_FALSE(presenter.fieldProblem(QStringLiteral("email")).isEmpty());
    EXPECT_EQ(presenter.openId(), CustomerListPresenter::newId);
    CustomerDraft draft = presenter.draft();
    draft.email = QStringLiteral("ida@falk.example");
    presenter.setDraft(draft);
    presenter.save();
    ASSERT_TRUE(presenter.detail());
    EXPECT_FALSE(presenter.detail()->isNew);
    EXPECT_FALSE(presenter.isDirty());
    EXPECT_EQ(kept(presenter.openId()).name, QStringLiteral("Ida Falk"));
    EXPECT_EQ(presenter.rows().size(), 7);
}

TEST_F(CustomerListTest, WhatIsSavedCanBeTakenBackWithoutWhatOthersChanged)
{
    open(QStringLiteral("Lena Vogt"));
    const QString id = presenter.openId();
    type(QStringLiteral("+49 30 5550199"));
    presenter.save();
    EXPECT_EQ(kept(id).phone, QStringLiteral("+49 30 5550199"));
    EXPECT_EQ(notices.shown()->text, QStringLiteral("Lena Vogt changed"));
    notices.undo();
    EXPECT_TRUE(kept(id).phone.isEmpty());
    EXPECT_EQ(kept(id).email, QStringLiteral("lena.vogt@post.example"));
}

TEST_F(CustomerListTest, WhatIsTypedOutlivesAnArchivingAndANewList)
{
    open(QStringLiteral("Lena Vogt"));
    type(QStringLiteral("+49 30 5550199"));
    presenter.setArchived(true);
    EXPECT_TRUE(presenter.detail()->isArchived);
    EXPECT_EQ(presenter.draft().phone, QStringLiteral("+49 30 5550199"));
    EXPECT_TRUE(presenter.isDirty());
    presenter.setFilterText(QStringLiteral("morgen"));
    EXPECT_EQ(presenter.draft().phone, QStringLiteral("+49 30 5550199")) << "whoever is open stays so";
    ASSERT_TRUE(presenter.detail());
}

TEST_F(CustomerListTest, NothingOfItIsThereForTheNextPerson)
{
    open(QStringLiteral("Lena Vogt"));
    type(QStringLiteral("+49 30 5550199"));
    desk.changeState().person->id =
        PersonId::fromString(QStringLiteral("01902e00-0000-7000-8000-0000000000aa")).value();
    Q_EMIT desk.changed();
    EXPECT_TRUE(presenter.openId().isEmpty());
    EXPECT_FALSE(presenter.isDirty());
}

TEST_F(CustomerListTest, WhoOnlyLooksChangesNothing)
{
    desk.changeState().person->permissions = {Permission::CustomersRead};
    Q_EMIT desk.changed();
    presenter.refresh();
    open(QStringLiteral("Lena Vogt"));
    EXPECT_FALSE(presenter.detail()->lockedText.isEmpty());
    type(QStringLiteral("1"));
    EXPECT_FALSE(presenter.actions().find(u"customers.save")->isEnabled());
    EXPECT_FALSE(presenter.actions().find(u"customers.new")->isEnabled());
    desk.changeState().person->permissions = {};
    Q_EMIT desk.changed();
    presenter.refresh();
    EXPECT_TRUE(presenter.isDenied());
    EXPECT_TRUE(presenter.rows().isEmpty());
}

TEST_F(CustomerListTest, ErasingAsksFirstAndLeavesNothingToTakeBack)
{
    open(QStringLiteral("Lena Vogt"));
    const QString id = presenter.openId();
    type(QStringLiteral("+49 30 5550199"));
    const QSignalSpy wanted(&presenter, &CustomerListPresenter::eraseWanted);
    ASSERT_TRUE(presenter.actions().find(u"customers.erase")->trigger());
    EXPECT_EQ(wanted.size(), 1);
    ASSERT_TRUE(presenter.eraseQuestion());
    EXPECT_EQ(presenter.eraseQuestion()->title, QStringLiteral("Erase Lena Vogt?"));
    EXPECT_EQ(presenter.eraseQuestion()->reasons.size(), 2);
    EXPECT_EQ(kept(id).name, QStringLiteral("Lena Vogt")) << "asking erases nobody";
    const QSignalSpy erased(&presenter, &CustomerListPresenter::erased);
    presenter.erase(EraseReason::NotNeeded);
    EXPECT_EQ(erased.size(), 1);
    EXPECT_TRUE(kept(id).isErased());
    EXPECT_EQ(desk.lastEraseReason(), EraseReason::NotNeeded);
    ASSERT_TRUE(presenter.detail());
    EXPECT_TRUE(presenter.detail()->isErased);
    EXPECT_FALSE(presenter.isDirty()) << "what was typed goes with them";
    EXPECT_TRUE(presenter.draft().email.isEmpty());
    EXPECT_FALSE(notices.canUndo());
    EXPECT_FALSE(presenter.eraseQuestion()) << "nobody is erased twice";
    EXPECT_FALSE(presenter.actions().find(u"customers.erase")->isEnabled());
}

TEST_F(CustomerListTest, WhoDoesNotManagePeopleReadsWhyNobodyIsErased)
{
    desk.changeState().person->permissions = {Permission::CustomersRead, Permission::CustomersEdit};
    Q_EMIT desk.changed();
    presenter.refresh();
    open(QStringLiteral("Lena Vogt"));
    for (const QStringView id : {u"customers.erase", u"customers.export"}) {
        EXPECT_TRUE(presenter.actions().find(id)->disabledReason().contains(QStringLiteral("manage people")));
        EXPECT_FALSE(presenter.actions().find(id)->trigger());
    }
    EXPECT_FALSE(presenter.eraseQuestion());
    presenter.erase(EraseReason::Requested);
    EXPECT_FALSE(kept(presenter.openId()).isErased());
}

TEST_F(CustomerListTest, WhatIsKnownGoesIntoAFileForItsOwnerAlone)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lena.json"));
    open(QStringLiteral("Lena Vogt"));
    EXPECT_FALSE(presenter.exportName().contains(QStringLiteral("Lena"))) << "the name of a file is seen by many";
    presenter.exportTo(path);
    EXPECT_TRUE(presenter.exportedText().contains(path));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains(presenter.openId().toUtf8()));
    EXPECT_FALSE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther));
    open(QStringLiteral("Studio Nord"));
    EXPECT_TRUE(presenter.exportedText().isEmpty());
}

TEST_F(CustomerListTest, ACopyNeedsThePlatformAndSomebodyWhoSignedIn)
{
    open(QStringLiteral("Lena Vogt"));
    desk.changeState().link = sync::Link::Offline;
    Q_EMIT desk.changed();
    EXPECT_FALSE(presenter.actions().find(u"customers.export")->isEnabled());
    EXPECT_TRUE(presenter.actions().find(u"customers.erase")->isEnabled()) << "the platform hears it later";
    desk.changeState().link = sync::Link::Online;
    Q_EMIT desk.changed();
    const QTemporaryDir folder;
    desk.failExport = Problem{ProblemKind::NotSignedIn,
                              QStringLiteral("customer.export_not_signed_in"),
                              QStringLiteral("Sign in first."),
                              {},
                              {}};
    presenter.exportTo(folder.filePath(QStringLiteral("lena.json")));
    ASSERT_TRUE(presenter.problem());
    EXPECT_EQ(presenter.problem()->message, QStringLiteral("Sign in first."));
    presenter.exportTo(folder.filePath(QStringLiteral("no/such/folder/lena.json")));
    ASSERT_TRUE(presenter.problem());
    EXPECT_EQ(presenter.problem()->code, QStringLiteral("file.unwritable"));
    EXPECT_TRUE(presenter.exportedText().isEmpty());
}

TEST_F(CustomerListTest, AConsentSaysSinceWhenAndIsOneThing)
{
    open(QStringLiteral("Lena Vogt"));
    const QString id = presenter.openId();
    EXPECT_TRUE(presenter.detail()->consentText.isEmpty());
    CustomerDraft draft = presenter.draft();
    EXPECT_FALSE(draft.consent);
    draft.consent = ConsentState::Given;
    draft.consentSource = ConsentSource::InWriting;
    presenter.setDraft(draft);
    EXPECT_TRUE(presenter.isDirty());
    presenter.save();
    const Customer agreed = kept(id);
    ASSERT_TRUE(agreed.consent);
    EXPECT_EQ(agreed.consent->source, ConsentSource::InWriting);
    EXPECT_NE(agreed.consent->at, UtcTime()) << "it is of the moment in which it was kept";
    EXPECT_TRUE(presenter.detail()->consentText.contains(QStringLiteral("in writing")));
    type(QStringLiteral("1"));
    presenter.save();
    EXPECT_EQ(kept(id).consent, agreed.consent) << "another change does not make it newer";
    notices.undo();
    notices.undo();
    EXPECT_FALSE(kept(id).consent);
}

} // namespace
} // namespace crema
