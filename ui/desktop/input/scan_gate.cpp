// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/scan_gate.h"

#include "models/people/badge.h"
#include "ui/presenters/people/lock_presenter.h"
#include "ui/presenters/till/till_presenter.h"

#include <QApplication>

namespace crema::desktop {

ScanGate::ScanGate(LockPresenter &lock, TillPresenter &till, QObject *parent)
    : QObject(parent), m_lock(lock), m_till(till)
{}

bool ScanGate::keeps(const QString &code)
{
    m_lock.noteActivity();
    if (m_lock.isCovering()) {
        if (!m_lock.takeBadge(code))
            m_lock.refuseScan();
        return true;
    }
    const bool isInFront = !QApplication::activePopupWidget() && !QApplication::activeModalWidget();
    // What opens a till is not written on it.
    if (!isInFront && badgeCodeIn(code)) {
        m_till.refuseCode({}, tr("A menu or dialog is open, so the badge was not taken."),
                          tr("Answer or close it, then scan again."));
        return true;
    }
    if (isInFront)
        return m_lock.takeBadge(code);
    m_till.refuseCode(code, tr("A menu or dialog is open, so the code %1 was not taken.").arg(code),
                      tr("Answer or close it, then scan again."));
    return true;
}

void ScanGate::refusePart(const QString &part)
{
    if (m_lock.isCovering()) {
        m_lock.refuseScan();
        return;
    }
    m_till.refuseCode(part, tr("Only a part of a code came: %1.").arg(part),
                      tr("Scan it again. If it happens often, let the scanner send Enter after each code."));
}

void ScanGate::refuse(const Problem &problem, const QString &part)
{
    if (m_lock.isCovering())
        m_lock.refuseScan();
    else
        m_till.refuseCode(part, problem.message, problem.hint);
}

} // namespace crema::desktop
