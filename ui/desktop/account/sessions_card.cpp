// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/account/sessions_card.h"

#include "ui/desktop/account/account_parts.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/account_presenter.h"
#include "ui/presenters/till/till_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

SessionsCard::SessionsCard(const Theme &theme, AccountPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_card(new Card(theme, QStringLiteral("accountSessionsCard"), tr("Where you are signed in"))),
      m_note(makeText(theme, QStringLiteral("accountSessionsNote"), 14, QFont::Normal, "muted")),
      m_question(new MessageStrip(theme)), m_problem(new MessageStrip(theme)), m_rows(new QVBoxLayout),
      m_endOthers(makeAccountButton(theme, "accountEndOthers", tr("Sign out everywhere else")))
{
    setObjectName(QStringLiteral("accountSessions"));
    build();
    connect(&presenter, &AccountPresenter::changed, this, &SessionsCard::showState);
    showState();
}

void SessionsCard::build()
{
    m_note->setWordWrap(true);
    m_card->body()->setSpacing(8);
    m_card->addRow(m_problem);
    m_card->addRow(m_question);
    m_card->addRow(m_note);
    m_card->body()->addLayout(m_rows);
    m_card->addRow(makeAccountButtons({m_endOthers}));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_problem->setAnswers(tr("Try again"), {});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_endOthers, &QPushButton::clicked, &m_presenter, &AccountPresenter::askToEndOthers);
    connect(m_problem, &MessageStrip::accepted, &m_presenter, &AccountPresenter::refresh);
    connect(m_question, &MessageStrip::accepted, this, [this] { m_presenter.answer(true); });
    connect(m_question, &MessageStrip::dismissed, this, [this] { m_presenter.answer(false); });
}

QWidget *SessionsCard::makeRow(const SessionRow &row, int number)
{
    const QString name = QStringLiteral("session%1").arg(number);
    QLabel *device = makeText(m_theme, name + QStringLiteral(".device"), 14, QFont::Medium);
    device->setText(row.deviceText);
    QLabel *times = makeText(m_theme, name + QStringLiteral(".times"), 14, QFont::Normal, "muted");
    times->setText(tr("%1 · signed in %2 · last used %3", "register, since when, when")
                       .arg(row.registerText, row.begunText, row.usedText));
    times->setToolTip(tr("Signed in: %1. Last used: %2.").arg(row.begunExact, row.usedExact));
    times->setAccessibleDescription(times->toolTip());
    for (QLabel *label : {device, times})
        label->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(device);
    texts->addWidget(times);
    auto *widget = new QWidget;
    widget->setObjectName(name);
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(Card::padding + 4, 8, Card::padding + 4, 8);
    line->setSpacing(16);
    line->addLayout(texts, 1);
    if (row.isThis) {
        // In its place before it shows itself, or it would be a window of its own for a moment.
        auto *here = new Badge(m_theme, name + QStringLiteral(".here"), widget);
        here->setLook({QStringLiteral("monitor"), tr("This device"), BadgeTone::Neutral});
        line->addWidget(here);
    } else {
        TouchButton *end = makeAccountButton(m_theme, "", tr("Sign out there"));
        end->setObjectName(name + QStringLiteral(".end"));
        end->setAccessibleName(tr("Sign out on %1").arg(row.deviceText));
        line->addWidget(end);
        connect(end, &QPushButton::clicked, &m_presenter, [this, id = row.id] { m_presenter.askToEnd(id); });
    }
    return widget;
}

void SessionsCard::showRows()
{
    if (m_list && m_shown == m_presenter.rows())
        return;
    m_shown = m_presenter.rows();
    delete m_list;
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (int number = 0; number < m_shown.size(); ++number) {
        auto *rule = new QFrame;
        rule->setProperty("role", QStringLiteral("rule"));
        column->addWidget(rule);
        column->addWidget(makeRow(m_shown.at(number), number));
    }
    m_rows->addWidget(m_list);
}

void SessionsCard::showQuestion()
{
    const std::optional<EndQuestion> &question = m_presenter.question();
    const bool isNew = question && m_question->isHidden();
    m_question->setVisible(question.has_value());
    if (!question)
        return;
    m_question->showMessage(Tone::Warning, question->text, question->hint);
    m_question->setAnswers(question->button, tr("Stay signed in there"));
    // The safe answer, so that Enter ends nothing.
    if (isNew)
        m_question->findChild<QWidget *>(QStringLiteral("messageNo"))->setFocus();
}

void SessionsCard::showNote()
{
    const AccountPhase phase = m_presenter.phase();
    const bool isAsking = phase == AccountPhase::Blank || phase == AccountPhase::Loading;
    if (phase == AccountPhase::Sessions)
        m_note->setText(
            tr("%1 is signed in nowhere with the password. Who switches at a till by PIN does not show here.")
                .arg(m_presenter.personName()));
    else
        m_note->setText(isAsking ? tr("Asking the platform") : QString());
    m_note->setVisible(m_presenter.isOfOther() && m_shown.isEmpty() && phase != AccountPhase::Failed);
}

void SessionsCard::showState()
{
    const bool isOfOther = m_presenter.isOfOther();
    m_card->setTitle(isOfOther ? tr("Where %1 is signed in").arg(m_presenter.personName())
                               : tr("Where you are signed in"));
    m_endOthers->setText(isOfOther ? tr("Sign out everywhere") : tr("Sign out everywhere else"));
    showRows();
    showNote();
    showQuestion();
    const std::optional<Problem> &problem = m_presenter.problem();
    m_problem->setVisible(problem.has_value());
    if (problem)
        m_problem->showMessage(Tone::Error, problem->message, problem->hint);
    // With a single other one its own button is there.
    m_endOthers->parentWidget()->setVisible(std::ranges::count(m_shown, false, &SessionRow::isThis) > 1);
    m_endOthers->setEnabled(!m_presenter.isBusy());
    m_list->setEnabled(!m_presenter.isBusy());
}

} // namespace crema::desktop
