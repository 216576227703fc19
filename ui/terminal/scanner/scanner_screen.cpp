// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/scanner/scanner_screen.h"

#include "ui/terminal/scanner/serial_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

/// The bound keeps noise on the line from growing the sample.
constexpr qsizetype longestSample = 512;
/// The second character of a scan comes this soon.
constexpr std::int64_t followingMs = 100;

bool isOfScan(const KeyEvent &event)
{
    return event.key == Key::Character || event.key == Key::Control || event.key == Key::Enter || event.key == Key::Tab;
}

/// The character that a terminal sends for Control and a letter: ^] is GS.
QChar controlOf(const QString &letter)
{
    return QChar(static_cast<char16_t>(letter.front().unicode() & 0x1f));
}

void append(QList<TextLine> &lines, const QList<SampleFact> &facts)
{
    for (const SampleFact &fact : facts) {
        lines.append({.left = fact.name});
        lines.append({.right = fact.value, .style = Style::strong(), .maximumRows = 2});
    }
}

} // namespace

ScannerScreen::ScannerScreen(Navigator &navigator, Clock &clock, ScannerPresenter &scanner, SerialScanner *serial)
    : TerminalScreen(navigator), m_clock(clock), m_scanner(scanner), m_serial(serial)
{
    connect(&m_scanner, &ScannerPresenter::changed, this, [this] { this->navigator().redraw(); });
}

ScannerScreen::~ScannerScreen()
{
    disconnect(&m_scanner, nullptr, this, nullptr);
    m_scanner.stop();
}

Page ScannerScreen::page() const
{
    Page page{.title = tr("SCANNER")};
    if (m_scanner.isListening())
        page.progress = tr("%1/%2", "scans").arg(m_scanner.sampleCount()).arg(ScannerPresenter::samplesWanted);
    page.body = [this](const Layout &layout) {
        QList<TextLine> lines;
        if (!m_scanner.message().isEmpty())
            lines.append({.left = m_scanner.message(), .style = Style::strong(), .maximumRows = 3});
        const std::optional<SampleReading> &reading = m_scanner.reading();
        if (reading) {
            for (const QString &warning : reading->warnings)
                lines.append({.left = warning, .maximumRows = 4});
            append(lines, reading->facts);
        } else {
            if (m_scanner.isListening())
                lines.append({.left = m_scanner.hint(), .maximumRows = 3});
            append(lines, m_scanner.facts());
        }
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{m_scanner.isListening() ? tr("Scan it") : tr("Enter teaches it"), m_field};
    return page;
}

QList<TerminalAction> ScannerScreen::actions()
{
    if (m_scanner.isListening())
        return {};
    QList<TerminalAction> actions{
        {Verb::Done, tr("tch"), tr("Teach it by three scans"), [this] { m_scanner.begin(); }}};
    if (m_serial != nullptr)
        actions.append({Verb::Details, tr("ser"), tr("Scanner at a serial port"),
                        [this] { navigator().open(std::make_unique<SerialScreen>(navigator(), *m_serial)); }});
    if (!m_scanner.setup().isUsual())
        actions.append({Verb::Undo, tr("use"), tr("As usual again"), [this] { m_scanner.reset(); }});
    return actions;
}

QString ScannerScreen::helpText() const
{
    return tr(
        "Press Enter and scan one code three times: that teaches what this scanner sends before and behind a code. "
        "A scan at other times is shown as it is read.");
}

bool ScannerScreen::rawKeys(const QList<KeyEvent> &keys)
{
    if (!m_scanner.isListening() || !std::ranges::all_of(keys, &isOfScan))
        return false;
    const std::int64_t now = m_clock.monotonicMs();
    const std::optional<ScanStroke> first = std::exchange(m_first, std::nullopt);
    const bool isFollowing = first && now - first->atMs <= followingMs;
    // One key alone is a person, who may go back or ask for help, unless others follow at once.
    if (keys.size() == 1 && m_sample.strokes.isEmpty() && !isFollowing) {
        if (keys.first().key == Key::Character && keys.first().text.size() == 1)
            m_first = ScanStroke{keys.first().text.front(), now};
        return false;
    }
    if (isFollowing) {
        m_sample.strokes.append(*first);
        m_field.clear();
    }
    for (const KeyEvent &event : keys) {
        if (event.key == Key::Enter || event.key == Key::Tab) {
            end(event.key == Key::Enter ? ScanEnd::Enter : ScanEnd::Tab);
            continue;
        }
        const QString letters = event.key == Key::Control ? QString(controlOf(event.text)) : event.text;
        for (const QChar letter : letters) {
            if (m_sample.strokes.size() < longestSample)
                m_sample.strokes.append({letter, now});
        }
    }
    if (!m_sample.strokes.isEmpty())
        m_timer = m_clock.after(pauseMs, [this] { end(ScanEnd::Nothing); });
    return true;
}

void ScannerScreen::end(ScanEnd end)
{
    m_timer.reset();
    ScanSample sample = std::exchange(m_sample, {});
    if (sample.strokes.isEmpty())
        return;
    sample.end = end;
    m_scanner.take(sample);
    if (m_scanner.isFailure())
        navigator().bell();
    else
        navigator().okBell();
}

void ScannerScreen::submit(const QString &text)
{
    m_field.clear();
    if (text.isEmpty() && !m_scanner.isListening())
        m_scanner.begin();
    else if (text.isEmpty())
        m_scanner.stop();
}

void ScannerScreen::scan(const QString &code)
{
    ScanSample sample;
    for (const QChar letter : code)
        sample.strokes.append({letter, m_clock.monotonicMs()});
    sample.end = ScanEnd::Enter;
    if (m_scanner.isListening())
        m_scanner.take(sample);
    else
        m_scanner.show(sample);
}

} // namespace crema::terminal
