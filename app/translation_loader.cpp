// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation_loader.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStringList>
#include <QTranslator>

#include <memory>

// Outside of any namespace, as the macro declares the function that rcc made. A static library's resource is
// not linked unless somebody names it.
static void keepResource()
{
    Q_INIT_RESOURCE(crema_translations);
}

namespace crema {

namespace {

bool install(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(&application);
    if (!translator->load(file, folder) || !QCoreApplication::installTranslator(translator.get()))
        return false;
    // The application owns it.
    static_cast<void>(translator.release());
    return true;
}

/// "de-AT" is looked up as itself, then as "de".
QStringList candidatesOf(const QString &language)
{
    QStringList result{language};
    const qsizetype dash = language.indexOf(u'-');
    if (dash > 0 && language != QStringLiteral("x-pseudo"))
        result.append(language.left(dash));
    return result;
}

bool installFirstOf(QCoreApplication &application, const QStringList &languages)
{
    for (const QString &language : languages) {
        for (const QString &candidate : candidatesOf(language)) {
            if (!install(application, QStringLiteral("crema_") + candidate + QStringLiteral(".qm"), QStringLiteral(":/i18n")))
                continue;
            // Qt's own texts (buttons of dialogs, keys) are a package of their own and may be missing.
            install(application, QStringLiteral("qtbase_") + candidate, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
            return true;
        }
    }
    return false;
}

} // namespace

void installTranslation(QCoreApplication &application, const QLocale &locale)
{
    keepResource();
    const QString wanted = qEnvironmentVariable("CREMA_LANGUAGE");
    if (wanted.isEmpty()) {
        installFirstOf(application, locale.uiLanguages());
        return;
    }
    QString language = wanted.section(u'.', 0, 0);
    language.replace(u'_', u'-');
    if (language != QStringLiteral("x-pseudo"))
        QLocale::setDefault(QLocale(language));
    installFirstOf(application, {language});
}

QString languageName()
{
    //: The name of the language of these translations, in that language.
    return QCoreApplication::translate("Language", "English");
}

} // namespace crema
