// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/serial_verb.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/scanner/scanner_presenter.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::ScannerCommand)
};

/// scanner/1
Answer answerFor(const ScannerPresenter &scanner)
{
    const ScannerSetup &setup = scanner.setup();
    return {.schema = u"scanner/1"_s,
            .object = {{u"schema"_s, u"scanner/1"_s},
                       {u"prefix"_s, textOrNull(setup.prefix)},
                       {u"suffix"_s, textOrNull(setup.suffix)},
                       {u"mean_gap_ms"_s, qint64(setup.meanGapMs)},
                       {u"gap_ms"_s, qint64(setup.gapMs)},
                       {u"sounds"_s, scanSoundsText(setup.sounds)}},
            .columns = {{u"prefix"_s, Texts::tr("Before each code")},
                        {u"suffix"_s, Texts::tr("Behind each code")},
                        {u"mean_gap_ms"_s, Texts::tr("Ms for each character")},
                        {u"gap_ms"_s, Texts::tr("Longest pause in ms")},
                        {u"sounds"_s, Texts::tr("Sounds")}}};
}

tl::unexpected<Problem> refused(const QString &message, const QString &hint = {})
{
    return failure(ProblemKind::Invalid, u"usage.argument"_s, message, hint);
}

QCoro::Task<Result<Answer>> showScanner(Session &session)
{
    const ScannerPresenter *scanner = session.environment().scanner;
    if (scanner == nullptr)
        co_return refused(Texts::tr("This program has no scanner of its own."));
    co_return answerFor(*scanner);
}

QCoro::Task<Result<Answer>> setScanner(Session &session)
{
    ScannerPresenter *scanner = session.environment().scanner;
    if (scanner == nullptr)
        co_return refused(Texts::tr("This program has no scanner of its own."));
    const Invocation &invocation = session.invocation();
    ScannerSetup setup = scanner->setup();
    setup.prefix = invocation.text(u"prefix").value_or(setup.prefix);
    setup.suffix = invocation.text(u"suffix").value_or(setup.suffix);
    setup.meanGapMs = invocation.number(u"gap").value_or(setup.meanGapMs);
    setup.gapMs = std::max(setup.gapMs, setup.meanGapMs * 2);
    setup.sounds = scanSoundsOf(invocation.text(u"sounds").value_or(scanSoundsText(setup.sounds)));
    if (const Result<void> set = scanner->set(setup); !set)
        co_return failure(set.error());
    co_return answerFor(*scanner);
}

QCoro::Task<Result<Answer>> resetScanner(Session &session)
{
    ScannerPresenter *scanner = session.environment().scanner;
    if (scanner == nullptr)
        co_return refused(Texts::tr("This program has no scanner of its own."));
    scanner->reset();
    co_return answerFor(*scanner);
}

} // namespace

Noun scannerNoun()
{
    return {.name = u"scanner"_s,
            .summary = Texts::tr("see and change how the scanner of this device is read"),
            .verbs = {{.name = u"show"_s,
                       .summary = Texts::tr("Shows what the scanner sends around a code, and how fast it may be."),
                       .examples = {{u"crema scanner show --json"_s, {}}},
                       .handler = showScanner},
                      {.name = u"set"_s,
                       .summary = Texts::tr("Sets what three scans would teach."),
                       .examples = {{u"crema scanner set --prefix '~' --gap 60"_s, {}},
                                    {u"crema scanner set --sounds off"_s, {}}},
                       .flags = {{.name = u"prefix"_s,
                                  .kind = Flag::Kind::Text,
                                  .value = u"TEXT"_s,
                                  .help = Texts::tr("what it sends before each code")},
                                 {.name = u"suffix"_s,
                                  .kind = Flag::Kind::Text,
                                  .value = u"SIGN"_s,
                                  .help = Texts::tr("one sign behind it, besides Enter or Tab")},
                                 {.name = u"gap"_s,
                                  .kind = Flag::Kind::Number,
                                  .value = u"MS"_s,
                                  .help = Texts::tr("a scan is faster for each character"),
                                  .minimum = ScannerSetup::usualMeanGapMs,
                                  .maximum = ScannerSetup::longestMeanGapMs},
                                 {.name = u"sounds"_s,
                                  .kind = Flag::Kind::Choice,
                                  .value = u"WHEN"_s,
                                  .help = Texts::tr("automatic, on or off"),
                                  .choices = {u"automatic"_s, u"on"_s, u"off"_s}}},
                       .notes = Texts::tr(
                           "Window and terminal of this device take it over at once. The page “Scanner” of the "
                           "window, and 8 Till, 0 Keys, scanner of the terminal, learn it from three scans."),
                       .handler = setScanner},
                      {.name = u"reset"_s,
                       .summary = Texts::tr("Reads the scanner as usual again."),
                       .examples = {{u"crema scanner reset"_s, {}}},
                       .handler = resetScanner},
                      serialVerb()}};
}

} // namespace crema::command
