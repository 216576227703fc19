// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"
#include "app/desktop/system_scheme.h"
#include "ui/desktop/theme/theme.h"
#include "ui/presenters/settings/appearance.h"

#include <memory>

class QApplication;
class QWidget;

namespace crema {
class FirstRunPresenter;
}

namespace crema::desktop {

class FirstRunPage;

/// The window of the first start and its look; made anew where sizes or words change. Everything given outlives it.
class FirstRunWindow final : public QObject
{
    Q_OBJECT

public:
    FirstRunWindow(QApplication &application, const DesktopOptions &options, FirstRunPresenter &presenter,
                   Preferences &preferences);
    ~FirstRunWindow() override;

    void show();
    [[nodiscard]] QWidget &widget();

private:
    void takeMeasures();
    void makeWindow();
    void replaceWindow();

    QApplication &m_application;
    DesktopOptions m_options;
    FirstRunPresenter &m_presenter;
    Appearance m_appearance;
    Theme m_theme;
    SystemScheme m_scheme;
    std::unique_ptr<FirstRunPage> m_window;
};

} // namespace crema::desktop
