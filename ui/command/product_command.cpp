// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/product_import_command.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/table/filter_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::ProductCommand)
};

constexpr std::int64_t listLimit = 100;

QList<Column> columns()
{
    return {{u"variants.sku"_s, Texts::tr("SKU")},
            {u"name"_s, Texts::tr("Name")},
            {u"variants.price"_s, Texts::tr("Price"), Align::End},
            {u"variants.on_hand"_s, Texts::tr("On hand"), Align::End},
            {u"category_names"_s, Texts::tr("Categories")}};
}

QList<Column> detailColumns(bool withCosts, bool withParts)
{
    QList<Column> shown{{u"name"_s, Texts::tr("Name")},
                        {u"variants.sku"_s, Texts::tr("SKU")},
                        {u"variants.barcodes"_s, Texts::tr("Barcodes")},
                        {u"variants.price"_s, Texts::tr("Price")}};
    if (withCosts)
        shown.append({u"variants.cost"_s, Texts::tr("Cost")});
    if (withParts)
        shown.append({u"variants.parts"_s, Texts::tr("Parts")});
    return shown + QList<Column>{{u"variants.on_hand"_s, Texts::tr("On hand")},
                                 {u"category_names"_s, Texts::tr("Categories")},
                                 {u"brand"_s, Texts::tr("Brand")},
                                 {u"description"_s, Texts::tr("Description")},
                                 {u"archived"_s, Texts::tr("Archived")},
                                 {u"id"_s, Texts::tr("Id")}};
}

Answer answerFor(const presenters::ProductView &product)
{
    const bool hidesCosts = std::ranges::any_of(product.variants, &presenters::VariantView::isCostHidden);
    const bool hasParts = std::ranges::any_of(
        product.variants, [](const presenters::VariantView &view) { return view.variant.isBundle(); });
    return {.schema = u"product/1"_s, .object = productJson(product), .columns = detailColumns(!hidesCosts, hasParts)};
}

QCoro::Task<Result<Answer>> listProducts(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    // What is ordered must be known whole before it is cut.
    const bool sorted = invocation.has(u"sort");
    const std::int64_t limit =
        sorted ? std::numeric_limits<int>::max() : invocation.number(u"limit").value_or(listLimit);
    const auto products = co_await (*services)->products.find(invocation.text(u"filter").value_or(QString()), limit);
    if (!products)
        co_return failure(products.error());
    const QString condition = presenters::conditionIn(invocation.text(u"filter").value_or(QString()));
    if (products->isEmpty() && !condition.isEmpty()) {
        co_return failure(presenters::unknownFilter(
            condition, Texts::tr("Products take words in any order, parts of words, a SKU or a barcode.")));
    }
    Answer answer{.shape = Answer::Shape::List, .schema = u"product-list/1"_s, .columns = columns()};
    for (const presenters::ProductView &product : *products)
        answer.items.append(productJson(product));
    if (!invocation.has(u"limit") && products->size() == limit)
        answer.warnings.append(Texts::tr("Only the first %1 are shown; --limit N shows more.").arg(limit));
    co_return answer;
}

QCoro::Task<Result<Answer>> showProduct(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto hit = co_await (*services)->products.byCode(session.invocation().argument(0));
    if (!hit)
        co_return failure(hit.error());
    co_return answerFor(hit->product);
}

