// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/devices/device_list_presenter.h"

#include "ui/presenters/devices/device_words.h"

#include <QCollator>

#include <algorithm>

namespace crema {
namespace {

constexpr std::int64_t skeletonAfterMs = 300;
constexpr std::int64_t sentenceAfterMs = 1'000;
constexpr std::int64_t minuteMs = 60'000;

} // namespace

DeviceListPresenter::DeviceListPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_task(desk, clock, locale)
{
    declareActions();
    connect(&m_task, &DeviceTaskPresenter::done, this, &DeviceListPresenter::readAnew);
    connect(&m_task, &DeviceTaskPresenter::changed, this, &DeviceListPresenter::showActions);
    connect(&m_desk, &TillDesk::changed, this, &DeviceListPresenter::followDesk);
}

DeviceListPresenter::~DeviceListPresenter()
{
    m_stop.request_stop();
}

void DeviceListPresenter::declareActions()
{
    m_actions.add({QStringLiteral("devices.refresh"),
                   tr("Ask again how the devices are"),
                   QStringLiteral("sync"),
                   ActionCategory::Device,
                   {QStringLiteral("F5")},
                   {QStringLiteral("F4")}},
                  [this] { refresh(); });
    m_actions.add(
        {QStringLiteral("devices.back"), tr("Back to all devices"), QStringLiteral("left"), ActionCategory::Go, {}, {}},
        [this] { close(); });
    const auto add = [this](const char *id, const QString &text, const char *icon, const QStringList &keys,
                            std::function<void()> run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), ActionCategory::Record, keys, {}},
                      std::move(run));
    };
    const auto about = [this](void (DeviceTaskPresenter::*begin)(const DeviceStanding &)) {
        return [this, begin] {
            if (const DeviceStanding *device = openDevice())
                (m_task.*begin)(*device);
        };
    };
    add("devices.add", tr("Add a device"), "plus", {QStringLiteral("Ctrl+N")}, [this] {
        close(); // the code is shown above the list
        m_task.add();
    });
    add("devices.rename", tr("Rename the device"), "edit", {}, about(&DeviceTaskPresenter::rename));
    add("devices.move", tr("Move the device"), "pin", {}, about(&DeviceTaskPresenter::askWhereTo));
    add("devices.revoke", tr("Shut the device out"), "lock", {}, about(&DeviceTaskPresenter::askToShutOut));
    add("devices.readmit", tr("Let the device in again"), "key", {}, about(&DeviceTaskPresenter::readmit));
    showActions();
}

const DeviceStanding *DeviceListPresenter::openDevice() const
{
    if (!m_list)
        return nullptr;
    const auto found = std::ranges::find_if(
        m_list->devices, [this](const DeviceStanding &standing) { return standing.device.toString() == m_openId; });
    return found == m_list->devices.end() ? nullptr : &*found;
}

QString DeviceListPresenter::lockedText() const
{
    const sync::ClientState &state = m_desk.state();
    if (!state.enrolled || !state.may(Permission::DevicesManage) || isDenied())
        return tr("Only people who manage devices may do this.");
    if (state.link != sync::Link::Online)
        return tr("The platform does this, and it cannot be reached now.");
    return m_task.isBusy() ? tr("The platform has not answered yet.") : QString();
}

void DeviceListPresenter::showActions()
{
    const QString locked = lockedText();
    const DeviceStanding *open = openDevice();
    const auto disable = [&](QStringView id, const QString &reason) {
        const QString none = open ? QString() : tr("No device is open.");
        m_actions.find(id)->setDisabledReason(!locked.isEmpty() ? locked : !none.isEmpty() ? none : reason);
    };
    const bool isOut = open && open->shutOut;
    m_actions.find(u"devices.back")->setDisabledReason(m_openId.isEmpty() ? tr("No device is open.") : QString());
    m_actions.find(u"devices.add")->setDisabledReason(locked);
    disable(u"devices.rename", {});
    disable(u"devices.move", isOut ? tr("It is shut out.") : QString());
    disable(u"devices.revoke", isOut ? tr("It is shut out already.") : QString());
    disable(u"devices.readmit", isOut ? QString() : tr("It is not shut out."));
}

void DeviceListPresenter::readAnew()
{
    // What is being read was asked for before it was done.
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isReading = false;
    refresh();
}

std::optional<PersonId> DeviceListPresenter::personHere() const
{
    const sync::ClientState &state = m_desk.state();
    return state.person ? std::optional(state.person->id) : std::nullopt;
}

void DeviceListPresenter::arrive()
{
    if (m_inFront)
        return;
    m_inFront = true;
    tick();
}

void DeviceListPresenter::leave()
{
    m_inFront = false;
    m_tickTimer.reset();
}

void DeviceListPresenter::tick()
{
    refresh();
    m_tickTimer = m_clock.after(minuteMs, [this] { tick(); });
}

