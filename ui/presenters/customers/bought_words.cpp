// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/bought_words.h"

#include "ui/presenters/till/till_texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

constexpr qsizetype mostNames = 2;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::BoughtWords)
};

/// "2 × Mug", "250 g House blend", "Mug"; what cannot be counted stands for itself.
template<class Line>
QString named(const Line &line, const TillTexts &texts)
{
    if (line.unit == Unit::Gram)
        return Texts::tr("%1 %2", "so much of something").arg(texts.quantity(line.quantity, line.unit), line.name);
    if (line.quantity == Quantity(1))
        return line.name;
    return Texts::tr("%1 × %2", "so many of something").arg(texts.quantity(line.quantity, line.unit), line.name);
}

template<class Line>
QString fewOf(const QList<Line> &lines, const TillTexts &texts)
{
    QStringList names;
    for (const Line &line : lines.first(std::min(mostNames, lines.size())))
        names.append(named(line, texts));
    const QString few = names.join(QStringLiteral(", "));
    const qsizetype more = lines.size() - names.size();
    return more == 0 ? few : Texts::tr("%1 and %n more", nullptr, static_cast<int>(more)).arg(few);
}

} // namespace

QString boughtWords(const Sale &sale, const QLocale &locale)
{
    const TillTexts texts(locale);
    QStringList parts;
    if (!sale.lines.isEmpty())
        parts.append(fewOf(sale.lines, texts));
    if (!sale.returns.isEmpty())
        parts.append(Texts::tr("back: %1", "what a customer returned").arg(fewOf(sale.returns, texts)));
    return parts.join(QStringLiteral("; "));
}

} // namespace crema
