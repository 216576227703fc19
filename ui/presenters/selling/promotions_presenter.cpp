// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/promotions_presenter.h"

#include "models/base/json.h"
#include "models/feed/promotion_codec.h"
#include "ui/presenters/people/customers_presenter.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::PromotionsPresenter)
};

tl::unexpected<Problem> nothingFits(const QString &words)
{
    return failure(ProblemKind::NotFound, u"promotion.unknown"_s,
                   Texts::tr("No promotion is called \"%1\".").arg(words),
                   Texts::tr("Run \"crema promotion list\" to see them."));
}

tl::unexpected<Problem> severalFit(const QString &words)
{
    return failure(ProblemKind::Invalid, u"promotion.ambiguous"_s,
                   Texts::tr("More than one promotion fits \"%1\".").arg(words),
                   Texts::tr("Write more of the name, or the id from \"crema promotion list\"."));
}

tl::unexpected<Problem> badCoupon(const QString &typed)
{
    return failure(ProblemKind::Invalid, u"coupon.unreadable"_s, Texts::tr("\"%1\" is no coupon code.").arg(typed),
                   Texts::tr("A code has 3 to 40 letters, digits and dashes."));
}

/// What is named by the file, else what is here under the same name, else a new one: a null id.
template<class Entity>
Result<Entity> readRule(QJsonObject json, const QList<Entity> &known, Result<Entity> (*read)(const QJsonObject &))
{
    const bool isNamed = json.contains(u"id"_s);
    if (!isNamed)
        json.insert(u"id"_s, QUuid::createUuidV5(QUuid(), u"not named"_s).toString(QUuid::WithoutBraces));
    Result<Entity> rule = read(json);
    if (!rule || isNamed)
        return rule;
    const auto same = std::ranges::find_if(known, [&](const Entity &each) { return each.name == rule->name; });
    rule->id = same == known.end() ? decltype(rule->id)() : same->id;
    return rule;
}

template<class Entity>
Result<QList<Entity>> readRules(const QJsonArray &array, const QList<Entity> &known,
                                Result<Entity> (*read)(const QJsonObject &), Result<Entity> (*check)(const Entity &))
{
    QList<Entity> rules;
    for (const QJsonValue &each : array) {
        const Result<Entity> rule = readRule(each.toObject(), known, read).and_then(check);
        if (!rule)
            return failure(rule.error());
        rules.append(*rule);
    }
    return rules;
}

/// The list that says what is charged, where that is not what the catalog says.
PriceOrigin originOf(const SaleLine &line, const std::optional<Price> &catalog, const QList<PriceList> &lists)
{
    if (catalog == line.price)
        return {catalog, QString()};
    const auto says = [&](const PriceList &list) {
        return std::ranges::any_of(list.prices, [&](const ListedPrice &each) {
            return each.variant == line.variant && each.price == line.price &&
                   each.fromQuantity <= line.quantity.units();
        });
    };
    const auto found = std::ranges::find_if(lists, says);
    return {catalog, found == lists.end() ? QString() : found->name};
}

Result<QStringList> readCoupons(const QStringList &typed)
{
    QStringList codes;
    for (const QString &each : typed) {
        const QString code = couponCode(each);
        if (code.isEmpty())
            return badCoupon(each);
        codes.append(code);
    }
    return codes;
}

} // namespace

QCoro::Task<Result<QList<Promotion>>> PromotionsPresenter::list() const
{
    return m_client.promotions();
}

QCoro::Task<Result<QList<PriceList>>> PromotionsPresenter::priceLists() const
{
    return m_client.priceLists();
}

QCoro::Task<Result<Promotion>> PromotionsPresenter::byWords(QString words) const
{
    const Result<QList<Promotion>> promotions = co_await list();
    if (!promotions)
        co_return failure(promotions.error());
    QList<Promotion> found;
    for (const Promotion &each : *promotions) {
        if (each.id.toString() == words || each.name.compare(words, Qt::CaseInsensitive) == 0)
            co_return each;
        if (each.name.contains(words, Qt::CaseInsensitive))
            found.append(each);
    }
    if (found.isEmpty())
        co_return nothingFits(words);
    if (found.size() > 1)
        co_return severalFit(words);
    co_return found.first();
}

