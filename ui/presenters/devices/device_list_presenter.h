// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/devices/device_health.h"
#include "ui/presenters/action.h"
#include "ui/presenters/devices/device_list_view.h"
#include "ui/presenters/devices/device_task_presenter.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QLocale>
#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace crema {

/// How the devices of a manager's locations are, what needs a person first, and one of them in full; for any toolkit.
/// Every method returns at once; what takes longer ends in a signal. While it is in front it asks once a minute;
/// without the platform the last answer stays, with the time that it is of. Lives on one thread; desk and clock outlive
/// it.
class DeviceListPresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Order { Need, Name, Place, Contact, Waiting };

    DeviceListPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~DeviceListPresenter() override;

    void arrive();
    void leave();

    /// Ids: devices.refresh, devices.back, devices.add, devices.rename, devices.move, devices.revoke, devices.readmit,
    /// of which the last three are about the device that is open. The last four begin something that task() goes on
    /// with.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] ListPhase phase() const { return m_phase; }
    [[nodiscard]] const QList<DeviceRow> &rows() const { return m_rows; }
    [[nodiscard]] const DeviceSummary &summary() const { return m_summary; }
    /// Why what is shown is not of now, or why nothing is.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// The person who is here does not manage devices.
    [[nodiscard]] bool isDenied() const { return m_problem && m_problem->kind == ProblemKind::NotAllowed; }
    void refresh();

    [[nodiscard]] Order order() const { return m_order; }
    [[nodiscard]] Qt::SortOrder direction() const { return m_direction; }
    void setOrder(Order order, Qt::SortOrder direction);

    /// What is being done about a device.
    [[nodiscard]] DeviceTaskPresenter &task() { return m_task; }

    /// Empty while none is open.
    [[nodiscard]] const QString &openId() const { return m_openId; }
    void open(const QString &id);
    void close();
    [[nodiscard]] const std::optional<DeviceDetail> &detail() const { return m_detail; }

    /// "" or the id of a device: what a link and the history need to come back here.
    [[nodiscard]] QString place() const { return m_openId; }
    void showPlace(const QString &place);

Q_SIGNALS:
    /// Rows, phase, summary or problem are different.
    void listChanged();
    void detailChanged();
    /// The person went to another place of the list.
    void placeChanged();

private:
    using Self = QPointer<DeviceListPresenter>;

    void declareActions();
    void followDesk();
    void readAnew();
    void showActions();
    [[nodiscard]] const DeviceStanding *openDevice() const;
    /// Why nothing can be done about any device now; empty where it can.
    [[nodiscard]] QString lockedText() const;
    void tick();
    void setPhase(ListPhase phase);
    void awaitAnswer();
    void take(const Result<sync::KnownDevices> &answer);
    void rebuild();
    void forget();
    [[nodiscard]] TimeWords times() const;
    [[nodiscard]] std::optional<PersonId> personHere() const;

    static QCoro::Task<> read(Self self, std::stop_token stop);

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    DeviceTaskPresenter m_task;
    ActionList m_actions;
    bool m_inFront = false;
    bool m_isReading = false;
    std::stop_source m_stop;
    std::unique_ptr<Timer> m_tickTimer;
    std::unique_ptr<Timer> m_phaseTimer;
    std::optional<PersonId> m_person; ///< whom the list was read for

    std::optional<DeviceList> m_list;
    ListPhase m_phase = ListPhase::Blank;
    std::optional<Problem> m_problem;
    QList<DeviceRow> m_rows;
    DeviceSummary m_summary;
    Order m_order = Order::Need;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    QString m_openId;
    std::optional<DeviceDetail> m_detail;
};

} // namespace crema
