// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/audit_entry_screen.h"

namespace crema::terminal {

AuditEntryScreen::AuditEntryScreen(Navigator &navigator, AuditPresenter &audit) : TextScreen(navigator), m_audit(audit)
{
    connect(&m_audit, &AuditPresenter::detailChanged, this, [this] { this->navigator().redraw(); });
}

QString AuditEntryScreen::titleText() const
{
    return tr("ENTRY %1").arg(m_audit.detail() ? m_audit.detail()->number : QString());
}

QStringList AuditEntryScreen::rowsFor(const Layout &layout) const
{
    QStringList rows;
    if (!m_audit.detail()) {
        addWrapped(rows, tr("This entry is not in the list any more."), layout);
        return rows;
    }
    const AuditDetail &detail = *m_audit.detail();
    const bool wasDone = detail.row.outcome.text.isEmpty();
    addWrapped(rows, wasDone ? detail.row.what : QStringLiteral("! ") + detail.row.what, layout);
    if (!detail.outcome.text.isEmpty())
        addWrapped(rows, detail.outcome.text, layout);
    rows.append(QString());
    addFact(rows, tr("Who"), detail.row.who, layout);
    if (!detail.approvedBy.isEmpty())
        addFact(rows, tr("Approved by"), detail.approvedBy, layout);
    addFact(rows, tr("Where"), detail.row.where, layout);
    addFact(rows, tr("When"), detail.row.exactText, layout);
    rows.append(QString());
    for (const AuditChangeRow &change : detail.changes) {
        const QString becomes = change.before.isEmpty()
                                    ? change.after
                                    : tr("%1 > %2", "what it was, what it is").arg(change.before, change.after);
        addFact(rows, change.field, becomes, layout);
    }
    if (detail.changes.isEmpty())
        addWrapped(rows, detail.changesAside, layout);
    rows.append(QString());
    addFact(rows, tr("Action"), detail.action, layout);
    addFact(rows, tr("Chain"), detail.chain, layout);
    if (!detail.requestId.isEmpty())
        addFact(rows, tr("Request"), detail.requestId, layout);
    return rows;
}

QString AuditEntryScreen::helpText() const
{
    return tr("This is one entry of the audit trail: who did it, where and when, then what became what. Its number, "
              "its chain and the request that caused it are for quoting it. Enter goes back.");
}

} // namespace crema::terminal
