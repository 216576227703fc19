// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/request_translations.h"

#include "app/translation_loader.h"

#include <QCoreApplication>
#include <QTranslator>

#include <map>
#include <memory>

namespace crema {
namespace {

/// One language: the texts under their contexts, then whatever the context (translations/any_context.py), then the
/// English ones of the code.
class Language
{
public:
    explicit Language(const QString &code)
    {
        const QString file = QStringLiteral(":/i18n/crema_") + code;
        // English has plurals only, and a file that is missing has no texts: both end at the text in the code.
        static_cast<void>(m_exact.load(file + QStringLiteral(".qm")));
        static_cast<void>(m_any.load(file + QStringLiteral(".any.qm")));
    }

    [[nodiscard]] QString text(const char *context, const char *source, const char *disambiguation, int n) const
    {
        QString found = m_exact.translate(context, source, disambiguation, n);
        if (found.isEmpty())
            found = m_any.translate("", source, disambiguation, n);
        return found.isEmpty() ? QString::fromUtf8(source) : found;
    }

private:
    QTranslator m_exact;
    QTranslator m_any;
};

class RequestTranslator final : public QTranslator
{
public:
    RequestTranslator(QObject *parent, std::function<QStringList()> wished)
        : QTranslator(parent), m_wished(std::move(wished))
    {
        const QList<KnownLanguage> known = knownLanguages();
        for (const KnownLanguage &language : known)
            m_languages.emplace(language.code, std::make_unique<Language>(language.code));
    }

    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override
    {
        const QStringList wished = m_wished();
        for (const QString &wish : wished) {
            const auto language = m_languages.find(wish.section(u'-', 0, 0).toLower());
            if (language != m_languages.end())
                return language->second->text(context, source, disambiguation, n);
        }
        return {};
    }

private:
    std::function<QStringList()> m_wished;
    std::map<QString, std::unique_ptr<Language>> m_languages; // read by many threads, never changed
};

} // namespace

void installRequestTranslations(QCoreApplication &application, std::function<QStringList()> wished)
{
    // The application keeps an installed translator, and a child goes with it.
    static_cast<void>(QCoreApplication::installTranslator(new RequestTranslator(&application, std::move(wished))));
}

} // namespace crema
