// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/rest/breaker.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace crema::sync {

/// The addresses of one platform, in the order of a person's wish, and how each did (sync.md rule 22).
class PlatformAddresses
{
public:
    /// At least one; the first is that of the enrolment.
    explicit PlatformAddresses(const QList<QUrl> &inOrder);

    [[nodiscard]] QList<QUrl> urls() const;
    [[nodiscard]] const QUrl &url(int index) const { return m_addresses.at(index).url; }

    /// Where the next exchange goes: the first healthy address, else the least bad. `tried` were asked in vain for the
    /// same exchange: then nothing when no other is worth it. For a first try there is always one, since every wait has
    /// to end in an attempt.
    [[nodiscard]] std::optional<int> choose(std::int64_t nowMs, const QList<int> &tried) const;

    /// Those that are passed over for now.
    [[nodiscard]] int openBreakers() const;

    void began(int index, std::int64_t nowMs) { m_addresses[index].breaker.began(nowMs); }
    void ended(int index, bool reached, std::int64_t nowMs);

private:
    struct Address {
        QUrl url;
        Breaker breaker;
    };

    QList<Address> m_addresses;
};

/// Further addresses as a setting holds them: separated by spaces or commas, each http or https with a host.
/// Nothing when one is not.
[[nodiscard]] std::optional<QList<QUrl>> readAddresses(const QString &text);

} // namespace crema::sync
