// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/example/example_desk.h"
#include "app/desktop/example/memory_preferences.h"
#include "app/desktop/example/still_clock.h"
#include "ui/presenters/shop_presenters.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/screen/memory_screen.h"
#include "ui/terminal/shop/shop_screens.h"

#include <functional>

namespace crema::terminal {

/// The sizes in which every screen is shown: handheld, small window, VT100.
inline constexpr std::array shotSizes{Size{20, 16}, Size{40, 12}, Size{80, 24}};

/// The whole terminal app on the example shop, with a clock that stands still and a screen in memory. A scene is a
/// state that a person can bring it to with keys and scans; it is brought there the same way each time.
class TerminalStage
{
public:
    explicit TerminalStage(Size size, Charset charset = Charset::Utf8);
    ~TerminalStage();

    /// Every screen and state, in the order of a day: names for files.
    [[nodiscard]] static QStringList sceneNames();
    /// Brings the app, which is new, to this state.
    void play(const QString &scene);

    [[nodiscard]] const Canvas &canvas() const { return m_memory.canvas(); }

private:
    /// A name and what brings the app from the till of an open shift there.
    struct Scene {
        QString name;
        std::function<void(TerminalStage &)> play;
    };
    [[nodiscard]] static const QList<Scene> &scenes();

    void begin(bool enrolled, bool shiftOpen);
    void type(const QString &text);
    void scan(const QString &code);
    void press(Key key);
    void fillCart();
    /// The place takes tips, and the customer pays by card; `keys` answer what is asked of the tip.
    void payWithTip(const char *keys);
    /// Coffee is offered with milk and extras; `keys` answer what is asked of a flat white.
    void ringUpWithOptions(const char *keys);
    /// Two coupons lie in the cart, one of which gives nothing yet, and their prompt is open.
    void takeCoupons(const char *first, const char *second);
    /// Loose beans were scanned, and their weight is asked for; the place takes a tare off.
    void ringUpWeighed();
    /// A flat white is asked for by link, and the provider says this; then `keys` from the main menu, if any.
    void askOnline(ProviderOutcome outcome, const char *keys = "");
    /// The list of customers, then these keys.
    void openCustomers(const char *keys);
    /// The second of them is to be erased; then these keys.
    void eraseCustomer(const char *keys);
    /// One of them is there twice: the list of who is, then these keys.
    void findDuplicates(const char *keys);
    void settle();

    desktop::ExampleDesk m_desk;
    desktop::StillClock m_clock;
    desktop::MemoryPreferences m_preferences;
    ShopPresenters m_shop;
    MemoryScreen m_memory;
    TerminalApplication m_application;
    ShopScreens m_screens;
};

} // namespace crema::terminal
