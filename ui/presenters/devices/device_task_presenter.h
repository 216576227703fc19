// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/devices/device_task_view.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QLocale>
#include <QObject>
#include <QPointer>

#include <functional>
#include <stop_token>

namespace crema {

/// What is being done about a device, one thing at a time: a code for a new one or for one that comes in again, another
/// name or place, shutting it out; for any toolkit. Every method returns at once; what takes longer ends in changed().
/// All of it is done by the platform, so it needs a network and somebody who signed in there. Lives on one thread; desk
/// and clock outlive it.
class DeviceTaskPresenter final : public QObject
{
    Q_OBJECT

public:
    DeviceTaskPresenter(ShopDesk &desk, const Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~DeviceTaskPresenter() override;

    [[nodiscard]] DeviceStep step() const { return m_step; }
    /// Which one it is about; nothing for a new device.
    [[nodiscard]] const std::optional<DeviceStanding> &device() const { return m_device; }
    /// The platform was asked and has not answered yet.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Why the last thing was not done.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// What was done last; empty once something else is begun.
    [[nodiscard]] const QString &doneText() const { return m_doneText; }

    /// A code for a new device: at once where there is one place for it, else for the place that is chosen.
    void add();
    void rename(const DeviceStanding &device);
    void askToShutOut(const DeviceStanding &device);
    /// To another location or register, or back to where it is (ADR 046).
    void askWhereTo(const DeviceStanding &device);
    /// A code for a device that was shut out.
    void readmit(const DeviceStanding &device);
    /// Nothing is under way any more; a code is not shown again.
    void close();

    /// While step() is Place or Move; for Move the one where the device is stands first.
    [[nodiscard]] const QList<PlaceChoice> &places() const { return m_places; }
    void choosePlace(LocationId place);
    /// While step() is Code.
    [[nodiscard]] const DeviceCodeView &code() const { return m_code; }
    /// While step() is Rename.
    void saveName(const QString &name);
    /// While step() is ShutOut.
    [[nodiscard]] const ShutOutQuestion &question() const { return m_question; }
    void shutOut(ShutOutReason reason);
    /// While step() is Move; without a code it gets the first register that is free there.
    void move(LocationId place, const QString &registerCode);
    /// What follows of it, for people.
    [[nodiscard]] QString moveText() const;

Q_SIGNALS:
    void changed();
    /// The platform knows something else of devices now.
    void done();

private:
    using Self = QPointer<DeviceTaskPresenter>;
    using Asking = std::function<QCoro::Task<Result<DeviceCode>>(ShopDesk &)>;
    using Doing = std::function<QCoro::Task<Result<void>>(ShopDesk &)>;

    void begin(DeviceStep step, const std::optional<DeviceStanding> &device);
    void askForCode(const Asking &asking, const DeviceCodeView &view);
    void perform(const Doing &doing, const QString &said);
    void showCode(const DeviceCode &code, DeviceCodeView view);
    void report(const Problem &problem);
    [[nodiscard]] bool isHere(const DeviceStanding &device) const { return device.device == m_desk.state().device; }
    [[nodiscard]] bool mayManageAt(LocationId place) const;
    void takePlaces(const QList<Location> &locations);

    static QCoro::Task<Result<void>> shutOutAt(ShopDesk &desk, DeviceId device, ShutOutReason reason,
                                               ThisDevice thisDevice);
    static QCoro::Task<> readPlaces(Self self, std::stop_token stop);
    static QCoro::Task<> runCode(Self self, std::stop_token stop, Asking asking, DeviceCodeView view);
    static QCoro::Task<> run(Self self, std::stop_token stop, Doing doing, QString said);

    ShopDesk &m_desk;
    const Clock &m_clock;
    QLocale m_locale;
    std::stop_source m_stop;
    DeviceStep m_step = DeviceStep::None;
    std::optional<DeviceStanding> m_device;
    bool m_isBusy = false;
    std::optional<Problem> m_problem;
    QString m_doneText;
    QList<PlaceChoice> m_places;
    DeviceCodeView m_code;
    ShutOutQuestion m_question;
};

} // namespace crema
