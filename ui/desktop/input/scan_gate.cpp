// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/scan_gate.h"

#include "ui/presenters/people/lock_presenter.h"
#include "ui/presenters/till/till_presenter.h"

#include <QApplication>

namespace crema::desktop {

ScanGate::ScanGate(LockPresenter &lock, TillPresenter &till, QObject *parent)
    : QObject(parent), m_lock(lock), m_till(till)
{}

bool ScanGate::refuses(const QString &code)
{
    m_lock.noteActivity();
    if (m_lock.isCovering()) {
        m_lock.refuseScan();
        return true;
    }
    if (!QApplication::activePopupWidget() && !QApplication::activeModalWidget())
        return false;
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

} // namespace crema::desktop
