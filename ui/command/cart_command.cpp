// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/feed/cart_codec.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::CartCommand)
};

QList<Column> columns()
{
    return {{u"name"_s, Texts::tr("Name")},
            {u"line_count"_s, Texts::tr("Lines"), Align::End},
            {u"total"_s, Texts::tr("Amount"), Align::End},
            {u"by_name"_s, Texts::tr("Parked by")},
            {u"register_name"_s, Texts::tr("At")},
            {u"at"_s, Texts::tr("When")}};
}

QList<Column> detailColumns()
{
    QList<Column> all = columns();
    all.append({{u"customer_name"_s, Texts::tr("Customer")},
                {u"items"_s, Texts::tr("Items")},
                {u"coupons"_s, Texts::tr("Coupons")},
                {u"points"_s, Texts::tr("Points")},
                {u"note"_s, Texts::tr("Note")},
                {u"customer_note"_s, Texts::tr("On the receipt")},
                {u"id"_s, Texts::tr("Id")}});
    return all;
}

QJsonObject cartJson(const sync::ParkedCartView &view)
{
    QJsonObject json = codec::toJson(view.cart);
    json.insert(u"schema"_s, u"cart/1"_s);
    json.insert(u"by_name"_s, view.byName);
    json.insert(u"register_name"_s, view.registerName);
    json.insert(u"customer_name"_s, view.customerName);
    json.insert(u"line_count"_s, qint64(view.cart.lines.size()));
    return json;
}

Answer shownAnswer(const presenters::ShownCart &shown)
{
    QJsonObject json = cartJson(shown.view);
    json.insert(u"items"_s, QJsonArray::fromStringList(shown.lines));
    return {.schema = u"cart/1"_s, .object = json, .columns = detailColumns()};
}

QCoro::Task<Result<Answer>> listCarts(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto carts = co_await (*services)->carts.list();
    if (!carts)
        co_return failure(carts.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"cart-list/1"_s, .columns = columns()};
    for (const sync::ParkedCartView &view : *carts)
        answer.items.append(cartJson(view));
    co_return answer;
}

QCoro::Task<Result<Answer>> showCart(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto shown = co_await (*services)->carts.find(session.invocation().argument(0));
    if (!shown)
        co_return failure(shown.error());
    co_return shownAnswer(*shown);
}

QCoro::Task<Result<Answer>> discardCart(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const QString word = session.invocation().argument(0);
    if (const Result<void> agreed =
            session.confirm(Texts::tr("Nobody can go on with “%1” after that. Discard it?").arg(word));
        !agreed)
        co_return failure(agreed.error());
    const auto shown = co_await (*services)->carts.discard(word);
    if (!shown)
        co_return failure(shown.error());
    co_return shownAnswer(*shown);
}

Argument nameArgument()
{
    return {.name = u"NAME"_s, .help = Texts::tr("the name under which it is parked, or its id")};
}

} // namespace

Noun cartNoun()
{
    return {.name = u"cart"_s,
            .summary = Texts::tr("list, show and discard the sales that are parked here"),
            .verbs = {{.name = u"list"_s,
                       .summary = Texts::tr("Lists the sales that wait at this place, the oldest first."),
                       .examples = {{u"crema cart list"_s, {}}, {u"crema cart list --json"_s, {}}},
                       .common = {u"sort"_s},
                       .notes = Texts::tr("Every till of the place sees them and may go on with them."),
                       .handler = listCarts},
                      {.name = u"show"_s,
                       .summary = Texts::tr("Shows what is in a parked sale."),
                       .examples = {{u"crema cart show 'Table 4'"_s, {}}},
                       .arguments = {nameArgument()},
                       .handler = showCart},
                      {.name = u"discard"_s,
                       .summary = Texts::tr("Lets go of a parked sale that nobody wants any more."),
                       .examples = {{u"crema cart discard 'Table 4' --yes"_s, {}}},
                       .arguments = {nameArgument()},
                       .common = {u"yes"_s},
                       .handler = discardCart}}};
}

} // namespace crema::command
