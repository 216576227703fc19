// SPDX-License-Identifier: GPL-3.0-or-later
// What people who manage devices do with them from the app.
#include "models/devices/device_health.h"
#include "models/feed/entity_types.h"
#include "models/operations/epoch_claim.h"
#include "models/security/tokens.h"
#include "platform/company/reference_writer.h"
#include "platform/devices/device_epochs.h"
#include "platform/identity/audit_records.h"
#include "platform/identity/device_revocations.h"
#include "tests/platform/domain/services_fixture.h"

namespace crema::testing {
namespace {

const QString password = QStringLiteral("wet paper crane");

class DeviceManagement : public ServicesTest
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(enrol(desk, newCode()).status, 200);
        enrolled = deviceToken(desk);
        givePassword(manager, password);
        token = signIn(manager);
    }

    /// It names nobody.
    QByteArray deviceToken(const Applicant &applicant)
    {
        const http::Response challenge =
            post("/api/v1/devices/challenge", {{QStringLiteral("device"), applicant.device.toString()}});
        return accessIn(askToken(applicant, json(challenge).value(QStringLiteral("nonce")).toString()));
    }

    static QByteArray accessIn(const http::Response &response)
    {
        return json(response).value(QStringLiteral("access_token")).toString().toLatin1();
    }

    QByteArray signIn(const Person &person)
    {
        return accessIn(post("/api/v1/auth/login",
                             {{QStringLiteral("email"), person.email}, {QStringLiteral("password"), password}},
                             enrolled));
    }

    http::Response makeCode(const QString &location, const QByteArray &as)
    {
        return post("/api/v1/devices/enrol-codes", {{QStringLiteral("location"), location}}, as);
    }

    http::Response askAbout(DeviceId device, const char *what, const QJsonObject &body, const QByteArray &as)
    {
        return post("/api/v1/devices/" + device.toString().toLatin1() + '/' + what, body, as);
    }

    http::Response revoke(DeviceId device, const QByteArray &as, const QString &reason = QStringLiteral("lost"))
    {
        return askAbout(device, "revoke", {{QStringLiteral("reason"), reason}}, as);
    }

    http::Response rename(DeviceId device, const QString &name, const QByteArray &as)
    {
        return askAbout(device, "rename", {{QStringLiteral("name"), name}}, as);
    }

    /// A second place, where the manager does not work.
    LocationId otherPlace()
    {
        Location garden = shop;
        garden.id = newId<LocationId>();
        garden.code = QStringLiteral("GARDEN");
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        platform::ReferenceWriter writer(transaction);
        writer.save(garden);
        writer.finish();
        transaction.commit();
        return garden.id;
    }

    DeviceStanding standingOf(DeviceId device)
    {
        const DeviceList list =
            codec::readDeviceList(json(get("/api/v1/devices/health", token))).value_or(DeviceList());
        for (const DeviceStanding &standing : list.devices) {
            if (standing.device == device)
                return standing;
        }
        return {};
    }

    AuditRecord lastDone(const QString &action)
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        AuditFilter filter;
        filter.action = action;
        const AuditPage page = platform::listAuditRecords(transaction, filter, {});
        EXPECT_FALSE(page.records.isEmpty()) << qPrintable(action);
        return page.records.isEmpty() ? AuditRecord() : page.records.first();
    }

    Applicant desk = newApplicant(); ///< the device that the manager sits at
    QByteArray enrolled;             ///< its token without a person
    QByteArray token;                ///< of the manager, who signed in on it
};

TEST_F(DeviceManagement, ACodeFromTheAppLetsANewDeviceInOnceUntilItEnds)
{
    const http::Response made = makeCode(shop.code.toLower(), token);
    ASSERT_EQ(made.status, 200) << made.body.constData();
    const DeviceCode given = codec::readDeviceCode(json(made)).value();
    EXPECT_EQ(given.expiresAt, clock.now().plusMs(24ll * 60 * 60 * 1000));
    const http::Response in = enrol(newApplicant(), given.code);
    ASSERT_EQ(in.status, 200);
    EXPECT_EQ(json(in).value(QStringLiteral("person")).toObject().value(QStringLiteral("id")).toString(),
              manager.id.toString())
        << "whoever made the code stands for it";
    EXPECT_EQ(code(enrol(newApplicant(), given.code)), QStringLiteral("device.wrong_code"));
    const QString late = json(makeCode(shop.id.toString(), token)).value(QStringLiteral("code")).toString();
    clock.advance(24ll * 60 * 60 * 1000);
    EXPECT_EQ(code(enrol(newApplicant(), late)), QStringLiteral("device.wrong_code"));
    const AuditRecord done = lastDone(QStringLiteral("device.enroll_code"));
    EXPECT_EQ(done.actor, manager.id);
    EXPECT_EQ(done.chain, desk.device.value()) << "it was done on this device";
}

