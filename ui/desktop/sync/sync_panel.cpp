// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sync/sync_panel.h"

#include "ui/desktop/sync/attention_card_view.h"
#include "ui/desktop/sync/queue_delegate.h"
#include "ui/desktop/sync/readmission_row.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/shell/shell_presenter.h"
#include "ui/presenters/syncing/attention_presenter.h"
#include "ui/presenters/syncing/queue_list_model.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QStandardPaths>

namespace crema::desktop {

namespace {

BadgeLook lookOf(const SyncPill &pill)
{
    switch (pill.tone) {
    case Tone::Ok: return {QStringLiteral("okcircle"), pill.text, BadgeTone::Ok};
    case Tone::Warning: return {QStringLiteral("offline"), pill.text, BadgeTone::Warning};
    case Tone::Error: return {QStringLiteral("warn"), pill.text, BadgeTone::Error};
    case Tone::Neutral: break;
    }
    return {QStringLiteral("sync"), pill.text, BadgeTone::Neutral};
}

} // namespace

SyncPanel::SyncPanel(const Theme &theme, SyncPanelPresenter &presenter, AttentionPresenter &attention,
                     ShellPresenter &shell, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_attention(attention),
      m_model(new QueueListModel(presenter, this)), m_close(new TouchButton(theme, QStringLiteral("syncClose"))),
      m_badge(new Badge(theme, QStringLiteral("syncState"))),
      m_sentence(makeText(theme, QStringLiteral("syncSentence"), 14, QFont::Normal)),
      m_times(makeText(theme, QStringLiteral("syncTimes"), 14, QFont::Normal, "muted")),
      m_retry(new TouchButton(theme, QStringLiteral("syncRetry"))),
      m_export(new TouchButton(theme, QStringLiteral("syncExport"))),
      m_agree(new TouchButton(theme, QStringLiteral("syncAllowDeletion"))),
      m_readmission(new ReadmissionRow(theme, presenter, this)), m_message(new MessageStrip(theme)),
      m_list(new QListView), m_empty(new EmptyState(theme, QStringLiteral("syncEmpty"))), m_stack(new QStackedWidget),
      m_more(makeText(theme, QStringLiteral("syncMore"), 12, QFont::Normal, "muted")),
      m_card(new AttentionCardView(theme, attention, *presenter.actions().find(u"sync.export"))),
      m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("syncPanel"));
    setAccessibleName(tr("Sync"));
    build();
    setSizeClass(SizeClass::Medium);
    connect(m_close, &QPushButton::clicked, this, &SyncPanel::closeRequested);
    connect(m_message, &MessageStrip::dismissed, m_message, &QWidget::hide);
    connect(&presenter, &SyncPanelPresenter::statusChanged, this, &SyncPanel::showStatus);
    connect(&presenter, &SyncPanelPresenter::rowsChanged, this, &SyncPanel::showRows);
    connect(&presenter, &SyncPanelPresenter::messageChanged, this, &SyncPanel::showMessage);
    connect(&presenter, &SyncPanelPresenter::exportWanted, this, &SyncPanel::chooseFile);
    const auto openPage = [this, &shell](const QString &address) {
        if (const std::optional<PageAddress> page = PageAddress::fromString(address); page && shell.go(*page))
            Q_EMIT closeRequested();
    };
    connect(&presenter, &SyncPanelPresenter::openWanted, this, openPage);
    connect(m_card, &AttentionCardView::openWanted, this, openPage);
    connect(&presenter, &SyncPanelPresenter::cardWanted, &attention, &AttentionPresenter::open);
    connect(&attention, &AttentionPresenter::changed, this, &SyncPanel::showCard);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { m_presenter.open(index.row()); });
    connect(&theme, &Theme::changed, this, [this] { m_list->viewport()->update(); });
    showStatus();
    showRows();
    showMessage();
}

