// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/money_json.h"
#include "ui/command/approver_flags.h"
#include "ui/command/commands.h"
#include "ui/command/customer_history_verbs.h"
#include "ui/command/output_file.h"
#include "ui/command/session.h"
#include "ui/command/sign_in_at_platform.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/customers/private_file.h"
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
            {u"card"_s, Texts::tr("Card", "of a customer")},
            {u"consent.state"_s, Texts::tr("Offers by e-mail")},
            {u"id"_s, Texts::tr("Id")}};
}

/// Of one customer also how and since when.
QList<Column> detailColumns()
{
    QList<Column> shown = columns();
    shown.insert(shown.size() - 1, {u"consent.source"_s, Texts::tr("Said")});
    shown.insert(shown.size() - 1, {u"consent.at"_s, Texts::tr("Said at")});
    return shown;
}

Answer answerFor(const Customer &customer)
{
    return {.schema = u"customer/1"_s, .object = customerJson(customer), .columns = detailColumns()};
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
    Answer answer = answerFor(*customer);
    const auto merged = co_await (*services)->customers.mergedInto(customer->id);
    if (merged && !merged->isEmpty()) {
        QJsonArray parts;
        for (const Customer &part : *merged) {
            parts.append(customerJson(part));
            answer.warnings.append(
                Texts::tr("%1 (%2) was merged into this customer.").arg(part.name, part.id.toString()));
        }
        answer.object.insert(u"merged"_s, parts);
    }
    co_return answer;
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
    customer.card = text(u"card").trimmed();
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

QCoro::Task<Result<Answer>> eraseCustomer(Session &session)
{
    const QString id = session.invocation().argument(0);
    const auto reason = eraseReasonFromText(session.invocation().text(u"reason").value_or(QString()));
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto customer = co_await (*services)->customers.byId(id);
    if (!customer)
        co_return failure(customer.error());
    const QString question = Texts::tr("Erase everything that is known of %1, here and everywhere? It cannot be taken "
                                       "back; their sales stay without a name.");
    if (const Result<void> confirmed = session.confirm(question.arg(customer->name)); !confirmed)
        co_return failure(confirmed.error());
    const auto erased = co_await (*services)->customers.erase(id, reason.value_or(EraseReason::Requested));
    if (!erased)
        co_return failure(erased.error());
    Answer answer = answerFor(*erased);
    answer.object.insert(u"state"_s, u"queued"_s);
    answer.warnings.append(
        Texts::tr("Erased here. Other devices and the platform follow once this device has sent it."));
    co_return answer;
}

QCoro::Task<Result<Answer>> exportCustomer(Session &session)
{
    const QString typed =
        session.invocation().arguments.size() > 1 ? session.invocation().argument(1) : QString(u"-"_s);
    const Result<OutputFile> file = OutputFile::make(session.environment(), typed);
    if (!file)
        co_return failure(file.error());
    const Result<QString> password = session.secret(u"password-file", u"CREMA_PASSWORD"_s, Texts::tr("Password"));
    if (!password)
        co_return failure(password.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    presenters::PeoplePresenter &people = (*services)->people;
    const Result<Person> account = accountHere(people);
    if (!account)
        co_return failure(account.error());
    if (const auto person = co_await signInAtPlatform(session, people, account->email, *password); !person)
        co_return failure(person.error());
    const auto known = co_await (*services)->customers.exported(session.invocation().argument(0));
    if (!known)
        co_return failure(known.error());
    // Not by way of a file: what is known of somebody stays nowhere but where it was asked for.
    if (file->isStandardOutput())
        co_return Answer{.shape = Answer::Shape::Text, .text = *known};
    if (const Result<void> written = writePrivateFile(file->path(), *known); !written)
        co_return failure(written.error());
    co_return Answer{.schema = u"customer-export-file/1"_s,
                     .object = {{u"bytes"_s, static_cast<qint64>(known->size())}, {u"path"_s, file->path()}},
                     .columns = {{u"bytes"_s, Texts::tr("Bytes"), Align::End}, {u"path"_s, Texts::tr("File")}}};
}

QCoro::Task<Result<Answer>> mergeCustomers(Session &session)
{
    const QString from = session.invocation().argument(0);
    const QString into = session.invocation().text(u"into").value_or(QString());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const presenters::CustomersPresenter &customers = (*services)->customers;
    const auto goes = co_await customers.byId(from);
    if (!goes)
        co_return failure(goes.error());
    const auto stays = co_await customers.byId(into);
    if (!stays)
        co_return failure(stays.error());
    // Who was merged before leads to who stays: then what they got since is moved.
    const QString question =
        goes->id == stays->id
            ? Texts::tr("Move to %1 what was added since to those who were merged into them?").arg(stays->name)
            : Texts::tr("Merge %1 into %2? %2 takes over what only %1 has, with points and store credit.")
                  .arg(goes->name, stays->name);
    if (const Result<void> confirmed = session.confirm(question); !confirmed)
        co_return failure(confirmed.error());
    const Result<std::optional<presenters::ApproverWord>> approver = approverOf(session);
    if (!approver)
        co_return failure(approver.error());
    const auto merged = co_await customers.merge(from, into, *approver);
    if (!merged)
        co_return failure(merged.error());
    Answer answer = answerFor(*merged);
    answer.object.insert(u"state"_s, u"queued"_s);
    co_return answer;
}

QCoro::Task<Result<Answer>> unmergeCustomer(Session &session)
{
    const Result<std::optional<presenters::ApproverWord>> approver = approverOf(session);
    if (!approver)
        co_return failure(approver.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto parted = co_await (*services)->customers.unmerge(session.invocation().argument(0), *approver);
    if (!parted)
        co_return failure(parted.error());
    Answer answer = answerFor(*parted);
    answer.object.insert(u"state"_s, u"queued"_s);
    answer.warnings.append(
        Texts::tr("What was taken over stays where it is: look at the fields, points and store credit of both."));
    co_return answer;
}

QCoro::Task<Result<Answer>> listDuplicates(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto found = co_await (*services)->customers.duplicates(session.invocation().number(u"limit").value_or(100));
    if (!found)
        co_return failure(found.error());
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"customer-duplicate-list/1"_s,
                  .columns = {{u"first.name"_s, Texts::tr("First")},
                              {u"second.name"_s, Texts::tr("Second")},
                              {u"likeness_text"_s, Texts::tr("Why")},
                              {u"first.id"_s, Texts::tr("Id of the first")},
                              {u"second.id"_s, Texts::tr("Id of the second")}}};
    for (const LikelyDuplicate &pair : *found) {
        answer.items.append(QJsonObject{{u"first"_s, customerJson(pair.first)},
                                        {u"second"_s, customerJson(pair.second)},
                                        {u"likeness"_s, likenessName(pair.likeness)},
                                        {u"likeness_text"_s, likenessText(pair.likeness)}});
    }
    co_return answer;
}

Answer answerFor(const presenters::CustomerPoints &customer)
{
    const QJsonObject json{{u"customer"_s, customer.customer.id.toString()},
                           {u"customer_name"_s, customer.customer.name},
                           {u"points"_s, static_cast<qint64>(customer.points.points)},
                           {u"worth"_s, moneyToJson(customer.points.worth)}};
    return {.schema = u"points/1"_s,
            .object = json,
            .columns = {{u"customer_name"_s, Texts::tr("Customer")},
                        {u"points"_s, Texts::tr("Points"), Align::End},
                        {u"worth"_s, Texts::tr("Worth")}}};
}

QCoro::Task<Result<Answer>> customerPoints(Session &session)
{
    const Invocation &invocation = session.invocation();
    const std::optional<std::int64_t> added = invocation.number(u"adjust");
    const auto services = co_await session.services(added ? StoreAccess::Write : StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const presenters::CustomersPresenter &customers = (*services)->customers;
    if (!added) {
        const auto known = co_await customers.points(invocation.argument(0));
        if (!known)
            co_return failure(known.error());
        co_return answerFor(*known);
    }
    const Result<std::optional<presenters::ApproverWord>> approver = approverOf(session);
    if (!approver)
        co_return failure(approver.error());
    const auto adjusted = co_await customers.adjustPoints(invocation.argument(0), *added,
                                                          invocation.text(u"reason").value_or(QString()), *approver);
    if (!adjusted)
        co_return failure(adjusted.error());
    co_return answerFor(*adjusted);
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
                      textFlag(u"notes"_s, Texts::tr("what staff should know")),
                      textFlag(u"card"_s, Texts::tr("the number of their card"))},
            .handler = createCustomer};
}

Verb eraseVerb(const Argument &who)
{
    return {.name = u"erase"_s,
            .summary = Texts::tr("Forgets everything that is known of a customer, for good. Works offline."),
            .examples = {{u"crema customer erase 0193f6a0-0000-7000-8000-000000000060 --yes"_s, {}}},
            .arguments = {who},
            .flags = {{.name = u"reason"_s,
                       .kind = Flag::Kind::Choice,
                       .value = u"REASON"_s,
                       .help = Texts::tr("why; requested when left out"),
                       .choices = {eraseReasonText(EraseReason::Requested), eraseReasonText(EraseReason::NotNeeded)}}},
            .common = {u"yes"_s},
            .notes = Texts::tr("Their sales stay, without a name. Needs the right to manage people."),
            .handler = eraseCustomer};
}

Verb mergeVerb(const Argument &who)
{
    Flag into = textFlag(u"into"_s, Texts::tr("the id of the customer who stays"));
    into.value = u"ID"_s;
    into.required = true;
    return {.name = u"merge"_s,
            .summary = Texts::tr("Makes one of two customers. Works offline."),
            .examples = {{u"crema customer merge $DOUBLE --into $ADA --yes"_s, {}}},
            .arguments = {who},
            .flags = {into, approverFlag(), approverPinFlag()},
            .common = {u"yes"_s},
            .notes = Texts::tr("Who stays takes over what only the other one has, with points and store credit; the "
                               "sales of both show together. \"crema customer duplicates\" proposes pairs."),
            .handler = mergeCustomers};
}

Verb unmergeVerb(const Argument &who)
{
    return {.name = u"unmerge"_s,
            .summary = Texts::tr("Makes two of a customer again who was merged. Works offline."),
            .examples = {{u"crema customer unmerge 0193f6a0-0000-7000-8000-000000000061"_s, {}}},
            .arguments = {who},
            .flags = {approverFlag(), approverPinFlag()},
            .notes = Texts::tr("\"crema customer show\" names who was merged. What was taken over stays."),
            .handler = unmergeCustomer};
}

Verb duplicatesVerb()
{
    return {.name = u"duplicates"_s,
            .summary = Texts::tr("Lists customers who may be there twice, the likeliest first."),
            .examples = {{u"crema customer duplicates --json"_s, {}}},
            .common = {u"limit"_s},
            .handler = listDuplicates};
}

Verb exportVerb(const Argument &who)
{
    return {.name = u"export"_s,
            .summary = Texts::tr("Writes everything that is known of a customer, for them. Asks the platform."),
            .examples = {{u"crema customer export 0193f6a0-0000-7000-8000-000000000060 > ada.json"_s, {}}},
            .arguments = {who,
                          {.name = u"FILE"_s,
                           .help = Texts::tr("what to write; standard output when left out"),
                           .optional = true,
                           .file = true}},
            .flags = {passwordFlag(), codeFlag()},
            .common = {u"no-input"_s},
            .notes = Texts::tr("Asks for the password of who is signed in here, who needs the right to manage people. "
                               "The audit trail says that it was done."),
            .handler = exportCustomer};
}

Verb pointsVerb(const Argument &who)
{
    return {.name = u"points"_s,
            .summary = Texts::tr("Shows the points of a customer, or changes them. Works offline."),
            .examples = {{u"crema customer points ada"_s, {}},
                         {u"crema customer points ada --adjust 50 --reason 'as an apology'"_s, {}}},
            .arguments = {who},
            .flags = {{.name = u"adjust"_s,
                       .kind = Flag::Kind::Number,
                       .value = u"N"_s,
                       .help = Texts::tr("so many are added; below zero: taken away"),
                       .minimum = -1'000'000'000,
                       .maximum = 1'000'000'000},
                      textFlag(u"reason"_s, Texts::tr("why, on one line")),
                      approverFlag(),
                      approverPinFlag()},
            .handler = customerPoints};
}

} // namespace

Noun customerNoun()
{
    const Argument who{.name = u"WHO"_s, .help = Texts::tr("an id, or words that fit one customer")};
    const Argument id{.name = u"ID"_s, .help = Texts::tr("the id of the customer")};
    return {
        .name = u"customer"_s,
        .summary = Texts::tr("list, show, create, edit, merge, export and erase customers; their points"),
        .verbs = {
            {.name = u"list"_s,
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
             .arguments =
                 {who, {.name = u"FIELD=VALUE"_s, .help = Texts::tr("what to change, and to what"), .repeated = true}},
             .notes = Texts::tr(
                 "Fields: name, email, phone, tax_id, notes, card, group, price_list (an id), archived "
                 "(yes or no), marketing (given, withdrawn or unknown; how they said so behind a colon: in_person, "
                 "in_writing, by_phone, by_email, online or other)."),
             .handler = editCustomer},
            customerHistoryVerb(who),
            customerStatementVerb(who),
            pointsVerb(who),
            duplicatesVerb(),
            mergeVerb(id),
            unmergeVerb(id),
            exportVerb(id),
            eraseVerb(id)}};
}

} // namespace crema::command
