// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop_pane.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace crema::e2e {
namespace {

/// Long enough for a busy computer; on a quiet one nothing here takes as long.
constexpr int patienceMs = 120'000;
/// Between two looks at the screen, each of which costs the program some work.
constexpr int lookMs = 150;
/// Between two keys of a person, in seconds; closer together they may be a scanner's.
const QString pace = QStringLiteral("0.25");

} // namespace

bool DesktopPane::isPossible()
{
    const QStringList programs{QStringLiteral("Xvfb"), QStringLiteral("xdotool"), QStringLiteral("dbus-daemon")};
    return std::ranges::none_of(programs,
                                [](const QString &name) { return QStandardPaths::findExecutable(name).isEmpty(); }) &&
           QFileInfo::exists(QStringLiteral("/usr/share/dbus-1/services/org.a11y.Bus.service"));
}

DesktopPane::DesktopPane(const QString &folder) : m_display(folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder);
    environment.insert(QStringLiteral("DISPLAY"), m_display.name());
    m_bus.setProcessEnvironment(environment);
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                 QStringLiteral("--address=unix:path=%1/bus").arg(folder)});
    if (m_bus.waitForReadyRead(patienceMs))
        m_busAddress = QString::fromLatin1(m_bus.readLine().trimmed());
}

DesktopPane::~DesktopPane()
{
    m_reader.reset();
    for (QProcess *process : {&m_program, &m_bus}) {
        process->terminate();
        process->waitForFinished();
    }
}

template<typename Fact>
bool DesktopPane::waitFor(const Fact &fact)
{
    for (const QDeadlineTimer limit(patienceMs); !limit.hasExpired();) {
        if (fact())
            return true;
        // Leaves the program its time; one that has ended shows nothing any more.
        if (m_program.state() == QProcess::NotRunning || m_program.waitForFinished(lookMs))
            return false;
    }
    return false;
}

bool DesktopPane::start(QProcessEnvironment environment, const QStringList &before)
{
    environment.insert(QStringLiteral("DISPLAY"), m_display.name());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_busAddress);
    environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    m_program.setProcessEnvironment(environment);
    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
    const QStringList commandLine =
        before + QStringList{qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-desktop")};
    m_program.start(commandLine.first(), commandLine.mid(1));
    if (!m_program.waitForStarted())
        return false;
    m_reader = std::make_unique<ScreenReader>(m_busAddress);
    return waitFor([&] {
        const QByteArray window = xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                                           QStringLiteral("--name"), QStringLiteral("Crema")});
        if (window.isEmpty() || xdotool({QStringLiteral("getwindowfocus")}) != window)
            return false;
        const QList<SpokenItem> items = m_reader->read();
        return std::ranges::any_of(items, &SpokenItem::hasFocus);
    });
}

QByteArray DesktopPane::xdotool(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_display.name());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("xdotool"), arguments);
    if (!process.waitForFinished(patienceMs))
        process.kill();
    process.waitForFinished();
    return process.readAllStandardOutput().trimmed();
}

void DesktopPane::keys(const QStringList &names) const
{
    QStringList arguments;
    for (const QString &name : names)
        arguments << QStringLiteral("key") << QStringLiteral("--clearmodifiers") << name << QStringLiteral("sleep")
                  << pace;
    (void)xdotool(arguments);
}

void DesktopPane::pressTwice(const QString &name) const
{
    (void)xdotool({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), QStringLiteral("--delay"),
                   QStringLiteral("60"), name, name});
}

bool DesktopPane::fill(const QString &text)
{
    fillSecret(text);
    return waitFor([&] {
        const QList<SpokenItem> items = m_reader->read();
        return std::ranges::any_of(items, [&](const SpokenItem &item) { return item.hasFocus && item.typed == text; });
    });
}

void DesktopPane::fillSecret(const QString &text) const
{
    (void)xdotool({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), QStringLiteral("ctrl+a"),
                   QStringLiteral("type"), QStringLiteral("--clearmodifiers"), text});
}

void DesktopPane::type(const QString &text) const
{
    for (const QChar letter : text)
        keys({letter == u' ' ? QStringLiteral("space") : QString(letter)});
}

bool DesktopPane::click(const QString &name)
{
    QPoint middle;
    const bool isThere = waitFor([&] {
        const QList<SpokenItem> items = m_reader->read();
        const auto found =
            std::ranges::find_if(items, [&](const SpokenItem &item) { return item.name.startsWith(name); });
        const QRect area = found == items.end() ? QRect() : m_reader->areaOf(*found);
        middle = area.center();
        return !area.isEmpty();
    });
    if (isThere)
        (void)xdotool({QStringLiteral("mousemove"), QString::number(middle.x()), QString::number(middle.y()),
                       QStringLiteral("click"), QStringLiteral("1")});
    return isThere;
}

bool DesktopPane::shows(const QString &words)
{
    return showsOneOf({words});
}

bool DesktopPane::showsOneOf(const QStringList &words)
{
    return waitFor([&] { return showsNow(words); });
}

bool DesktopPane::showsNow(const QStringList &words) const
{
    const QList<SpokenItem> items = m_reader->read();
    return std::ranges::any_of(items, [&](const SpokenItem &item) {
        return std::ranges::any_of(words, [&item](const QString &each) {
            return item.name.contains(each) || item.description.contains(each);
        });
    });
}

bool DesktopPane::hasFocusOn(const QString &name)
{
    return waitFor([&] {
        const QList<SpokenItem> items = m_reader->read();
        return std::ranges::any_of(items, [&](const SpokenItem &item) { return item.hasFocus && item.name == name; });
    });
}

void DesktopPane::send(const QStringList &steps) const
{
    (void)xdotool(steps);
}

void DesktopPane::takeKeysBack() const
{
    (void)xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"),
                   QStringLiteral("Crema"), QStringLiteral("windowfocus"), QStringLiteral("--sync")});
}

QString DesktopPane::typed() const
{
    const QList<SpokenItem> items = m_reader->read();
    const auto focused = std::ranges::find_if(items, &SpokenItem::hasFocus);
    return focused == items.end() ? QString() : focused->typed;
}

std::string DesktopPane::screen() const
{
    QStringList lines;
    const QList<SpokenItem> items = m_reader ? m_reader->read() : QList<SpokenItem>();
    for (const SpokenItem &item : items) {
        const QString line = QStringList{item.name, item.description, item.typed}.join(QStringLiteral(" | "));
        if (!item.name.isEmpty())
            lines.append(item.hasFocus ? QStringLiteral("> ") + line : line);
    }
    return lines.join(u'\n').toStdString();
}

int DesktopPane::exitCode()
{
    return m_program.waitForFinished(patienceMs) && m_program.exitStatus() == QProcess::NormalExit
               ? m_program.exitCode()
               : -1;
}

} // namespace crema::e2e
