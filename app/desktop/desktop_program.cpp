// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_program.h"

#include "app/desktop/desktop_window.h"
#include "app/desktop/first_run_window.h"
#include "app/desktop/ready_report.h"
#include "app/device/local_places.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>

#include <cstdio>

namespace crema::desktop {

namespace {

void complain(const Problem &problem)
{
    std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(problem.message), qUtf8Printable(problem.hint));
}

/// The next window stands where the one before it stood, so that it looks like the same.
void takePlace(QWidget &next, const QWidget &before)
{
    next.setGeometry(before.geometry());
    next.setWindowState(before.windowState());
}

} // namespace

DesktopProgram::DesktopProgram(QApplication &application, const DesktopOptions &options, ProgramLog &log)
    : m_application(application), m_options(options), m_device(QStringLiteral("crema-desktop"), log)
{
    connect(&m_device, &DeviceProgram::firstRunWanted, this, &DesktopProgram::showFirstRun);
    connect(&m_device, &DeviceProgram::shopGone, this, &DesktopProgram::showFirstRun);
    // Later, because the window of the first start may be what led here.
    connect(&m_device, &DeviceProgram::shopWanted, this, &DesktopProgram::showShop, Qt::QueuedConnection);
    connect(&m_device, &DeviceProgram::refused, this, &complain);
}

DesktopProgram::~DesktopProgram()
{
    // Before the presenters that they draw.
    m_firstRun.reset();
    m_shop.reset();
}

Result<void> DesktopProgram::begin()
{
    return m_device.begin();
}

void DesktopProgram::showFirstRun()
{
    if (m_firstRun)
        return;
    m_firstRun =
        std::make_unique<FirstRunWindow>(m_application, m_options, m_device.firstRun(), m_device.preferences());
    if (m_shop)
        takePlace(m_firstRun->widget(), m_shop->widget());
    m_firstRun->show();
    m_shop.reset();
    m_firstRun->widget().activateWindow(); // where no window manager does it
}

void DesktopProgram::showShop()
{
    ShopProgram &shop = m_device.shop();
    // The store opens on its own thread while the window is built.
    m_device.startShop();
    m_shop = std::make_unique<DesktopWindow>(m_application, m_options, shop.shop(), shop.clock());
    if (m_firstRun)
        takePlace(m_shop->widget(), m_firstRun->widget());
    if (qEnvironmentVariableIsSet("CREMA_REPORT_READY"))
        new ReadyReport(m_shop->widget(), shop.till());
    offerBackup(shop.shop());
    m_shop->show();
    m_firstRun.reset();
    m_shop->widget().activateWindow(); // where no window manager does it
}

/// A business elsewhere is backed up where it runs.
void DesktopProgram::offerBackup(ShopPresenters &shop)
{
    const std::optional<LocalBusiness> business = m_device.localBusiness();
    if (!business)
        return;
    m_backup = std::make_unique<BackupPresenter>(*business, m_device.platform(), shop.notices);
    shop.palette.addActions({}, m_backup->actions());
    connect(m_backup.get(), &BackupPresenter::fileWanted, this, &DesktopProgram::askForBackupFile);
    connect(m_backup.get(), &BackupPresenter::failed, &shop.till,
            [&shop](const Problem &problem) { shop.till.say(problem); });
}

void DesktopProgram::askForBackupFile()
{
    auto *dialog = new QFileDialog(&m_shop->widget(), tr("Back up"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(BackupPresenter::proposedName(m_device.clock().now()));
    connect(dialog, &QFileDialog::fileSelected, m_backup.get(), &BackupPresenter::backUpTo);
    dialog->open();
}

int runDesktop(QApplication &application, const DesktopOptions &options)
{
    ProgramLog log(places::logs(), QStringLiteral("crema-desktop"));
    DesktopProgram program(application, options, log);
    if (const Result<void> begun = program.begin(); !begun) {
        complain(begun.error());
        return 1;
    }
    return QApplication::exec();
}

} // namespace crema::desktop
