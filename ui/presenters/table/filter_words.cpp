// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/table/filter_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::FilterWords)
};

} // namespace

Problem unknownFilter(const QString &word, const QString &known)
{
    const QString message = Texts::tr("“%1” filters nothing.").arg(word);
    return {ProblemKind::Invalid, u"filter.unknown"_s, message, known, {{u"filter"_s, message}}};
}

QString conditionIn(const QString &text)
{
    static const QRegularExpression condition(u"(?:^|\\s)(\\p{L}+:\\S*)"_s);
    return condition.match(text).captured(1);
}

} // namespace crema::presenters
