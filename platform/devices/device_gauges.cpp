// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/device_gauges.h"

#include "models/operations/storage_failure.h"
#include "platform/base/metrics.h"
#include "platform/sync/sync_storage.h"

#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include <array>
#include <map>

namespace crema::platform {
namespace {

/// One figure of a device; nothing where it did not tell it.
struct Figure {
    const char *name;
    const char *help;
    std::optional<double> (*of)(const DeviceStanding &);
};

double seconds(std::int64_t ms)
{
    return static_cast<double>(ms) / 1'000;
}

template<auto member>
std::optional<double> told(const DeviceStanding &standing)
{
    return standing.health ? std::optional(static_cast<double>((*standing.health).*member)) : std::nullopt;
}

template<auto member>
std::optional<double> toldSeconds(const DeviceStanding &standing)
{
    return standing.health ? std::optional(seconds((*standing.health).*member)) : std::nullopt;
}

template<auto member>
std::optional<std::int64_t> optionalOf(const DeviceStanding &standing)
{
    return standing.health ? (*standing.health).*member : std::nullopt;
}

const std::array figures{
    Figure{"crema_device_enrolled_timestamp_seconds", "When the device was enrolled.",
           [](const DeviceStanding &standing) { return std::optional(seconds(standing.enrolledAt.msSinceEpoch())); }},
    Figure{"crema_device_last_contact_timestamp_seconds", "When the device last told how it is.",
           [](const DeviceStanding &standing) -> std::optional<double> {
               return standing.heardAt ? std::optional(seconds(standing.heardAt->msSinceEpoch())) : std::nullopt;
           }},
    Figure{"crema_device_waiting_operations", "Operations that the platform had not answered at the last contact.",
           &told<&DeviceHealth::waiting>},
    Figure{"crema_device_waiting_sales", "Sales among them.", &told<&DeviceHealth::waitingSales>},
    Figure{"crema_device_oldest_waiting_seconds", "Age of the oldest of them at the last contact; 0 when none waits.",
           [](const DeviceStanding &standing) -> std::optional<double> {
               return standing.health ? std::optional(seconds(standing.health->oldestWaitingMs.value_or(0)))
                                      : std::nullopt;
           }},
    Figure{"crema_device_needs_attention_operations", "Operations of the device that a person has to decide about.",
           &told<&DeviceHealth::needsAttention>},
    Figure{"crema_device_refused_operations", "Refused ones among them.", &told<&DeviceHealth::refused>},
    Figure{"crema_device_clock_offset_seconds", "The platform's clock minus the device's.",
           &toldSeconds<&DeviceHealth::clockOffsetMs>},
    Figure{"crema_device_store_bytes", "Size of the local store.", &told<&DeviceHealth::storeBytes>},
    Figure{"crema_device_disk_free_bytes", "Room on the disk of the local store.",
           [](const DeviceStanding &standing) -> std::optional<double> {
               const auto bytes = optionalOf<&DeviceHealth::freeBytes>(standing);
               return bytes ? std::optional(static_cast<double>(*bytes)) : std::nullopt;
           }},
    Figure{"crema_device_disk_low", "1 while the till warns that its disk is full.", &told<&DeviceHealth::diskIsLow>},
    Figure{"crema_device_open_breakers", "Addresses of the platform that the device passes over.",
           &told<&DeviceHealth::openBreakers>},
    Figure{"crema_device_round_seconds", "How long its last round of sending and fetching took.",
           &toldSeconds<&DeviceHealth::roundMs>},
    Figure{"crema_device_longest_round_seconds", "The longest round since the report before.",
           &toldSeconds<&DeviceHealth::longestRoundMs>},
};

using Labels = std::map<std::string, std::string>;

/// The gauges of one name, one for each device that has a value.
class Gauges
{
public:
    Gauges(Metrics &metrics, const char *name, const char *help)
        : m_family(prometheus::BuildGauge().Name(name).Help(help).Register(metrics.registry()))
    {}

    void set(const Labels &labels, double value)
    {
        Entry &entry = m_gauges[labels];
        if (!entry.gauge)
            entry.gauge = &m_family.Add(labels);
        entry.gauge->Set(value);
        entry.isThere = true;
    }

    /// Those that nobody set since the last time go.
    void sweep()
    {
        for (auto it = m_gauges.begin(); it != m_gauges.end();) {
            if (std::exchange(it->second.isThere, false)) {
                ++it;
                continue;
            }
            m_family.Remove(it->second.gauge);
            it = m_gauges.erase(it);
        }
    }

private:
    struct Entry {
        prometheus::Gauge *gauge = nullptr;
        bool isThere = false;
    };

    prometheus::Family<prometheus::Gauge> &m_family;
    std::map<Labels, Entry> m_gauges;
};

} // namespace

class DeviceGauges::Families
{
public:
    explicit Families(Metrics &metrics)
        : m_info(metrics, "crema_device_info", "1 for each enrolled device, with what it runs."),
          m_leftOut(metrics, "crema_devices_left_out", "1 when there are more devices than are shown here.")
    {
        for (const Figure &figure : figures)
            m_figures.emplace_back(metrics, figure.name, figure.help);
    }

    void set(const QList<DeviceStanding> &standings)
    {
        m_leftOut.set({}, standings.size() > most ? 1 : 0);
        for (const DeviceStanding &standing : standings.first(std::min<qsizetype>(standings.size(), most)))
            set(standing);
        m_info.sweep();
        for (Gauges &gauges : m_figures)
            gauges.sweep();
    }

private:
    void set(const DeviceStanding &standing)
    {
        const Labels labels{{"location", standing.locationCode.toStdString()},
                            {"register", standing.registerCode.toStdString()}};
        for (std::size_t index = 0; index < figures.size(); ++index) {
            if (const std::optional<double> value = figures.at(index).of(standing))
                m_figures.at(index).set(labels, *value);
        }
        Labels info = labels;
        info["version"] = standing.health ? standing.health->version.toStdString() : std::string();
        info["store_format"] = standing.health ? std::to_string(standing.health->storeFormat) : std::string();
        m_info.set(info, 1);
    }

    Gauges m_info;
    Gauges m_leftOut;
    std::vector<Gauges> m_figures;
};

DeviceGauges::DeviceGauges(DomainCore &core) : m_core(core), m_families(std::make_unique<Families>(core.metrics)) {}

DeviceGauges::~DeviceGauges() = default;

void DeviceGauges::look()
{
    try {
        QList<DeviceStanding> standings = m_core.sync.standings({}, most + 1);
        standings.removeIf([](const DeviceStanding &standing) { return standing.shutOut.has_value(); });
        const std::lock_guard lock(m_mutex);
        m_families->set(standings);
    } catch (const StorageFailure &) {
        // The request that needs the database says so.
    }
}

} // namespace crema::platform