/// A device in wrong hands, and a PIN, must not open the door for another one.
TEST_F(DeviceManagement, OnlyWhoSignedInAndManagesDevicesDoesAnyOfIt)
{
    const Till till = enrolTill();
    const Person barista = addPerson(Role::Barista, QStringLiteral("bo@example.org"));
    givePassword(barista, password);
    const QByteArray ofEnrolment = enrolledToken();
    const auto tried = [&](const QByteArray &as) {
        return QStringList{code(makeCode(shop.code, as)), code(revoke(till.device, as)),
                           code(askAbout(till.device, "readmission-codes", {}, as)),
                           code(rename(till.device, QStringLiteral("Mine"), as))};
    };
    EXPECT_EQ(tried(enrolled).removeAll(QStringLiteral("identity.not_signed_in")), 4);
    EXPECT_EQ(tried(ofEnrolment).removeAll(QStringLiteral("session.ended")), 4) << "it names a person without password";
    EXPECT_EQ(tried(signIn(barista)).removeAll(QStringLiteral("identity.not_allowed")), 4);
    Person former = manager;
    former.permissions.removeAll(Permission::DevicesManage);
    const auto connection = pool.borrow();
    platform::Transaction transaction(*connection);
    platform::ReferenceWriter writer(transaction);
    writer.save(former, std::nullopt, clock.now());
    writer.finish();
    transaction.commit();
    EXPECT_EQ(tried(token).removeAll(QStringLiteral("devices.not_allowed")), 4)
        << "the token says what was true before";
    EXPECT_FALSE(standingOf(till.device).shutOut);
}

TEST_F(DeviceManagement, DevicesOfOtherPlacesAreNotThere)
{
    const Till till = enrolTill();
    const LocationId garden = otherPlace();
    EXPECT_EQ(code(makeCode(QStringLiteral("GARDEN"), token)), QStringLiteral("location.unknown"));
    EXPECT_EQ(code(makeCode(garden.toString(), token)), QStringLiteral("location.unknown"));
    EXPECT_EQ(code(makeCode(newId<LocationId>().toString(), token)), QStringLiteral("location.unknown"));
    pool.borrow()->runScript("update devices.device set location = '" + garden.toString().toLatin1() +
                             "' where id = '" + till.device.toString().toLatin1() + '\'');
    EXPECT_EQ(code(revoke(till.device, token)), QStringLiteral("device.unknown"));
    EXPECT_EQ(code(rename(till.device, QStringLiteral("Mine"), token)), QStringLiteral("device.unknown"));
    EXPECT_EQ(code(askAbout(till.device, "readmission-codes", {}, token)), QStringLiteral("device.unknown"));
    EXPECT_EQ(code(post("/api/v1/devices/none/revoke", {{QStringLiteral("reason"), QStringLiteral("lost")}}, token)),
              QStringLiteral("device.unknown"));
    Person owner = addPerson(Role::Admin, QStringLiteral("ada@example.org"));
    owner.locations.clear();
    givePassword(owner, password);
    EXPECT_EQ(makeCode(QStringLiteral("GARDEN"), signIn(owner)).status, 200);
    EXPECT_EQ(revoke(till.device, signIn(owner)).status, 200);
}

