// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/devices/device_task_presenter.h"

#include "models/people/approval.h"
#include "ui/presenters/devices/device_words.h"

namespace crema {

DeviceTaskPresenter::DeviceTaskPresenter(ShopDesk &desk, const Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale)
{}

DeviceTaskPresenter::~DeviceTaskPresenter()
{
    m_stop.request_stop();
}

void DeviceTaskPresenter::begin(DeviceStep step, const std::optional<DeviceStanding> &device)
{
    // What is under way is done there; its answer is nobody's any more.
    m_stop.request_stop();
    m_stop = {};
    m_isBusy = false;
    m_step = step;
    m_device = device;
    m_problem.reset();
    m_doneText.clear();
    m_code = {};
}

void DeviceTaskPresenter::close()
{
    if (m_step == DeviceStep::None && !m_problem && m_doneText.isEmpty())
        return;
    begin(DeviceStep::None, std::nullopt);
    Q_EMIT changed();
}

void DeviceTaskPresenter::report(const Problem &problem)
{
    m_isBusy = false;
    m_problem = problem;
    Q_EMIT changed();
}

bool DeviceTaskPresenter::mayManageAt(LocationId place) const
{
    const std::optional<Person> &person = m_desk.state().person;
    return person && worksAt(*person, place);
}

void DeviceTaskPresenter::add()
{
    begin(DeviceStep::Place, std::nullopt);
    m_places.clear();
    m_isBusy = true;
    Q_EMIT changed();
    readPlaces(this, m_stop.get_token());
}

QCoro::Task<> DeviceTaskPresenter::readPlaces(Self self, std::stop_token stop)
{
    const Result<QList<Location>> locations = co_await self->m_desk.locations();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isBusy = false;
    if (!locations) {
        self->report(locations.error());
        co_return;
    }
    self->takePlaces(*locations);
}

void DeviceTaskPresenter::takePlaces(const QList<Location> &locations)
{
    for (const Location &location : locations) {
        const bool isItsOwn = m_device && m_device->location == location.id;
        if (mayManageAt(location.id))
            m_places.insert(isItsOwn ? 0 : m_places.size(), {location.id, location.name});
    }
    if (m_step == DeviceStep::Place && m_places.size() == 1)
        choosePlace(m_places.first().id);
    else
        Q_EMIT changed();
}

void DeviceTaskPresenter::choosePlace(LocationId place)
{
    if (m_step != DeviceStep::Place || m_isBusy)
        return;
    const auto chosen = std::ranges::find(m_places, place, &PlaceChoice::id);
    if (chosen == m_places.end())
        return;
    DeviceCodeView view;
    view.title = tr("Code for a new device at %1", "a location").arg(chosen->name);
    view.howText = tr("On the new device, start Crema, choose “Connect this till to a business” and type the address "
                      "%1 and this code.")
                       .arg(m_desk.state().platform.toString());
    view.command = QStringLiteral("crema device enroll --platform %1 --code ").arg(m_desk.state().platform.toString());
    askForCode([place](ShopDesk &desk) { return desk.makeEnrolCode(place); }, view);
}

void DeviceTaskPresenter::readmit(const DeviceStanding &device)
{
    begin(DeviceStep::Code, device);
    DeviceCodeView view;
    view.title = tr("Code to let %1 in again", "a device").arg(device.name);
    view.howText = tr("Type it on %1 itself, in its sync panel. Until then it stays shut out.").arg(device.name);
    view.command = QStringLiteral("crema device readmit --code ");
    askForCode([id = device.device](ShopDesk &desk) { return desk.makeReadmissionCode(id); }, view);
}

void DeviceTaskPresenter::askForCode(const Asking &asking, const DeviceCodeView &view)
{
    m_problem.reset();
    m_isBusy = true;
    m_code = view;
    m_code.command.clear();
    Q_EMIT changed();
    runCode(this, m_stop.get_token(), asking, view);
}

QCoro::Task<> DeviceTaskPresenter::runCode(Self self, std::stop_token stop, Asking asking, DeviceCodeView view)
{
    auto asked = asking(self->m_desk);
    const Result<DeviceCode> code = co_await asked;
    if (stop.stop_requested() || !self)
        co_return;
    if (code)
        self->showCode(*code, view);
    else
        self->report(code.error());
}

void DeviceTaskPresenter::showCode(const DeviceCode &code, DeviceCodeView view)
{
    m_isBusy = false;
    m_step = DeviceStep::Code;
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    view.code = code.code;
    view.untilText = tr("Good until %1, for one device. It is shown this once.").arg(times.exact(code.expiresAt));
    view.command += code.code;
    m_code = view;
    Q_EMIT changed();
}

void DeviceTaskPresenter::rename(const DeviceStanding &device)
{
    begin(DeviceStep::Rename, device);
    Q_EMIT changed();
}

void DeviceTaskPresenter::saveName(const QString &name)
{
    if (m_step != DeviceStep::Rename || m_isBusy)
        return;
    const Result<QString> checked = checkedDeviceName(name);
    if (!checked) {
        report(checked.error());
        return;
    }
    perform([id = m_device->device, to = *checked](ShopDesk &desk) { return desk.renameDevice(id, to); },
            tr("It is called %1 from now on.", "a device").arg(*checked));
}

void DeviceTaskPresenter::askToShutOut(const DeviceStanding &device)
{
    begin(DeviceStep::ShutOut, device);
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    m_question = DeviceWords(m_locale, times, m_clock.now()).question(device, isHere(device));
    Q_EMIT changed();
}

void DeviceTaskPresenter::shutOut(ShutOutReason reason)
{
    if (m_step != DeviceStep::ShutOut || m_isBusy)
        return;
    const ThisDevice which = isHere(*m_device) ? ThisDevice::Meant : ThisDevice::Kept;
    perform([id = m_device->device, reason, which](ShopDesk &desk) { return shutOutAt(desk, id, reason, which); },
            tr("%1 is shut out.", "a device").arg(m_device->name));
}

void DeviceTaskPresenter::askWhereTo(const DeviceStanding &device)
{
    begin(DeviceStep::Move, device);
    m_places.clear();
    m_isBusy = true;
    Q_EMIT changed();
    readPlaces(this, m_stop.get_token());
}

QString DeviceTaskPresenter::moveText() const
{
    return tr("It moves when it is in contact, its shift is closed and everything is sent. Its receipts are numbered "
              "anew from then on.");
}

void DeviceTaskPresenter::move(LocationId place, const QString &registerCode)
{
    const auto chosen = std::ranges::find(m_places, place, &PlaceChoice::id);
    if (m_step != DeviceStep::Move || m_isBusy || chosen == m_places.end())
        return;
    const QString code = registerCode.trimmed().toUpper();
    const bool stays = place == m_device->location && (code.isEmpty() || code == m_device->registerCode);
    perform([id = m_device->device, place, code](ShopDesk &desk) { return desk.moveDevice(id, place, code); },
            stays ? tr("%1 stays where it is.", "a device").arg(m_device->name)
                  : tr("%1 moves to %2 when nothing is open there.", "a device, a location")
                        .arg(m_device->name, chosen->name));
}

QCoro::Task<Result<void>> DeviceTaskPresenter::shutOutAt(ShopDesk &desk, DeviceId device, ShutOutReason reason,
                                                         ThisDevice thisDevice)
{
    const Result<ShutOut> out = co_await desk.shutDeviceOut(device, reason, thisDevice);
    if (!out)
        co_return failure(out.error());
    // What arrived from it stands in the list, which is read anew.
    co_return Result<void>();
}

void DeviceTaskPresenter::perform(const Doing &doing, const QString &said)
{
    m_problem.reset();
    m_isBusy = true;
    Q_EMIT changed();
    run(this, m_stop.get_token(), doing, said);
}

QCoro::Task<> DeviceTaskPresenter::run(Self self, std::stop_token stop, Doing doing, QString said)
{
    auto doingIt = doing(self->m_desk);
    const Result<void> answer = co_await doingIt;
    if (stop.stop_requested() || !self)
        co_return;
    if (!answer) {
        self->report(answer.error());
        co_return;
    }
    const std::optional<DeviceStanding> device = self->m_device;
    self->begin(DeviceStep::None, device);
    self->m_doneText = said;
    Q_EMIT self->changed();
    Q_EMIT self->done();
}

} // namespace crema
