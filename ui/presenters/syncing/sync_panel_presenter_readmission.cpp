// SPDX-License-Identifier: GPL-3.0-or-later
// How a device that was shut out comes in again (ADR 027).
#include "ui/presenters/syncing/sync_panel_presenter.h"

namespace crema {

void SyncPanelPresenter::readmit(const QString &code)
{
    if (m_busy || !isShutOut())
        return;
    if (code.trimmed().isEmpty()) {
        say(Tone::Warning, tr("Type the code."), tr("A manager makes it on the platform."));
        return;
    }
    m_busy = true;
    m_message.reset();
    Q_EMIT messageChanged();
    refreshStatus();
    comeIn(this, m_stop.get_token(), code.trimmed().toUpper());
}

QCoro::Task<> SyncPanelPresenter::comeIn(Self self, std::stop_token stop, QString code)
{
    const Result<void> readmitted = co_await self->m_desk.readmit(code);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_busy = false;
    if (!readmitted) {
        self->say(Tone::Error, readmitted.error().message, readmitted.error().hint);
        self->followDesk();
        co_return;
    }
    // What waits goes out now; the person sees that it does.
    self->retry();
}

} // namespace crema
