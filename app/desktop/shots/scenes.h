// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/example/example_printing.h"
#include "app/desktop/example/memory_preferences.h"
#include "app/desktop/example/still_clock.h"
#include "app/desktop/shots/scene_desk.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/window/main_window.h"
#include "ui/presenters/shop_presenters.h"

namespace crema::desktop {

/// The whole window on the example shop.
class Stage
{
public:
    Stage(Theme &theme, const QLocale &locale, const QSize &size);

    /// The states that a till can show, in the order of a day: names for files.
    [[nodiscard]] static QStringList sceneNames();
    /// Brings the window, which is new, to this state.
    void play(const QString &scene);
    [[nodiscard]] MainWindow &window() { return m_window; }

private:
    void fillCart();
    /// Scenes of the window around the pages; whether this is one of them.
    [[nodiscard]] bool playFrame(const QString &scene);
    [[nodiscard]] bool playTill(const QString &scene);
    [[nodiscard]] bool playLock(const QString &scene);
    [[nodiscard]] bool playDialog(const QString &scene);
    void playSales(const QString &scene);
    void playPeople(const QString &scene);
    /// Where the person who is open is signed in.
    void playSessions();
    void playRoles(const QString &scene);
    void playAudit(const QString &scene);
    void playSync(const QString &scene);
    void playUnsent(const QString &scene);
    void playCard(const QString &scene);

    SceneDesk m_desk;
    StillClock m_clock;
    MemoryPreferences m_preferences;
    ExamplePrintDesk m_printDesk;
    ExamplePrinter m_printer;
    ShopPresenters m_shop;
    TillPresenter &m_till;
    MainWindow m_window;
};

} // namespace crema::desktop
