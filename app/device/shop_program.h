// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_world.h"
#include "app/device/file_preferences.h"
#include "app/device/system_printer.h"
#include "app/device/system_serial_line.h"
#include "app/handover/store_door.h"
#include "reports/documents/page_drawing.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/printing/client_print_desk.h"
#include "ui/presenters/scanner/serial_scanner.h"
#include "ui/presenters/services.h"
#include "ui/presenters/shop_presenters.h"

#include <functional>

namespace crema {

/// A shop over the real world, for whichever face draws it. The face is shown first; the store opens behind it.
class ShopProgram : public std::enable_shared_from_this<ShopProgram>
{
public:
    /// `drawing` is what this program can draw on paper, see reports/page.
    ShopProgram(const QString &program, const presenters::StoreChoice &choice, const documents::PageDrawing &drawing);

    [[nodiscard]] Clock &clock() { return m_world.clock(); }
    [[nodiscard]] sync::Client &client() { return m_world.client(); }
    [[nodiscard]] ShopPresenters &shop() { return m_shop; }
    [[nodiscard]] TillPresenter &till() { return m_shop.till; }
    [[nodiscard]] SerialScanner &serial() { return m_serial; }

    /// Opens the store and nothing else. Errors: those of sync::Client::open().
    [[nodiscard]] QCoro::Task<Result<void>> open();

    /// From now on takes the verbs that are typed in other programs, while the store is held here (sync.md rule 26).
    void takeVerbs();
    /// Before the program is let go: a verb that runs keeps it until it is done.
    void leaveVerbs() { m_door.reset(); }

    /// Starts the presenters, opens the store unless it is open, and begins to sync. Why a store cannot be opened is
    /// said on the till, and it is tried again every few seconds where that may help (a full disk, another program);
    /// `opened` gets each other reason once, and the success.
    void start(std::function<void(const Result<void> &)> opened);

private:
    void noteOpened(const Result<void> &answer);
    void lookIntoFileLater();

    presenters::StoreChoice m_choice;
    documents::PageDrawing m_drawing;
    sync::ThreadExecutor m_reading; ///< for looking through the file of the store
    DeviceWorld m_world;
    FilePreferences m_preferences;
    ClientShopDesk m_desk;
    ClientPrintDesk m_printDesk;
    SystemPrinter m_printer;
    ShopPresenters m_shop;
    SystemSerialLine m_serialLine;
    SerialScanner m_serial;
    std::function<void(const Result<void> &)> m_opened;
    std::optional<Problem> m_whyClosed; ///< what was said last
    std::unique_ptr<Timer> m_tryAgain;
    std::unique_ptr<Timer> m_lookLater;
    std::shared_ptr<presenters::Services> m_services; ///< of verbs that come from elsewhere
    std::unique_ptr<handover::StoreDoor> m_door;      ///< goes before the store is given back
};

} // namespace crema
