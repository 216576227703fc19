// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/approver_flags.h"
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include "models/base/json.h"
#include "models/giftcards/gift_code.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::GiftCardCommand)
};

QList<Column> columns()
{
    return {{u"last_digits"_s, Texts::tr("Ends in")},
            {u"customer_name"_s, Texts::tr("Customer")},
            {u"balance"_s, Texts::tr("Balance"), Align::End},
            {u"state"_s, Texts::tr("State")},
            {u"expires"_s, Texts::tr("Expires")},
            {u"id"_s, Texts::tr("Id")}};
}

QList<Column> detailColumns()
{
    QList<Column> all = columns();
    all.insert(3, {u"payable"_s, Texts::tr("Pays here now")});
    all.append({u"entries.at"_s, Texts::tr("When")});
    all.append({u"entries.kind"_s, Texts::tr("What")});
    all.append({u"entries.amount"_s, Texts::tr("Amounts")});
    return all;
}

Answer answerOf(const presenters::GiftCardView &view)
{
    return {.schema = u"gift-card/1"_s, .object = giftCardJson(view), .columns = detailColumns()};
}

QCoro::Task<Result<Answer>> issueCard(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto issued = co_await (*services)->giftCards.issue();
    if (!issued)
        co_return failure(issued.error());
    QJsonObject json = giftCardJson({.card = issued->card, .payable = issued->card.balance});
    json.insert(u"code"_s, groupedGiftCode(issued->code));
    QList<Column> shown = columns();
    shown.prepend({u"code"_s, Texts::tr("Code")});
    Answer answer{.schema = u"gift-card/1"_s, .object = json, .columns = shown};
    answer.warnings.append(Texts::tr("The code is shown this once. Nothing is on the card until a sale loads it."));
    co_return answer;
}

QCoro::Task<Result<Answer>> showCard(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const presenters::GiftCardsPresenter &cards = (*services)->giftCards;
    const QString customer = invocation.text(u"customer").value_or(QString());
    auto finding = customer.isEmpty() ? cards.find(invocation.argument(0)) : cards.creditOf(customer);
    const auto view = co_await finding;
    if (!view)
        co_return failure(view.error());
    co_return answerOf(*view);
}

QCoro::Task<Result<Answer>> listCards(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto cards = co_await (*services)->giftCards.list(session.invocation().number(u"limit").value_or(100));
    if (!cards)
        co_return failure(cards.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"gift-card-list/1"_s, .columns = columns()};
    for (const presenters::GiftCardView &view : *cards)
        answer.items.append(giftCardJson(view));
    co_return answer;
}

QCoro::Task<Result<Answer>> setState(Session &session, GiftCardState state)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const Result<std::optional<presenters::ApproverWord>> approver = approverOf(session);
    if (!approver)
        co_return failure(approver.error());
    const auto view = co_await (*services)->giftCards.setState(session.invocation().argument(0), state, *approver);
    if (!view)
        co_return failure(view.error());
    co_return answerOf(*view);
}

QCoro::Task<Result<Answer>> blockCard(Session &session)
{
    return setState(session, GiftCardState::Blocked);
}

QCoro::Task<Result<Answer>> unblockCard(Session &session)
{
    return setState(session, GiftCardState::Active);
}

QCoro::Task<Result<Answer>> adjustCard(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const Result<std::optional<presenters::ApproverWord>> approver = approverOf(session);
    if (!approver)
        co_return failure(approver.error());
    const std::int64_t added = invocation.number(u"add").value_or(0);
    const std::int64_t taken = invocation.number(u"take").value_or(0);
    const auto view = co_await (*services)->giftCards.adjust(
        invocation.argument(0), invocation.text(u"customer").value_or(QString()), added - taken,
        invocation.text(u"reason").value_or(QString()), *approver);
    if (!view)
        co_return failure(view.error());
    co_return answerOf(*view);
}

QCoro::Task<Result<Answer>> loadCard(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    presenters::SaleWords words;
    words.giftCards = {u"%1:%2"_s.arg(invocation.argument(0)).arg(invocation.number(u"amount").value_or(0))};
    words.tenders = invocation.all(u"tender");
    const auto sale = co_await (*services)->sales.create(words);
    if (!sale)
        co_return failure(sale.error());
    const auto view = co_await (*services)->giftCards.find(invocation.argument(0));
    if (!view)
        co_return failure(view.error());
    Answer answer = answerOf(*view);
    answer.next = u"crema sale receipt "_s + sale->sale.number;
    co_return answer;
}

