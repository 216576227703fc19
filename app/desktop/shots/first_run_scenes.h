// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/example/example_start.h"
#include "app/desktop/example/memory_preferences.h"
#include "app/desktop/shots/scenes.h"
#include "ui/desktop/first_run/first_run_page.h"
#include "ui/presenters/first_run/first_run_presenter.h"
#include "ui/presenters/settings/appearance.h"

namespace crema::desktop {

/// The page of the first start on a platform that runs nowhere.
class FirstRunStage
{
public:
    FirstRunStage(Theme &theme, const QLocale &locale, const QSize &size);

    /// Names for files: "first-run", "first-run-connect", …
    [[nodiscard]] static QStringList sceneNames();
    void play(const QString &scene);
    [[nodiscard]] QWidget &window() { return m_page; }

private:
    void typeShop();

    ExamplePlatform m_child;
    ExampleStart m_desk;
    StillClock m_clock;
    MemoryPreferences m_preferences;
    Appearance m_appearance;
    FirstRunPresenter m_presenter;
    FirstRunPage m_page;
};

} // namespace crema::desktop
