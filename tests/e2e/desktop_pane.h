// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/display.h"
#include "tests/e2e/screen_reader.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

#include <memory>

namespace crema::e2e {

/// A display and a session bus of their own with the real window program on them. Its keys come from the display, its
/// texts are read as a screen reader reads them, and every wait ends with what is waited for.
class DesktopPane
{
public:
    /// What it needs is installed.
    [[nodiscard]] static bool isPossible();

    /// `folder` is for the display and the bus.
    explicit DesktopPane(const QString &folder);
    ~DesktopPane();

    /// Starts `crema-desktop` and waits for its window with the focus in it. `before` is the beginning of a command
    /// line that ends with that program: "unshare --net".
    [[nodiscard]] bool start(QProcessEnvironment environment, const QStringList &before = {});
    /// Keys by X's names, at the pace of a person: "F12", "ctrl+q".
    void keys(const QStringList &names) const;
    /// Steps of xdotool in one go, without its pauses between them: what a scanner or a quick hand does.
    void send(const QStringList &steps) const;
    /// What stands in the field that has the focus; empty without one.
    [[nodiscard]] QString typed() const;
    /// As a finger that is in a hurry, or a key that bounces.
    void pressTwice(const QString &name) const;
    /// Gives the window the keys again after a dialog: this display has no window manager that would.
    void takeKeysBack() const;
    /// Types into the field that has the focus and waits until it stands there.
    [[nodiscard]] bool fill(const QString &text);
    /// The same where nobody can read what stands in the field.
    void fillSecret(const QString &text) const;
    /// Types at the pace of a person, where what is fast counts as a scan.
    void type(const QString &text) const;

    /// Waits for the thing whose name begins so and clicks into its middle.
    [[nodiscard]] bool click(const QString &name);

    /// Waits until something on the screen holds the words, by its name or its description.
    [[nodiscard]] bool shows(const QString &words);
    /// Waits until something holds one of several words.
    [[nodiscard]] bool showsOneOf(const QStringList &words);
    /// Whether something holds one of the words at this moment.
    [[nodiscard]] bool showsNow(const QStringList &words) const;
    /// Waits until the thing with this name has the focus.
    [[nodiscard]] bool hasFocusOn(const QString &name);
    /// Everything on the screen, a line each, for whoever reads why a test failed.
    [[nodiscard]] std::string screen() const;

    /// SIGTERM, as a session that ends sends it.
    void terminate() { m_program.terminate(); }
    /// Waits until the program has ended; answers its exit code, -1 when a signal ended it or it goes on.
    [[nodiscard]] int exitCode();
    [[nodiscard]] qint64 processId() const { return m_program.processId(); }
    [[nodiscard]] bool isRunning() const { return m_program.state() == QProcess::Running; }

private:
    [[nodiscard]] QByteArray xdotool(const QStringList &arguments) const;
    template<typename Fact>
    [[nodiscard]] bool waitFor(const Fact &fact);

    Display m_display;
    QProcess m_bus;
    QString m_busAddress;
    QProcess m_program;
    std::unique_ptr<ScreenReader> m_reader;
};

} // namespace crema::e2e
