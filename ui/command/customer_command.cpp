// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/table/filter_words.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::CustomerCommand)
};

QList<Column> columns()
{
    return {{u"name"_s, Texts::tr("Name")},
            {u"email"_s, Texts::tr("E-mail")},
            {u"phone"_s, Texts::tr("Phone")},
            {u"tax_id"_s, Texts::tr("Tax id")},
            {u"id"_s, Texts::tr("Id")}};
}

Answer answerFor(const Customer &customer)
{
    return {.schema = u"customer/1"_s, .object = customerJson(customer), .columns = columns()};
}

QCoro::Task<Result<Answer>> listCustomers(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const std::int64_t limit = invocation.has(u"sort") ? 1000 : invocation.number(u"limit").value_or(100);
    const auto customers = co_await (*services)->customers.find(invocation.text(u"filter").value_or(QString()), limit);
    if (!customers)
        co_return failure(customers.error());
    const QString condition = presenters::conditionIn(session.invocation().text(u"filter").value_or(QString()));
    if (customers->isEmpty() && !condition.isEmpty()) {
        co_return failure(presenters::unknownFilter(
            condition, Texts::tr("Customers take words of their name, mail address, phone or tax number.")));
    }
    Answer answer{.shape = Answer::Shape::List, .schema = u"customer-list/1"_s, .columns = columns()};
    for (const Customer &customer : *customers)
        answer.items.append(customerJson(customer));
    co_return answer;
}

QCoro::Task<Result<Answer>> showCustomer(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto customer = co_await (*services)->customers.byWords(session.invocation().argument(0));
    if (!customer)
        co_return failure(customer.error());
    co_return answerFor(*customer);
}

QCoro::Task<Result<Answer>> createCustomer(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto text = [&](QStringView flag) { return invocation.text(flag).value_or(QString()); };
    Customer customer;
    customer.name = text(u"name");
    customer.email = text(u"email");
    customer.phone = text(u"phone");
    customer.taxId = text(u"tax-id");
    customer.notes = text(u"notes");
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto created = co_await (*services)->customers.create(customer);
    if (!created)
        co_return failure(created.error());
    Answer answer = answerFor(*created);
    answer.object.insert(u"state"_s, u"queued"_s);
    co_return answer;
}

QCoro::Task<Result<Answer>> editCustomer(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto edited = co_await (*services)->customers.edit(invocation.argument(0), invocation.arguments.mid(1));
    if (!edited)
        co_return failure(edited.error());
    co_return answerFor(*edited);
}

Flag textFlag(const QString &name, const QString &help)
{
    return {.name = name, .kind = Flag::Kind::Text, .value = u"TEXT"_s, .help = help};
}

Verb createVerb()
{
    Flag name = textFlag(u"name"_s, Texts::tr("what the customer is called"));
    name.required = true;
    return {.name = u"create"_s,
            .summary = Texts::tr("Adds a customer. Works offline."),
            .examples = {{u"crema customer create --name 'Ada Lovelace' --email ada@example.com"_s, {}}},
            .flags = {name, textFlag(u"email"_s, Texts::tr("e-mail address")),
                      textFlag(u"phone"_s, Texts::tr("phone number")), textFlag(u"tax-id"_s, Texts::tr("tax number")),
                      textFlag(u"notes"_s, Texts::tr("what staff should know"))},
            .handler = createCustomer};
}

} // namespace

Noun customerNoun()
{
    const Argument who{.name = u"WHO"_s, .help = Texts::tr("an id, or words that fit one customer")};
    return {.name = u"customer"_s,
            .summary = Texts::tr("list, show, create and edit customers"),
            .verbs = {{.name = u"list"_s,
                       .summary = Texts::tr("Lists customers by name."),
                       .examples = {{u"crema customer list --filter ada"_s, {}}},
                       .common = {u"filter"_s, u"sort"_s, u"limit"_s},
                       .handler = listCustomers},
                      {.name = u"show"_s,
                       .summary = Texts::tr("Shows one customer."),
                       .examples = {{u"crema customer show ada@example.com --json"_s, {}}},
                       .arguments = {who},
                       .handler = showCustomer},
                      createVerb(),
                      {.name = u"edit"_s,
                       .summary = Texts::tr("Changes a customer."),
                       .examples = {{u"crema customer edit ada phone=01234567"_s, {}}},
                       .arguments = {who,
                                     {.name = u"FIELD=VALUE"_s,
                                      .help = Texts::tr("what to change, and to what"),
                                      .repeated = true}},
                       .notes = Texts::tr("Fields: name, email, phone, tax_id, notes, archived (yes or no)."),
                       .handler = editCustomer}}};
}

} // namespace crema::command
