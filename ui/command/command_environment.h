// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QCoroTask>
#include <QLocale>
#include <QString>

#include <functional>

class QIODevice;

namespace crema {
class KeyBook;
class PrinterPresenter;
class ScannerPresenter;
class SerialScanner;
} // namespace crema
namespace crema::presenters {
class Services;
}

namespace crema::command {

struct HandedVerb;

/// What a verb may do with the local store. Reading verbs never take it from a program that is selling; one that
/// creates may also make it where CREMA_STORE says, which for all others is a slip of the hand.
enum class StoreAccess { Read, Write, Create };

/// The code of `openServices` when another program holds the store and will run the verb (ADR 020).
inline const QString heldElsewhere = QStringLiteral("store.held_elsewhere");
/// The code of `handOver` when the holder ended before it took the verb, so that the verb may begin again here.
inline const QString notBegun = QStringLiteral("store.not_begun");

/// Everything of the outside world that the command line touches. The program fills it with the real things,
/// a test with its own.
struct CommandEnvironment {
    std::function<void(const QByteArray &bytes)> writeOut;   ///< data
    std::function<void(const QByteArray &bytes)> writeError; ///< everything else
    /// Why some of what `writeOut` was given did not get out; empty while all of it did. Never empty itself.
    std::function<QString()> outputFailure = [] { return QString(); };
    QIODevice *input = nullptr; ///< standard input, open for reading
    /// Asks for a line that is not shown, for passwords and PINs; only called when `inputIsTerminal`.
    std::function<Result<QString>(const QString &prompt)> askSecret;
    /// Asks yes or no; only called when `inputIsTerminal`.
    std::function<bool(const QString &question)> askYesNo;
    bool outputIsTerminal = false;
    bool errorIsTerminal = false;
    bool inputIsTerminal = false;
    int columns = 80;                                     ///< width of the terminal
    std::function<QString(const QString &name)> variable; ///< environment variables; empty when not set
    QString folder;                                       ///< relative paths begin here; empty: where the process is
    QString logFolder;                                    ///< where the programs of this device write their logs
    QLocale locale;
    Clock *clock = nullptr;
    PrinterPresenter *printer = nullptr; ///< of this computer; null where a verb runs for another program
    KeyBook *keys = nullptr;             ///< of this device; null where a verb runs for another program
    ScannerPresenter *scanner = nullptr; ///< the same
    SerialScanner *serial = nullptr;     ///< the same
    /// Opens the local store, once; the services live as long as the program. Verbs that need no store never call it.
    std::function<QCoro::Task<Result<presenters::Services *>>(StoreAccess access)> openServices;
    /// Has the program that holds the store run the verb, which writes to this environment's streams, and answers its
    /// exit code. Only after `openServices` failed with `heldElsewhere`; empty where nothing is ever handed over.
    std::function<QCoro::Task<Result<int>>(HandedVerb verb)> handOver;
    /// Whether the verb is to end after the record it is at; cheap, asked before each record. Never empty.
    std::function<bool()> stopRequested = [] { return false; };

    /// A path as it was typed, for opening it.
    [[nodiscard]] QString pathOf(const QString &typed) const;
};

/// Standard input, output and error of this process, its environment variables, its terminal and the system locale.
/// `clock` and `openServices` are left for the program to fill.
[[nodiscard]] CommandEnvironment processEnvironment();

} // namespace crema::command
