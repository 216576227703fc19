// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/first_run_window.h"

#include "app/translation_loader.h"
#include "ui/desktop/first_run/first_run_page.h"
#include "ui/desktop/widgets/logo.h"

#include <QApplication>
#include <QLocale>
#include <QScreen>

namespace crema::desktop {

namespace {

QString themeOf(const DesktopOptions &options, const Appearance &appearance)
{
    if (!options.theme.isEmpty())
        return options.theme;
    return qEnvironmentVariable("CREMA_THEME", appearance.themeName());
}

QList<LanguageChoice> languageChoices()
{
    QList<LanguageChoice> choices;
    for (const KnownLanguage &language : knownLanguages())
        choices.append({language.code, language.name});
    return choices;
}

} // namespace

FirstRunWindow::FirstRunWindow(QApplication &application, const DesktopOptions &options, FirstRunPresenter &presenter,
                               Preferences &preferences)
    : m_application(application), m_options(options), m_presenter(presenter), m_appearance(preferences),
      m_theme(themeOf(options, m_appearance)), m_scheme(m_appearance)
{
    m_theme.apply(application);
    takeMeasures();
    makeWindow();
    m_window->resize(QSize(1366, 768).boundedTo(m_window->screen()->availableSize()));
    connect(&m_appearance, &Appearance::themeChanged, this, [this] {
        m_options.theme.clear(); // what is chosen now goes before what was asked for at the start
        m_theme.setName(m_appearance.themeName());
    });
    // Queued: the button that was pressed belongs to the window that goes.
    connect(&m_appearance, &Appearance::layoutChanged, this, &FirstRunWindow::replaceWindow, Qt::QueuedConnection);
}

FirstRunWindow::~FirstRunWindow() = default;

void FirstRunWindow::show()
{
    m_window->show();
    m_scheme.follow();
}

QWidget &FirstRunWindow::widget()
{
    return *m_window;
}

void FirstRunWindow::takeMeasures()
{
    constexpr int touchPx = 48; // whoever begins may have no mouse
    m_theme.setMeasures(m_options.textScale.value_or(m_appearance.textPercent() / 100.0), touchPx);
}

void FirstRunWindow::makeWindow()
{
    m_window = std::make_unique<FirstRunPage>(m_theme, m_presenter, m_appearance, languageChoices(), languageName());
    m_window->setWindowTitle(tr("Crema"));
    m_window->setWindowIcon(programIcon(m_theme));
    m_window->setMinimumSize(800, 600);
}

void FirstRunWindow::replaceWindow()
{
    installTranslation(m_application, QLocale::system(), m_appearance.language());
    const QRect place = m_window->geometry();
    const Qt::WindowStates states = m_window->windowState();
    // The new one comes before the old one goes: a program without a window would end.
    const std::unique_ptr<FirstRunPage> old = std::move(m_window);
    makeWindow();
    m_window->setGeometry(place);
    m_window->setWindowState(states);
    m_window->show();
    m_window->activateWindow(); // where no window manager does it
}

} // namespace crema::desktop
