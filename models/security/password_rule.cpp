// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/password_rule.h"

#include <QCoreApplication>
#include <QList>

#include <zxcvbn.h>

#include <vector>

namespace crema {
namespace {

/// Thirty thousand million guesses. Whoever guesses at the platform has to wait (docs/security.md, 'Guessing'), and
/// whoever has its database pays Argon2id for each: a thousand years of one processor.
constexpr double fewestBits = 35;
constexpr qsizetype shortestWord = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::PasswordRule", text);
}

tl::unexpected<Problem> refused(const QString &code, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{QStringLiteral("password"), hint}});
}

double bitsOf(const QString &password, const QStringList &ownWords)
{
    QList<QByteArray> words{"crema"};
    for (const QString &word : ownWords)
        words.append(word.toLower().toUtf8());
    std::vector<const char *> dictionary;
    for (const QByteArray &word : std::as_const(words))
        dictionary.push_back(word.constData());
    dictionary.push_back(nullptr);
    return ZxcvbnMatch(password.toUtf8().constData(), dictionary.data(), nullptr);
}

} // namespace

Result<void> checkPassword(const QString &password, const QStringList &ownWords)
{
    const qsizetype length = password.toUcs4().size();
    if (length < shortestPassword) {
        return refused(QStringLiteral("password.too_short"), tr("The password is too short."),
                       tr("Use at least %1 characters. A few words that do not belong together are easy to keep.")
                           .arg(shortestPassword));
    }
    if (length > longestPassword) {
        return refused(QStringLiteral("password.too_long"), tr("The password is too long."),
                       tr("Use at most %1 characters.").arg(longestPassword));
    }
    if (bitsOf(password, ownWords) < fewestBits) {
        return refused(QStringLiteral("password.guessable"), tr("This password is easy to guess."),
                       tr("Leave out names, years and keys that lie side by side. A few words that do not belong "
                          "together are hard to guess and easy to keep."));
    }
    return {};
}

QStringList ownWordsOf(const QString &name, const QString &email)
{
    QStringList words;
    QString word;
    for (const QChar letter : name + u' ' + email + u' ') {
        if (letter.isLetterOrNumber()) {
            word += letter;
            continue;
        }
        if (word.size() >= shortestWord)
            words.append(word);
        word.clear();
    }
    if (const QString account = email.section(u'@', 0, 0); account.size() >= shortestWord)
        words.append(account);
    words.removeDuplicates();
    return words;
}

} // namespace crema