void DeviceListPresenter::followDesk()
{
    if (m_person == personHere()) {
        showActions();
        return;
    }
    // Somebody else may see less: nothing of the one before stays.
    forget();
    if (m_inFront)
        refresh();
}

void DeviceListPresenter::forget()
{
    m_stop.request_stop();
    m_stop = {};
    m_isReading = false;
    m_person.reset();
    m_list.reset();
    m_problem.reset();
    m_openId.clear();
    m_task.close();
    setPhase(ListPhase::Blank);
    rebuild();
}

void DeviceListPresenter::setPhase(ListPhase phase)
{
    m_phaseTimer.reset();
    m_phase = phase;
}

void DeviceListPresenter::refresh()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_person = personHere();
    awaitAnswer();
    read(this, m_stop.get_token());
}

void DeviceListPresenter::awaitAnswer()
{
    if (m_list || m_phase != ListPhase::Blank)
        return;
    m_phaseTimer = m_clock.after(skeletonAfterMs, [this] {
        setPhase(ListPhase::Loading);
        m_phaseTimer = m_clock.after(sentenceAfterMs - skeletonAfterMs, [this] {
            setPhase(ListPhase::LoadingLong);
            Q_EMIT listChanged();
        });
        Q_EMIT listChanged();
    });
}

QCoro::Task<> DeviceListPresenter::read(Self self, std::stop_token stop)
{
    const Result<sync::KnownDevices> answer = co_await self->m_desk.devices();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    self->take(answer);
}

void DeviceListPresenter::take(const Result<sync::KnownDevices> &answer)
{
    m_problem = answer ? answer->problem : std::optional(answer.error());
    if (answer)
        m_list = answer->list;
    else if (isDenied())
        m_list.reset();
    if (m_list)
        setPhase(m_list->devices.isEmpty() ? ListPhase::FirstUse : ListPhase::Rows);
    else
        setPhase(ListPhase::Failed);
    showActions();
    rebuild();
}

TimeWords DeviceListPresenter::times() const
{
    return TimeWords::ofShop(m_locale, m_desk.state().location);
}

void DeviceListPresenter::setOrder(Order order, Qt::SortOrder direction)
{
    m_order = order;
    m_direction = direction;
    rebuild();
}

void DeviceListPresenter::rebuild()
{
    m_rows.clear();
    m_summary = {};
    m_detail.reset();
    if (m_list) {
        QList<DeviceStanding> devices = m_list->devices;
        sortByNeed(devices, m_list->at);
        const DeviceWords words(m_locale, times(), m_list->at);
        const DeviceId here = m_desk.state().device;
        int needing = 0;
        int out = 0;
        for (const DeviceStanding &standing : std::as_const(devices)) {
            m_rows.append(words.row(standing, here));
            out += m_rows.last().isOut ? 1 : 0;
            needing += m_rows.last().isOut || m_rows.last().state.text.isEmpty() ? 0 : 1;
            if (m_rows.last().id == m_openId)
                m_detail = words.detail(standing, here);
        }
        m_summary = {tr("%n devices", nullptr, static_cast<int>(m_rows.size()) - out),
                     needing > 0 ? tr("%n need a person", "devices", needing) : tr("All are well", "devices"),
                     out > 0 ? tr("%n shut out", "devices", out) : QString(),
                     tr("As of %1", "a time of day").arg(times().clock(m_list->at)),
                     m_list->isOfDevice
                         ? tr("Of this location only. Sign in with mail address and password to see more.")
                         : QString()};
    }
    QCollator collator(m_locale);
    collator.setNumericMode(true);
    const auto isBefore = [&](const DeviceRow &a, const DeviceRow &b) {
        switch (m_order) {
        case Order::Name: return collator.compare(a.name, b.name) < 0;
        case Order::Place: return collator.compare(a.placeText, b.placeText) < 0;
        case Order::Contact: return a.silenceMs < b.silenceMs;
        case Order::Waiting: return a.waiting < b.waiting;
        case Order::Need: break;
        }
        return false; // as they are
    };
    std::ranges::stable_sort(m_rows, isBefore);
    if (m_direction == Qt::DescendingOrder)
        std::ranges::reverse(m_rows);
    showActions();
    Q_EMIT listChanged();
    Q_EMIT detailChanged();
}

void DeviceListPresenter::open(const QString &id)
{
    if (m_openId == id)
        return;
    m_openId = id;
    // What was begun about the one before is not done to this one.
    m_task.close();
    rebuild();
    Q_EMIT placeChanged();
}

void DeviceListPresenter::close()
{
    open({});
}

void DeviceListPresenter::showPlace(const QString &place)
{
    if (m_openId != place)
        m_task.close();
    m_openId = place;
    rebuild();
}

} // namespace crema
