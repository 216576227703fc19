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
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale)
{
    declareActions();
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
    m_actions.find(u"devices.back")->setDisabledReason(tr("No device is open."));
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
    if (m_person == personHere())
        return;
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
        for (const DeviceStanding &standing : std::as_const(devices)) {
            m_rows.append(words.row(standing, here));
            needing += m_rows.last().state.text.isEmpty() ? 0 : 1;
            if (m_rows.last().id == m_openId)
                m_detail = words.detail(standing, here);
        }
        m_summary = {tr("%n devices", nullptr, static_cast<int>(m_rows.size())),
                     needing > 0 ? tr("%n need a person", "devices", needing) : tr("All are well", "devices"),
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
    m_actions.find(u"devices.back")->setDisabledReason(m_openId.isEmpty() ? tr("No device is open.") : QString());
    Q_EMIT listChanged();
    Q_EMIT detailChanged();
}

void DeviceListPresenter::open(const QString &id)
{
    if (m_openId == id)
        return;
    m_openId = id;
    rebuild();
    Q_EMIT placeChanged();
}

void DeviceListPresenter::close()
{
    open({});
}

void DeviceListPresenter::showPlace(const QString &place)
{
    m_openId = place;
    rebuild();
}

} // namespace crema
