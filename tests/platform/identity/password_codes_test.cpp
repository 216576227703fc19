// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that are mailed to set a password with, and invitations.
#include "models/security/secret_hash.h"
#include "platform/company/reference_writer.h"
#include "platform/identity/password_codes.h"
#include "tests/platform/domain/services_fixture.h"

#include <QRegularExpression>

namespace crema::testing {
namespace {

const QString newPassword = QStringLiteral("seven wet lanterns drift");

class PasswordCodesTest : public ServicesTest
{
protected:
    PasswordCodesTest() { givePassword(manager, QStringLiteral("right password")); }

    /// Once the work that hours have brought is done: the queue of the tests is short, and a full one sends people
    /// away.
    http::Response ask(const QString &email)
    {
        (void)mails();
        return post("/api/v1/auth/password/code", {{QStringLiteral("email"), email}}, device);
    }

    http::Response reset(const QString &email, const QString &code, const QString &password = newPassword)
    {
        return post("/api/v1/auth/password/reset",
                    {{QStringLiteral("email"), email},
                     {QStringLiteral("code"), code},
                     {QStringLiteral("new_password"), password}},
                    device);
    }

    http::Response signIn(const QString &email, const QString &password)
    {
        return post("/api/v1/auth/login", {{QStringLiteral("email"), email}, {QStringLiteral("password"), password}},
                    device);
    }

    http::Response invite(const Person &by, PersonId person)
    {
        return post("/api/v1/people/invite?person=" + by.id.toString().toLatin1(),
                    {{QStringLiteral("person"), person.toString()}}, device);
    }

    static QString codeIn(const QString &mail)
    {
        static const QRegularExpression form(QStringLiteral("[A-Z0-9]{4}(-[A-Z0-9]{4}){5}"));
        return form.match(mail).captured();
    }

    void keep(const Person &person)
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        platform::ReferenceWriter writer(transaction);
        writer.save(person, std::nullopt, clock.now());
        writer.finish();
        transaction.commit();
    }

    /// What a device has while nobody signed in at the platform from it.
    QByteArray tokenOfADevice()
    {
        const Till till = enrolTill();
        platform::AccessClaims claims;
        claims.device = till.device;
        claims.location = till.location;
        claims.expiresAt = clock.now().plusMs(15 * 60'000);
        return platformTokens()->issue(claims, clock.now());
    }

    QByteArray device = tokenOfADevice();
};

TEST_F(PasswordCodesTest, AMailedCodeSetsThePasswordOnceAndEndsEverySession)
{
    const http::Response before = signIn(manager.email, QStringLiteral("right password"));
    ASSERT_EQ(before.status, 200);
    EXPECT_EQ(ask(QStringLiteral(" MANAGER@example.org").trimmed()).status, 200);
    const QStringList sent = mails();
    ASSERT_EQ(sent.size(), 1);
    EXPECT_TRUE(sent[0].contains(QStringLiteral("<manager@example.org>")));
    const QString code = codeIn(sent[0]);
    ASSERT_FALSE(code.isEmpty()) << qPrintable(sent[0]);
    EXPECT_EQ(countOf("select count(*) from identity.password_code where encode(hash, 'escape') like '%" +
                      code.left(4).toLatin1() + "%'"),
              0)
        << "only its hash is kept";
    // As somebody types it.
    ASSERT_EQ(reset(manager.email, code.toLower().replace(u'-', u' ')).status, 200);
    EXPECT_EQ(signIn(manager.email, newPassword).status, 200);
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 401);
    EXPECT_EQ(this->code(reset(manager.email, code)), QStringLiteral("auth.wrong_code")) << "each counts once";
    const QByteArray refresh = json(before).value(QStringLiteral("refresh_token")).toString().toLatin1();
    EXPECT_EQ(this->code(post("/api/v1/auth/refresh", {{QStringLiteral("refresh_token"), QString::fromLatin1(refresh)}},
                              device)),
              QStringLiteral("session.ended"));
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.reset_password'"), 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.ask_code' and actor is null"),
              1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where document like '%" + code.toLatin1() + "%'"), 0);
}

TEST_F(PasswordCodesTest, NobodyLearnsWhoHasAnAddress)
{
    const http::Response known = ask(manager.email);
    const http::Response unknown = ask(QStringLiteral("nobody@example.org"));
    EXPECT_EQ(known.status, unknown.status);
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_EQ(mails().size(), 1);
    const http::Response wrong = reset(manager.email, QStringLiteral("AAAA-AAAA-AAAA-AAAA-AAAA-AAAA"));
    const http::Response made = reset(QStringLiteral("nobody@example.org"), QStringLiteral("AAAA-AAAA"));
    EXPECT_EQ(code(wrong), QStringLiteral("auth.wrong_code"));
    EXPECT_EQ(code(made), QStringLiteral("auth.wrong_code"));
    EXPECT_EQ(json(wrong).value(QStringLiteral("detail")), json(made).value(QStringLiteral("detail")));
}

TEST_F(PasswordCodesTest, ACodeIsGoodForAnHourAndForTheAddressThatItWentTo)
{
    ask(manager.email);
    const QString first = codeIn(mails().last());
    clock.advance(platform::passwordCodeLifetimeMs());
    device = tokenOfADevice();
    EXPECT_EQ(code(reset(manager.email, first)), QStringLiteral("auth.wrong_code"));
    ask(manager.email);
    const QString second = codeIn(mails().last());
    ask(manager.email);
    EXPECT_EQ(code(reset(manager.email, second)), QStringLiteral("auth.wrong_code")) << "the latest one counts";
    const QString third = codeIn(mails().last());
    Person moved = manager;
    moved.email = QStringLiteral("mina@example.org");
    keep(moved);
    EXPECT_EQ(code(reset(moved.email, third)), QStringLiteral("auth.wrong_code"));
    moved.active = false;
    keep(moved);
    ask(moved.email);
    EXPECT_EQ(mails().size(), 3) << "who may not sign in is mailed nothing";
}

TEST_F(PasswordCodesTest, WhoGuessesWaitsAndTheCodeIsSpent)
{
    ask(manager.email);
    const QString right = codeIn(mails().last());
    for (int i = 0; i < platform::passwordCodeTries; ++i)
        EXPECT_EQ(code(reset(manager.email, QStringLiteral("AAAA-%1").arg(i))), QStringLiteral("auth.wrong_code"));
    clock.advance(10 * 60'000);
    address = QStringLiteral("10.0.0.2");
    EXPECT_EQ(code(reset(manager.email, right)), QStringLiteral("auth.wrong_code"));
    const http::Response waits = reset(manager.email, right);
    EXPECT_EQ(waits.status, 429);
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 200) << "nobody is locked out by it";
}

TEST_F(PasswordCodesTest, NobodysMailboxIsFilled)
{
    int taken = 0;
    for (int i = 0; i < 20; ++i)
        taken += ask(manager.email).status == 200 ? 1 : 0;
    EXPECT_LE(taken, 4);
    EXPECT_LE(mails().size(), taken) << "what is asked for while one is owed is one message";
    EXPECT_GE(mails().size(), 1);
}

/// Somebody lost their mailbox, and whoever runs the platform gave them another password.
TEST_F(PasswordCodesTest, AnotherPasswordEndsTheCode)
{
    ask(manager.email);
    const QString sent = codeIn(mails().last());
    const QString hash = hashSecret(QStringLiteral("another password"), randomness);
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        transaction.run("identity/save_credential", {manager.id, hash, clock.now()});
        transaction.commit();
    }
    EXPECT_EQ(code(reset(manager.email, sent)), QStringLiteral("auth.wrong_code"));
}

