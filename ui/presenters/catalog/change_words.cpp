// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/change_words.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::ProductChanges)
};

} // namespace

Result<Change> readChange(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return failure(ProblemKind::Invalid, u"change.unreadable"_s, Texts::tr("\"%1\" is not a change.").arg(text),
                       Texts::tr("Write FIELD=VALUE, for example price=1290."));
    const QChar before = text.at(equals - 1);
    const Sign sign = before == u'+' ? Sign::Add : before == u'-' ? Sign::Remove : Sign::Set;
    QString field = text.left(sign == Sign::Set ? equals : equals - 1).trimmed().toLower();
    field.replace(u'-', u'_');
    if (field == u"barcodes")
        field = u"barcode"_s;
    if (field == u"parts")
        field = u"part"_s;
    return Change{field, sign, text.mid(equals + 1).trimmed()};
}

} // namespace crema::presenters
