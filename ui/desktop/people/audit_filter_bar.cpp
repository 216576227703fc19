// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/audit_filter_bar.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/filter_chip.h"
#include "ui/desktop/widgets/wrap_layout.h"
#include "ui/presenters/people/audit_presenter.h"
#include "ui/presenters/people/audit_words.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <array>

namespace crema::desktop {
namespace {

constexpr std::array periods{AuditPeriod::Today, AuditPeriod::Week, AuditPeriod::Month, AuditPeriod::All};

void fill(ChoiceBox &box, const QList<AuditChoice> &choices, const QString &chosen)
{
    QList<AuditChoice> known;
    for (int i = 0; i < box.count(); ++i)
        known.append({box.itemData(i).toString(), box.itemText(i)});
    if (known != choices) {
        box.clear();
        for (const AuditChoice &choice : choices)
            box.addItem(choice.name, choice.id);
    }
    box.setCurrentIndex(box.findData(chosen));
}

} // namespace

AuditFilterBar::AuditFilterBar(const Theme &theme, AuditPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_person(makeBox(QStringLiteral("auditPerson"), tr("Who did it"), 200)),
      m_kind(makeBox(QStringLiteral("auditKind"), tr("What was done"), 200)),
      m_period(makeBox(QStringLiteral("auditPeriod"), tr("When it was done"), 168)),
      m_subject(new FilterChipButton(theme, QStringLiteral("auditSubject")))
{
    setObjectName(QStringLiteral("auditFilterBar"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 4, 16, 8); // the row has none of its own
    auto *row = new WrapLayout(Qt::AlignLeft);
    column->addLayout(row);
    row->setSpacing(8);
    for (QWidget *each : std::initializer_list<QWidget *>{m_person, m_kind, m_period, m_subject})
        row->addWidget(each);
    for (const AuditPeriod period : periods)
        m_period->addItem(auditPeriodName(period));
    connect(m_subject, &QPushButton::clicked, this, [this] {
        AuditQuery query = m_presenter.query();
        query.subject.reset();
        query.subjectName.clear();
        m_presenter.setQuery(query);
    });
    connect(&presenter, &AuditPresenter::queryChanged, this, &AuditFilterBar::showQuery);
    connect(&presenter, &AuditPresenter::filterWanted, this, &AuditFilterBar::focusFirst);
    showQuery();
}

ChoiceBox *AuditFilterBar::makeBox(const QString &name, const QString &label, int width)
{
    auto *box = new ChoiceBox(m_theme);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setToolTip(label);
    box->setFixedSize(m_theme.scaled(width), m_theme.controlHeight());
    connect(box, &QComboBox::activated, this, &AuditFilterBar::takeQuery);
    return box;
}

void AuditFilterBar::focusFirst()
{
    m_person->setFocus(Qt::ShortcutFocusReason);
}

void AuditFilterBar::showQuery()
{
    const AuditQuery &query = m_presenter.query();
    fill(*m_person, m_presenter.people(), query.person ? query.person->toString() : QString());
    fill(*m_kind, m_presenter.kinds(), query.kind);
    m_period->setCurrentIndex(static_cast<int>(std::ranges::find(periods, query.period) - periods.begin()));
    m_subject->setVisible(query.subject.has_value());
    m_subject->setFilter(tr("Done to"), query.subjectName.isEmpty() ? tr("something") : query.subjectName);
}

void AuditFilterBar::takeQuery()
{
    AuditQuery query = m_presenter.query();
    query.person = PersonId::fromString(m_person->currentData().toString());
    query.kind = m_kind->currentData().toString();
    query.period = periods.at(static_cast<std::size_t>(m_period->currentIndex()));
    m_presenter.setQuery(query);
}

void AuditFilterBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT listWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace crema::desktop
