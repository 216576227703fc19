// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/example/example_desk.h"
#include "app/desktop/example/memory_preferences.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/window/main_window.h"
#include "ui/presenters/shop_presenters.h"

namespace crema::desktop {

/// A clock that stands still, so that a picture is the same each time; what waits is done when told.
class StillClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override { return UtcTime(1'795'171'320'000); }
    [[nodiscard]] std::int64_t monotonicMs() const override { return 1'000'000; }
    [[nodiscard]] QUuid bootId() const override { return {}; }
    [[nodiscard]] std::unique_ptr<Timer> after(std::int64_t delayMs, std::function<void()> action) override;

    /// Does everything that waits for less than a second.
    void settle();

private:
    struct Waiting;
    std::vector<std::weak_ptr<Waiting>> m_waiting;
};

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

    ExampleDesk m_desk;
    StillClock m_clock;
    MemoryPreferences m_preferences;
    ShopPresenters m_shop;
    TillPresenter &m_till;
    MainWindow m_window;
};

} // namespace crema::desktop