TEST_F(DeviceManagement, ALostDeviceIsOutAndTheListKeepsWhatArrivedFromIt)
{
    Till till = enrolTill();
    const ShiftId shift = newId<ShiftId>();
    const auto product = newId<ProductId>();
    ASSERT_TRUE(push(till, {envelopeOf(till, createProduct(till, product, QStringLiteral("Espresso"))),
                            envelopeOf(till, openShift(till, shift))}));
    const QByteArray head = "insert into sync.journal_head values (gen_random_uuid(), '" +
                            till.device.toString().toLatin1() + "', '" + till.registerId.toString().toLatin1() +
                            "', 1, 12, '\\x0aff', now(), 1)";
    pool.borrow()->runScript(head);
    const http::Response answer = revoke(till.device, token, QStringLiteral("stolen"));
    ASSERT_EQ(answer.status, 200) << answer.body.constData();
    const ShutOut expected{
        clock.now(), ShutOutReason::Stolen, {{1, QStringLiteral("2"), 2, 12, QStringLiteral("0aff"), true}}};
    EXPECT_EQ(json(answer).value(QStringLiteral("shut_out")).toObject(), codec::toJson(expected));
    EXPECT_EQ(standingOf(till.device).shutOut, expected);
    const QByteArray told = "select count(*) from identity.audit_entry where action = 'device.revoke' and "
                            "document::jsonb #>> '{document,reason}' = 'stolen' and "
                            "document::jsonb #>> '{document,stores,0,journal_entries}' = '12' and "
                            "document::jsonb #>> '{document,stores,0,arrived}' = '2' and "
                            "document::jsonb #>> '{document,stores,0,shift_is_open}' = 'true'";
    EXPECT_EQ(countOf(told), 1);
    EXPECT_EQ(lastDone(QStringLiteral("device.revoke")).actor, manager.id);
    EXPECT_FALSE(push(till, {envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("Latte")))}));

    clock.advance(60'000);
    const http::Response again = revoke(till.device, token, QStringLiteral("sold"));
    EXPECT_EQ(json(again).value(QStringLiteral("shut_out")).toObject(), codec::toJson(expected)) << "as it was";
    EXPECT_EQ(code(revoke(till.device, token, QStringLiteral("eaten"))), QStringLiteral("request.malformed"));
}

TEST_F(DeviceManagement, NobodyShutsOutTheDeviceThatTheyAreAtByAccident)
{
    EXPECT_EQ(code(revoke(desk.device, token)), QStringLiteral("device.is_this"));
    EXPECT_FALSE(standingOf(desk.device).shutOut);
    const http::Response meant =
        askAbout(desk.device, "revoke",
                 {{QStringLiteral("reason"), QStringLiteral("sold")}, {QStringLiteral("this_device"), true}}, token);
    EXPECT_EQ(meant.status, 200) << meant.body.constData();
    clock.advance(platform::DeviceRevocations::staleMs);
    EXPECT_EQ(code(makeCode(shop.code, token)), QStringLiteral("device.revoked"));
}

TEST_F(DeviceManagement, ADeviceThatWasFoundComesInWithACodeFromTheApp)
{
    const Applicant other = newApplicant();
    ASSERT_EQ(enrol(other, newCode()).status, 200);
    EXPECT_EQ(code(askAbout(other.device, "readmission-codes", {}, token)), QStringLiteral("device.let_in"));
    ASSERT_EQ(revoke(other.device, token).status, 200);
    const http::Response made = askAbout(other.device, "readmission-codes", {}, token);
    ASSERT_EQ(made.status, 200) << made.body.constData();
    const QString given = codec::readDeviceCode(json(made)).value().code;
    const QByteArray signedText = "crema-readmit\n" + given.toUtf8() + '\n' + other.device.toString().toUtf8();
    EXPECT_EQ(post("/api/v1/devices/readmit", {{QStringLiteral("code"), given},
                                               {QStringLiteral("device"), other.device.toString()},
                                               {QStringLiteral("signature"), toBase64Url(other.key.sign(signedText))}})
                  .status,
              200);
    EXPECT_FALSE(standingOf(other.device).shutOut);
    EXPECT_EQ(countOf("select count(*) from devices.device where revoked_reason is not null"), 0);
    EXPECT_EQ(lastDone(QStringLiteral("device.readmission_code")).actor, manager.id);
}