Argument cardArgument(bool optional = false)
{
    return {.name = u"CARD"_s, .help = Texts::tr("its code, its id, or its last four digits"), .optional = optional};
}

Flag customerFlag()
{
    return {.name = u"customer"_s,
            .kind = Flag::Kind::Text,
            .value = u"WHO"_s,
            .help = Texts::tr("the store credit of this customer instead")};
}

Flag minorFlag(const QString &name, const QString &help)
{
    return {.name = name,
            .kind = Flag::Kind::Number,
            .value = u"MINOR"_s,
            .help = help,
            .minimum = 1,
            .maximum = json::maxInteger};
}

Verb adjustVerb()
{
    return {.name = u"adjust"_s,
            .summary = Texts::tr("Changes what is on a card or a store credit."),
            .examples = {{u"crema gift-card adjust 3436 --take 500 --reason 'loaded twice'"_s, {}},
                         {u"crema gift-card adjust --customer mira --add 1000 --reason 'as an apology'"_s, {}}},
            .arguments = {cardArgument(true)},
            .flags = {customerFlag(),
                      minorFlag(u"add"_s, Texts::tr("put on it")),
                      minorFlag(u"take"_s, Texts::tr("taken off it")),
                      {.name = u"reason"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("why, on one line"),
                       .required = true},
                      approverFlag(),
                      approverPinFlag()},
            .handler = adjustCard};
}

} // namespace

Noun giftCardNoun()
{
    return {
        .name = u"gift-card"_s,
        .summary = Texts::tr("make, look at, block and adjust gift cards"),
        .verbs = {{.name = u"issue"_s,
                   .summary = Texts::tr("Makes a card with nothing on it, and shows its code."),
                   .examples = {{u"crema gift-card issue"_s, {}}},
                   .handler = issueCard},
                  {.name = u"show"_s,
                   .summary = Texts::tr("Shows what is on a card or a store credit."),
                   .examples = {{u"crema gift-card show 3436"_s, {}}, {u"crema gift-card show --customer mira"_s, {}}},
                   .arguments = {cardArgument(true)},
                   .flags = {customerFlag()},
                   .handler = showCard},
                  {.name = u"list"_s,
                   .summary = Texts::tr("Lists cards and store credit, the newest first."),
                   .examples = {{u"crema gift-card list --json"_s, {}}},
                   .common = {u"sort"_s, u"limit"_s},
                   .handler = listCards},
                  {.name = u"load"_s,
                   .summary = Texts::tr("Sells what is put on a card: a sale of its own."),
                   .examples = {{u"crema gift-card load 3436 --amount 2500 --tender cash:2500"_s, {}}},
                   .arguments = {cardArgument()},
                   .flags = {{.name = u"amount"_s,
                              .kind = Flag::Kind::Number,
                              .value = u"MINOR"_s,
                              .help = Texts::tr("how much is put on it"),
                              .minimum = 1,
                              .maximum = json::maxInteger,
                              .required = true},
                             {.name = u"tender"_s,
                              .kind = Flag::Kind::Text,
                              .value = u"METHOD:MINOR"_s,
                              .help = Texts::tr("how it is paid, as in crema sale create"),
                              .repeated = true,
                              .required = true}},
                   .handler = loadCard},
                  {.name = u"block"_s,
                   .summary = Texts::tr("Blocks a card that was lost or stolen."),
                   .examples = {{u"crema gift-card block 3436"_s, {}}},
                   .arguments = {cardArgument()},
                   .flags = {approverFlag(), approverPinFlag()},
                   .handler = blockCard},
                  {.name = u"unblock"_s,
                   .summary = Texts::tr("Lets a card pay again."),
                   .examples = {{u"crema gift-card unblock 3436"_s, {}}},
                   .arguments = {cardArgument()},
                   .flags = {approverFlag(), approverPinFlag()},
                   .handler = unblockCard},
                  adjustVerb()}};
}

} // namespace crema::command
