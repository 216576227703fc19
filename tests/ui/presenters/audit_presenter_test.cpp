// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/audit_presenter.h"

#include "app/desktop/example/example_shop.h"
#include "models/feed/entity_types.h"
#include "models/money/money_json.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"
#include "ui/presenters/people/audit_table_model.h"
#include "ui/presenters/people/audit_words.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::FixedClock;
using testing::MemoryDesk;

const QUuid someDevice(u"0194f3f0-0000-7000-8000-000000000001"_s);
const QUuid someSubject(u"0194f3f0-0000-7000-8000-000000000002"_s);

AuditRecord record(const QString &action, const QString &subjectName = {}, const QList<AuditChange> &changes = {})
{
    AuditRecord made;
    made.chain = someDevice;
    made.number = 1;
    made.deviceName = u"Counter"_s;
    made.at = *UtcTime::fromString(u"2026-11-20T10:00:00.000Z");
    made.actor = PersonId(someSubject);
    made.actorName = u"Ada Lindqvist"_s;
    made.action = action;
    const QString type = action.section(u'.', 0, 0);
    made.subject = {type, someSubject};
    made.subjectName = subjectName;
    made.changes = changes;
    return made;
}

QString said(const QString &action, const QString &subjectName = {}, const QList<AuditChange> &changes = {})
{
    return auditActionText(record(action, subjectName, changes));
}

TEST(AuditWords, SayWhatWasDone)
{
    const QJsonValue none(QJsonValue::Undefined);
    EXPECT_EQ(said(u"person.edit"_s, u"Bea Brandt"_s, {{u"role"_s, u"barista"_s, u"manager"_s}}),
              u"Role of Bea Brandt changed");
    EXPECT_EQ(said(u"person.edit"_s, u"Bea Brandt"_s,
                   {{u"role"_s, u"barista"_s, u"manager"_s}, {u"name"_s, u"Bea"_s, u"Bea Brandt"_s}}),
              u"Role of Bea Brandt and more changed");
    EXPECT_EQ(said(u"person.edit"_s, u"Bea Brandt"_s, {{u"active"_s, true, false}}),
              u"Bea Brandt kept from signing in");
    EXPECT_EQ(said(u"person.edit"_s, u"Bea Brandt"_s, {{u"active"_s, false, true}}), u"Bea Brandt let sign in again");
    EXPECT_EQ(said(u"stock.adjust"_s, {}, {}), u"Stock changed");
    EXPECT_EQ(said(u"person.set_pin"_s, u"Bea Brandt"_s, {{u"pin"_s, none, u"set"_s}}), u"PIN of Bea Brandt set");
    EXPECT_EQ(said(u"person.set_pin"_s, u"Bea Brandt"_s, {{u"pin"_s, none, u"removed"_s}}),
              u"PIN of Bea Brandt taken away");
    EXPECT_EQ(said(u"person.set_pin"_s, u"Bea Brandt"_s), u"PIN of Bea Brandt changed");
    EXPECT_EQ(said(u"person.set_badge"_s, u"Bea Brandt"_s, {{u"badge"_s, none, u"set"_s}}),
              u"Badge of Bea Brandt made");
    EXPECT_EQ(said(u"person.set_badge"_s, u"Bea Brandt"_s, {{u"badge"_s, none, u"removed"_s}}),
              u"Badge of Bea Brandt taken away");
    EXPECT_EQ(said(u"person.edit"_s, u"Bea Brandt"_s, {{u"active"_s, true, false}, {u"badge"_s, none, u"removed"_s}}),
              u"Bea Brandt kept from signing in");
    EXPECT_EQ(said(u"role.create"_s, u"Shift lead"_s), u"New role Shift lead");
    EXPECT_EQ(said(u"role.edit"_s, u"Shift lead"_s, {{u"discount_limit"_s, 1'000, 2'000}}), u"Role Shift lead changed");
    EXPECT_EQ(said(u"role.edit"_s, u"Shift lead"_s, {{u"retired"_s, false, true}}), u"Role Shift lead retired");
    EXPECT_EQ(said(u"role.edit"_s, u"Shift lead"_s, {{u"retired"_s, true, false}}), u"Role Shift lead brought back");
    EXPECT_EQ(said(u"variant.edit"_s, u"Ethiopia Guji"_s, {{u"price"_s, {}, {}}}), u"Price of Ethiopia Guji changed");
    EXPECT_EQ(said(u"sale.complete"_s, u"MAIN-1-000012"_s), u"Sale MAIN-1-000012");
    EXPECT_EQ(said(u"sale.complete"_s), u"A sale") << "of another till";
    EXPECT_EQ(said(u"product.edit"_s), u"something not known here changed");
    EXPECT_EQ(said(u"person.sign_in"_s, u"Ada Lindqvist"_s), u"Signed in");
    EXPECT_EQ(said(u"device.revoke"_s, u"Window"_s), u"Device Window shut out");
    EXPECT_EQ(said(u"device.enroll"_s), u"Device Counter enrolled") << "its own, with its name of today";
    EXPECT_EQ(said(u"roastery.open"_s), u"roastery.open") << "of a newer version";
}

