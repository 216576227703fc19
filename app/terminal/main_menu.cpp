// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/main_menu.h"

#include "ui/terminal/application/keys_screen.h"

#include <QCoreApplication>

namespace crema::terminal {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MainMenu", text);
}

} // namespace

std::unique_ptr<MenuScreen> makeMainMenu(Navigator &navigator, Clock &clock, MenuEnter enter,
                                         const QList<MenuChoice> &areas)
{
    QList<MenuChoice> choices = areas;
    choices.append({{u'0', tr("Quit")}, [&navigator] { navigator.quit(); }});
    auto menu = std::make_unique<MenuScreen>(navigator, clock, enter, tr("MAIN"), choices);
    menu->setScanAction([&navigator](const QString &code) {
        if (code == QLatin1String("keys")) {
            navigator.open(std::make_unique<KeysScreen>(navigator));
            return;
        }
        navigator.bell();
        navigator.say(MessageKind::Warning, tr("Choose by number before scanning"));
    });
    return menu;
}

} // namespace crema::terminal
