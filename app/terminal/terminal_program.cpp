// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/terminal_program.h"

#include "app/device/device_program.h"
#include "app/device/local_places.h"
#include "app/terminal/device_keys_file.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/curses/curses_screen.h"
#include "ui/terminal/first_run/first_run_screen.h"
#include "ui/terminal/screen/linear_screen.h"
#include "ui/terminal/shop/shop_screens.h"

#include <QCoreApplication>

#include <cstdio>

#include <unistd.h>

namespace crema::terminal {

namespace {

constexpr int failedExitCode = 1;
constexpr int linearWidth = 72;

// Linear mode hears whole lines: nothing about timing can be told from them.
// What is asked for at the start goes before what the device has learned.
ScanSettings scanSettings(const TerminalOptions &options, const ScannerSetup &setup)
{
    return {.prefix = options.scanPrefix.isEmpty() ? setup.prefix : options.scanPrefix,
            .suffix = setup.suffix,
            .maximumGapMs = setup.meanGapMs,
            .timing = options.linear ? ScanTiming::Ignored : ScanTiming::Used};
}

Result<std::unique_ptr<Screen>> makeScreen(const TerminalOptions &options, Charset charset)
{
    if (options.linear)
        return std::make_unique<LinearScreen>(STDIN_FILENO, stdout, linearWidth, charset);
    Result<std::unique_ptr<CursesScreen>> screen =
        CursesScreen::take(charset, options.colour ? Colour::On : Colour::Off);
    if (!screen)
        return failure(screen.error());
    return std::move(*screen);
}

// What the device's keys send is known before the first key comes.
void teachDeviceKeys(Screen &screen)
{
    for (const DeviceKey &key : readDeviceKeys())
        screen.learnKey(key.bytes, key.key);
}

int refuse(const Problem &problem)
{
    std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(problem.message), qUtf8Printable(problem.hint));
    return failedExitCode;
}

/// What stands on the terminal: the first start while it is due, then the till over the main menu.
class TerminalFaces final
{
public:
    TerminalFaces(TerminalApplication &terminal, DeviceProgram &device, const TerminalOptions &options)
        : m_terminal(terminal), m_device(device), m_options(options),
          m_enter(options.linear ? MenuEnter::Required : options.menuEnter)
    {
        QObject::connect(&device, &DeviceProgram::firstRunWanted, &terminal, [this] { showFirstRun(); });
        QObject::connect(&device, &DeviceProgram::shopGone, &terminal, [this] { showFirstRun(); });
        // Later, because the screen of the first start may be what led here.
        QObject::connect(
            &device, &DeviceProgram::shopWanted, &terminal, [this] { showShop(); }, Qt::QueuedConnection);
        QObject::connect(&device, &DeviceProgram::refused, &terminal, [this] { m_terminal.draw(); });
    }

private:
    void showFirstRun()
    {
        m_terminal.setLeaveQuestion({});
        m_terminal.setScanFilter({});
        m_terminal.openInstead(
            std::make_unique<FirstRunScreen>(m_terminal, m_device.clock(), m_enter, m_device.firstRun()));
        m_screens.reset();
        m_terminal.draw();
    }

    void showShop()
    {
        const auto saveKey = [](const QByteArray &bytes, Key key) { return keepDeviceKey({bytes, key}); };
        auto screens =
            std::make_unique<ShopScreens>(m_terminal, m_device.clock(), m_enter, m_device.shop().shop(), saveKey);
        m_terminal.openInstead(screens->mainMenu());
        // Selling is what this device is for: the till stands in front, the menu behind it.
        m_terminal.open(screens->till());
        screens->guard();
        screens->followSerial(m_device.shop().serial(), [this](const QString &code) { m_terminal.takeCode(code); });
        m_screens = std::move(screens);
        LockPresenter &lock = m_device.shop().shop().lock;
        QObject::connect(&m_terminal, &TerminalApplication::activity, &lock, [&lock] { lock.noteActivity(); });
        ScannerPresenter &scanner = m_device.shop().shop().scanner;
        const auto follow = [this, &scanner] { m_terminal.setScanSettings(scanSettings(m_options, scanner.setup())); };
        QObject::connect(&scanner, &ScannerPresenter::setupChanged, &m_terminal, follow);
        follow();
        m_terminal.setLeaveQuestion([this] { return m_screens->leaveQuestion(); });
        m_terminal.setScanFilter([this](const QString &code) { return m_screens->takeScan(code); });
        m_terminal.draw();
        m_device.startShop();
    }

    TerminalApplication &m_terminal;
    DeviceProgram &m_device;
    const TerminalOptions &m_options;
    MenuEnter m_enter;
    std::unique_ptr<ShopScreens> m_screens; ///< of the shop that is open
};

} // namespace

int runTerminal(QCoreApplication &application, const TerminalOptions &options, Charset localeCharset,
                const documents::PageDrawing &drawing)
{
    // Before the screen is taken: nothing is written over it from here on.
    ProgramLog log(places::logs(), QStringLiteral("crema"));
    const Result<std::unique_ptr<Screen>> screen = makeScreen(options, options.charset.value_or(localeCharset));
    if (!screen)
        return refuse(screen.error());
    DeviceProgram device(QStringLiteral("crema"), log, drawing);
    TerminalApplication terminal(**screen, device.clock(),
                                 scanSettings(options, ScannerSetup::of(device.preferences())));
    QObject::connect(&terminal, &TerminalApplication::finished, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    terminal.setOkBell(options.okBell);
    teachDeviceKeys(**screen);
    const TerminalFaces faces(terminal, device, options);
    if (const Result<void> begun = device.begin(); !begun)
        return refuse(begun.error());
    return QCoreApplication::exec();
}

} // namespace crema::terminal
