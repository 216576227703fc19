// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/erasure_oracle.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace crema::simulation {

namespace {

/// No text of the product has it: a word is looked for by this, and read from there.
constexpr std::string_view beginning = "zqplant";
/// Telephone numbers are also kept as their digits alone.
constexpr std::string_view numberBeginning = "5550911";
constexpr qsizetype longest = 40;

bool isOfWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Calls `look` for each planted word in the bytes, until it answers true.
template<class Look>
void eachWord(QByteArrayView bytes, Look look)
{
    for (const std::string_view mark : {beginning, numberBeginning}) {
        const char *const end = bytes.end();
        const auto next = [&](const char *from) {
            return static_cast<const char *>(
                memmem(from, static_cast<std::size_t>(end - from), mark.data(), mark.size()));
        };
        for (const char *at = next(bytes.begin()); at; at = next(at + 1)) {
            const char *const last = std::find_if_not(at, std::min(end, at + longest), &isOfWord);
            if (look(QByteArrayView(at, last)))
                return;
        }
    }
}

} // namespace

ErasureOracle::Words ErasureOracle::wordsFor(const QUuid &subject, int till, int number)
{
    const auto plant = [&](char kind) {
        const QByteArray word = QByteArray(beginning.data(), beginning.size()) + kind + QByteArray::number(till) + 'x' +
                                QByteArray::number(number) + 'z';
        m_words.insert(word, subject);
        return QString::fromLatin1(word);
    };
    constexpr int perTill = 1'000'000;
    const QByteArray phone = QByteArray(numberBeginning.data(), numberBeginning.size()) +
                             QByteArray::number(qint64(till) * perTill + number).rightJustified(10, '0');
    m_words.insert(phone, subject);
    return {QStringLiteral("Plant ") + plant('n'), plant('e') + QStringLiteral("@example.org"),
            QString::fromLatin1(phone), QStringLiteral("Likes ") + plant('w')};
}

bool ErasureOracle::namesSomebody(QByteArrayView bytes)
{
    bool isIn = false;
    eachWord(bytes, [&isIn](QByteArrayView) { return isIn = true; });
    return isIn;
}

QByteArray ErasureOracle::wordOf(const QSet<QUuid> &gone, QByteArrayView bytes) const
{
    QByteArray found;
    eachWord(bytes, [&](QByteArrayView view) {
        // Behind a number may stand what has nothing to do with it.
        for (qsizetype length = view.size(); length > 0 && found.isEmpty(); --length) {
            const auto known = m_words.constFind(view.first(length).toByteArray());
            if (known == m_words.constEnd())
                continue;
            if (gone.contains(*known))
                found = known.key();
            break;
        }
        return !found.isEmpty();
    });
    return found;
}

} // namespace crema::simulation
