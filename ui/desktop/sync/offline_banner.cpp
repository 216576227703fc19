// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sync/offline_banner.h"

#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/syncing/sync_panel_presenter.h"

#include <QHBoxLayout>
#include <QLabel>

namespace crema::desktop {

OfflineBanner::OfflineBanner(const Theme &theme, SyncPanelPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_icon(new QLabel),
      m_title(makeText(theme, QStringLiteral("offlineTitle"), 14, QFont::DemiBold)),
      m_sentence(makeText(theme, QStringLiteral("offlineSentence"), 14, QFont::Normal)),
      m_queue(new TouchButton(theme, QStringLiteral("offlineQueue"))),
      m_try(new TouchButton(theme, QStringLiteral("offlineTry"))),
      m_close(new TouchButton(theme, QStringLiteral("offlineClose")))
{
    setObjectName(QStringLiteral("offlineBanner"));
    isLargeText(theme) ? setMinimumHeight(theme.scaled(48)) : setFixedHeight(qMax(48, theme.scaled(48)));
    m_icon->setObjectName(QStringLiteral("offlineIcon"));
    m_sentence->setMinimumWidth(1); // the sentence gives way, the buttons do not
    m_queue->setKind("link");
    m_try->setText(tr("Try now"));
    m_try->setAccessibleName(tr("Try now"));
    m_close->setKind("quiet");
    m_close->setIconName(QStringLiteral("x"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addSpacing(4);
    auto *words = new QBoxLayout(QBoxLayout::LeftToRight);
    words->setSpacing(8);
    words->addWidget(m_title);
    words->addWidget(m_sentence, 1);
    row->addLayout(words, 1);
    if (isLargeText(theme)) {
        words->setDirection(QBoxLayout::TopToBottom);
        words->setSpacing(0);
        m_title->setWordWrap(true);
        m_sentence->setWordWrap(true);
    }
    for (TouchButton *button : {m_queue, m_try, m_close}) {
        button->setTextSize(14, QFont::Medium);
        button->setFixedHeight(qMax(48, theme.scaled(48))); // a finger needs more than what is drawn
        row->addWidget(button);
    }
    m_close->setFixedWidth(theme.scaled(40));
    connect(m_queue, &QPushButton::clicked, this, &OfflineBanner::queueWanted);
    connect(m_try, &QPushButton::clicked, &presenter, &SyncPanelPresenter::retry);
    connect(m_close, &QPushButton::clicked, &presenter, &SyncPanelPresenter::closeOfflineNotice);
    connect(&presenter, &SyncPanelPresenter::offlineNoticeChanged, this, &OfflineBanner::showNotice);
    connect(&presenter, &SyncPanelPresenter::statusChanged, this, &OfflineBanner::showNotice);
    connect(&theme, &Theme::changed, this, &OfflineBanner::showNotice);
    showNotice();
}

void OfflineBanner::showNotice()
{
    const std::optional<OfflineNotice> &notice = m_presenter.offlineNotice();
    setVisible(notice.has_value());
    if (!notice)
        return;
    m_icon->setPixmap(m_theme.icon(QStringLiteral("offline"), "warn").pixmap(20, 20));
    m_title->setText(notice->title);
    m_sentence->setText(notice->sentence);
    m_sentence->setToolTip(notice->sentence);
    m_queue->setText(notice->showText);
    m_queue->setAccessibleName(notice->showText);
    m_queue->setVisible(!notice->showText.isEmpty());
    m_try->setEnabled(!m_presenter.status().busy);
    setAccessibleName(notice->title);
    setAccessibleDescription(notice->sentence);
}

} // namespace crema::desktop
