// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/program/command_line.h"

#include <gtest/gtest.h>

namespace crema::platform {
namespace {

Result<CommandLine> read(const QString &text, const ProgramEnvironment &environment = {})
{
    const QStringList verbs{QStringLiteral("user create"), QStringLiteral("enroll-code")};
    return readCommandLine(text.split(u' ', Qt::SkipEmptyParts), verbs, environment);
}

TEST(PlatformCommandLine, ReadsHowToServe)
{
    const auto line = read(QStringLiteral("serve --embedded --data /d --listen [::1]:0 --demo --demo-data=20"));
    ASSERT_TRUE(line) << qPrintable(line.error().message);
    EXPECT_EQ(line->kind, CommandLine::Kind::Serve);
    EXPECT_TRUE(line->isEmbedded);
    EXPECT_EQ(line->dataFolder, QStringLiteral("/d"));
    EXPECT_EQ(line->listenAddress, QStringLiteral("[::1]:0"));
    EXPECT_TRUE(line->demo);
    EXPECT_EQ(line->demoProducts, 20);
}

TEST(PlatformCommandLine, ChoosesTheDatabase)
{
    const ProgramEnvironment environment{
        QStringLiteral("postgresql:///env"),     QStringLiteral("/home/a/.local/share"), {}, {}, {}, {}, {}, {},
        QStringLiteral("/etc/crema/secrets.key")};
    EXPECT_EQ(read(QStringLiteral("serve"), environment)->databaseUrl, QStringLiteral("postgresql:///env"));
    EXPECT_EQ(read(QStringLiteral("serve --database postgresql:///x"), environment)->databaseUrl,
              QStringLiteral("postgresql:///x"));
    const auto embedded = read(QStringLiteral("serve --embedded"), environment);
    EXPECT_EQ(embedded->databaseUrl, QString());
    EXPECT_EQ(embedded->dataFolder, QStringLiteral("/home/a/.local/share/crema-platform"));
    EXPECT_EQ(read(QStringLiteral("serve")).error().code, QStringLiteral("usage.database"));
    EXPECT_EQ(read(QStringLiteral("serve --embedded --database x")).error().code, QStringLiteral("usage.database"));
}

TEST(PlatformCommandLine, TakesNoPasswordAsAnArgument)
{
    for (const QString &url : {QStringLiteral("postgresql://crema:secret@db.example/shop"),
                               QStringLiteral("postgresql://db.example/shop?password=secret")}) {
        for (const QString &line : {QStringLiteral("serve --database "), QStringLiteral("serve --database="),
                                    QStringLiteral("user create --database ")}) {
            const auto refused = read(line + url);
            ASSERT_FALSE(refused) << qPrintable(line + url);
            EXPECT_EQ(refused.error().code, QStringLiteral("usage.secret"));
            EXPECT_EQ(exitCodeOf(refused.error()), 2);
            EXPECT_TRUE(refused.error().hint.contains(QStringLiteral("DATABASE_URL")));
            EXPECT_FALSE((refused.error().message + refused.error().hint).contains(QStringLiteral("secret@")));
        }
        EXPECT_TRUE(read(QStringLiteral("serve --data /d"), {url, {}, {}, {}, {}})) << "with the password unseen";
    }
}

TEST(PlatformCommandLine, TakesTheAddressOfValkeyFromTheEnvironment)
{
    ProgramEnvironment environment;
    EXPECT_FALSE(read(QStringLiteral("serve --embedded --data /d"), environment)->valkey);
    environment.valkeyUrl = QStringLiteral("redis://:secret@cache.example");
    const auto line = read(QStringLiteral("serve --embedded --data /d"), environment);
    ASSERT_TRUE(line);
    ASSERT_TRUE(line->valkey);
    EXPECT_EQ(line->valkey->place(), QStringLiteral("cache.example:6379"));
    environment.valkeyUrl = QStringLiteral("cache.example");
    EXPECT_EQ(read(QStringLiteral("serve --embedded --data /d"), environment).error().code,
              QStringLiteral("usage.valkey"));
}

TEST(PlatformCommandLine, TakesThePaymentProviderFromTheEnvironment)
{
    const QString serve = QStringLiteral("serve --embedded --data /d");
    ProgramEnvironment environment;
    EXPECT_EQ(providerKind(read(serve, environment)->payments, false), ProviderKind::None);
    environment.payments.stripeKey = QStringLiteral("sk_test_secret");
    const auto nowhere = read(serve, environment);
    ASSERT_FALSE(nowhere) << "a customer who has paid has to be sent somewhere";
    EXPECT_EQ(nowhere.error().code, QStringLiteral("usage.payments"));
    EXPECT_FALSE((nowhere.error().message + nowhere.error().hint).contains(QStringLiteral("sk_test_secret")));
    environment.payments.publicUrl = QStringLiteral("https://crema.example");
    const auto line = read(serve, environment);
    ASSERT_TRUE(line) << qPrintable(line.error().message);
    EXPECT_EQ(providerKind(line->payments, false), ProviderKind::Stripe);
    EXPECT_EQ(line->payments.stripeBase, QStringLiteral("https://api.stripe.com"));
}

TEST(PlatformCommandLine, TakesProxiesAndTheRateLimitFromTheEnvironment)
{
    const QString serve = QStringLiteral("serve --embedded --data /d");
    EXPECT_TRUE(read(serve)->limitsRates);
    EXPECT_FALSE(read(serve)->proxies.contains(QStringLiteral("127.0.0.1")));
    const auto line = read(
        serve, {{}, {}, QStringLiteral("127.0.0.1, 10.0.0.0/8"), QStringLiteral("off"), QStringLiteral("10.0.0.7")});
    ASSERT_TRUE(line);
    EXPECT_FALSE(line->limitsRates);
    EXPECT_TRUE(line->proxies.contains(QStringLiteral("10.1.2.3")));
    EXPECT_TRUE(line->metricsReaders.contains(QStringLiteral("10.0.0.7")));
    EXPECT_FALSE(line->metricsReaders.contains(QStringLiteral("127.0.0.1")));
    EXPECT_TRUE(read(serve)->metricsReaders.contains(QStringLiteral("127.0.0.1")));
    EXPECT_FALSE(read(serve)->metricsReaders.contains(QStringLiteral("203.0.113.9")));
    EXPECT_EQ(read(serve, {{}, {}, QStringLiteral("proxy"), {}, {}}).error().code, QStringLiteral("usage.addresses"));
    EXPECT_EQ(read(serve, {{}, {}, {}, {}, QStringLiteral("all")}).error().code, QStringLiteral("usage.addresses"));
    EXPECT_EQ(read(serve, {{}, {}, {}, QStringLiteral("on"), {}}).error().code, QStringLiteral("usage.rate_limit"));
}

TEST(PlatformCommandLine, KnowsWhereTheKeyOfTheSecretsLies)
{
    ProgramEnvironment environment;
    EXPECT_EQ(read(QStringLiteral("serve --embedded --data /d"))->secretsKeyFile, QStringLiteral("/d/secrets.key"));
    EXPECT_EQ(read(QStringLiteral("user create --data /d"))->secretsKeyFile, QStringLiteral("/d/secrets.key"));
    const auto nowhere = read(QStringLiteral("serve --database postgresql:///x"));
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, QStringLiteral("usage.secrets_key")) << "it never stands in clear by accident";
    EXPECT_TRUE(nowhere.error().hint.contains(QStringLiteral("CREMA_SECRETS_KEY_FILE")));
    EXPECT_TRUE(read(QStringLiteral("user create --database postgresql:///x"))) << "which uses no key";
    environment.secretsKeyFile = QStringLiteral("/k");
    EXPECT_EQ(read(QStringLiteral("serve --embedded --data /d"), environment)->secretsKeyFile, QStringLiteral("/k"));
    EXPECT_EQ(read(QStringLiteral("serve --database x"), environment)->secretsKeyFile, QStringLiteral("/k"));
}

TEST(PlatformCommandLine, GivesVerbsTheirOwnArguments)
{
    const auto line = read(QStringLiteral("user create --email a@b.example --data /d --role admin"));
    ASSERT_TRUE(line) << qPrintable(line.error().message);
    EXPECT_EQ(line->verb, QStringLiteral("user create"));
    EXPECT_EQ(line->dataFolder, QStringLiteral("/d"));
    EXPECT_EQ(line->rest.join(u' '), QStringLiteral("--email a@b.example --role admin"));
    EXPECT_TRUE(line->isEmbedded);
    EXPECT_EQ(read(QStringLiteral("enroll-code --database u --location main"))->verb, QStringLiteral("enroll-code"));
}

TEST(PlatformCommandLine, SaysWhatItCannotRead)
{
    for (const QString &text : {QStringLiteral(""), QStringLiteral("sevre"), QStringLiteral("serve --embeded"),
                                QStringLiteral("serve --data"), QStringLiteral("serve --embedded --demo-data many"),
                                QStringLiteral("user delete")}) {
        const auto line = read(text);
        ASSERT_FALSE(line) << qPrintable(text);
        EXPECT_EQ(exitCodeOf(line.error()), 2) << qPrintable(text);
    }
}

TEST(PlatformCommandLine, HelpFitsAnOldTerminal)
{
    const QStringList lines = helpText().split(u'\n');
    EXPECT_TRUE(lines.first().startsWith(u"Examples"));
    for (const QString &line : lines)
        EXPECT_LE(line.size(), 80) << qPrintable(line);
}

} // namespace
} // namespace crema::platform
