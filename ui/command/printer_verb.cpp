// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/printer_verb.h"

#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/printing/printer_presenter.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::PrinterVerb)
};

Answer answerFor(const PrinterPresenter &printer)
{
    Answer answer{.schema = u"printer/1"_s,
                  .object = {{u"address"_s, textOrNull(printer.address())},
                             {u"profile"_s, textOrNull(printer.profile())},
                             {u"columns"_s, printer.columns().isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                        : QJsonValue(printer.columns().toInt())}},
                  .columns = {{u"address"_s, Texts::tr("Printer")},
                              {u"profile"_s, Texts::tr("Kind")},
                              {u"columns"_s, Texts::tr("Characters in a line")}}};
    if (printer.address().isEmpty())
        answer.sentence = Texts::tr("No printer is set on this computer.");
    return answer;
}

tl::unexpected<Problem> notAsked(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, u"usage.argument"_s, message, hint);
}

Result<Answer> setPrinter(PrinterPresenter &printer, const Invocation &invocation)
{
    if (invocation.argument(1).isEmpty())
        return notAsked(Texts::tr("Which printer?"), Texts::tr("crema device printer set HOST, /dev/usb/lp0 or "
                                                               "cups:NAME; crema device printer none for none."));
    const auto columns = invocation.number(u"columns");
    const Result<void> set = printer.set(invocation.argument(1), invocation.text(u"profile").value_or(QString()),
                                         columns ? QString::number(*columns) : QString());
    if (!set)
        return failure(set.error());
    Answer answer = answerFor(printer);
    answer.next = u"crema device printer test"_s;
    return answer;
}

QCoro::Task<Result<Answer>> testPrinter(PrinterPresenter &printer)
{
    const Result<void> printed = co_await printer.test();
    if (!printed)
        co_return failure(printed.error());
    Answer answer = answerFor(printer);
    answer.sentence = Texts::tr("The test page is printed.");
    co_return answer;
}

QCoro::Task<Result<Answer>> runPrinter(Session &session)
{
    PrinterPresenter *printer = session.environment().printer;
    if (printer == nullptr)
        co_return notAsked(Texts::tr("This program prints nothing."), {});
    const QString action = session.invocation().argument(0);
    if (action == u"set")
        co_return setPrinter(*printer, session.invocation());
    if (action == u"test")
        co_return co_await testPrinter(*printer);
    if (action == u"none") {
        if (const Result<void> none = printer->set({}, {}, {}); !none)
            co_return failure(none.error());
    }
    co_return answerFor(*printer);
}

} // namespace

Verb printerVerb()
{
    return {.name = u"printer"_s,
            .summary = Texts::tr("Shows, sets and tries the receipt printer of this computer."),
            .examples = {{u"crema device printer set 192.168.1.50 --profile epson-tm-t88"_s, {}},
                         {u"crema device printer set cups:Receipts"_s, Texts::tr("A queue of CUPS.")},
                         {u"crema device printer test"_s, {}},
                         {u"crema device printer show --json"_s, {}}},
            .arguments = {{.name = u"ACTION"_s,
                           .help = Texts::tr("show (as without it), set, none or test"),
                           .optional = true,
                           .choices = {u"show"_s, u"set"_s, u"none"_s, u"test"_s}},
                          {.name = u"ADDRESS"_s,
                           .help = Texts::tr("for set: HOST[:9100], a device file, or cups:NAME"),
                           .optional = true}},
            .flags = {{.name = u"profile"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"KIND"_s,
                       .help = Texts::tr("which kind of printer it is")},
                      {.name = u"columns"_s,
                       .kind = Flag::Kind::Number,
                       .value = u"N"_s,
                       .help = Texts::tr("characters in a line (as its kind has)"),
                       .minimum = PrinterSetup::fewestColumns,
                       .maximum = PrinterSetup::mostColumns}},
            .notes = Texts::tr("Once a printer is set, the window and the terminal of this computer print each receipt "
                               "by themselves, also those that run already. Kinds: %1.")
                         .arg(printerProfileIds().join(u", "_s)),
            .handler = runPrinter};
}

} // namespace crema::command