QCoro::Task<Result<RuleImport>> PromotionsPresenter::importRules(QByteArray document, bool dryRun) const
{
    sync::Client &client = m_client;
    const Result<QJsonObject> rules = json::readStrict(document);
    if (!rules)
        co_return failure(rules.error());
    const Result<QList<Promotion>> known = co_await client.promotions();
    if (!known)
        co_return failure(known.error());
    const Result<QList<PriceList>> knownLists = co_await client.priceLists();
    if (!knownLists)
        co_return failure(knownLists.error());
    const QJsonArray array =
        rules->contains(u"action"_s) ? QJsonArray{*rules} : rules->value(u"promotions"_s).toArray();
    const Result<QList<Promotion>> promotions =
        readRules<Promotion>(array, *known, &codec::readPromotion, &checkedPromotion);
    if (!promotions)
        co_return failure(promotions.error());
    const Result<QList<PriceList>> lists = readRules<PriceList>(rules->value(u"price_lists"_s).toArray(), *knownLists,
                                                                &codec::readPriceList, &checkedPriceList);
    if (!lists)
        co_return failure(lists.error());
    RuleImport outcome{*promotions, *lists};
    for (const Promotion &each : *promotions)
        ++(each.id.isNull() ? outcome.created : outcome.changed);
    for (const PriceList &each : *lists)
        ++(each.id.isNull() ? outcome.created : outcome.changed);
    if (dryRun)
        co_return outcome;
    for (const Promotion &each : *promotions) {
        const Result<Promotion> kept = co_await client.keepPromotion(each);
        if (!kept)
            co_return failure(kept.error());
    }
    for (const PriceList &each : *lists) {
        const Result<PriceList> kept = co_await client.keepPriceList(each);
        if (!kept)
            co_return failure(kept.error());
    }
    co_return outcome;
}

QCoro::Task<Result<Promotion>> PromotionsPresenter::disable(QString words) const
{
    sync::Client &client = m_client;
    const Result<Promotion> promotion = co_await byWords(words);
    if (!promotion)
        co_return failure(promotion.error());
    co_return co_await client.disablePromotion(promotion->id);
}

QCoro::Task<Result<ExplainedPrice>> PromotionsPresenter::explain(PriceQuestion question) const
{
    sync::Client &client = m_client;
    const Result<QStringList> coupons = readCoupons(question.coupons);
    if (!coupons)
        co_return failure(coupons.error());
    const Result<sync::CodeHit> hit = co_await client.findByCode(question.code);
    if (!hit)
        co_return failure(hit.error());
    sync::SaleLineDraft line;
    line.variant = hit->variant;
    line.quantity = Quantity(question.units);
    sync::SaleDraft draft;
    draft.lines = {line};
    draft.coupons = *coupons;
    if (!question.customer.isEmpty()) {
        const Result<Customer> customer = co_await CustomersPresenter(client).byWords(question.customer);
        if (!customer)
            co_return failure(customer.error());
        draft.customer = customer->id;
    }
    const Result<Sale> sale = co_await client.quote(draft);
    if (!sale)
        co_return failure(sale.error());
    const Result<QList<PriceList>> lists = co_await client.priceLists();
    if (!lists)
        co_return failure(lists.error());
    if (hit->hit().variant.isBundle()) {
        SaleLine bundle = sale->lines.first();
        bundle.name = hit->product.product.name;
        bundle.sku = hit->hit().variant.sku;
        bundle.quantity = line.quantity;
        co_return ExplainedPrice{bundle, explainBundle(sale->lines, sale->pricesInclude)};
    }
    const SaleLine priced = sale->lines.first();
    const PriceOrigin origin = originOf(priced, hit->hit().variant.price, *lists);
    co_return ExplainedPrice{priced, explainLine(priced, sale->pricesInclude, origin)};
}

} // namespace crema::presenters
