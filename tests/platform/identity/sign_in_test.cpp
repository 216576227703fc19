// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/domain/services_fixture.h"

namespace crema::testing {
namespace {

class SignInTest : public ServicesTest
{
protected:
    http::Response signIn(const QString &email, const QString &password)
    {
        return post("/api/v1/auth/login", {{QStringLiteral("email"), email}, {QStringLiteral("password"), password}},
                    token);
    }

    QByteArray token = enrolledToken();
};

TEST_F(SignInTest, GivesThePersonAndATokenWithTheirPermissions)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    givePassword(barista, QStringLiteral("a good password"));
    const http::Response response = signIn(QStringLiteral("BEA@example.org"), QStringLiteral("a good password"));
    ASSERT_EQ(response.status, 200) << response.body.constData();
    EXPECT_EQ(json(response).value(QStringLiteral("person")).toObject().value(QStringLiteral("id")).toString(),
              barista.id.toString());
    const QByteArray own = json(response).value(QStringLiteral("access_token")).toString().toLatin1();
    EXPECT_EQ(get("/api/v1/products", own).status, 200);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.sign_in'"), 1);
}

TEST_F(SignInTest, AnswersAnUnknownAccountLikeAWrongPassword)
{
    givePassword(manager, QStringLiteral("right password"));
    const http::Response wrong = signIn(manager.email, QStringLiteral("wrong password"));
    const http::Response unknown = signIn(QStringLiteral("nobody@example.org"), QStringLiteral("wrong password"));
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(code(wrong), QStringLiteral("auth.wrong_credentials"));
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(code(unknown), code(wrong));
}

TEST_F(SignInTest, RefusesSomebodyWhoLeft)
{
    Person gone = addPerson(Role::Barista, QStringLiteral("gone@example.org"));
    gone.active = false;
    givePassword(gone, QStringLiteral("right password"));
    EXPECT_EQ(signIn(gone.email, QStringLiteral("right password")).status, 401);
}

TEST_F(SignInTest, ShutsAnAccountAfterTenFailuresForAQuarterOfAnHour)
{
    givePassword(manager, QStringLiteral("right password"));
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(signIn(manager.email, QStringLiteral("wrong password")).status, 401);
    address = QStringLiteral("10.9.9.9");
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 429);
    clock.advance(14 * 60 * 1000);
    token = enrolledToken();
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 429);
    clock.advance(2 * 60 * 1000);
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 200);
}

TEST(AttemptLimit, ForgetsWhatIsOldAndStaysBounded)
{
    platform::AttemptLimit limit(2, 1'000);
    limit.addFailure(QStringLiteral("a"), 0);
    EXPECT_TRUE(limit.allows(QStringLiteral("a"), 0));
    limit.addFailure(QStringLiteral("a"), 10);
    EXPECT_FALSE(limit.allows(QStringLiteral("a"), 999));
    EXPECT_TRUE(limit.allows(QStringLiteral("a"), 1'000));
    limit.addFailure(QStringLiteral("a"), 1'000);
    EXPECT_TRUE(limit.allows(QStringLiteral("a"), 1'001));
    for (int i = 0; i < 30'000; ++i)
        limit.addFailure(QString::number(i), 2'000);
    limit.forget(QStringLiteral("29999"));
    EXPECT_TRUE(limit.allows(QStringLiteral("29999"), 2'000));
}

} // namespace
} // namespace crema::testing