/// Whatever the platform writes of its own: grep writeAudit and AuditEntry in platform/.
TEST(AuditWords, KnowEveryActionThatThePlatformWrites)
{
    for (const char *action : {"person.create",
                               "person.edit",
                               "person.set_pin",
                               "person.set_badge",
                               "person.erase",
                               "role.create",
                               "role.edit",
                               "person.set_role",
                               "person.enable",
                               "person.disable",
                               "person.set_up_totp",
                               "person.remove_totp",
                               "person.sign_in",
                               "person.set_password",
                               "session.end",
                               "person.invite",
                               "person.address_told",
                               "person.trust_address",
                               "person.ask_code",
                               "person.use_recovery_code",
                               "person.sign_in_refused",
                               "person.reset_password",
                               "session.end_earlier",
                               "session.replay",
                               "device.enroll",
                               "device.enroll_code",
                               "device.epoch",
                               "device.revoke",
                               "device.readmission_code",
                               "device.readmit",
                               "device.rename",
                               "device.enroll_code",
                               "journal.restarted",
                               "journal.disagrees",
                               "company.create",
                               "review.close",
                               "token_key.encrypt",
                               "token_key.replace",
                               "token_key.rotate",
                               "platform.backup",
                               "platform.restore",
                               "platform.renew_feed",
                               "shift.open",
                               "shift.close",
                               "sale.complete",
                               "stock.adjust",
                               "product.create",
                               "product.edit",
                               "variant.create",
                               "variant.edit",
                               "customer.create",
                               "customer.edit",
                               "settings.edit",
                               "attention.resolve"}) {
        const QString text = said(QString::fromLatin1(action), u"Bea"_s);
        EXPECT_NE(text, QString::fromLatin1(action));
        EXPECT_FALSE(text.contains(u'%')) << action;
        EXPECT_FALSE(text.contains(u"newer version"_s)) << action;
    }
}

TEST(AuditWords, SayWhoAndWhere)
{
    AuditRecord entry = record(u"person.edit"_s);
    EXPECT_EQ(auditActorText(entry), u"Ada Lindqvist");
    EXPECT_EQ(auditPlaceText(entry), u"Counter");
    entry.actorName.clear();
    EXPECT_EQ(auditActorText(entry), u"Somebody not known any more");
    entry.actor.reset();
    EXPECT_EQ(auditActorText(entry), u"The device itself");
    entry.chain = QUuid();
    entry.deviceName.clear();
    EXPECT_EQ(auditActorText(entry), u"The platform itself");
    entry.actorName = u"carla"_s;
    EXPECT_EQ(auditActorText(entry), u"carla, on the platform's machine");
    EXPECT_EQ(auditPlaceText(entry), u"At the platform itself");
    EXPECT_TRUE(auditOutcome(entry).text.isEmpty());
    entry.outcome = u"refused"_s;
    EXPECT_EQ(auditOutcome(entry).tone, Tone::Error);
}

class AuditDetailWords : public ::testing::Test
{
protected:
    [[nodiscard]] QList<AuditChangeRow> rows(const QList<AuditChange> &changes) const
    {
        return words.detail(record(u"person.edit"_s, u"Bea"_s, changes)).changes;
    }

