// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation_loader.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <gtest/gtest.h>

namespace crema {
namespace {

/// Each test starts without a translator and with CREMA_LANGUAGE unset.
class TranslationLoader : public ::testing::Test
{
protected:
    void SetUp() override { qunsetenv("CREMA_LANGUAGE"); }

    void TearDown() override
    {
        qunsetenv("CREMA_LANGUAGE");
        QLocale::setDefault(QLocale::c());
        qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
    }

    static void install(const char *locale)
    {
        installTranslation(*QCoreApplication::instance(), QLocale(QString::fromLatin1(locale)), {});
    }
};

TEST_F(TranslationLoader, FollowsTheLocale)
{
    install("de_DE");
    EXPECT_EQ(languageName(), QStringLiteral("Deutsch"));
}

TEST_F(TranslationLoader, TakesTheLanguageWhenTheCountryIsUnknown)
{
    install("de_AT");
    EXPECT_EQ(languageName(), QStringLiteral("Deutsch"));
}

TEST_F(TranslationLoader, FindsATextUnderAnotherContext)
{
    install("de_DE");
    EXPECT_EQ(QCoreApplication::translate("SomewhereElse", "English"), QStringLiteral("Deutsch"));
    EXPECT_EQ(QCoreApplication::translate("SomewhereElse", "Nobody wrote this"), QStringLiteral("Nobody wrote this"));
}

TEST_F(TranslationLoader, AKeyIsNoSpanOfWork)
{
    install("de_DE");
    EXPECT_EQ(QCoreApplication::translate("Anywhere", "Shift"), QStringLiteral("Schicht"));
    EXPECT_EQ(QCoreApplication::translate("QShortcut", "Shift"), QStringLiteral("Umschalt"));
    EXPECT_EQ(QCoreApplication::translate("QShortcut", "Ctrl"), QStringLiteral("Strg"));
    EXPECT_NE(QCoreApplication::translate("QAnything", "Shift"), QStringLiteral("Schicht"));
}

TEST_F(TranslationLoader, StaysEnglishForAnUnknownLanguage)
{
    install("fi_FI");
    EXPECT_EQ(languageName(), QStringLiteral("English"));
}

TEST_F(TranslationLoader, TheEnvironmentWinsAndSetsTheFormats)
{
    qputenv("CREMA_LANGUAGE", "de_DE.UTF-8");
    install("en_GB");
    EXPECT_EQ(languageName(), QStringLiteral("Deutsch"));
    EXPECT_EQ(QLocale().decimalPoint(), QStringLiteral(","));
}

TEST_F(TranslationLoader, EnglishCanBeWishedForOnAGermanMachine)
{
    qputenv("CREMA_LANGUAGE", "en");
    install("de_DE");
    EXPECT_EQ(languageName(), QStringLiteral("English"));
}

TEST_F(TranslationLoader, EnglishIsALanguageThatIsFound)
{
    // Its second language is German on this made-up machine; a reader of English must not get it.
    qputenv("LANGUAGE", "en_GB:de_DE");
    installTranslation(*QCoreApplication::instance(), QLocale::system(), {});
    qunsetenv("LANGUAGE");
    EXPECT_EQ(languageName(), QStringLiteral("English"));
}

TEST_F(TranslationLoader, ThePseudoLocaleMarksEveryText)
{
    qputenv("CREMA_LANGUAGE", "x-pseudo");
    install("en_GB");
    EXPECT_EQ(languageName(), QStringLiteral("[Éñĝļîšh ~~~]"));
}

} // namespace
} // namespace crema
