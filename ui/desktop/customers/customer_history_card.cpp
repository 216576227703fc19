// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customer_history_card.h"

#include "ui/desktop/customers/customer_statement_dialog.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_history_presenter.h"
#include "ui/presenters/customers/customer_statement_presenter.h"

#include <QLabel>
#include <QVBoxLayout>

namespace crema::desktop {

CustomerHistoryCard::CustomerHistoryCard(const Theme &theme, CustomerHistoryPresenter &history,
                                         CustomerStatementPresenter &statement, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_history(history), m_statement(statement),
      m_card(new Card(theme, QStringLiteral("customerHistoryCard"), tr("History"))),
      m_sums(makeText(theme, QStringLiteral("customerHistorySums"), 16, QFont::Medium)),
      m_problem(makeText(theme, QStringLiteral("customerHistoryProblem"), 14, QFont::Normal, "muted")),
      m_known(makeText(theme, QStringLiteral("customerHistoryKnown"), 14, QFont::Normal, "muted")),
      m_rows(new QVBoxLayout), m_more(makeButton(QStringLiteral("customerHistoryMore"), tr("Show more")))
{
    for (QLabel *label : {m_sums, m_problem, m_known}) {
        label->setWordWrap(true);
        label->setContentsMargins(4, 0, 4, 8);
    }
    TouchButton *open = makeButton(QStringLiteral("customerStatementOpen"), tr("Statement…"));
    m_card->addToTitle(open);
    auto *rows = new QWidget;
    rows->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_sums, m_problem, rows, m_more, m_known})
        m_card->addRow(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(open, &QPushButton::clicked, this, &CustomerHistoryCard::openStatement);
    connect(m_more, &QPushButton::clicked, &history, &CustomerHistoryPresenter::showMore);
    connect(&history, &CustomerHistoryPresenter::changed, this, &CustomerHistoryCard::showState);
    showState();
}

TouchButton *CustomerHistoryCard::makeButton(const QString &name, const QString &text)
{
    auto *button = new TouchButton(m_theme, name);
    button->setTextSize(14, QFont::Medium);
    button->setMinimumHeight(m_theme.controlHeight());
    button->setText(text);
    button->setAccessibleName(text);
    return button;
}

TouchButton *CustomerHistoryCard::rowAt(qsizetype row)
{
    while (m_buttons.size() <= row) {
        const qsizetype place = m_buttons.size();
        TouchButton *button = makeButton(QStringLiteral("customerSale%1").arg(place), {});
        button->setArrangement(TouchButton::Arrangement::Leading);
        button->setMinimumHeight(qMax(56, m_theme.scaled(56)));
        // Queued: what it opens may hide this button.
        connect(
            button, &QPushButton::clicked, this, [this, place] { m_history.openSale(place); }, Qt::QueuedConnection);
        m_rows->addWidget(button);
        m_buttons.append(button);
    }
    return m_buttons.at(row);
}

void CustomerHistoryCard::showState()
{
    const QList<CustomerHistoryRow> &rows = m_history.rows();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const CustomerHistoryRow &row = rows.at(i);
        TouchButton *button = rowAt(i);
        button->setText(
            tr("%1 · %2 · %3", "day, number and total of a sale").arg(row.dayText, row.number, row.totalText));
        button->setSecondLine(row.placeText.isEmpty()
                                  ? row.boughtText
                                  : tr("%1 · %2", "what was bought, and where").arg(row.boughtText, row.placeText));
        button->setAccessibleName(tr("Open the sale %1 of %2").arg(row.number, row.exactText));
        button->setToolTip(row.exactText);
        button->setVisible(true);
    }
    for (qsizetype i = rows.size(); i < m_buttons.size(); ++i)
        m_buttons.at(i)->setVisible(false);
    const auto show = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    show(m_sums, m_history.sumsText());
    show(m_problem, m_history.problemText());
    show(m_known, m_history.knownText());
    m_more->setVisible(m_history.hasMore());
    setVisible(m_history.customer() && !m_history.isDenied());
}

void CustomerHistoryCard::openStatement()
{
    if (!m_history.customer())
        return;
    m_statement.begin(*m_history.customer());
    (new CustomerStatementDialog(m_theme, m_statement, window()))->open();
}

void CustomerHistoryCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_history.arrive();
}

void CustomerHistoryCard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_history.leave();
}

} // namespace crema::desktop
