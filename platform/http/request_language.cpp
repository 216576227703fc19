// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_language.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace crema::http {
namespace {

constexpr std::size_t mostWishes = 8;

thread_local const QByteArray *presentWish = nullptr;

struct Wish {
    QString language;
    double weight = 1;
};

/// "de-AT;q=0.8"; a weight that is none counts as 0, so that a slip never wins over what was said clearly.
Wish readWish(QByteArrayView text)
{
    const qsizetype semicolon = text.indexOf(';');
    Wish wish{QString::fromLatin1(text.first(semicolon < 0 ? text.size() : semicolon).trimmed()), 1};
    if (semicolon < 0)
        return wish;
    const QByteArrayView parameter = text.sliced(semicolon + 1).trimmed();
    const bool isWeight = parameter.startsWith("q=") || parameter.startsWith("Q=");
    wish.weight = isWeight ? parameter.sliced(2).trimmed().toDouble() : 0;
    return wish;
}

} // namespace

RequestLanguage::RequestLanguage(QByteArrayView acceptLanguage)
    : m_wish(acceptLanguage.toByteArray()), m_before(std::exchange(presentWish, &m_wish))
{}

RequestLanguage::~RequestLanguage()
{
    presentWish = m_before;
}

QStringList wishedLanguages()
{
    std::vector<Wish> wishes;
    QByteArrayView rest = presentWish ? QByteArrayView(*presentWish) : QByteArrayView();
    while (!rest.isEmpty() && wishes.size() < mostWishes) {
        const qsizetype comma = rest.indexOf(',');
        Wish wish = readWish(rest.first(comma < 0 ? rest.size() : comma));
        if (wish.weight > 0 && !wish.language.isEmpty() && wish.language != u"*")
            wishes.push_back(std::move(wish));
        rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
    }
    std::ranges::stable_sort(wishes, std::greater(), &Wish::weight);
    QStringList languages;
    for (const Wish &wish : wishes)
        languages.append(wish.language);
    return languages;
}

} // namespace crema::http
