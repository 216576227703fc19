// SPDX-License-Identifier: GPL-3.0-or-later
// What matters leaves an entry, also where no operation does it: codes that let somebody in, and what is done by verbs.
#include "platform/domain/audit_verbs.h"
#include "platform/domain/backup_verbs.h"
#include "platform/domain/domain_verbs.h"
#include "platform/domain/key_verbs.h"
#include "tests/platform/domain/services_fixture.h"

#include <QFileInfo>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

class SensitiveActionsTest : public ServicesTest
{
protected:
    SensitiveActionsTest() { background.stop(); }

    platform::PlatformParts parts() { return {clock, randomness, log, metrics, checks, background, events}; }
    platform::VerbOptions options(const QStringList &arguments = {}) const { return {url, {}, arguments, u"carla"_s}; }

    std::int64_t entries(const QByteArray &action, const QByteArray &that = "true")
    {
        return countOf("select count(*) from identity.audit_entry where action = '" + action + "' and " + that);
    }

    /// Those of whoever has the platform in hand: no person, and the user of the operating system.
    std::int64_t entriesOfVerbs(const QByteArray &action)
    {
        return entries(action, "actor is null and document::jsonb ->> 'system_user' = 'carla' and "
                               "document::jsonb ->> 'request_id' is null");
    }

    int verify() { return platform::verifyAuditTrail({url, {}, {}}, parts()); }

    http::Response signIn(const QString &email, const QString &password)
    {
        return post("/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, password}}, token);
    }

    QByteArray token = enrolledToken();
};

TEST_F(SensitiveActionsTest, AVerbIsTheDeedOfWhoeverRanIt)
{
    ASSERT_EQ(platform::giveEnrolCode(options({u"--location"_s, u"main"_s}), parts()), 0);
    ASSERT_EQ(platform::rotateTokenKeys(options(), parts()), 0);
    ASSERT_EQ(platform::renewFeed(options(), parts()), 0);
    EXPECT_EQ(entriesOfVerbs("device.enroll_code"), 1);
    EXPECT_EQ(entriesOfVerbs("token_key.rotate"), 1);
    EXPECT_EQ(entriesOfVerbs("platform.renew_feed"), 1);
    EXPECT_EQ(verify(), 0);
}

TEST_F(SensitiveActionsTest, ABackupIsTold)
{
    const QString file = folder.filePath(u"shop.backup"_s);
    ASSERT_EQ(platform::backUp(options({u"--to"_s, file}), parts()), 0);
    ASSERT_TRUE(QFileInfo::exists(file));
    EXPECT_EQ(entriesOfVerbs("platform.backup"), 1);
    EXPECT_EQ(entries("platform.backup", "document::jsonb #>> '{document,file}' = 'shop.backup'"), 1);
    EXPECT_EQ(verify(), 0);
}

TEST_F(SensitiveActionsTest, ASecondSignInOnADeviceTellsOfTheEndOfTheFirst)
{
    givePassword(manager, u"right password"_s);
    ASSERT_EQ(signIn(manager.email, u"right password"_s).status, 200);
    EXPECT_EQ(entries("session.end_earlier"), 0);
    ASSERT_EQ(signIn(manager.email, u"right password"_s).status, 200);
    EXPECT_EQ(entries("session.end_earlier", "document::jsonb ->> 'request_id' = '" +
                                                 requestId.toString(QUuid::WithoutBraces).toLatin1() + '\''),
              1);
}

/// One for each time that the wait becomes longer: 1, 2, 4, 8, 16, 32 and 60 seconds.
TEST_F(SensitiveActionsTest, FailedSignInsAreToldByTheStepsOfTheWait)
{
    givePassword(manager, u"right password"_s);
    const QByteArray ofManager = "subject_id = '" + manager.id.toString().toLatin1() + '\'';
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(signIn(manager.email, u"wrong password"_s).status, 401);
    EXPECT_EQ(entries("person.sign_in_refused"), 0) << "anybody mistypes";
    EXPECT_EQ(signIn(manager.email, u"wrong password"_s).status, 401);
    EXPECT_EQ(entries("person.sign_in_refused", ofManager), 1);
    EXPECT_EQ(signIn(manager.email, u"wrong password"_s).status, 429);
    EXPECT_EQ(entries("person.sign_in_refused", ofManager), 1) << "nothing was tried";
    for (int i = 0; i < 10; ++i) {
        clock.advance(60'000);
        EXPECT_EQ(signIn(manager.email, u"wrong password"_s).status, 401);
    }
    EXPECT_EQ(entries("person.sign_in_refused", ofManager + " and actor is null"), 7);
}

/// Of nobody as well, without what was typed.
TEST_F(SensitiveActionsTest, GuessesAtAnAccountThatIsNotThereAreToldToo)
{
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(signIn(u"nobody@example.org"_s, u"wrong password"_s).status, 401);
    EXPECT_EQ(entries("person.sign_in_refused", "subject_id = '00000000-0000-0000-0000-000000000000'"), 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where document like '%nobody@%'"), 0);
}

} // namespace
} // namespace crema::testing
