// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/scanner/serial_screen.h"

#include "ui/presenters/scanner/scan_sample.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

const QLatin1String noScanner("-");

/// "1 115200" with the first device's path instead of its number.
QString withPath(const QString &words, const QList<SerialDevice> &devices)
{
    QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    const int number = parts.isEmpty() ? 0 : parts.first().toInt();
    if (number >= 1 && number <= devices.size())
        parts.first() = devices.at(number - 1).path;
    return parts.join(u' ');
}

QString sendingText(const SerialSetup &setup)
{
    return QStringLiteral("%1 %2 %3 gap=%4")
        .arg(QString::number(setup.baud), setup.frame, serialEndingText(setup.ending), QString::number(setup.gapMs));
}

} // namespace

SerialScreen::SerialScreen(Navigator &navigator, SerialScanner &serial) : TerminalScreen(navigator), m_serial(serial)
{
    connect(&m_serial, &SerialScanner::changed, this, [this] { this->navigator().redraw(); });
}

Page SerialScreen::page() const
{
    Page page{.title = tr("SERIAL SCANNER")};
    page.body = [this](const Layout &layout) {
        QList<TextLine> lines{{.left = m_serial.stateText(), .style = Style::strong(), .maximumRows = 3}};
        if (!m_serial.stateHint().isEmpty())
            lines.append({.left = m_serial.stateHint(), .maximumRows = 4});
        if (!m_last.isEmpty()) {
            lines.append({.left = tr("Came in")});
            lines.append({.right = m_last, .style = Style::strong()});
        }
        if (m_serial.setup().isSet()) {
            lines.append({.left = m_serial.setup().path, .maximumRows = 3});
            lines.append({.left = sendingText(m_serial.setup()), .maximumRows = 2});
        }
        for (qsizetype i = 0; i < m_devices.size(); ++i) {
            const SerialDevice &device = m_devices.at(i);
            const QString name = device.name.isEmpty() ? device.path : device.name;
            lines.append({.left = QStringLiteral("%1 %2").arg(i + 1).arg(name), .maximumRows = 2});
        }
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{tr("Port"), m_field};
    return page;
}

QString SerialScreen::helpText() const
{
    return tr(
        "Type the number of a port, or its path such as /dev/ttyACM0, and press Enter. Behind it may stand how it "
        "sends, as in: 1 115200 8N1 crlf gap=200 prefix=~. A dash alone means no such scanner. Scan something to "
        "try it. Enter alone goes back.");
}

void SerialScreen::shown()
{
    m_devices = m_serial.devices();
}

void SerialScreen::submit(const QString &text)
{
    m_field.clear();
    if (text.trimmed().isEmpty()) {
        navigator().closeTop();
        return;
    }
    SerialSetup none = m_serial.setup();
    none.path.clear();
    const Result<SerialSetup> wanted =
        text.trimmed() == noScanner ? Result<SerialSetup>(none) : m_serial.setup().changedBy(withPath(text, m_devices));
    const Result<void> set = wanted ? m_serial.set(*wanted) : Result<void>(failure(wanted.error()));
    if (set)
        navigator().say(MessageKind::Ok, tr("Kept for this device"));
    else
        navigator().say(MessageKind::Error, set.error().message);
    navigator().redraw();
}

void SerialScreen::scan(const QString &code)
{
    m_last = visibleText(code);
    navigator().okBell();
    navigator().redraw();
}

} // namespace crema::terminal
