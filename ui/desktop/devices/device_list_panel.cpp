// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/devices/device_list_panel.h"

#include "ui/desktop/devices/device_task_card.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/skeleton.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/devices/device_table_model.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>

namespace crema::desktop {

DeviceListPanel::DeviceListPanel(const Theme &theme, DeviceListPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_model(new DeviceTableModel(presenter, this)),
      m_header(new PageHeader(theme, QStringLiteral("devicesHeader"))), m_messageRow(new QWidget),
      m_task(new DeviceTaskCard(theme, presenter.task(), DeviceTaskCard::About::NewDevice)), m_problemRow(new QWidget),
      m_problem(new MessageStrip(theme)), m_table(new DataTable(theme, QStringLiteral("devicesTable"))),
      m_skeleton(new Skeleton(theme, QStringLiteral("devicesSkeleton"))),
      m_empty(new EmptyState(theme, QStringLiteral("devicesEmpty"))), m_blank(new QWidget), m_stack(new QStackedWidget),
      m_question(new QScrollArea), m_footer(new DataTableFooter(theme, QStringLiteral("devicesFooter")))
{
    setObjectName(QStringLiteral("devicesList"));
    build();
    connect(&presenter, &DeviceListPresenter::listChanged, this, &DeviceListPanel::showList);
    connect(&presenter, &DeviceListPresenter::detailChanged, this, &DeviceListPanel::showCurrent);
    connect(m_table, &DataTable::sortWanted, this,
            [this](const QList<SortKey> &keys) { m_model->sortBy(keys.last()); });
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_problem, &MessageStrip::accepted, &presenter, &DeviceListPresenter::refresh);
    connect(m_problem, &MessageStrip::dismissed, m_problemRow, &QWidget::hide);
    connect(m_task, &DeviceTaskCard::left, this, &DeviceListPanel::focusList);
    connect(m_task, &DeviceTaskCard::asking, this, &DeviceListPanel::makeRoom);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &DeviceListPresenter::refresh);
    showList();
}

void DeviceListPanel::build()
{
    m_header->setTitle(tr("Devices"));
    auto *refresh = new TouchButton(m_theme, QStringLiteral("devices.refresh.button"));
    refresh->setAction(*m_presenter.actions().find(u"devices.refresh"));
    refresh->setText(tr("Ask again"));
    connect(m_presenter.actions().find(u"devices.refresh"), &Action::changed, refresh,
            [refresh] { refresh->setText(tr("Ask again")); });
    m_header->addAction(refresh);
    auto *add = new TouchButton(m_theme, QStringLiteral("devices.add.button"));
    Action &declared = *m_presenter.actions().find(u"devices.add");
    add->setAction(declared);
    add->setText(tr("Add a device"));
    connect(&declared, &Action::changed, add, [add] { add->setText(tr("Add a device")); });
    add->setKind("primary");
    m_header->addAction(add);
    auto *messageRow = new QHBoxLayout(m_messageRow);
    messageRow->setContentsMargins(16, 0, 16, 8);
    messageRow->addWidget(m_task->message());
    buildQuestion();
    auto *problemRow = new QHBoxLayout(m_problemRow);
    problemRow->setContentsMargins(16, 0, 16, 8);
    problemRow->addWidget(m_problem);
    m_problem->setAnswers(tr("Try again"), tr("Close"));
    m_table->setTable(m_model, DeviceTableModel::columns());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Devices"));
    m_skeleton->setRowHeight(m_theme.controlHeight());
    m_skeleton->follow(m_table->horizontalHeader());
    m_stack->setObjectName(QStringLiteral("devicesStack"));
    for (QWidget *page : std::initializer_list<QWidget *>{m_blank, m_table, m_skeleton, m_empty})
        m_stack->addWidget(page);
    m_blank->setProperty("noRing", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_messageRow);
    column->addWidget(m_problemRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);
    column->addWidget(m_question, 1);
}

void DeviceListPanel::buildQuestion()
{
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("devicesQuestionBody"));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 0, 16, 8);
    column->addWidget(m_task);
    column->addStretch(1);
    m_question->setObjectName(QStringLiteral("devicesQuestion"));
    m_question->setWidgetResizable(true);
    m_question->setFrameShape(QFrame::NoFrame);
    m_question->setFocusPolicy(Qt::NoFocus);
    m_question->setProperty("noRing", true);
    m_question->setWidget(body);
    m_question->hide();
}

void DeviceListPanel::setBeside(bool beside)
{
    m_beside = beside;
    restyle(*this, "beside", beside);
    showList();
}

void DeviceListPanel::focusList()
{
    m_stack->currentWidget()->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void DeviceListPanel::makeRoom(bool isAsking)
{
    // With very large text the question needs the page for itself, and more.
    m_stack->setVisible(!isAsking);
    m_footer->setVisible(!isAsking);
    m_question->setVisible(isAsking);
}

void DeviceListPanel::openRow(int row)
{
    m_presenter.open(m_model->at(row).id);
}

void DeviceListPanel::showList()
{
    showProblem();
    m_table->setSortKeys({m_model->sortKey()});
    switch (m_presenter.phase()) {
    case ListPhase::Blank: m_stack->setCurrentWidget(m_blank); break;
    case ListPhase::Loading:
    case ListPhase::LoadingLong:
        m_skeleton->setSentence(m_presenter.phase() == ListPhase::LoadingLong ? tr("Asking how the devices are")
                                                                              : QString());
        m_stack->setCurrentWidget(m_skeleton);
        break;
    case ListPhase::Rows: m_stack->setCurrentWidget(m_table); break;
    case ListPhase::FirstUse:
    case ListPhase::FilteredEmpty:
    case ListPhase::Failed:
        showEmpty();
        m_stack->setCurrentWidget(m_empty);
        break;
    }
    const DeviceSummary &summary = m_presenter.summary();
    QString needs =
        summary.countText.isEmpty()
            ? QString()
            : tr("%1 · %2", "how many devices, how many need a person").arg(summary.countText, summary.needText);
    if (!summary.outText.isEmpty())
        needs = tr("%1 · %2", "how many devices, how many are shut out").arg(needs, summary.outText);
    m_footer->setCount(summary.limitText.isEmpty()
                           ? needs
                           : tr("%1 · %2", "how many devices, why not more").arg(needs, summary.limitText));
    m_footer->setAside(m_beside ? QString() : summary.asOfText);
    showCurrent();
}

void DeviceListPanel::showProblem()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    const bool isStale = problem && m_presenter.phase() == ListPhase::Rows;
    m_problemRow->setVisible(isStale);
    if (isStale)
        m_problem->showMessage(Tone::Neutral,
                               tr("Showing what was known. %1.", "As of 10:42").arg(m_presenter.summary().asOfText),
                               problem->message);
}

void DeviceListPanel::showEmpty()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    if (m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("lock"), problem->message, problem->hint);
        m_empty->setAction({});
    } else if (problem) {
        m_empty->showState(QStringLiteral("offline"), tr("How the devices are is not known yet"), problem->message);
        m_empty->setAction(tr("Try again"));
    } else {
        m_empty->showState(QStringLiteral("monitor"), tr("See how every till is"),
                           tr("Each device that is enrolled gets a line with its last contact and what waits on it."));
        m_empty->setAction({});
    }
}

void DeviceListPanel::showCurrent()
{
    const int row = m_model->rowOf(m_presenter.openId());
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, 0);
    if (m_table->currentIndex().row() == row && m_table->selectionModel()->isRowSelected(row, {}))
        return;
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

} // namespace crema::desktop