TEST_F(PasswordCodesTest, InvitationsDoNotFillAMailboxEither)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    int taken = 0;
    for (int i = 0; i < 20; ++i)
        taken += invite(manager, barista.id).status == 200 ? 1 : 0;
    EXPECT_LE(taken, 4);
    EXPECT_LE(mails().size(), taken);
    const Person other = addPerson(Role::Barista, QStringLiteral("bo@example.org"));
    EXPECT_EQ(invite(manager, other.id).status, 200) << "a shop may invite many";
}

TEST_F(PasswordCodesTest, AWeakPasswordDoesNotSpendTheCode)
{
    ask(manager.email);
    const QString right = codeIn(mails().last());
    EXPECT_EQ(code(reset(manager.email, right, QStringLiteral("short"))), QStringLiteral("password.too_short"));
    EXPECT_EQ(code(reset(manager.email, right, QStringLiteral("manager@example"))),
              QStringLiteral("password.guessable"));
    EXPECT_EQ(reset(manager.email, right).status, 200);
}

TEST_F(PasswordCodesTest, AnInvitationIsForWhoManagesPeopleAndForWhoMayNotDoMore)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    const Person admin = addPerson(Role::Admin, QStringLiteral("ada@example.org"));
    EXPECT_EQ(invite(barista, manager.id).status, 403);
    EXPECT_EQ(code(invite(manager, admin.id)), QStringLiteral("person.beyond_rights"));
    Person ofAnotherPlace = addPerson(Role::Manager, QStringLiteral("gwen@example.org"));
    ofAnotherPlace.locations = {newId<LocationId>()};
    keep(ofAnotherPlace);
    EXPECT_EQ(invite(ofAnotherPlace, ofAnotherPlace.id).status, 403) << "they cannot stand before this device";
    ASSERT_EQ(invite(manager, barista.id).status, 200);
    const QStringList sent = mails();
    ASSERT_EQ(sent.size(), 1);
    EXPECT_TRUE(sent[0].contains(QStringLiteral("bea@example.org")));
    clock.advance(platform::invitationLifetimeMs() - 1);
    device = tokenOfADevice();
    EXPECT_EQ(reset(barista.email, codeIn(sent[0])).status, 200);
    EXPECT_EQ(signIn(barista.email, newPassword).status, 200);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.invite'"), 1);
    EXPECT_EQ(code(invite(manager, newId<PersonId>())), QStringLiteral("person.unknown"))
        << "they were added at a till that has not synced yet";
    Person plain = barista;
    plain.email.clear();
    keep(plain);
    EXPECT_EQ(code(invite(manager, plain.id)), QStringLiteral("person.no_email"));
    plain.active = false;
    keep(plain);
    EXPECT_EQ(code(invite(manager, plain.id)), QStringLiteral("person.disabled"));
}

/// What a person is called becomes no line of the head of a message.
TEST_F(PasswordCodesTest, NoNameBecomesAHeader)
{
    Person odd = manager;
    odd.name = QStringLiteral("Eve\r\nBcc: all@example.org\r\n\r\n<html>");
    keep(odd);
    ask(manager.email);
    const QString mail = mails().last();
    const QString head = mail.left(mail.indexOf(QStringLiteral("base64")));
    EXPECT_FALSE(head.contains(QStringLiteral("\nBcc")));
    EXPECT_FALSE(codeIn(mail).isEmpty());
}

} // namespace
} // namespace crema::testing
