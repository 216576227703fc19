// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/audit_detail_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/people/audit_presenter.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {
namespace {

constexpr int nameWidth = 144;
constexpr int widest = 720;

} // namespace

AuditDetailPanel::AuditDetailPanel(const Theme &theme, AuditPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_header(new PageHeader(theme, QStringLiteral("entryHeader"))),
      m_badge(new Badge(theme, QStringLiteral("entryBadge"))),
      m_facts(new Card(theme, QStringLiteral("entryFacts"), tr("What happened"))),
      m_changes(new Card(theme, QStringLiteral("entryChanges"), tr("Before and after"))),
      m_proof(new Card(theme, QStringLiteral("entryProof"), tr("To quote"))), m_content(new QWidget),
      m_scroll(new QScrollArea), m_empty(new EmptyState(theme, QStringLiteral("entryEmpty"))),
      m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("auditDetail"));
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_header, &PageHeader::parentChosen, &presenter, &AuditPresenter::close);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &AuditPresenter::close);
    connect(&presenter, &AuditPresenter::detailChanged, this, &AuditDetailPanel::showDetail);
    showDetail();
}

void AuditDetailPanel::build()
{
    m_header->addBesideTitle(m_badge);
    auto *cards = new QVBoxLayout;
    cards->setSpacing(16);
    for (Card *card : {m_facts, m_changes, m_proof}) {
        card->setMaximumWidth(m_theme.scaled(widest));
        cards->addWidget(card);
    }
    cards->addStretch(1);
    m_content->setProperty("role", QStringLiteral("page"));
    m_content->setLayout(cards);
    m_scroll->setObjectName(QStringLiteral("entryScroll"));
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    auto *shown = new QWidget;
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

void AuditDetailPanel::setBeside(bool beside)
{
    const int edge = beside ? 24 : 16;
    m_header->setParentPlace(beside ? QString() : tr("Audit trail"));
    m_header->setEdge(edge);
    m_content->layout()->setContentsMargins(edge, 4, edge, 16);
}

void AuditDetailPanel::focusEntry()
{
    m_scroll->setFocus();
}

QLabel *AuditDetailPanel::text(const QString &words, QFont::Weight weight, const char *tone) const
{
    QLabel *label = makeText(m_theme, QString(), 14, weight, tone);
    label->setTextFormat(Qt::PlainText);
    label->setText(words);
    label->setWordWrap(true);
    return label;
}

void AuditDetailPanel::showDetail()
{
    if (m_presenter.detail()) {
        showEntry(*m_presenter.detail());
        m_stack->setCurrentIndex(1);
        return;
    }
    if (m_presenter.openId().isEmpty() || m_presenter.phase() == ListPhase::Blank) {
        m_empty->showState(QStringLiteral("history"), tr("Choose an entry"),
                           tr("Who did it, what became what and who approved it stand here."));
        m_empty->setAction({});
    } else {
        m_empty->showState(QStringLiteral("search"), tr("This entry is not in the list"),
                           tr("It may be older, or of a place that is not yours."));
        m_empty->setAction(tr("Back to all entries"), "plain");
    }
    m_stack->setCurrentIndex(0);
}

void AuditDetailPanel::showEntry(const AuditDetail &detail)
{
    m_header->setTitle(detail.row.what);
    m_header->setAside(detail.row.timeText);
    m_badge->setLook(lookOf(detail.outcome));
    fillFacts(detail);
    fillChanges(detail);
    fillProof(detail);
}

void AuditDetailPanel::addFact(QGridLayout *grid, const QString &name, const QString &value, const QString &valueName)
{
    const int row = grid->rowCount();
    grid->addWidget(text(name, QFont::Normal, "muted"), row, 0, Qt::AlignTop);
    QLabel *label = text(value, QFont::Normal);
    label->setObjectName(valueName);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(label, row, 1);
}

void AuditDetailPanel::fillFacts(const AuditDetail &detail)
{
    QGridLayout *grid = m_facts->emptied(QStringLiteral("entryFactsContent"));
    addFact(grid, tr("Who"), detail.row.who, QStringLiteral("entryWho"));
    if (!detail.approvedBy.isEmpty())
        addFact(grid, tr("Approved by"), detail.approvedBy, QStringLiteral("entryApprovedBy"));
    addFact(grid, tr("Where"), detail.row.where, QStringLiteral("entryWhere"));
    addFact(grid, tr("When"), detail.row.exactText, QStringLiteral("entryWhen"));
    grid->setColumnMinimumWidth(0, m_theme.scaled(nameWidth));
    grid->setColumnStretch(1, 1);
}

void AuditDetailPanel::fillChanges(const AuditDetail &detail)
{
    QGridLayout *grid = m_changes->emptied(QStringLiteral("entryChangesContent"));
    if (detail.changes.isEmpty()) {
        grid->addWidget(text(detail.changesAside, QFont::Normal, "muted"), 0, 0);
        return;
    }
    for (int row = 0; row < detail.changes.size(); ++row) {
        const AuditChangeRow &change = detail.changes.at(row);
        const QString name = QStringLiteral("entryChange%1.").arg(row);
        const auto add = [&](int column, QLabel *label) {
            label->setObjectName(name + QString::number(column));
            grid->addWidget(label, row, column, Qt::AlignTop);
        };
        add(0, text(change.field, QFont::Normal, "muted"));
        add(1, text(change.before, QFont::Normal));
        add(2, text(QStringLiteral("→"), QFont::Normal, "muted"));
        add(3, text(change.after, QFont::Medium));
    }
    grid->setColumnMinimumWidth(0, m_theme.scaled(nameWidth));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
}

void AuditDetailPanel::fillProof(const AuditDetail &detail)
{
    QGridLayout *grid = m_proof->emptied(QStringLiteral("entryProofContent"));
    addFact(grid, tr("Entry"), detail.number, QStringLiteral("entryNumber"));
    addFact(grid, tr("Chain"), detail.chain, QStringLiteral("entryChain"));
    addFact(grid, tr("Action"), detail.action, QStringLiteral("entryAction"));
    if (!detail.requestId.isEmpty())
        addFact(grid, tr("Request"), detail.requestId, QStringLiteral("entryRequest"));
    grid->setColumnMinimumWidth(0, m_theme.scaled(nameWidth));
    grid->setColumnStretch(1, 1);
}

} // namespace crema::desktop
