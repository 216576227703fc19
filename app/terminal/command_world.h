// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_world.h"
#include "app/device/file_preferences.h"
#include "app/device/system_printer.h"
#include "app/device/system_serial_line.h"
#include "app/handover/store_call.h"
#include "reports/documents/page_drawing.h"
#include "ui/command/command_environment.h"
#include "ui/presenters/keys/key_book.h"
#include "ui/presenters/printing/printer_presenter.h"
#include "ui/presenters/scanner/scanner_presenter.h"
#include "ui/presenters/scanner/serial_scanner.h"
#include "ui/presenters/services.h"

#include <memory>

namespace crema::terminal {

/// The real world for one command line: system clock, network and disk, and the store once a verb asks for it.
class CommandWorld
{
public:
    /// `drawing` is what this program can draw on paper, see reports/page.
    explicit CommandWorld(const documents::PageDrawing &drawing);

    /// Streams and variables of this process, with this world's clock and store.
    [[nodiscard]] command::CommandEnvironment &environment() { return m_environment; }

private:
    QCoro::Task<Result<presenters::Services *>> open(command::StoreAccess access);
    /// Opens the store or meets the program that holds it, whichever works first. A verb that holds it in another
    /// process is waited for: it is done in a moment.
    QCoro::Task<Result<void>> openOrMeet(sync::OpenRequest request);
    QCoro::Task<Result<int>> handOver(command::HandedVerb verb);

    documents::PageDrawing m_drawing;
    DeviceWorld m_world;
    FilePreferences m_preferences;
    SystemPrinter m_printer;
    PrinterPresenter m_printerPresenter;
    KeyBook m_keys;
    ScannerPresenter m_scanner;
    SystemSerialLine m_serialLine;
    SerialScanner m_serial; ///< set and looked at, never started: the window or the terminal app reads from it
    command::CommandEnvironment m_environment;
    std::unique_ptr<presenters::Services> m_services;
    std::shared_ptr<handover::StoreCall> m_call; ///< to the program that holds the store
};

} // namespace crema::terminal
