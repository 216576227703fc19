// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace crema::bench {

/// Processor time that processes have used so far, in seconds, in user and kernel together; the kernel counts it in
/// hundredths. Zero for one that is gone.
[[nodiscard]] double processorSeconds(const QList<qint64> &processes);
/// The same of those threads of this process that have this name (15 letters at most).
[[nodiscard]] double processorSecondsOfThread(const QByteArray &name);

} // namespace crema::bench
