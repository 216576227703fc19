// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace crema {
class LockPresenter;
class TillPresenter;
struct Problem;
} // namespace crema

namespace crema::desktop {

/// Takes badges, which sign somebody in wherever they are scanned, and refuses scans that nobody can take now: while
/// the till is locked and while a menu or dialog waits for an answer (ux.md 2.5). A refused scan is said with tone and
/// text and forgotten, never queued. Presenters outlive it.
class ScanGate final : public QObject
{
    Q_OBJECT

public:
    ScanGate(LockPresenter &lock, TillPresenter &till, QObject *parent = nullptr);

    /// Whether the scan ends here; false: it goes on to the page in front.
    [[nodiscard]] bool keeps(const QString &code);
    /// Says that a code stopped half way.
    void refusePart(const QString &part);
    /// Says why what came is no code; `part` is what can be read of it.
    void refuse(const Problem &problem, const QString &part);

private:
    LockPresenter &m_lock;
    TillPresenter &m_till;
};

} // namespace crema::desktop
