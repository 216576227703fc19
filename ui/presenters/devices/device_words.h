// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/device_findings.h"
#include "ui/presenters/devices/device_list_view.h"
#include "ui/presenters/devices/device_task_view.h"
#include "ui/presenters/selling/time_words.h"

namespace crema {

/// How a device is, in words, as of one moment of the platform's clock. Moments are told as of then too, so that what
/// was known an hour ago does not read as if it were of now.
class DeviceWords
{
public:
    DeviceWords(const QLocale &locale, const TimeWords &times, UtcTime at) : m_locale(locale), m_times(times), m_at(at)
    {}

    [[nodiscard]] DeviceRow row(const DeviceStanding &standing, DeviceId here) const;
    [[nodiscard]] DeviceDetail detail(const DeviceStanding &standing, DeviceId here) const;

    /// What is asked before it is shut out.
    [[nodiscard]] ShutOutQuestion question(const DeviceStanding &standing, bool isHere) const;

    /// "Lost".
    [[nodiscard]] static QString reasonName(ShutOutReason reason);
    /// "Silent", with its icon and tone.
    [[nodiscard]] static CellBadge badge(DeviceFinding finding);

private:
    [[nodiscard]] QString contact(const DeviceStanding &standing) const;
    [[nodiscard]] QString waiting(const DeviceHealth &health) const;
    [[nodiscard]] QString clock(const DeviceHealth &health) const;
    [[nodiscard]] QString disk(const DeviceHealth &health) const;
    [[nodiscard]] QString number(std::int64_t value) const;
    [[nodiscard]] QString duration(std::int64_t ms) const;
    [[nodiscard]] QString title(DeviceFinding finding) const;
    [[nodiscard]] QString sentence(DeviceFinding finding, const DeviceStanding &standing) const;
    [[nodiscard]] DeviceFindingView well(const DeviceStanding &standing) const;
    [[nodiscard]] QList<DeviceFindingView> outFindings(const DeviceStanding &standing) const;
    [[nodiscard]] QList<DeviceFact> arrived(const DeviceStanding &standing) const;
    [[nodiscard]] QList<DeviceFact> work(const DeviceStanding &standing) const;
    [[nodiscard]] QList<DeviceFact> machine(const DeviceStanding &standing) const;

    QLocale m_locale;
    TimeWords m_times;
    UtcTime m_at;
};

} // namespace crema
