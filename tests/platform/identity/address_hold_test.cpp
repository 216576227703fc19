// SPDX-License-Identifier: GPL-3.0-or-later
// An address that was changed cannot be used at once to take an account over (docs/adr/038).
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "platform/domain/user_verbs.h"
#include "platform/identity/address_hold.h"
#include "platform/identity/mail_outbox.h"
#include "tests/platform/domain/services_fixture.h"

#include <QRegularExpression>

#include <future>

namespace crema::testing {
namespace {

const QString oldPassword = QStringLiteral("right password");
const QString newPassword = QStringLiteral("seven wet lanterns drift");
const QString oldAddress = QStringLiteral("bea@example.org");
const QString newAddress = QStringLiteral("eve@example.net");

class AddressHoldTest : public ServicesTest
{
protected:
    /// A till that says that the manager did it.
    void changeTo(const QString &email)
    {
        Person after = bea;
        after.email = email;
        const Operation edit = operationOf(till, operation::personEdit, {entity::person.toString(), bea.id.value()},
                                           editToJson(body::personEdit(bea, after)));
        ASSERT_EQ(pushOne(till, edit).outcome, Outcome::Applied);
        bea = after;
    }

    /// What sync brought is mailed when the outbox looks next.
    QStringList mailsAfterAWhile()
    {
        clock.advance(platform::MailOutbox::periodMs);
        return mails();
    }

    /// Once the work that days have brought is done: the queue of the tests is short, and a full one sends people away.
    http::Response ask(const QString &email)
    {
        (void)mails();
        return post("/api/v1/auth/password/code", {{QStringLiteral("email"), email}}, device());
    }

    http::Response reset(const QString &email, const QString &code)
    {
        return post("/api/v1/auth/password/reset",
                    {{QStringLiteral("email"), email},
                     {QStringLiteral("code"), code},
                     {QStringLiteral("new_password"), newPassword}},
                    device());
    }

    http::Response signIn(const QString &email, const QString &password = oldPassword)
    {
        return post("/api/v1/auth/login", {{QStringLiteral("email"), email}, {QStringLiteral("password"), password}},
                    device());
    }

    http::Response invite()
    {
        return post("/api/v1/people/invite?person=" + manager.id.toString().toLatin1(),
                    {{QStringLiteral("person"), bea.id.toString()}}, device());
    }

    /// A token of the till that is good at this time and names nobody.
    QByteArray device()
    {
        platform::AccessClaims claims;
        claims.device = till.device;
        claims.location = till.location;
        claims.expiresAt = clock.now().plusMs(60'000);
        return platformTokens()->issue(claims, clock.now());
    }

    /// Does the work while another transaction holds such a change of the person, which is committed once the work is
    /// over or waits for it.
    template<class Work>
    int whileChanged(const QByteArray &change, Work work)
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        connection->runScript("update identity.person set " + change + " where id = '" + bea.id.toString().toLatin1() +
                              '\'');
        auto working = std::async(std::launch::async, work);
        const auto isDone = [&] { return working.wait_for(std::chrono::milliseconds(5)) == std::future_status::ready; };
        while (!isDone() && countOf("select count(*) from pg_locks where not granted") == 0) {}
        transaction.commit();
        return working.get();
    }

    static QString codeIn(const QString &mail)
    {
        static const QRegularExpression form(QStringLiteral("[A-Z0-9]{4}(-[A-Z0-9]{4}){5}"));
        return form.match(mail).captured();
    }

    /// The last that has one: what the address before is told may have the same time.
    QString mailWithCode()
    {
        QStringList sent = mails();
        sent.removeIf([](const QString &mail) { return codeIn(mail).isEmpty(); });
        return sent.value(sent.size() - 1);
    }

    static bool isTo(const QString &mail, const QString &address)
    {
        return mail.contains(QStringLiteral("To: ")) && mail.contains(u'<' + address + u'>');
    }

    std::int64_t entries(const QByteArray &action)
    {
        return countOf("select count(*) from identity.audit_entry where action = '" + action + "'");
    }