    const Currency euro = *Currency::fromCode(u"EUR");
    const LocationId harbour{someDevice};
    Location place = [this] {
        Location location;
        location.id = harbour;
        location.name = u"Harbour Street"_s;
        return location;
    }();
    AuditWords words{TimeWords(QLocale::c(), "Europe/Berlin"),
                     *UtcTime::fromString(u"2026-11-20T10:42:00.000Z"),
                     FieldTexts(QLocale(u"en_US"_s), euro, {}),
                     {place}};
};

TEST_F(AuditDetailWords, ValuesAreReadAsWhatTheyAre)
{
    EXPECT_EQ(rows({{u"price"_s, priceToJson({Money(1350, euro), 1}), priceToJson({Money(1490, euro), 1})}}),
              (QList<AuditChangeRow>{{u"Price"_s, u"€13.50"_s, u"€14.90"_s}}));
    EXPECT_EQ(rows({{u"role"_s, u"barista"_s, u"manager"_s}, {u"active"_s, true, false}}),
              (QList<AuditChangeRow>{{u"Role"_s, u"Barista"_s, u"Manager"_s}, {u"May sign in"_s, u"Yes"_s, u"No"_s}}));
    EXPECT_EQ(rows({{u"locations"_s, QJsonArray(),
                     QJsonArray{harbour.toString(), someSubject.toString(QUuid::WithoutBraces)}}}),
              (QList<AuditChangeRow>{{u"Works at"_s, u"Everywhere"_s, u"Harbour Street, another place"_s}}));
    EXPECT_EQ(rows({{u"email"_s, QJsonValue(), u"bea@larkmoor.example"_s}}),
              (QList<AuditChangeRow>{{u"E-mail"_s, u"–"_s, u"bea@larkmoor.example"_s}}));
    EXPECT_EQ(rows({{u"roast"_s, 3, QJsonArray{u"dark"_s}}}),
              (QList<AuditChangeRow>{{u"roast"_s, u"3"_s, u"[\"dark\"]"_s}}))
        << "of a newer version";
}

TEST_F(AuditDetailWords, WhatWasSetAtTheBeginningStandsBesideNothing)
{
    const AuditRecord made = record(u"variant.create"_s, u"Guji 250 g"_s,
                                    {{u"barcodes"_s, QJsonValue(), QJsonArray{u"4006381333931"_s, u"20123451"_s}},
                                     {u"price"_s, QJsonValue(), priceToJson({Money(1490, euro), 1})},
                                     {u"product"_s, QJsonValue(), someSubject.toString(QUuid::WithoutBraces)}});
    EXPECT_EQ(words.detail(made).changes, (QList<AuditChangeRow>{{u"Barcodes"_s, u"–"_s, u"4006381333931, 20123451"_s},
                                                                 {u"Price"_s, u"–"_s, u"€14.90"_s}}));
    EXPECT_TRUE(words.detail(made).changesAside.isEmpty());
}

TEST_F(AuditDetailWords, TheRequestIsToldToQuote)
{
    AuditRecord entry = record(u"person.sign_in"_s);
    EXPECT_TRUE(words.detail(entry).requestId.isEmpty()) << "an entry of before";
    entry.requestId = someDevice;
    EXPECT_EQ(words.detail(entry).requestId, someDevice.toString(QUuid::WithoutBraces));
}

TEST_F(AuditDetailWords, APinIsNeverTold)
{
    EXPECT_EQ(rows({{u"pin"_s, QJsonValue(QJsonValue::Undefined), u"set"_s}}),
              (QList<AuditChangeRow>{{u"PIN"_s, QString(), u"set"_s}}));
}

TEST_F(AuditDetailWords, OfACostThatIsHiddenOnlyThatItWasChanged)
{
    EXPECT_EQ(rows({{u"cost"_s, QJsonValue(QJsonValue::Undefined), u"hidden"_s}}),
              (QList<AuditChangeRow>{{u"Cost"_s, QString(), u"not for you to see"_s}}));
}

