// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_program.h"

#include "sync/client/client.h"
#include "sync/seams/system_clock.h"
#include "sync/seams/system_disk.h"
#include "sync/seams/system_network.h"
#include "sync/seams/system_randomness.h"
#include "sync/seams/thread_executor.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/window/main_window.h"
#include "ui/presenters/settings/store_choice.h"
#include "ui/presenters/till/client_till_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>

#include <cstdio>

namespace crema::desktop {

namespace {

/// What a new store counts in until the device is enrolled or somebody sets it.
Currency currencyOf(const QLocale &locale)
{
    const std::optional<Currency> currency = Currency::fromCode(locale.currencySymbol(QLocale::CurrencyIsoCode));
    return currency.value_or(Currency::fromCode(u"EUR").value_or(Currency()));
}

QString themeOf(const DesktopOptions &options)
{
    return options.theme.isEmpty() ? qEnvironmentVariable("CREMA_THEME", QStringLiteral("light")) : options.theme;
}

/// Opens the store behind the window, which is already there and says it when that fails.
QCoro::Task<> openStore(QPointer<sync::Client> client, QPointer<TillPresenter> till, sync::OpenRequest request)
{
    const Result<void> opened = co_await client->open(request);
    if (!client || !till)
        co_return;
    if (opened) {
        client->startBackgroundSync();
        co_return;
    }
    std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(opened.error().message), qUtf8Printable(opened.error().hint));
    till->say(opened.error());
}

} // namespace

int runDesktop(QApplication &application, const DesktopOptions &options)
{
    const auto choice = presenters::chooseStore(
        qEnvironmentVariable("CREMA_STORE"), QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    if (!choice) {
        std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(choice.error().message), qUtf8Printable(choice.error().hint));
        return 1;
    }
    sync::SystemClock clock;
    sync::SystemRandomness randomness;
    sync::SystemDisk disk;
    sync::SystemNetwork network;
    sync::ThreadExecutor executor(QStringLiteral("store"));
    sync::Client client({clock, randomness, executor, network, disk});
    ClientTillDesk desk(client);
    TillPresenter till(desk, clock, QLocale());
    Theme theme(themeOf(options), options.textScale);
    theme.apply(application);
    MainWindow window(theme, till, clock, QLocale());
    till.start();
    window.show();

    sync::OpenRequest request;
    request.storePath = choice->path;
    request.program = QStringLiteral("crema-desktop");
    request.currency = currencyOf(QLocale::system());
    openStore(&client, &till, request);
    return QApplication::exec();
}

} // namespace crema::desktop
