// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/first_run/backup_presenter.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace crema {

using namespace Qt::StringLiterals;

BackupPresenter::BackupPresenter(LocalBusiness business, PlatformChild &child, Notices &notices, QObject *parent)
    : QObject(parent), m_business(business), m_child(child), m_notices(notices)
{
    m_actions.add({u"program.backup"_s, tr("Back up…"), u"export"_s, ActionCategory::Program, {}, {}},
                  [this] { Q_EMIT fileWanted(); });
}

BackupPresenter::~BackupPresenter()
{
    m_stop.request_stop();
}

QString BackupPresenter::proposedName(UtcTime now)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(now.msSinceEpoch());
    return u"crema-%1.backup"_s.arg(moment.date().toString(Qt::ISODate));
}

void BackupPresenter::backUpTo(const QString &file)
{
    Action *action = m_actions.find(u"program.backup");
    if (file.isEmpty() || !action->isEnabled())
        return;
    action->setDisabledReason(tr("A backup is being written."));
    write(this, m_stop.get_token(), file);
}

QCoro::Task<> BackupPresenter::write(Self self, std::stop_token stop, QString file)
{
    const Result<void> written = co_await self->m_child.backUp(self->m_business, file);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_actions.find(u"program.backup")->enable();
    if (!written) {
        Q_EMIT self->failed(written.error());
        co_return;
    }
    self->m_notices.post(tr("Backed up to %1").arg(QFileInfo(file).fileName()), [file] { QFile::remove(file); });
}

} // namespace crema
