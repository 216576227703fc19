// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_presenter.h"

#include <QObject>

namespace crema::desktop {

/// Writes `till ready` to standard output once the till was painted with its tiles: what start-up benchmarks wait for
/// (tests/bench/startup). Made only when the variable CREMA_REPORT_READY is set.
class ReadyReport final : public QObject
{
public:
    ReadyReport(QWidget &window, const TillPresenter &till);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const TillPresenter &m_till;
    bool m_reported = false;
};

} // namespace crema::desktop
