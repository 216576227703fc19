// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"
#include "app/device/device_program.h"
#include "ui/presenters/first_run/backup_presenter.h"

class QApplication;
class QWidget;

namespace crema::desktop {

class DesktopWindow;
class FirstRunWindow;

/// What the program shows: the first start while it is due, then the shop.
class DesktopProgram final : public QObject
{
    Q_OBJECT

public:
    DesktopProgram(QApplication &application, const DesktopOptions &options, ProgramLog &log);
    ~DesktopProgram() override;

    /// Errors: those of DeviceProgram::begin().
    [[nodiscard]] Result<void> begin();
    /// Brings the window to the front, whichever it is; `token` is what the window system asks for that, or empty.
    void raise(const QByteArray &token);

private:
    void showFirstRun();
    void showShop();
    void offerBackup(ShopPresenters &shop);
    void askForBackupFile();

    QApplication &m_application;
    DesktopOptions m_options;
    std::unique_ptr<BackupPresenter> m_backup; ///< outlives the palette that lists its action
    DeviceProgram m_device;
    std::unique_ptr<FirstRunWindow> m_firstRun;
    std::unique_ptr<DesktopWindow> m_shop;
};

/// Opens the window and runs until it is closed. Returns the exit code: 0, or 1 when the store that was asked for
/// cannot be used (the reason is on stderr and, where there is one, in the window).
[[nodiscard]] int runDesktop(QApplication &application, const DesktopOptions &options);

} // namespace crema::desktop
