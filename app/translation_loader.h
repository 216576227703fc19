// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QCoreApplication;
class QLocale;

namespace crema {

/// Installs the translation for the first language of `locale` that Crema knows, or for the one that the
/// environment variable CREMA_LANGUAGE names ("de", "en", "x-pseudo"; it then also becomes the default locale).
/// Without the variable `chosen` counts, which the person set in the program. Without a known language the texts stay
/// English. Call it in main(), with QLocale::system(), which follows LANGUAGE, LC_ALL, LC_MESSAGES and LANG, before the
/// first text is made; a later call replaces the language, and what was translated before keeps its words.
void installTranslation(QCoreApplication &application, const QLocale &locale, const QString &chosen);

/// A language of this program: "de", "Deutsch".
struct KnownLanguage {
    QString code;
    QString name; ///< in that language
};

/// The languages that installTranslation() knows, without the made-up one, by name.
[[nodiscard]] QList<KnownLanguage> knownLanguages();

/// The name of the installed language in that language: "English", "Deutsch".
[[nodiscard]] QString languageName();

} // namespace crema