TEST_F(AuditDetailWords, OfRightsOnlyWhatChangedAndNotWhatComesWithTheRole)
{
    const auto texts = [](const QList<Permission> &permissions) {
        QJsonArray array;
        for (const Permission permission : permissions)
            array.append(permissionText(permission));
        return array;
    };
    const AuditChange rights{u"permissions"_s, texts(permissionsOf(Role::Barista)),
                             texts(permissionsOf(Role::Manager))};
    EXPECT_EQ(rows({rights, {u"role"_s, u"barista"_s, u"manager"_s}}).size(), 1);
    QList<Permission> before = permissionsOf(Role::Manager);
    before.removeAll(Permission::CatalogCosts);
    EXPECT_EQ(rows({{u"permissions"_s, rights.from, texts(before)}, {u"role"_s, u"barista"_s, u"manager"_s}}).size(), 1)
        << "an entry of before costs were a right";
    EXPECT_EQ(rows({{u"permissions"_s, texts({Permission::SalesRead, Permission::SalesCreate}),
                     texts({Permission::SalesRead, Permission::PricesEdit})}}),
              (QList<AuditChangeRow>{{u"Rights"_s, u"Sell"_s, u"Change prices"_s}}));
}

TEST_F(AuditDetailWords, OfARoleWhatItGaveAndGives)
{
    EXPECT_EQ(rows({{u"allowed"_s, QJsonArray{u"sales.read"_s}, QJsonArray{u"sales.read"_s, u"stock.adjust"_s}},
                    {u"discount_limit"_s, 1'000, 1'250},
                    {u"base"_s, QJsonValue(QJsonValue::Undefined), u"barista"_s}}),
              (QList<AuditChangeRow>{{u"Allowed"_s, u"–"_s, u"Change stock"_s},
                                     {u"Takes off a sale"_s, u"10 %"_s, u"12.50 %"_s},
                                     {u"Made from"_s, QString(), u"Barista"_s}}));
}