void SyncPanel::build()
{
    auto *title = makeText(m_theme, QStringLiteral("syncTitle"), 20, QFont::DemiBold);
    title->setText(tr("Sync"));
    m_close->setKind("quiet");
    m_close->setIconName(QStringLiteral("x"));
    m_close->setAccessibleName(tr("Close the sync panel"));
    m_close->setToolTip(tr("Close the sync panel"));
    m_close->setFixedSize(m_theme.scaled(40), m_theme.scaled(40));
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(12);
    titleRow->addWidget(title);
    titleRow->addWidget(m_badge);
    titleRow->addStretch(1);
    titleRow->addWidget(m_close);
    m_sentence->setWordWrap(true);
    m_times->setWordWrap(true);
    m_retry->setKind("primary");
    m_retry->setAction(*m_presenter.actions().find(u"sync.retry"));
    m_export->setAction(*m_presenter.actions().find(u"sync.export"));
    m_agree->setAction(*m_presenter.actions().find(u"sync.allow_deletion"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (TouchButton *button : {m_retry, m_export, m_agree}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumHeight(m_theme.scaled(40));
    }
    buttons->addWidget(m_retry);
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 12, 16);
    head->setSpacing(8);
    head->addLayout(titleRow);
    head->addWidget(m_sentence);
    head->addWidget(m_times);
    head->addWidget(m_agree, 0, Qt::AlignLeading);
    head->addWidget(m_readmission);
    head->addLayout(buttons);
    head->addWidget(m_message);

    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("What waits for the platform"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QueueDelegate(m_theme, *m_model, m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(new QWidget);
    // In large text what stands above it may need the room that the page for an empty list would like.
    m_stack->setMinimumHeight(m_theme.scaled(56));
    m_more->setContentsMargins(16, 8, 16, 8);
    auto *queue = new QWidget;
    auto *column = new QVBoxLayout(queue);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_more);
    m_pages->addWidget(queue);
    m_pages->addWidget(m_card);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, 0, 0, 0);
    whole->addWidget(m_pages);
}

void SyncPanel::setSizeClass(SizeClass size)
{
    m_size = size;
    fitWidth();
    setProperty("mirrored", layoutDirection() == Qt::RightToLeft);
}

void SyncPanel::fitWidth()
{
    const bool isCard = m_pages->currentWidget() == m_card;
    const int wanted = m_theme.scaled(isCard ? 720 : m_size == SizeClass::Wide ? 440 : 400);
    setFixedWidth(parentWidget() ? std::min(wanted, parentWidget()->width()) : wanted);
}

void SyncPanel::showCard()
{
    const bool isCard = m_attention.card().has_value();
    if (isCard == (m_pages->currentWidget() == m_card))
        return;
    m_pages->setCurrentIndex(isCard ? 1 : 0);
    fitWidth();
    // A hidden one is placed when it is shown.
    if (!isVisible())
        return;
    Q_EMIT widthChanged();
    if (isCard)
        m_card->arrive();
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void SyncPanel::showStatus()
{
    const SyncStatus &status = m_presenter.status();
    m_badge->setLook(lookOf(status.pill));
    m_sentence->setText(status.sentence);
    const bool isShutOut = m_presenter.isShutOut();
    m_agree->setVisible(m_presenter.asksAboutDeletion() && !isShutOut);
    m_readmission->showStatus();
    // Neither would get anything out, and in large text the code and what came of it need the room.
    for (TouchButton *button : {m_retry, m_export})
        button->setVisible(!isShutOut);
    QStringList times;
    for (const QString &part : {status.lastText, status.nextText, status.comparedText}) {
        if (!part.isEmpty())
            times.append(part);
    }
    m_times->setText(times.join(QStringLiteral(" · ")));
    // Who is asked something reads that first; in large text there is no room for both.
    m_times->setVisible(!times.isEmpty() && !m_presenter.asksAboutDeletion() && !isShutOut);
}

void SyncPanel::askForCode()
{
    m_readmission->setFocus(Qt::OtherFocusReason);
}

void SyncPanel::showRows()
{
    m_more->setText(m_presenter.moreText());
    m_more->setVisible(!m_presenter.moreText().isEmpty());
    if (const std::optional<Problem> &problem = m_presenter.problem(); problem && m_presenter.rows().isEmpty()) {
        m_empty->showState(
            QStringLiteral("warn"), tr("What waits could not be read"),
            problem->hint.isEmpty()
                ? problem->message
                : tr("%1 %2", "what happened, and what to do about it").arg(problem->message, problem->hint),
            "error");
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    if (!m_presenter.isRead()) {
        m_stack->setCurrentIndex(2);
        return;
    }
    m_empty->showState(QStringLiteral("okcircle"), tr("Nothing waits"),
                       tr("Everything that was made here is on the platform."), "ok");
    m_stack->setCurrentWidget(m_presenter.rows().isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
}

void SyncPanel::showMessage()
{
    const std::optional<TillMessage> &message = m_presenter.message();
    m_message->setVisible(message.has_value());
    if (message)
        m_message->showMessage(message->tone, message->text, message->hint);
}

void SyncPanel::chooseFile()
{
    // Not exec(): the till goes on selling while a person looks for a folder.
    auto *dialog = new QFileDialog(this, tr("Export what waits"));
    dialog->setObjectName(QStringLiteral("syncExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JSON (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_presenter.exportName());
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &SyncPanelPresenter::exportTo);
    dialog->open();
}

void SyncPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_presenter.arrive();
    if (m_presenter.isShutOut())
        askForCode();
    else
        m_retry->setFocus();
}

void SyncPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_presenter.leave();
    m_attention.close();
}

void SyncPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QFrame::keyPressEvent(event);
}

bool SyncPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_presenter.open(m_list->currentIndex().row());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace crema::desktop
