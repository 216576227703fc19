// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/devices/device_screen.h"

#include "ui/terminal/devices/device_task_screen.h"

namespace crema::terminal {

DeviceScreen::DeviceScreen(Navigator &navigator, Clock &clock, MenuEnter enter, DeviceListPresenter &devices)
    : TextScreen(navigator), m_clock(clock), m_enter(enter), m_devices(devices)
{
    connect(&m_devices, &DeviceListPresenter::detailChanged, this, [this] { this->navigator().redraw(); });
}

QString DeviceScreen::titleText() const
{
    return m_devices.detail() ? m_devices.detail()->row.registerText : tr("DEVICE");
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
    for (const QList<DeviceFact> &facts : {detail.arrived, detail.work, detail.machine}) {
        if (facts.isEmpty())
            continue;
        rows.append(QString());
        for (const DeviceFact &fact : facts)
            addFact(rows, fact.name, fact.value, layout);
    }
    return rows;
}

QList<TerminalAction> DeviceScreen::actions()
{
    const auto &all = m_devices.actions();
    const bool isOut = m_devices.detail() && m_devices.detail()->row.isOut;
    const QString other = isOut ? QStringLiteral("devices.readmit") : QStringLiteral("devices.revoke");
    const Action &rename = *all.find(u"devices.rename");
    const Action &move = *all.find(u"devices.move");
    const Action &shut = *all.find(other);
    // A row of forty has no room for one hint more beside that of the next page.
    QList<TerminalAction> actions{
        {Verb::Done, {}, rename.text(), [this] { begin(u"devices.rename"); }, rename.disabledReason()},
        {Verb::Details, isOut ? tr("in") : tr("out"), shut.text(), [this, other] { begin(other); },
         shut.disabledReason()},
        {Verb::Find, {}, move.text(), [this] { begin(u"devices.move"); }, move.disabledReason()}};
    return actions + TextScreen::actions();
}

void DeviceScreen::begin(QStringView action)
{
    if (m_devices.actions().find(action)->trigger())
        navigator().open(std::make_unique<DeviceTaskScreen>(navigator(), m_clock, m_enter, m_devices.task()));
}

QString DeviceScreen::helpText() const
{
    return tr("This is one device: first what needs a person and what to do about it, then its figures. F4 gives it "
              "another name, F2 moves it, F9 shuts it out or lets it in again, Enter goes back.");
}

} // namespace crema::terminal
