// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::StockCommand)
};

Answer answerFor(const presenters::StockView &stock, const std::optional<Location> &here)
{
    const presenters::VariantView &hit = stock.product.hit();
    QJsonArray levels;
    for (const StockLevel &level : stock.levels) {
        const bool isHere = here && here->id == level.location;
        levels.append(QJsonObject{{u"location"_s, level.location.toString()},
                                  {u"location_code"_s, isHere ? QJsonValue(here->code) : QJsonValue(QJsonValue::Null)},
                                  {u"on_hand"_s, static_cast<qint64>(level.onHand.units())}});
    }
    return {.schema = u"stock/1"_s,
            .object = {{u"variant"_s, hit.variant.id.toString()},
                       {u"product"_s, stock.product.product.product.id.toString()},
                       {u"name"_s, stock.product.product.product.name},
                       {u"options"_s, textOrNull(hit.variant.optionText())},
                       {u"sku"_s, hit.variant.sku},
                       {u"unit"_s, unitText(hit.variant.unit)},
                       {u"on_hand"_s, onHandJson(hit)},
                       {u"levels"_s, levels}},
            .columns = {{u"sku"_s, Texts::tr("SKU")},
                        {u"name"_s, Texts::tr("Name")},
                        {u"options"_s, Texts::tr("Variant")},
                        {u"on_hand"_s, Texts::tr("On hand here"), Align::End},
                        {u"unit"_s, Texts::tr("Unit")}}};
}

QCoro::Task<Result<Answer>> showStock(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto stock = co_await (*services)->stock.byCode(session.invocation().argument(0));
    if (!stock)
        co_return failure(stock.error());
    co_return answerFor(*stock, (*services)->stock.location());
}

QCoro::Task<Result<Answer>> adjustStock(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const MovementReason reason =
        movementReasonFromText(*invocation.text(u"reason")).value_or(MovementReason::Adjustment);
    const auto stock = co_await (*services)->stock.adjust(invocation.argument(0), *invocation.number(u"delta"), reason,
                                                          invocation.text(u"note").value_or(QString()));
    if (!stock)
        co_return failure(stock.error());
    Answer answer = answerFor(*stock, (*services)->stock.location());
    answer.object.insert(u"state"_s, u"queued"_s);
    co_return answer;
}

} // namespace

Noun stockNoun()
{
    const Argument code{.name = u"CODE"_s, .help = Texts::tr("a SKU, any barcode, or an id")};
    return {.name = u"stock"_s,
            .summary = Texts::tr("show what is on hand, and adjust it with a reason"),
            .verbs = {{.name = u"show"_s,
                       .summary = Texts::tr("Shows what is on hand of one variant."),
                       .examples = {{u"crema stock show 4006381333931 --json"_s, {}}},
                       .arguments = {code},
                       .handler = showStock},
                      {.name = u"adjust"_s,
                       .summary = Texts::tr("Adds to or takes from what is on hand."),
                       .examples = {{u"crema stock adjust HOUSE-250 --delta -2 --reason damage"_s, {}},
                                    {u"crema stock adjust HOUSE-250 --delta 12 --reason found --note 'shelf 3'"_s, {}}},
                       .arguments = {code},
                       .flags = {{.name = u"delta"_s,
                                  .kind = Flag::Kind::Number,
                                  .value = u"N"_s,
                                  .help = Texts::tr("pieces or grams; a minus takes away"),
                                  .minimum = -Quantity::maxLine,
                                  .maximum = Quantity::maxLine,
                                  .required = true},
                                 {.name = u"reason"_s,
                                  .kind = Flag::Kind::Choice,
                                  .value = u"REASON"_s,
                                  .help = Texts::tr("why it changed"),
                                  .choices = presenters::adjustmentReasons(),
                                  .required = true},
                                 {.name = u"note"_s,
                                  .kind = Flag::Kind::Text,
                                  .value = u"TEXT"_s,
                                  .help = Texts::tr("more about why")}},
                       .handler = adjustStock}}};
}

} // namespace crema::command