QCoro::Task<Result<Answer>> editProduct(Session &session)
{
    const QString code = session.invocation().argument(0);
    const QStringList changes = session.invocation().arguments.mid(1);
    const bool dryRun = session.invocation().has(u"dry-run");
    const auto services = co_await session.services(dryRun ? StoreAccess::Read : StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const presenters::ProductsPresenter &products = (*services)->products;
    auto editing = dryRun ? products.previewEdit(code, changes) : products.edit(code, changes);
    const auto outcome = co_await editing;
    if (!outcome)
        co_return failure(outcome.error());
    Answer answer = answerFor(outcome->product);
    answer.object.insert(u"changed"_s, outcome->changed);
    answer.object.insert(u"state"_s, outcome->changed && !dryRun ? u"queued"_s : u"synced"_s);
    if (dryRun)
        answer.warnings.append(Texts::tr("This is what it would be; nothing was changed."));
    else if (!outcome->changed)
        answer.warnings.append(Texts::tr("Nothing to change: it is so already."));
    co_return answer;
}

presenters::NewProduct newProduct(const Invocation &invocation)
{
    const auto text = [&](QStringView flag) { return invocation.text(flag).value_or(QString()); };
    presenters::NewProduct product;
    product.name = text(u"name");
    product.sku = text(u"sku");
    product.barcodes = invocation.all(u"barcode");
    product.price = text(u"price");
    product.cost = text(u"cost");
    product.category = text(u"category");
    product.brand = text(u"brand");
    product.description = text(u"description");
    product.parts = invocation.all(u"part");
    product.unit = text(u"unit") == u"gram" ? Unit::Gram : Unit::Piece;
    return product;
}

QCoro::Task<Result<Answer>> createProduct(Session &session)
{
    const presenters::NewProduct product = newProduct(session.invocation());
    if (product.sku.isEmpty() && product.barcodes.isEmpty())
        co_return failure(ProblemKind::Invalid, u"usage.flag_missing"_s,
                          Texts::tr("A product needs a SKU or a barcode."),
                          Texts::tr("Add --sku TEXT or --barcode CODE."));
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto created = co_await (*services)->products.create(product);
    if (!created)
        co_return failure(created.error());
    Answer answer = answerFor(*created);
    answer.object.insert(u"state"_s, u"queued"_s);
    co_return answer;
}

Flag textFlag(const QString &name, const QString &value, const QString &help)
{
    return {.name = name, .kind = Flag::Kind::Text, .value = value, .help = help};
}

Verb listVerb()
{
    return {.name = u"list"_s,
            .summary = Texts::tr("Lists products of the catalog."),
            .examples = {{u"crema product list --filter 'house espresso'"_s, {}},
                         {u"crema product list --sort name --limit 20"_s, {}},
                         {u"crema product list --json --fields id,name,variants.price"_s, {}}},
            .common = {u"filter"_s, u"sort"_s, u"limit"_s},
            .notes = Texts::tr("--filter takes words in any order, parts of words, a SKU or a barcode."),
            .handler = listProducts};
}

Verb showVerb()
{
    return {.name = u"show"_s,
            .summary = Texts::tr("Shows one product with its variants."),
            .examples = {{u"crema product show 4006381333931"_s, {}}, {u"crema product show HOUSE-250 --json"_s, {}}},
            .arguments = {{.name = u"CODE"_s, .help = Texts::tr("a SKU, any barcode, or an id")}},
            .handler = showProduct};
}

Verb editVerb()
{
    return {
        .name = u"edit"_s,
        .summary = Texts::tr("Changes a product, or the variant with this code."),
        .examples = {{u"crema product edit 4006381333931 price=1290"_s, {}},
                     {u"crema product edit HOUSE-250 'name=House blend' category+=Beans"_s, {}},
                     {u"crema product edit HOUSE-250 barcode+=4006381333931 --dry-run"_s, {}},
                     {u"crema product edit GIFT-BOX part+=HOUSE-250:2 part-=MUG"_s, {}}},
        .arguments = {{.name = u"CODE"_s, .help = Texts::tr("a SKU, any barcode, or an id")},
                      {.name = u"FIELD=VALUE"_s, .help = Texts::tr("what to change, and to what"), .repeated = true}},
        .common = {u"dry-run"_s},
        .notes = Texts::tr("Fields: name, price, cost, sku, barcode, category, brand, description, archived (yes or "
                           "no), part (of a bundle, as CODE:QUANTITY). barcode, category and part also take += and "
                           "-=.\n"
                           "Amounts are in minor units; price=2490/1000 is 24.90 for 1000 g; price= takes the price "
                           "away."),
        .handler = editProduct};
}

Verb createVerb()
{
    return {.name = u"create"_s,
            .summary = Texts::tr("Adds a product with one variant."),
            .examples = {{u"crema product create --name 'House blend' --barcode 4006381333931 --price 1290"_s, {}},
                         {u"crema product create --name Box --sku BOX --price 2990 --part HOUSE-250:2"_s, {}}},
            .flags = {{.name = u"name"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("what it is called"),
                       .required = true},
                      textFlag(u"sku"_s, u"TEXT"_s, Texts::tr("stock keeping unit; else the first barcode")),
                      {.name = u"barcode"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"CODE"_s,
                       .help = Texts::tr("a code printed on it"),
                       .repeated = true},
                      textFlag(u"price"_s, u"MINOR[/N]"_s, Texts::tr("price for one, or for N units")),
                      textFlag(u"cost"_s, u"MINOR"_s, Texts::tr("what it costs the shop")),
                      textFlag(u"category"_s, u"NAME"_s, Texts::tr("a category that exists")),
                      textFlag(u"brand"_s, u"TEXT"_s, Texts::tr("who makes it")),
                      textFlag(u"description"_s, u"TEXT"_s, Texts::tr("what there is to say about it")),
                      {.name = u"part"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"CODE[:N]"_s,
                       .help = Texts::tr("what is in a bundle, and how much of it"),
                       .repeated = true},
                      {.name = u"unit"_s,
                       .kind = Flag::Kind::Choice,
                       .help = Texts::tr("how it is counted (piece)"),
                       .choices = {u"piece"_s, u"gram"_s}}},
            .handler = createProduct};
}

} // namespace

Noun productNoun()
{
    return {.name = u"product"_s,
            .summary = Texts::tr("import, list, show, create and edit products"),
            .verbs = {listVerb(), showVerb(), productImportVerb(), createVerb(), editVerb()}};
}

} // namespace crema::command
