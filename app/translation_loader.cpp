// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation_loader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <QTranslator>

#include <algorithm>
#include <memory>

// Outside of any namespace, as the macro declares the function that rcc made. A static library's resource is
// not linked unless somebody names it.
static void keepResource()
{
    Q_INIT_RESOURCE(crema_translations);
}

namespace crema {

namespace {

/// What keys are called, in Qt's own context: its translations are a package of their own and may be missing.
[[maybe_unused]] const char *const keyNames[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),     QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),       QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "Backspace"), QT_TRANSLATE_NOOP("QShortcut", "Space"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),      QT_TRANSLATE_NOOP("QShortcut", "Right"),
};

/// Finds a text whatever its context: for those that lupdate filed under another one (translations/any_context.py).
/// Not for texts of Qt itself: its "Shift" is a key, ours a span of work.
class AnyContextTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override
    {
        const QByteArrayView name(context);
        if (name.size() > 1 && name[0] == 'Q' && name[1] >= 'A' && name[1] <= 'Z')
            return {};
        return QTranslator::translate("", source, disambiguation, n);
    }
};

template<class Translator>
void install(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto translator = std::make_unique<Translator>(&application);
    // The application owns an installed translator.
    if (translator->load(file, folder) && QCoreApplication::installTranslator(translator.get()))
        static_cast<void>(translator.release());
}

/// The translator installed last is asked first: the exact one, then any context, then Qt's own texts (buttons of
/// dialogs, names of keys), which are a package of their own and may be missing.
bool installLanguage(QCoreApplication &application, const QString &language)
{
    const QString folder = QStringLiteral(":/i18n");
    const QString file = QStringLiteral("crema_") + language;
    if (!QFile::exists(folder + u'/' + file + QStringLiteral(".qm")))
        return false;
    install<QTranslator>(application, QStringLiteral("qtbase_") + language,
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install<AnyContextTranslator>(application, file + QStringLiteral(".any.qm"), folder);
    // English may have nothing to say, and is still the language that was found.
    install<QTranslator>(application, file + QStringLiteral(".qm"), folder);
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

void installFirstOf(QCoreApplication &application, const QStringList &languages)
{
    for (const QString &language : languages) {
        for (const QString &candidate : candidatesOf(language)) {
            if (installLanguage(application, candidate))
                return;
        }
    }
    // The texts in the code are English but know no plural: "2 item(s)".
    installLanguage(application, QStringLiteral("en"));
}

} // namespace

void installTranslation(QCoreApplication &application, const QLocale &locale, const QString &chosen)
{
    keepResource();
    // A language chosen later replaces the one before it, whose texts would show through.
    qDeleteAll(application.findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly));
    const QString asked = qEnvironmentVariable("CREMA_LANGUAGE");
    const QString wanted = asked.isEmpty() ? chosen : asked;
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

QList<KnownLanguage> knownLanguages()
{
    keepResource();
    QList<KnownLanguage> languages;
    static const QRegularExpression name(QStringLiteral("^crema_([a-z]{2})\\.qm$"));
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList();
    for (const QString &file : files) {
        const QRegularExpressionMatch match = name.match(file);
        QTranslator translator;
        if (!match.hasMatch() || !translator.load(file, QStringLiteral(":/i18n")))
            continue;
        const QString own = translator.translate("Language", "English");
        languages.append({match.captured(1), own.isEmpty() ? QStringLiteral("English") : own});
    }
    std::ranges::sort(languages, {}, &KnownLanguage::name);
    return languages;
}

QString languageName()
{
    //: The name of the language of these translations, in that language.
    return QCoreApplication::translate("Language", "English");
}

} // namespace crema
