// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/product_changes.h"

#include "models/catalog/barcode.h"
#include "models/catalog/product_rules.h"
#include "ui/presenters/catalog/amount_text.h"
#include "ui/presenters/catalog/change_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::ProductChanges)
};

tl::unexpected<Problem> wrongValue(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, u"change.value"_s, message, hint);
}

Result<bool> readYesNo(const QString &field, const QString &value)
{
    if (value == u"yes" || value == u"true")
        return true;
    if (value == u"no" || value == u"false")
        return false;
    return wrongValue(Texts::tr("%1 is yes or no, not \"%2\".").arg(field, value),
                      Texts::tr("Write %1=yes.").arg(field));
}

using Apply = Result<void> (*)(EditedProduct &, const Change &, const QList<Category> &, Currency);

Result<void> setPrice(EditedProduct &edited, const Change &change, const QList<Category> &, Currency currency)
{
    if (change.value.isEmpty()) {
        edited.variant.price.reset();
        return {};
    }
    const Result<Price> price = readPriceWords(change.value, currency);
    if (!price)
        return failure(price.error());
    edited.variant.price = *price;
    return {};
}

Result<void> setCost(EditedProduct &edited, const Change &change, const QList<Category> &, Currency currency)
{
    if (change.value.isEmpty()) {
        edited.variant.cost.reset();
        return {};
    }
    const Result<Money> cost = readAmount(change.value, AmountUnit::Minor, currency);
    if (!cost)
        return failure(cost.error());
    edited.variant.cost = *cost;
    return {};
}

Result<void> changeBarcodes(EditedProduct &edited, const Change &change, const QList<Category> &, Currency)
{
    QStringList &barcodes = edited.variant.barcodes;
    if (change.sign == Sign::Set)
        barcodes.clear();
    for (const QString &each : change.value.split(u',', Qt::SkipEmptyParts)) {
        const Result<Barcode> barcode = Barcode::parse(each.trimmed());
        if (!barcode)
            return failure(barcode.error());
        barcodes.removeAll(barcode->normalised());
        if (change.sign != Sign::Remove)
            barcodes.append(barcode->normalised());
    }
    return {};
}

Result<void> changeCategories(EditedProduct &edited, const Change &change, const QList<Category> &known, Currency)
{
    QList<CategoryId> &categories = edited.product.categories;
    if (change.sign == Sign::Set)
        categories.clear();
    for (const QString &name : change.value.split(u',', Qt::SkipEmptyParts)) {
        const Result<CategoryId> category = categoryNamed(name.trimmed(), known);
        if (!category)
            return failure(category.error());
        categories.removeAll(*category);
        if (change.sign != Sign::Remove)
            categories.append(*category);
    }
    return {};
}

Result<void> setArchived(EditedProduct &edited, const Change &change, const QList<Category> &, Currency)
{
    const Result<bool> archived = readYesNo(change.field, change.value);
    if (!archived)
        return failure(archived.error());
    edited.product.archived = *archived;
    return {};
}

template<QString Product::*member>
Result<void> setProductText(EditedProduct &edited, const Change &change, const QList<Category> &, Currency)
{
    edited.product.*member = change.value;
    return {};
}

Result<void> setSku(EditedProduct &edited, const Change &change, const QList<Category> &, Currency)
{
    edited.variant.sku = change.value;
    return {};
}

struct Field {
    QString name;
    bool isSet; ///< takes += and -=
    Apply apply;
};

const QList<Field> &fields()
{
    static const QList<Field> all{
        {u"name"_s, false, setProductText<&Product::name>},
        {u"price"_s, false, setPrice},
        {u"cost"_s, false, setCost},
        {u"sku"_s, false, setSku},
        {u"barcode"_s, true, changeBarcodes},
        {u"category"_s, true, changeCategories},
        {u"brand"_s, false, setProductText<&Product::brand>},
        {u"description"_s, false, setProductText<&Product::description>},
        {u"archived"_s, false, setArchived},
    };
    return all;
}

Result<void> applyChange(EditedProduct &edited, const QString &text, const QList<Category> &categories,
                         Currency currency)
{
    const Result<Change> change = readChange(text);
    if (!change)
        return failure(change.error());
    for (const Field &field : fields()) {
        if (field.name != change->field)
            continue;
        if (change->sign != Sign::Set && !field.isSet)
            return wrongValue(Texts::tr("%1 holds one value; += and -= are for barcode and category.").arg(field.name),
                              Texts::tr("Write %1=VALUE.").arg(field.name));
        return field.apply(edited, *change, categories, currency);
    }
    return failure(ProblemKind::Invalid, u"change.unknown_field"_s,
                   Texts::tr("A product has no field \"%1\" to change.").arg(change->field),
                   Texts::tr("It has: %1.").arg(changeableFields().join(u", "_s)));
}

} // namespace

QStringList changeableFields()
{
    QStringList names;
    for (const Field &field : fields())
        names.append(field.name);
    names.append(u"part"_s); // ui/presenters/catalog/bundle_changes.h
    return names;
}

Result<EditedProduct> applyChanges(EditedProduct edited, const QStringList &changes, const QList<Category> &categories,
                                   Currency currency)
{
    for (const QString &change : changes) {
        if (const Result<void> applied = applyChange(edited, change, categories, currency); !applied)
            return failure(applied.error());
    }
    const Result<Product> product = checkedProduct(edited.product);
    if (!product)
        return failure(product.error());
    const Result<Variant> variant = checkedVariant(edited.variant);
    if (!variant)
        return failure(variant.error());
    return EditedProduct{*product, *variant};
}

bool changesCost(const QStringList &changes)
{
    return std::ranges::any_of(changes, [](const QString &text) {
        const Result<Change> change = readChange(text);
        return change && change->field == u"cost";
    });
}

Result<Price> readPriceWords(const QString &text, Currency currency)
{
    const qsizetype slash = text.indexOf(u'/');
    const Result<Money> amount = readAmount(slash < 0 ? text : text.left(slash), AmountUnit::Minor, currency);
    if (!amount)
        return failure(amount.error());
    bool isNumber = true;
    const std::int64_t per = slash < 0 ? 1 : text.mid(slash + 1).toLongLong(&isNumber);
    if (!isNumber || per < 1 || per > Quantity::maxLine)
        return wrongValue(Texts::tr("\"%1\" is not a price for a quantity.").arg(text),
                          Texts::tr("Write MINOR/QUANTITY: 24.90 for 1000 g is 2490/1000."));
    return Price{*amount, per};
}

Result<CategoryId> categoryNamed(const QString &name, const QList<Category> &categories)
{
    QStringList names;
    for (const Category &category : categories) {
        if (category.name.compare(name, Qt::CaseInsensitive) == 0)
            return category.id;
        names.append(category.name);
    }
    return failure(ProblemKind::NotFound, u"change.unknown_category"_s,
                   Texts::tr("There is no category \"%1\".").arg(name),
                   names.isEmpty() ? Texts::tr("There are no categories yet; leave the category out.")
                                   : Texts::tr("There are: %1.").arg(names.join(u", "_s)));
}

} // namespace crema::presenters
