// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/system_printer.h"

#include "app/device/printer_line.h"

#include <QCoroFuture>

#include <QCoreApplication>
#include <QProcess>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;
using sync::PrintOrder;

/// Asks for the state of the paper; printed in its turn, so that it is answered behind what was sent before.
const QByteArray question("\x1d\x72\x01");

/// How long a printer that never answers may take to close the line; one that leaves it open has taken everything.
constexpr int closingMs = 2'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Printer", text);
}

tl::unexpected<Problem> unclear()
{
    return failure(ProblemKind::Device, u"printer.unclear"_s,
                   translated("The printer did not say whether it printed everything."),
                   translated("Look at the paper. If something is missing, print a copy."));
}

tl::unexpected<Problem> cutOff()
{
    return failure(ProblemKind::Device, u"printer.cut_off"_s, translated("The printer stopped in the middle."),
                   translated("Look for paper and an open lid. The receipt is printed anew when it goes on."));
}

/// What became of everything, once it was sent.
Result<void> ended(PrinterLine &line, const PrintOrder &order, const PrinterPatience &patience)
{
    if (order.waitsForAnswer) {
        switch (line.hear(patience.answerMs)) {
        case PrinterLine::Heard::Answer: return {};
        case PrinterLine::Heard::End:
        case PrinterLine::Heard::Broken: return cutOff();
        case PrinterLine::Heard::Nothing: return unclear();
        }
    }
    line.endWriting();
    PrinterLine::Heard heard = line.hear(closingMs);
    while (heard == PrinterLine::Heard::Answer)
        heard = line.hear(closingMs);
    return heard == PrinterLine::Heard::Broken ? Result<void>(cutOff()) : Result<void>();
}

Result<void> send(Result<PrinterLine> line, const PrintOrder &order, const PrinterPatience &patience)
{
    if (!line)
        return failure(line.error());
    if (const Result<void> written = line->write(order.bytes, patience.writeMs); !written)
        return written;
    if (order.waitsForAnswer) {
        if (const Result<void> asked = line->write(question, patience.writeMs); !asked)
            return asked;
    }
    return ended(*line, order, patience);
}

Result<void> writeToDevice(const PrintOrder &order, const PrinterPatience &patience, const std::atomic<bool> &stop)
{
    Result<PrinterLine> line = PrinterLine::open(order.address.name, stop);
    if (!line)
        return failure(line.error());
    const Result<void> written = line->write(order.bytes, patience.writeMs);
    return written ? line->drain(patience.writeMs) : written;
}

/// Whether it ended in time; false also after a stop.
bool hasEnded(QProcess &process, int timeoutMs, const std::atomic<bool> &stop)
{
    constexpr int stepMs = 200; // within which a stop is heard
    for (int left = timeoutMs; left > 0 && !stop; left -= stepMs) {
        if (process.waitForFinished(std::min(left, stepMs)))
            return true;
        if (process.state() == QProcess::NotRunning)
            return false; // there is no such program
    }
    return false;
}

Result<void> giveToQueue(const PrintOrder &order, const PrinterPatience &patience, const std::atomic<bool> &stop)
{
    QProcess lp;
    lp.start(u"lp"_s, {u"-s"_s, u"-d"_s, order.address.name, u"-o"_s, u"raw"_s});
    lp.write(order.bytes);
    lp.closeWriteChannel();
    const bool done = hasEnded(lp, patience.connectMs + patience.writeMs, stop);
    if (done && lp.exitStatus() == QProcess::NormalExit && lp.exitCode() == 0)
        return {};
    const QString said = QString::fromLocal8Bit(lp.readAllStandardError()).simplified();
    lp.kill();
    lp.waitForFinished();
    return failure(ProblemKind::Device, u"printer.unreachable"_s,
                   translated("The print queue %1 did not take it: %2")
                       .arg(order.address.name, said.isEmpty() ? lp.errorString() : said),
                   translated("Look at the printers of this computer. Nothing is lost; it is tried again."));
}

Result<void> printed(const PrintOrder &order, const PrinterPatience &patience, const std::atomic<bool> &stop)
{
    const PrinterAddress &address = order.address;
    switch (address.way) {
    case PrinterAddress::Way::Network:
        return send(PrinterLine::connect(address.name, address.port, patience.connectMs, stop), order, patience);
    case PrinterAddress::Way::DeviceFile: return writeToDevice(order, patience, stop);
    case PrinterAddress::Way::Queue: return giveToQueue(order, patience, stop);
    }
    Q_UNREACHABLE();
}

} // namespace

SystemPrinter::SystemPrinter(const PrinterPatience &patience)
    : m_patience(patience), m_stop(std::make_shared<std::atomic<bool>>(false))
{}

SystemPrinter::~SystemPrinter()
{
    *m_stop = true;
}

QCoro::Task<Result<void>> SystemPrinter::print(PrintOrder order)
{
    // A thread only where something is printed.
    if (!m_executor)
        m_executor = std::make_unique<sync::ThreadExecutor>(u"crema-print"_s);
    auto printing = sync::submit(*m_executor, [order = std::move(order), patience = m_patience, stop = m_stop] {
        return printed(order, patience, *stop);
    });
    co_return co_await printing;
}

} // namespace crema