    Till till = enrolTill();
    Person bea = addPerson(Role::Barista, oldAddress);
};

TEST_F(AddressHoldTest, TheAddressBeforeIsToldAndGetsTheCodes)
{
    givePassword(bea, oldPassword);
    changeTo(newAddress);
    const QStringList told = mailsAfterAWhile();
    ASSERT_EQ(told.size(), 1);
    EXPECT_TRUE(isTo(told[0], oldAddress)) << qPrintable(told[0]);
    for (const QString &part : {newAddress, manager.name, QStringLiteral("Till (")})
        EXPECT_TRUE(told[0].contains(part)) << qPrintable(part) << " in " << qPrintable(told[0]);
    EXPECT_TRUE(codeIn(told[0]).isEmpty());
    EXPECT_EQ(entries("person.address_told"), 1);

    // Whoever changed it asks for a code: the answer is the one that everybody gets, and the code goes elsewhere.
    const http::Response asked = ask(newAddress);
    const http::Response unknown = ask(QStringLiteral("nobody@example.org"));
    EXPECT_EQ(asked.status, unknown.status);
    EXPECT_EQ(asked.body, unknown.body);
    const QStringList sent = mails();
    ASSERT_EQ(sent.size(), 2);
    EXPECT_TRUE(isTo(sent[1], oldAddress));
    EXPECT_FALSE(sent[1].contains(newAddress));
    EXPECT_EQ(code(invite()), QStringLiteral("person.address_new"));

    // Who has it gets in with what they know.
    EXPECT_EQ(signIn(oldAddress).status, 200);
    ASSERT_EQ(reset(oldAddress, codeIn(sent[1])).status, 200);
    EXPECT_EQ(signIn(oldAddress, newPassword).status, 200);
    EXPECT_EQ(ask(oldAddress).status, 200);
    EXPECT_TRUE(isTo(mailWithCode(), oldAddress)) << "the new one has not counted by that";
}

TEST_F(AddressHoldTest, TheNewOneCountsAfterThreeDays)
{
    givePassword(bea, oldPassword);
    changeTo(newAddress);
    clock.advance(platform::newAddressWaitMs - 1);
    ask(newAddress);
    const QString held = mailWithCode();
    EXPECT_TRUE(isTo(held, oldAddress)) << held.toStdString() << mails().size();
    clock.advance(1);
    EXPECT_EQ(code(reset(newAddress, codeIn(held))), QStringLiteral("auth.wrong_code"))
        << "a code is good for the address that it went to";
    EXPECT_EQ(signIn(oldAddress).status, 401);
    ask(newAddress);
    EXPECT_TRUE(isTo(mailWithCode(), newAddress));
    EXPECT_EQ(reset(newAddress, codeIn(mailWithCode())).status, 200);
}

TEST_F(AddressHoldTest, WhoSignsInWithTheNewOneNeedNotWait)
{
    givePassword(bea, oldPassword);
    changeTo(newAddress);
    EXPECT_EQ(signIn(newAddress).status, 200);
    EXPECT_EQ(entries("person.trust_address"), 1);
    EXPECT_EQ(signIn(newAddress).status, 200);
    EXPECT_EQ(entries("person.trust_address"), 1) << "once";
    EXPECT_EQ(signIn(oldAddress).status, 401);
    ask(newAddress);
    EXPECT_TRUE(isTo(mailWithCode(), newAddress));
}

/// Else two changes would do what one does not.
TEST_F(AddressHoldTest, ASecondChangeIsHeldAgainstTheFirstAddress)
{
    givePassword(bea, oldPassword);
    changeTo(QStringLiteral("eve@example.com"));
    clock.advance(platform::newAddressWaitMs / 2);
    changeTo(newAddress);
    clock.advance(platform::newAddressWaitMs - 1);
    ask(newAddress);
    EXPECT_TRUE(isTo(mailWithCode(), oldAddress));
    changeTo(oldAddress);
    ask(oldAddress);
    EXPECT_TRUE(isTo(mailWithCode(), oldAddress));
    EXPECT_EQ(invite().status, 200) << "there is nothing to wait for";
}

TEST_F(AddressHoldTest, ChangingToAndFroFillsNoMailbox)
{
    givePassword(bea, oldPassword);
    for (int i = 0; i < 10; ++i) {
        changeTo(newAddress);
        (void)mailsAfterAWhile();
        changeTo(oldAddress);
    }
    EXPECT_EQ(mailsAfterAWhile().size(), 1) << "within a quarter of an hour";
}

/// There is no account that could be taken over.
TEST_F(AddressHoldTest, WhoHasNoPasswordIsInvitedAtOnce)
{
    changeTo(newAddress);
    EXPECT_EQ(invite().status, 200);
    const QStringList sent = mailsAfterAWhile();
    ASSERT_EQ(sent.size(), 1);
    EXPECT_TRUE(isTo(sent[0], newAddress));
    EXPECT_EQ(reset(newAddress, codeIn(sent[0])).status, 200);
}

TEST_F(AddressHoldTest, AFirstAddressOfWhoHasAPasswordWaitsToo)
{
    bea.email.clear();
    givePassword(bea, oldPassword);
    changeTo(newAddress);
    EXPECT_EQ(ask(newAddress).status, 200);
    EXPECT_TRUE(mailsAfterAWhile().isEmpty());
    EXPECT_EQ(code(invite()), QStringLiteral("person.address_new"));
    EXPECT_EQ(signIn(newAddress).status, 200) << "with the password it counts";
    ask(newAddress);
    EXPECT_TRUE(isTo(mailWithCode(), newAddress));
}

/// Who disables somebody is not overtaken by a password that is being set.
TEST_F(AddressHoldTest, SettingAPasswordWaitsForWhoChangesThePerson)
{
    ask(bea.email);
    const QString sent = codeIn(mailWithCode());
    const int status = whileChanged("active = false, document = jsonb_set(document, '{active}', 'false')",
                                    [&] { return reset(bea.email, sent).status; });
    EXPECT_EQ(status, 401);
}

/// What a verb writes back is how the person is by then.
TEST_F(AddressHoldTest, AVerbUndoesNothingThatAnotherChangedMeanwhile)
{
    const platform::PlatformParts parts{clock, randomness, log, metrics, checks, background, events};
    const QStringList arguments{QStringLiteral("--email"), oldAddress, QStringLiteral("--role"),
                                QStringLiteral("warehouse")};
    const int code = whileChanged("document = jsonb_set(document, '{name}', '\"Beatrice\"')", [&] {
        return platform::setUserRole({url, {}, arguments}, parts);
    });
    EXPECT_EQ(code, 0);
    EXPECT_EQ(countOf("select count(*) from identity.person where document ->> 'name' = 'Beatrice' and "
                      "role = 'warehouse'"),
              1);
}

} // namespace
} // namespace crema::testing