class AuditPresenterTest : public ::testing::Test
{
protected:
    AuditPresenterTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desk.addExamplePeople();
        desk.addExampleAccount();
    }

    /// `count` entries, a minute apart, the newest a minute ago.
    void fill(int count)
    {
        QList<AuditRecord> records;
        for (int i = 0; i < count; ++i) {
            AuditRecord made = record(u"person.edit"_s, u"Bea"_s);
            made.number = count - i;
            made.at = clock.now().plusMs(-60'000ll * (i + 1));
            records.append(made);
        }
        desk.setAudit(records);
    }

    QStringList texts() const
    {
        QStringList texts;
        for (const AuditRow &row : presenter.rows())
            texts.append(row.what);
        return texts;
    }

    void choose(const std::function<void(AuditQuery &)> &edit)
    {
        AuditQuery query = presenter.query();
        edit(query);
        presenter.setQuery(query);
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    AuditPresenter presenter{desk, clock, QLocale::c()};
};

TEST_F(AuditPresenterTest, TellsTheNewestFirst)
{
    EXPECT_EQ(presenter.phase(), ListPhase::Blank) << "nothing is asked before somebody looks";
    presenter.arrive();
    ASSERT_EQ(presenter.phase(), ListPhase::Rows);
    EXPECT_EQ(texts(), (QStringList{u"Bea Brandt changed"_s, u"Sumatra Lintong changed"_s, u"PIN of Jonas Brandt set"_s,
                                    u"Role of Bea Brandt and more changed"_s, u"Price of Ethiopia Guji changed"_s,
                                    u"Device Counter enrolled"_s, u"New person Ada Lindqvist"_s}));
    EXPECT_EQ(presenter.rows().first().outcome.text, u"Refused");
    EXPECT_TRUE(presenter.rows().at(1).outcome.text.isEmpty());
    EXPECT_EQ(presenter.countText(), u"7 entries");
    presenter.open(presenter.rows().at(1).id);
    ASSERT_TRUE(presenter.detail());
    EXPECT_EQ(presenter.detail()->approvedBy, u"Ada Lindqvist");
    EXPECT_EQ(presenter.detail()->changes, (QList<AuditChangeRow>{{u"Archived"_s, u"No"_s, u"Yes"_s}}));
    EXPECT_EQ(presenter.detail()->number, u"6");
}

/// The tester goes on with older entries by itself, again and again.
TEST_F(AuditPresenterTest, TheTableIsAModel)
{
    fill(60);
    AuditTableModel model(presenter);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    presenter.arrive();
    EXPECT_EQ(model.rowCount(), 60);
    choose([](AuditQuery &query) { query.kind = u"device."_s; });
    EXPECT_EQ(model.rowCount(), 0);
    presenter.clearFilters();
    EXPECT_EQ(model.rowCount(), 60);
}

TEST_F(AuditPresenterTest, FiltersByPersonKindAndPeriod)
{
    presenter.arrive();
    const QList<AuditChoice> people = presenter.people();
    const auto ada = std::ranges::find(people, u"Ada Lindqvist"_s, &AuditChoice::name);
    ASSERT_NE(ada, people.end());
    EXPECT_EQ(people.first().id, QString());
    choose([&](AuditQuery &query) { query.person = PersonId::fromString(ada->id); });
    EXPECT_EQ(presenter.rows().size(), 4);
    choose([](AuditQuery &query) { query.kind = u"person."_s; });
    EXPECT_EQ(texts(), (QStringList{u"PIN of Jonas Brandt set"_s, u"Role of Bea Brandt and more changed"_s}));
    choose([](AuditQuery &query) { query = {}; });
    choose([](AuditQuery &query) { query.period = AuditPeriod::Today; });
    EXPECT_EQ(presenter.rows().size(), 4);
    choose([](AuditQuery &query) { query.kind = u"stock."_s; });
    EXPECT_EQ(presenter.phase(), ListPhase::FilteredEmpty);
    EXPECT_TRUE(presenter.actions().find(u"audit.clear")->isEnabled());
    presenter.clearFilters();
    EXPECT_EQ(presenter.rows().size(), 7);
    EXPECT_FALSE(presenter.actions().find(u"audit.clear")->isEnabled());
    desk.setAudit({});
    presenter.refresh();
    EXPECT_EQ(presenter.phase(), ListPhase::FirstUse);
}

TEST_F(AuditPresenterTest, TellsWhatWasDoneToOne)
{
    presenter.arrive();
    desk.setAudit({[] {
        AuditRecord made = record(u"person.edit"_s, u"Bea"_s);
        made.at = *UtcTime::fromString(u"2025-01-01T10:00:00.000Z");
        return made;
    }()});
    presenter.showSubject(someSubject, u"Bea"_s);
    EXPECT_EQ(presenter.rows().size(), 1) << "at any time";
    EXPECT_EQ(presenter.place(), u"of/0194f3f0-0000-7000-8000-000000000002");
    presenter.open(presenter.rows().first().id);
    EXPECT_EQ(presenter.place(), presenter.rows().first().id);
    presenter.close();
    EXPECT_EQ(presenter.place(), u"of/0194f3f0-0000-7000-8000-000000000002");
    presenter.showPlace({});
    EXPECT_FALSE(presenter.query().subject);
    presenter.showPlace(u"of/0194f3f0-0000-7000-8000-000000000002"_s);
    EXPECT_EQ(presenter.query().subject, someSubject) << "as the history asks";
}

TEST_F(AuditPresenterTest, GoesOnWithOlderEntriesAtTheEnd)
{
    fill(250);
    presenter.arrive();
    AuditTableModel model(presenter);
    EXPECT_EQ(model.rowCount(), 100);
    EXPECT_EQ(presenter.countText(), u"The newest 100 entries");
    ASSERT_TRUE(model.canFetchMore({}));
    const QString open = presenter.rows().at(42).id;
    presenter.open(open);
    model.fetchMore({});
    EXPECT_EQ(model.rowCount(), 200);
    model.fetchMore({});
    EXPECT_EQ(model.rowCount(), 250);
    EXPECT_FALSE(model.canFetchMore({}));
    EXPECT_EQ(presenter.countText(), u"250 entries");
    presenter.refresh();
    EXPECT_EQ(model.rowCount(), 250) << "what somebody scrolled to stays";
    EXPECT_EQ(presenter.openId(), open);
    EXPECT_EQ(model.rowOf(open), 42);
}

TEST_F(AuditPresenterTest, WhatIsOpenStaysWhenNewerOnesPushItOutOfTheList)
{
    fill(100);
    presenter.arrive();
    const QString oldest = presenter.rows().last().id;
    presenter.open(oldest);
    AuditRecord newer = record(u"person.edit"_s, u"Jonas"_s);
    newer.number = 5'000;
    desk.setAudit({newer});
    presenter.refresh();
    EXPECT_EQ(presenter.rows().size(), 1);
    ASSERT_TRUE(presenter.detail());
    EXPECT_EQ(presenter.detail()->row.id, oldest);
}

TEST_F(AuditPresenterTest, AnAnswerToEarlierFiltersIsDropped)
{
    presenter.arrive();
    desk.holdAnswers(true);
    choose([](AuditQuery &query) { query.kind = u"device."_s; });
    choose([](AuditQuery &query) { query.kind = u"variant."_s; });
    EXPECT_TRUE(presenter.rows().isEmpty()) << "old rows do not stand under new filters";
    clock.advance(300);
    EXPECT_EQ(presenter.phase(), ListPhase::Loading);
    clock.advance(700);
    EXPECT_EQ(presenter.phase(), ListPhase::LoadingLong);
    int answers = 0;
    QObject::connect(&presenter, &AuditPresenter::listChanged, &presenter, [&] { ++answers; });
    desk.holdAnswers(false);
    EXPECT_EQ(texts(), QStringList{u"Price of Ethiopia Guji changed"_s});
    EXPECT_EQ(answers, 1);
}

TEST_F(AuditPresenterTest, SaysWhenThePlatformCannotBeReached)
{
    const Problem away{
        ProblemKind::Unavailable, u"network.unreachable"_s, u"The platform cannot be reached."_s, {}, {}};
    desk.failAccount = away;
    presenter.arrive();
    EXPECT_EQ(presenter.phase(), ListPhase::Failed);
    EXPECT_EQ(presenter.problem()->message, away.message);
    EXPECT_FALSE(presenter.isDenied());
    presenter.refresh();
    EXPECT_EQ(presenter.rows().size(), 7);
    EXPECT_FALSE(presenter.problem());
    desk.failAccount = away;
    presenter.refresh();
    EXPECT_EQ(presenter.phase(), ListPhase::Rows) << "what was read stays, and it is said that it is not of now";
    EXPECT_TRUE(presenter.problem());
}

TEST_F(AuditPresenterTest, SaysThatMoreIsSeenAfterSigningIn)
{
    presenter.arrive();
    EXPECT_TRUE(presenter.limitText().isEmpty());
    desk.asksAsDevice = true;
    presenter.refresh();
    EXPECT_EQ(presenter.limitText(), u"Of this location only. Sign in with mail address and password to see more.");
    desk.changeState().person->permissions = permissionsOf(Role::Barista);
    Q_EMIT desk.changed();
    EXPECT_TRUE(presenter.limitText().isEmpty());
}

TEST_F(AuditPresenterTest, WhoDoesNotManagePeopleSeesNothing)
{
    presenter.arrive();
    presenter.open(presenter.rows().first().id);
    desk.changeState().person->permissions = permissionsOf(Role::Barista);
    Q_EMIT desk.changed();
    EXPECT_TRUE(presenter.isDenied());
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_FALSE(presenter.detail());
    EXPECT_EQ(presenter.phase(), ListPhase::Failed);
    EXPECT_EQ(presenter.problem()->code, u"auth.not_allowed");
    EXPECT_FALSE(presenter.actions().find(u"audit.refresh")->isEnabled());
}

TEST_F(AuditPresenterTest, ThePlatformsRefusalTakesWhatWasShown)
{
    presenter.arrive();
    desk.failAccount = Problem{ProblemKind::NotAllowed, u"auth.not_allowed"_s, u"Not for you."_s, {}, {}};
    presenter.refresh();
    EXPECT_TRUE(presenter.isDenied());
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_EQ(presenter.phase(), ListPhase::Failed);
}

} // namespace
} // namespace crema