TEST_F(DeviceManagement, ANewNameReachesTheDevicesOfThePlace)
{
    const Till till = enrolTill();
    events.keys.clear();
    ASSERT_EQ(rename(till.device, QStringLiteral("  Till at the   window "), token).status, 200);
    EXPECT_EQ(standingOf(till.device).name, QStringLiteral("Till at the window"));
    const QList<FeedRow> rows = pullAll(enrolTill());
    const auto told = std::ranges::find_if(rows, [&](const FeedRow &row) {
        return row.entityType == entity::registerType && row.entityId == till.registerId.value();
    });
    ASSERT_NE(told, rows.end());
    EXPECT_EQ(told->entity.json().value(QStringLiteral("name")).toString(), QStringLiteral("Till at the window"));
    EXPECT_EQ(told->entity.json().value(QStringLiteral("device")).toString(), till.device.toString());
    EXPECT_EQ(events.keys.size(), 1);
    const AuditRecord done = lastDone(QStringLiteral("device.rename"));
    EXPECT_EQ(done.changes, (QList<AuditChange>{{QStringLiteral("name"), QStringLiteral("Till"),
                                                 QStringLiteral("Till at the window")}}));
    EXPECT_EQ(code(rename(till.device, QStringLiteral("  "), token)), QStringLiteral("device.name"));
    EXPECT_EQ(code(rename(till.device, QString(101, u'a'), token)), QStringLiteral("device.name"));
}

/// ADR 046. Its store asks for the epoch there once nothing is open; until then the device is what it was.
TEST_F(DeviceManagement, ADeviceMovesWhenItsStoreAsksAndNotBefore)
{
    const LocationId garden = otherPlace();
    const auto move = [&](const QString &reg) {
        return askAbout(desk.device, "move",
                        {{QStringLiteral("location"), garden.toString()}, {QStringLiteral("register"), reg}}, token);
    };
    EXPECT_EQ(code(move({})), QStringLiteral("location.unknown")) << "the manager does not work there";
    Person both = manager;
    both.locations.append(garden);
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        platform::ReferenceWriter writer(transaction);
        writer.save(both, std::nullopt, clock.now());
        writer.finish();
        transaction.commit();
    }
    token = signIn(both);
    EXPECT_EQ(code(move(QStringLiteral("a b"))), QStringLiteral("device.register"));
    ASSERT_EQ(move({}).status, 200);
    const DeviceStanding before = standingOf(desk.device);
    EXPECT_EQ(before.location, shop.id);
    EXPECT_FALSE(before.movesTo.isEmpty());
    EXPECT_EQ(lastDone(QStringLiteral("device.move")).actor, manager.id);

    const auto asked = [&](std::int64_t epoch) -> std::optional<EpochClaim> {
        const platform::DeviceMove wanted = *storage.device(desk.device)->move;
        const auto claim = platform::moveClaimOf(*storage.begin(), desk.device, wanted, epoch);
        if (!claim)
            return std::nullopt;
        return EpochClaim{*claim,
                          desk.device,
                          epoch,
                          wanted.registerId,
                          QStringLiteral("1"),
                          QStringLiteral("Till"),
                          QStringLiteral("moved")};
    };
    const auto ask = [&](const EpochClaim &claim) {
        QJsonObject body = toJson(claim);
        body.insert(QStringLiteral("signature"), toBase64Url(desk.key.sign(claim.signedText())));
        return post("/api/v1/devices/epoch", body, enrolled);
    };
    EpochClaim other = *asked(1);
    other.claim = newId<OperationId>().value();
    EXPECT_EQ(code(ask(other)), QStringLiteral("device.move_over")) << "nobody moves by themselves";
    const EpochClaim claim = *asked(1);
    const EpochClaim ofCopy = *asked(7);
    const Result<EpochGiven> given = readEpochGiven(json(ask(claim)));
    ASSERT_TRUE(given);
    EXPECT_EQ(given->registerEntry.location, garden);
    EXPECT_EQ(given->registerEntry.code, QStringLiteral("1"));
    EXPECT_GT(given->epoch, 1);
    EXPECT_EQ(readEpochGiven(json(ask(claim)))->epoch, given->epoch) << "a lost answer is asked for again";
    EXPECT_EQ(code(ask(ofCopy)), QStringLiteral("device.move_over")) << "two stores never share a register";
    EXPECT_FALSE(asked(7)) << "nor is it asked to come";
    EXPECT_EQ(standingOf(desk.device).location, garden);
    const platform::Rows old = pool.borrow()->run("devices/load_place", {desk.device, std::int64_t(1)});
    ASSERT_FALSE(old.isEmpty()) << "what comes late under the old epoch is still taken";
    EXPECT_EQ(LocationId(old.uuid(0, 2)), shop.id);
}

} // namespace
} // namespace crema::testing
