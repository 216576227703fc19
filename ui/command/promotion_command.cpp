// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/promotion_codec.h"
#include "models/money/money_json.h"
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/presenters/services.h"

#include <QCoreApplication>
#include <QFile>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::PromotionCommand)
};

/// What rules may take, far beyond what a shop has of them.
constexpr qint64 maxFileBytes = 4 * 1024 * 1024;

QList<Column> promotionColumns()
{
    return {{u"name"_s, Texts::tr("Name")},
            {u"action.kind"_s, Texts::tr("Gives")},
            {u"conditions.from"_s, Texts::tr("From")},
            {u"conditions.until"_s, Texts::tr("Until")},
            {u"coupons.code"_s, Texts::tr("Coupons")},
            {u"exclusive"_s, Texts::tr("Stands alone")},
            {u"priority"_s, Texts::tr("Priority"), Align::End},
            {u"disabled"_s, Texts::tr("Off")},
            {u"id"_s, Texts::tr("Id")}};
}

QList<Column> listColumns()
{
    return {{u"name"_s, Texts::tr("Name")},    {u"price_count"_s, Texts::tr("Prices"), Align::End},
            {u"from"_s, Texts::tr("From")},    {u"until"_s, Texts::tr("Until")},
            {u"disabled"_s, Texts::tr("Off")}, {u"id"_s, Texts::tr("Id")}};
}

QJsonObject promotionJson(const Promotion &promotion)
{
    QJsonObject json = codec::toJson(promotion);
    json.insert(u"schema"_s, u"promotion/1"_s);
    return json;
}

QCoro::Task<Result<Answer>> listPromotions(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto promotions = co_await (*services)->promotions.list();
    if (!promotions)
        co_return failure(promotions.error());
    const QString filter = session.invocation().text(u"filter").value_or(QString());
    Answer answer{.shape = Answer::Shape::List, .schema = u"promotion-list/1"_s, .columns = promotionColumns()};
    for (const Promotion &promotion : *promotions) {
        if (promotion.name.contains(filter, Qt::CaseInsensitive))
            answer.items.append(promotionJson(promotion));
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> showPromotion(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto promotion = co_await (*services)->promotions.byWords(session.invocation().argument(0));
    if (!promotion)
        co_return failure(promotion.error());
    co_return Answer{.schema = u"promotion/1"_s, .object = promotionJson(*promotion), .columns = promotionColumns()};
}

Result<QByteArray> readRules(Session &session, const QString &path)
{
    const Result<QString> place = path == u"-" ? session.inputFile() : session.environment().pathOf(path);
    if (!place)
        return failure(place.error());
    QFile file(*place);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.exists() ? ProblemKind::Failed : ProblemKind::NotFound, u"file.unreadable"_s,
                       Texts::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString()),
                       Texts::tr("Check the path and that you may read the file."));
    const QByteArray document = file.read(maxFileBytes + 1);
    if (document.size() > maxFileBytes)
        return failure(ProblemKind::Invalid, u"file.too_large"_s,
                       Texts::tr("\"%1\" is larger than rules can be.").arg(path),
                       Texts::tr("Check that it is the right file."));
    return document;
}

QCoro::Task<Result<Answer>> importPromotions(Session &session)
{
    const Invocation &invocation = session.invocation();
    const Result<QByteArray> document = readRules(session, invocation.argument(0));
    if (!document)
        co_return failure(document.error());
    const bool dryRun = invocation.has(u"dry-run");
    const auto services = co_await session.services(dryRun ? StoreAccess::Read : StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto outcome = co_await (*services)->promotions.importRules(*document, dryRun);
    if (!outcome)
        co_return failure(outcome.error());
    const QString sentence = dryRun ? Texts::tr("Would make %1 and change %2 promotions and price lists. Nothing was "
                                                "changed.")
                                    : Texts::tr("%1 promotions and price lists made, %2 changed.");
    const QJsonObject json{{u"created"_s, outcome->created},
                           {u"changed"_s, outcome->changed},
                           {u"promotions"_s, outcome->promotions.size()},
                           {u"price_lists"_s, outcome->lists.size()},
                           {u"dry_run"_s, dryRun}};
    Answer answer;
    answer.schema = u"promotion-import/1"_s;
    answer.object = json;
    answer.columns = {{u"created"_s, Texts::tr("Made")}, {u"changed"_s, Texts::tr("Changed")}};
    answer.sentence = sentence.arg(outcome->created).arg(outcome->changed);
    answer.next = u"crema promotion list"_s;
    co_return answer;
}

QCoro::Task<Result<Answer>> disablePromotion(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto promotion = co_await (*services)->promotions.disable(session.invocation().argument(0));
    if (!promotion)
        co_return failure(promotion.error());
    Answer answer;
    answer.schema = u"promotion/1"_s;
    answer.object = promotionJson(*promotion);
    answer.object.insert(u"state"_s, u"queued"_s);
    answer.columns = promotionColumns();
    co_return answer;
}

QCoro::Task<Result<Answer>> listPriceLists(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto lists = co_await (*services)->promotions.priceLists();
    if (!lists)
        co_return failure(lists.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"price-list-list/1"_s, .columns = listColumns()};
    for (const PriceList &list : *lists) {
        QJsonObject json = codec::toJson(list);
        json.insert(u"schema"_s, u"price-list/1"_s);
        json.insert(u"price_count"_s, list.prices.size());
        answer.items.append(json);
    }
    co_return answer;
}

QString stepName(const PriceStep &step)
{
    switch (step.kind) {
    case PriceStepKind::CatalogPrice: return Texts::tr("Price of the catalog");
    case PriceStepKind::ListPrice: return Texts::tr("Price of the list “%1”").arg(step.label);
    case PriceStepKind::Part: return Texts::tr("Part: %1", "of a bundle").arg(step.label);
    case PriceStepKind::Bundle: return Texts::tr("As a bundle: %1", "its name").arg(step.label);
    case PriceStepKind::Promotion:
        return step.coupon.isEmpty() ? step.label : Texts::tr("%1 with the coupon %2").arg(step.label, step.coupon);
    case PriceStepKind::Discount: return step.label.isEmpty() ? Texts::tr("Discount") : step.label;
    case PriceStepKind::CartShare: return Texts::tr("Its share of what is taken off the whole sale");
    case PriceStepKind::Net: return Texts::tr("Without tax");
    case PriceStepKind::Tax: return Texts::tr("Tax");
    case PriceStepKind::Total: break;
    }
    return Texts::tr("To pay");
}

QCoro::Task<Result<Answer>> explainPrice(Session &session)
{
    const Invocation &invocation = session.invocation();
    presenters::PriceQuestion question;
    question.code = invocation.argument(0);
    question.units = invocation.number(u"quantity").value_or(1);
    question.customer = invocation.text(u"customer").value_or(QString());
    question.coupons = invocation.all(u"coupon");
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto explained = co_await (*services)->promotions.explain(question);
    if (!explained)
        co_return failure(explained.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"price-step-list/1"_s};
    answer.object = {{u"sku"_s, explained->line.sku},
                     {u"name"_s, explained->line.name},
                     {u"quantity"_s, qint64(explained->line.quantity.units())}};
    answer.columns = {{u"step"_s, Texts::tr("Step")}, {u"amount"_s, Texts::tr("Amount"), Align::End}};
    for (const PriceStep &step : explained->steps) {
        answer.items.append(QJsonObject{{u"kind"_s, priceStepText(step.kind)},
                                        {u"label"_s, step.label},
                                        {u"coupon"_s, step.coupon},
                                        {u"step"_s, stepName(step)},
                                        {u"amount"_s, moneyToJson(step.amount)}});
    }
    co_return answer;
}

} // namespace

