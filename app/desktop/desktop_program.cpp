// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_program.h"

#include "app/desktop/desktop_window.h"
#include "app/desktop/first_run_window.h"
#include "app/desktop/ready_report.h"
#include "app/device/local_places.h"
#include "app/device/window_door.h"
#include "reports/page/page_drawing.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>

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
    : m_application(application), m_options(options),
      m_device(QStringLiteral("crema-desktop"), log, documents::pageDrawing())
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

void DesktopProgram::raise(const QByteArray &token)
{
    if (!m_shop && !m_firstRun)
        return;
    QWidget &window = m_shop ? m_shop->widget() : m_firstRun->widget();
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token); // Qt takes it from there
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
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
    m_shop->followSerial(shop.serial());
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

namespace {

/// Who starts the program from an icon sees no standard error.
int endWithMessage(const Problem &problem)
{
    complain(problem);
    QMessageBox box(QMessageBox::Warning, DesktopProgram::tr("Crema"), problem.message, QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(problem.hint);
    box.show();
    QApplication::exec();
    return 1;
}

} // namespace

int runDesktop(QApplication &application, const DesktopOptions &options)
{
    WindowDoor door;
    // Where there is no private folder to meet in, the store itself still lets only one program in.
    if (const Result<QString> place = WindowDoor::place()) {
        switch (door.enter(*place, qgetenv("XDG_ACTIVATION_TOKEN"))) {
        case WindowDoor::Standing::First: break;
        case WindowDoor::Standing::Raised:
            std::puts(qUtf8Printable(DesktopProgram::tr("Crema is running already; its window is in front now.")));
            return 0;
        case WindowDoor::Standing::Silent:
            return endWithMessage({ProblemKind::Unavailable,
                                   QStringLiteral("desktop.silent"),
                                   DesktopProgram::tr("Crema is running already, but its window does not answer."),
                                   DesktopProgram::tr("Wait a moment and try again. If it stays so, end the program "
                                                      "that hangs; nothing that was saved is lost."),
                                   {}});
        }
    }
    ProgramLog log(places::logs(), QStringLiteral("crema-desktop"));
    DesktopProgram program(application, options, log);
    QObject::connect(&door, &WindowDoor::raiseWanted, &program, &DesktopProgram::raise);
    if (const Result<void> begun = program.begin(); !begun) {
        complain(begun.error());
        return 1;
    }
    return QApplication::exec();
}

} // namespace crema::desktop
