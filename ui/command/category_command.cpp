// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/feed/entity_codec.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::CategoryCommand)
};

QCoro::Task<Result<Answer>> listCategories(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto categories = co_await (*services)->products.categories();
    if (!categories)
        co_return failure(categories.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"category-list/1"_s,
                  .columns = {{u"name"_s, Texts::tr("Name")},
                              {u"archived"_s, Texts::tr("Archived")},
                              {u"id"_s, Texts::tr("Id")}}};
    for (const Category &category : *categories) {
        QJsonObject item = codec::toJson(category);
        item.insert(u"schema"_s, u"category/1"_s);
        answer.items.append(item);
    }
    co_return answer;
}

} // namespace

Noun categoryNoun()
{
    return {.name = u"category"_s,
            .summary = Texts::tr("list the categories of the catalog"),
            .verbs = {{.name = u"list"_s,
                       .summary = Texts::tr("Lists the categories of the catalog."),
                       .examples = {{u"crema category list"_s, {}}, {u"crema category list --json"_s, {}}},
                       .common = {u"sort"_s, u"limit"_s},
                       .handler = listCategories}}};
}

} // namespace crema::command
