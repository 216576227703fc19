// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/held_store.h"

#include "ui/command/command_line.h"

#include <QFile>

namespace crema::handover {
namespace {

QCoro::Task<Result<presenters::Services *>> ready(presenters::Services *services)
{
    co_return services;
}

} // namespace

QCoro::Task<int> runHere(std::shared_ptr<Visit> visit, std::shared_ptr<presenters::Services> services,
                         [[maybe_unused]] std::shared_ptr<void> keepsAlive, Clock &clock, QString logFolder)
{
    const command::HandedVerb &verb = visit->verb();
    QFile input(verb.inputFile);
    const bool hasInput = !verb.inputFile.isEmpty() && input.open(QIODevice::ReadOnly);
    command::CommandEnvironment environment;
    environment.writeOut = [visit](const QByteArray &bytes) { visit->writeOut(bytes); };
    environment.writeError = [visit](const QByteArray &bytes) { visit->writeError(bytes); };
    environment.input = hasInput ? &input : nullptr;
    environment.outputIsTerminal = verb.outputIsTerminal;
    environment.errorIsTerminal = verb.errorIsTerminal;
    environment.columns = verb.columns;
    environment.variable = [visit](const QString &name) { return visit->verb().variables.value(name); };
    environment.folder = verb.folder;
    environment.logFolder = logFolder;
    environment.locale = QLocale(verb.locale);
    environment.clock = &clock;
    environment.openServices = [open = services.get()](command::StoreAccess) { return ready(open); };
    environment.stopRequested = [visit] { return visit->stopRequested(); };
    const int exitCode = co_await command::runVerb(verb.arguments, environment, verb.heard);
    co_return exitCode;
}

} // namespace crema::handover
