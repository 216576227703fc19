// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform says to people, in the language of whoever asks.
#include "app/request_translations.h"
#include "app/translation_loader.h"
#include "platform/http/problem_document.h"
#include "platform/http/request_language.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace crema {
namespace {

using http::RequestLanguage;

class PlatformTexts : public ::testing::Test
{
protected:
    void SetUp() override
    {
        QCoreApplication &application = *QCoreApplication::instance();
        installTranslation(application, QLocale::c(), {});
        installRequestTranslations(application, &http::wishedLanguages);
    }

    void TearDown() override { qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>()); }
};

/// A text as a call of translate() or a macro for it gives it, with the context it is looked up under.
struct Text {
    QByteArray context;
    QByteArray source;
    QString file;
};

QString unescaped(QString text)
{
    return text.replace(QStringLiteral("\\n"), QStringLiteral("\n"))
        .replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

/// What has been said in German; that it is everything is the matter of `translations_complete`.
QSet<QString> germanSources()
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/translations/crema_de.ts"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QSet<QString> sources;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation" && !xml.attributes().hasAttribute(QStringLiteral("type")))
            sources.insert(source);
    }
    EXPECT_FALSE(xml.hasError());
    return sources;
}

/// Every text under the two folders that the platform's problems come from.
QList<Text> textsInSources()
{
    static const QRegularExpression call(
        QStringLiteral(R"re((?:translate|QT_TRANSLATE_NOOP)\(\s*"([A-Za-z:]+)",\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
    static const QRegularExpression piece(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    QList<Text> texts;
    for (const char *folder : {"/models", "/platform"}) {
        QDirIterator files(qEnvironmentVariable("CREMA_SOURCE") + QLatin1StringView(folder), {QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            const QString code = QString::fromUtf8(file.readAll());
            for (auto found = call.globalMatch(code); found.hasNext();) {
                const QRegularExpressionMatch match = found.next();
                QByteArray source;
                for (auto pieces = piece.globalMatch(match.captured(2)); pieces.hasNext();)
                    source += unescaped(pieces.next().captured(1)).toUtf8();
                texts.append({match.captured(1).toLatin1(), source, file.fileName()});
            }
        }
    }
    return texts;
}

QJsonObject documentFor(QByteArrayView acceptLanguage, ProblemKind kind)
{
    const RequestLanguage language(acceptLanguage);
    return QJsonDocument::fromJson(http::problemDocument({kind, QStringLiteral("any.code"), {}, {}, {}}, 400, QUuid()))
        .object();
}

TEST_F(PlatformTexts, EveryTitleIsGermanForWhoeverAsksInGerman)
{
    const QString title = QStringLiteral("title");
    for (const ProblemKind kind :
         {ProblemKind::Failed, ProblemKind::Invalid, ProblemKind::NotFound, ProblemKind::NotSignedIn,
          ProblemKind::NotAllowed, ProblemKind::Conflict, ProblemKind::Unavailable, ProblemKind::Device}) {
        const QString english = documentFor("", kind).value(title).toString();
        const QString german = documentFor("de-AT,de;q=0.9,en;q=0.1", kind).value(title).toString();
        EXPECT_FALSE(english.isEmpty());
        EXPECT_NE(german, english);
        EXPECT_EQ(documentFor("en, de;q=0.5", kind).value(title).toString(), english);
        EXPECT_EQ(documentFor("fi, de", kind).value(title).toString(), german);
        EXPECT_EQ(documentFor("fi", kind).value(title).toString(), english);
    }
}

TEST_F(PlatformTexts, EveryTextOfEveryProblemIsFoundUnderTheContextItIsLookedUpWith)
{
    const QList<Text> texts = textsInSources();
    ASSERT_GT(texts.size(), 150);
    const QSet<QString> german = germanSources();
    const RequestLanguage language("de");
    int looked = 0;
    for (const Text &text : texts) {
        if (!german.contains(QString::fromUtf8(text.source)))
            continue;
        ++looked;
        const QString said = QCoreApplication::translate(text.context.constData(), text.source.constData());
        EXPECT_NE(said, QString::fromUtf8(text.source))
            << qPrintable(text.file) << ": " << text.context.constData() << ": " << text.source.constData();
    }
    EXPECT_GT(looked, 150);
}

TEST_F(PlatformTexts, AnEnglishPersonIsAnsweredInEnglishOnAGermanMachine)
{
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
    installTranslation(*QCoreApplication::instance(), QLocale(QLocale::German), {});
    installRequestTranslations(*QCoreApplication::instance(), &http::wishedLanguages);
    EXPECT_EQ(QCoreApplication::translate("Problem", "There is nothing here"), QStringLiteral("Hier ist nichts"));
    const RequestLanguage language("en-GB");
    EXPECT_EQ(QCoreApplication::translate("Problem", "There is nothing here"), QStringLiteral("There is nothing here"));
}

} // namespace
} // namespace crema