Noun promotionNoun()
{
    const Argument which{.name = u"PROMOTION"_s, .help = Texts::tr("an id, or a part of the name that fits one")};
    return {
        .name = u"promotion"_s,
        .summary = Texts::tr("list, show, import and switch off promotions"),
        .verbs = {{.name = u"list"_s,
                   .summary = Texts::tr("Lists the promotions of the company, also those that are off."),
                   .examples = {{u"crema promotion list"_s, {}}},
                   .common = {u"filter"_s, u"sort"_s, u"limit"_s},
                   .handler = listPromotions},
                  {.name = u"show"_s,
                   .summary = Texts::tr("Shows one promotion; --json shows all of its rule."),
                   .examples = {{u"crema promotion show 'happy hour' --json"_s, {}}},
                   .arguments = {which},
                   .handler = showPromotion},
                  {.name = u"import"_s,
                   .summary = Texts::tr("Takes promotions and price lists from a JSON file. Works offline."),
                   .examples = {{u"crema promotion import rules.json --dry-run"_s, {}}},
                   .arguments =
                       {{.name = u"FILE.json"_s, .help = Texts::tr("the file; \"-\" is standard input"), .file = true}},
                   .common = {u"dry-run"_s},
                   .notes = Texts::tr("The file has {\"promotions\":[…],\"price_lists\":[…]}, or is one promotion as "
                                      "\"crema promotion show --json\" writes it; docs/promotions.md has the form. One "
                                      "without an id takes the place of the one with the same name. Nothing is kept if "
                                      "something in the file cannot be read."),
                   .handler = importPromotions},
                  {.name = u"disable"_s,
                   .summary = Texts::tr("Switches a promotion off everywhere. Works offline."),
                   .examples = {{u"crema promotion disable 'happy hour'"_s, {}}},
                   .arguments = {which},
                   .handler = disablePromotion}}};
}

Noun priceNoun()
{
    return {.name = u"price"_s,
            .summary = Texts::tr("explain prices and list price lists"),
            .verbs = {{.name = u"explain"_s,
                       .summary = Texts::tr("Says step by step why something costs what it does here and now."),
                       .examples = {{u"crema price explain BEANS-1 --quantity 3"_s, {}},
                                    {u"crema price explain BEANS-1 --customer Nord --coupon WELCOME-10"_s, {}}},
                       .arguments = {{.name = u"CODE"_s, .help = Texts::tr("a barcode, a SKU or another code")}},
                       .flags = {{.name = u"quantity"_s,
                                  .kind = Flag::Kind::Number,
                                  .value = u"N"_s,
                                  .help = Texts::tr("how much, in pieces or grams"),
                                  .minimum = 1,
                                  .maximum = Quantity::maxLine},
                                 {.name = u"customer"_s,
                                  .kind = Flag::Kind::Text,
                                  .value = u"WHO"_s,
                                  .help = Texts::tr("an id, or words that fit one customer")},
                                 {.name = u"coupon"_s,
                                  .kind = Flag::Kind::Text,
                                  .value = u"CODE"_s,
                                  .help = Texts::tr("the code of a coupon that was shown"),
                                  .repeated = true}},
                       .handler = explainPrice},
                      {.name = u"list"_s,
                       .summary = Texts::tr("Lists the price lists of the company."),
                       .examples = {{u"crema price list --json"_s, {}}},
                       .common = {u"sort"_s, u"limit"_s},
                       .handler = listPriceLists}}};
}

} // namespace crema::command
