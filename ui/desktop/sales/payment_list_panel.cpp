// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/payment_list_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/payment_table_model.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace crema::desktop {

PaymentListPanel::PaymentListPanel(const Theme &theme, PaymentListPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_model(new PaymentTableModel(presenter, this)),
      m_header(new PageHeader(theme, QStringLiteral("paymentsHeader"))), m_problemRow(new QWidget),
      m_problem(new MessageStrip(theme)), m_table(new DataTable(theme, QStringLiteral("paymentsTable"))),
      m_empty(new EmptyState(theme, QStringLiteral("paymentsEmpty"))), m_blank(new QWidget),
      m_stack(new QStackedWidget), m_footer(new DataTableFooter(theme, QStringLiteral("paymentsFooter")))
{
    setObjectName(QStringLiteral("paymentsList"));
    build();
    connect(&presenter, &PaymentListPresenter::listChanged, this, &PaymentListPanel::showList);
    connect(&presenter, &PaymentListPresenter::detailChanged, this, &PaymentListPanel::showCurrent);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_problem, &MessageStrip::accepted, this,
            [this] { m_presenter.actions().find(u"payments.check")->trigger(); });
    connect(m_problem, &MessageStrip::dismissed, this, [this] {
        if (isComplaintHere())
            m_presenter.dropComplaint(); // what else is to be told comes up
        else
            m_problemRow->hide();
    });
    connect(m_empty, &EmptyState::actionChosen, &presenter, &PaymentListPresenter::refresh);
    showList();
}

void PaymentListPanel::build()
{
    m_header->setTitle(tr("Online payments"));
    auto *check = new TouchButton(m_theme, QStringLiteral("payments.check.button"));
    Action &declared = *m_presenter.actions().find(u"payments.check");
    check->setAction(declared);
    const auto name = [check] { check->setText(tr("Check again")); };
    connect(&declared, &Action::changed, check, name);
    name();
    m_header->addAction(check);
    m_problemRow->setObjectName(QStringLiteral("paymentsProblem"));
    auto *problemRow = new QHBoxLayout(m_problemRow);
    problemRow->setContentsMargins(16, 0, 16, 8);
    problemRow->addWidget(m_problem);
    m_problem->setAnswers(tr("Try again"), tr("Close"));
    m_table->setTable(m_model, PaymentTableModel::columns());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Online payments"));
    m_stack->setObjectName(QStringLiteral("paymentsStack"));
    for (QWidget *page : std::initializer_list<QWidget *>{m_blank, m_table, m_empty})
        m_stack->addWidget(page);
    m_blank->setProperty("noRing", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_problemRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);
}

void PaymentListPanel::setBeside(bool beside)
{
    restyle(*this, "beside", beside);
    showList();
}

void PaymentListPanel::focusList()
{
    m_stack->currentWidget()->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void PaymentListPanel::openRow(int row)
{
    m_presenter.open(m_model->at(row).id);
}

void PaymentListPanel::showList()
{
    showProblem();
    switch (m_presenter.phase()) {
    case ListPhase::Blank:
    case ListPhase::Loading:
    case ListPhase::LoadingLong: m_stack->setCurrentWidget(m_blank); break;
    case ListPhase::Rows: m_stack->setCurrentWidget(m_table); break;
    case ListPhase::FirstUse:
    case ListPhase::FilteredEmpty:
    case ListPhase::Failed:
        showEmpty();
        m_stack->setCurrentWidget(m_empty);
        break;
    }
    m_footer->setCount(m_presenter.phase() == ListPhase::Rows ? m_presenter.countText() : QString());
    m_footer->setAside(m_presenter.needText());
    showCurrent();
}

// While a payment is open it is told there.
bool PaymentListPanel::isComplaintHere() const
{
    return m_presenter.complaint() && m_presenter.openId().isEmpty();
}

void PaymentListPanel::showProblem()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    const bool isStale = problem && m_presenter.phase() == ListPhase::Rows;
    const QString offline = m_presenter.offlineText();
    const std::optional<TillMessage> &complaint = m_presenter.complaint();
    const bool isTold = isComplaintHere();
    m_problemRow->setVisible(isTold || isStale || (!offline.isEmpty() && m_presenter.holdingCount() > 0));
    if (isTold)
        m_problem->showMessage(complaint->tone, complaint->text, complaint->hint);
    else if (isStale)
        m_problem->showMessage(Tone::Error, problem->message, problem->hint);
    else if (!offline.isEmpty())
        m_problem->showMessage(Tone::Neutral, tr("Offline"), offline);
}

void PaymentListPanel::showEmpty()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    if (problem && problem->kind == ProblemKind::NotAllowed) {
        m_empty->showState(QStringLiteral("lock"), problem->message, problem->hint);
        m_empty->setAction({});
    } else if (problem) {
        m_empty->showState(QStringLiteral("alert"), tr("The payments could not be read"), problem->message, "error");
        m_empty->setAction(tr("Try again"));
    } else {
        m_empty->showState(QStringLiteral("link"), tr("Nobody has paid online yet"),
                           tr("What a till asks for by link or at the card reader is listed here, with what became of "
                              "it."));
        m_empty->setAction({});
    }
}

void PaymentListPanel::showCurrent()
{
    const int row = m_model->rowOf(m_presenter.openId());
    if (row < 0 || (m_table->currentIndex().row() == row && m_table->selectionModel()->isRowSelected(row, {})))
        return;
    const QModelIndex index = m_model->index(row, 0);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

} // namespace crema::desktop
