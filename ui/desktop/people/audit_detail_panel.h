// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace crema {
class AuditPresenter;
struct AuditDetail;
} // namespace crema

namespace crema::desktop {

class Badge;
class Card;
class EmptyState;
class PageHeader;
class Theme;

/// One entry of the audit trail in full: who did it, where and when; what became what; where it stands in the trail.
class AuditDetailPanel final : public QWidget
{
    Q_OBJECT

public:
    AuditDetailPanel(const Theme &theme, AuditPresenter &presenter, QWidget *parent = nullptr);

    /// Beside the list nothing leads back to it.
    void setBeside(bool beside);
    /// Puts the focus on the entry, so that the keys scroll it.
    void focusEntry();

private:
    void build();
    void showDetail();
    void showEntry(const AuditDetail &detail);
    void fillFacts(const AuditDetail &detail);
    void fillChanges(const AuditDetail &detail);
    void fillProof(const AuditDetail &detail);
    void addFact(QGridLayout *grid, const QString &name, const QString &value, const QString &valueName);
    [[nodiscard]] QLabel *text(const QString &words, QFont::Weight weight, const char *tone = "") const;

    const Theme &m_theme;
    AuditPresenter &m_presenter;
    PageHeader *m_header;
    Badge *m_badge;
    Card *m_facts;
    Card *m_changes;
    Card *m_proof;
    QWidget *m_content;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace crema::desktop
