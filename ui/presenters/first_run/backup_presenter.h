// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/first_run/platform_child.h"
#include "ui/presenters/shell/notices.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// Backing up a business on this computer. Child and notices outlive it.
class BackupPresenter final : public QObject
{
    Q_OBJECT

public:
    BackupPresenter(LocalBusiness business, PlatformChild &child, Notices &notices, QObject *parent = nullptr);
    ~BackupPresenter() override;

    /// Id: program.backup, disabled while a backup is being written.
    [[nodiscard]] ActionList &actions() { return m_actions; }
    /// "crema-2026-11-28.backup": what a file of this day is called.
    [[nodiscard]] static QString proposedName(UtcTime now);
    /// Writes the backup; a file that is there is replaced once the new one is whole.
    void backUpTo(const QString &file);

Q_SIGNALS:
    /// Ask the person for a file, then call backUpTo().
    void fileWanted();
    void failed(const crema::Problem &problem);

private:
    using Self = QPointer<BackupPresenter>;
    static QCoro::Task<> write(Self self, std::stop_token stop, QString file);

    LocalBusiness m_business;
    PlatformChild &m_child;
    Notices &m_notices;
    ActionList m_actions;
    std::stop_source m_stop;
};

} // namespace crema
