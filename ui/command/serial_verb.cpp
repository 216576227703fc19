// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/serial_verb.h"

#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/scanner/serial_scanner.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::SerialVerb)
};

/// "serial.busy" is "busy".
QString stateWord(const SerialScanner &serial, const Result<void> &looked)
{
    if (!serial.setup().isSet())
        return u"none"_s;
    return looked ? u"ready"_s : looked.error().code.section(u'.', -1);
}

/// serial-scanner/1
Answer answerFor(SerialScanner &serial)
{
    const SerialSetup &setup = serial.setup();
    const Result<void> looked = setup.isSet() ? serial.look() : Result<void>();
    QJsonArray ports;
    for (const SerialDevice &device : serial.devices())
        ports.append(QJsonObject{{u"path"_s, device.path}, {u"name"_s, textOrNull(device.name)}});
    Answer answer{.schema = u"serial-scanner/1"_s,
                  .object = {{u"schema"_s, u"serial-scanner/1"_s},
                             {u"path"_s, textOrNull(setup.path)},
                             {u"baud"_s, setup.baud},
                             {u"frame"_s, setup.frame},
                             {u"ending"_s, serialEndingText(setup.ending)},
                             {u"prefix"_s, textOrNull(setup.prefix)},
                             {u"suffix"_s, textOrNull(setup.suffix)},
                             {u"gap_ms"_s, qint64(setup.gapMs)},
                             {u"state"_s, stateWord(serial, looked)},
                             {u"ports"_s, ports}},
                  .columns = {{u"path"_s, Texts::tr("Port")},
                              {u"baud"_s, Texts::tr("Baud")},
                              {u"frame"_s, Texts::tr("Frame")},
                              {u"ending"_s, Texts::tr("Ends each code")},
                              {u"prefix"_s, Texts::tr("Before each code")},
                              {u"suffix"_s, Texts::tr("Behind each code")},
                              {u"gap_ms"_s, Texts::tr("Longest pause in ms")},
                              {u"state"_s, Texts::tr("State")}}};
    if (!looked)
        answer.warnings = {looked.error().message, looked.error().hint};
    if (!setup.isSet())
        answer.sentence = Texts::tr("No serial scanner is set on this device.");
    return answer;
}

tl::unexpected<Problem> refused(const QString &message, const QString &hint = {})
{
    return failure(ProblemKind::Invalid, u"usage.argument"_s, message, hint);
}

Result<SerialSetup> asked(const SerialScanner &serial, const Invocation &invocation)
{
    SerialSetup setup = serial.setup();
    if (!invocation.argument(1).isEmpty())
        setup.path = invocation.argument(1);
    if (!setup.isSet())
        return refused(Texts::tr("Which port?"),
                       Texts::tr("crema scanner serial show --json lists those that are there."));
    if (const auto baud = invocation.text(u"baud"))
        setup.baud = baud->toInt();
    setup.frame = invocation.text(u"frame").value_or(setup.frame);
    if (const auto ending = invocation.text(u"ending"))
        setup.ending = serialEndingOf(*ending).value_or(setup.ending);
    setup.prefix = invocation.text(u"prefix").value_or(setup.prefix);
    setup.suffix = invocation.text(u"suffix").value_or(setup.suffix);
    setup.gapMs = invocation.number(u"gap").value_or(setup.gapMs);
    return setup;
}

QCoro::Task<Result<Answer>> runSerial(Session &session)
{
    SerialScanner *serial = session.environment().serial;
    if (serial == nullptr)
        co_return refused(Texts::tr("This program has no scanner of its own."));
    const Invocation &invocation = session.invocation();
    const QString action = invocation.argument(0);
    SerialSetup wanted = serial->setup();
    if (action == u"set") {
        const Result<SerialSetup> setup = asked(*serial, invocation);
        if (!setup)
            co_return failure(setup.error());
        wanted = *setup;
    } else if (action == u"none") {
        wanted.path.clear();
    }
    if (wanted != serial->setup()) {
        if (const Result<void> set = serial->set(wanted); !set)
            co_return failure(set.error());
    }
    co_return answerFor(*serial);
}

QStringList baudWords()
{
    QStringList words;
    for (const int baud : serialBauds())
        words.append(QString::number(baud));
    return words;
}

} // namespace

Verb serialVerb()
{
    return {.name = u"serial"_s,
            .summary = Texts::tr("Shows and sets the scanner at a serial port."),
            .examples = {{u"crema scanner serial set /dev/ttyACM0"_s, {}},
                         {u"crema scanner serial set /dev/ttyUSB0 --baud 115200 --ending crlf"_s, {}},
                         {u"crema scanner serial show --json"_s, Texts::tr("Also lists the ports that are there.")},
                         {u"crema scanner serial none"_s, {}}},
            .arguments = {{.name = u"ACTION"_s,
                           .help = Texts::tr("show (as without it), set or none"),
                           .optional = true,
                           .choices = {u"show"_s, u"set"_s, u"none"_s}},
                          {.name = u"PORT"_s,
                           .help = Texts::tr("for set: its path, such as /dev/ttyACM0"),
                           .optional = true}},
            .flags = {{.name = u"baud"_s,
                       .kind = Flag::Kind::Choice,
                       .value = u"N"_s,
                       .help = Texts::tr("the speed of the line"),
                       .choices = baudWords()},
                      {.name = u"frame"_s,
                       .kind = Flag::Kind::Choice,
                       .value = u"BITS"_s,
                       .help = Texts::tr("data bits, parity, stop bits"),
                       .choices = serialFrames()},
                      {.name = u"ending"_s,
                       .kind = Flag::Kind::Choice,
                       .value = u"END"_s,
                       .help = Texts::tr("what ends each code"),
                       .choices = {u"cr"_s, u"lf"_s, u"crlf"_s, u"none"_s}},
                      {.name = u"prefix"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("what it sends before each code")},
                      {.name = u"suffix"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("what it sends behind each code")},
                      {.name = u"gap"_s,
                       .kind = Flag::Kind::Number,
                       .value = u"MS"_s,
                       .help = Texts::tr("no pause within a code is longer"),
                       .minimum = SerialSetup::shortestGapMs,
                       .maximum = SerialSetup::longestGapMs}},
            .notes = Texts::tr("Window and terminal of this device take it over at once; the first of them that runs "
                               "holds the port, and “state” says “busy” then."),
            .handler = runSerial};
}

} // namespace crema::command
