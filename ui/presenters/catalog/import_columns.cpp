// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/import_columns.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::ImportColumns)
};

struct KnownColumn {
    ImportField field;
    QString name;
    QStringList alsoCalled; ///< folded as folded() does
};

const QList<KnownColumn> &knownColumns()
{
    static const QList<KnownColumn> columns{
        {ImportField::Barcode, u"barcode"_s, {u"barcodes"_s, u"ean"_s, u"ean13"_s, u"gtin"_s, u"upc"_s, u"code"_s}},
        {ImportField::Name, u"name"_s, {u"productname"_s, u"product"_s, u"title"_s}},
        {ImportField::Sku, u"sku"_s, {u"article"_s, u"articlenumber"_s, u"itemnumber"_s, u"stockcode"_s}},
        {ImportField::Price, u"price"_s, {u"priceminor"_s, u"unitprice"_s, u"retailprice"_s}},
        {ImportField::Cost, u"cost"_s, {u"costprice"_s, u"costminor"_s, u"purchaseprice"_s}},
        {ImportField::Category, u"category"_s, {u"categories"_s, u"group"_s}},
        {ImportField::Brand, u"brand"_s, {u"brands"_s, u"manufacturer"_s}},
        {ImportField::Description, u"description"_s, {}},
    };
    return columns;
}

QString folded(const QString &header)
{
    QString text;
    for (const QChar character : header.toLower()) {
        if (character.isLetterOrNumber())
            text += character;
    }
    return text;
}

const KnownColumn *knownBy(const QString &header)
{
    const QString name = folded(header);
    for (const KnownColumn &column : knownColumns()) {
        if (column.name == name || column.alsoCalled.contains(name))
            return &column;
    }
    return nullptr;
}

const KnownColumn *named(const QString &name)
{
    for (const KnownColumn &column : knownColumns()) {
        if (column.name == name)
            return &column;
    }
    return nullptr;
}

} // namespace

QStringList importFieldNames()
{
    QStringList names;
    for (const KnownColumn &column : knownColumns())
        names.append(column.name);
    return names;
}

Result<ImportColumns> ImportColumns::recognise(const QStringList &header, const QHash<QString, QString> &chosen)
{
    ImportColumns columns;
    columns.m_count = header.size();
    QList<qsizetype> taken;
    for (auto choice = chosen.cbegin(); choice != chosen.cend(); ++choice) {
        const KnownColumn *known = named(choice.key());
        if (!known)
            return failure(ProblemKind::Invalid, u"import.unknown_field"_s,
                           Texts::tr("A product has no field \"%1\" to import.").arg(choice.key()),
                           Texts::tr("It has: %1.").arg(importFieldNames().join(u", "_s)));
        const qsizetype place = header.indexOf(choice.value());
        if (place < 0)
            return failure(ProblemKind::Invalid, u"import.unknown_column"_s,
                           Texts::tr("The file has no column \"%1\".").arg(choice.value()),
                           Texts::tr("It has: %1.").arg(header.join(u", "_s)));
        columns.m_places.insert(known->field, place);
        taken.append(place);
    }
    for (qsizetype place = 0; place < header.size(); ++place) {
        if (taken.contains(place))
            continue;
        const KnownColumn *known = knownBy(header.at(place));
        if (known && !columns.m_places.contains(known->field))
            columns.m_places.insert(known->field, place);
        else
            columns.m_unread.append(header.at(place));
    }
    if (columns.has(ImportField::Name) && (columns.has(ImportField::Barcode) || columns.has(ImportField::Sku)))
        return columns;
    return failure(ProblemKind::Invalid, u"import.no_header"_s,
                   Texts::tr("The first line does not name the columns: a name, and a barcode or SKU, are needed."),
                   Texts::tr("Name them in the first line, or say which is which, for example: --column name=%1.")
                       .arg(header.value(0)));
}

QString ImportColumns::text(const QStringList &record, ImportField field) const
{
    const auto place = m_places.constFind(field);
    return place == m_places.constEnd() ? QString() : record.value(*place).trimmed();
}

} // namespace crema::presenters
