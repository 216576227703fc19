// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/devices/device_screen.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {
namespace {

void addWrapped(QStringList &rows, const QString &text, const Layout &layout)
{
    constexpr int most = 8;
    const QString shown = layout.text(text);
    if (textWidth(shown) <= layout.size.width)
        rows.append(shown);
    else
        rows += wrapped(shown, layout.size.width, most, layout.charset);
}

/// Name and value in one row where both fit, else below each other.
void addFact(QStringList &rows, const DeviceFact &fact, const Layout &layout)
{
    const QString name = layout.text(fact.name);
    const QString value = layout.text(fact.value);
    constexpr int column = 26;
    if (layout.size.width >= 2 * column) {
        rows.append(name + QString(std::max(1, column - textWidth(name)), u' ') + value);
        return;
    }
    addWrapped(rows, fact.name, layout);
    addWrapped(rows, QStringLiteral(" ") + fact.value, layout);
}

} // namespace

DeviceScreen::DeviceScreen(Navigator &navigator, DeviceListPresenter &devices)
    : TerminalScreen(navigator), m_devices(devices)
{
    connect(&m_devices, &DeviceListPresenter::detailChanged, this, [this] { this->navigator().redraw(); });
}

QStringList DeviceScreen::rowsFor(const Layout &layout) const
{
    QStringList rows;
    if (!m_devices.detail()) {
        addWrapped(rows, tr("This device is not known any more."), layout);
        return rows;
    }
    const DeviceDetail &detail = *m_devices.detail();
    addWrapped(rows, tr("%1, %2", "device, location").arg(detail.row.name, detail.row.placeText), layout);
    addWrapped(rows, detail.asOfText, layout);
    for (const DeviceFindingView &finding : detail.findings) {
        rows.append(QString());
        const bool isCalm = finding.tone == crema::Tone::Ok || finding.tone == crema::Tone::Neutral;
        addWrapped(rows, isCalm ? finding.title : QStringLiteral("! ") + finding.title, layout);
        addWrapped(rows, finding.sentence, layout);
    }
    for (const QList<DeviceFact> &facts : {detail.work, detail.machine}) {
        rows.append(QString());
        for (const DeviceFact &fact : facts)
            addFact(rows, fact, layout);
    }
    return rows;
}

Page DeviceScreen::page() const
{
    Page page{.title = m_devices.detail() ? m_devices.detail()->row.registerText : tr("DEVICE")};
    if (m_rows > m_shown && m_shown > 0)
        page.progress = QStringLiteral("%1/%2").arg(m_first / m_shown + 1).arg((m_rows + m_shown - 1) / m_shown);
    page.body = [this](const Layout &layout) {
        const QStringList rows = rowsFor(layout);
        m_rows = static_cast<int>(rows.size());
        m_shown = std::max(1, layout.size.height);
        Canvas canvas(layout.size);
        for (int row = 0; row < m_shown && m_first + row < m_rows; ++row)
            canvas.put({row, 0}, rows[m_first + row]);
        return canvas;
    };
    page.prompt = Prompt{{}, m_field};
    return page;
}

QList<TerminalAction> DeviceScreen::actions()
{
    if (m_rows <= m_shown)
        return {};
    return {{Verb::NextPage, tr("+"), tr("Next page"), [this] {
                 m_first = m_first + m_shown < m_rows ? m_first + m_shown : 0;
                 navigator().redraw();
             }}};
}

QString DeviceScreen::helpText() const
{
    return tr("This is one device: first what needs a person and what to do about it, then its figures. Enter goes "
              "back.");
}

void DeviceScreen::submit(const QString &text)
{
    if (text.isEmpty())
        navigator().closeTop();
}

} // namespace crema::terminal
