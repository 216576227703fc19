// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/size_class.h"

#include <QFrame>

class QKeyEvent;
class QLabel;
class QListView;
class QStackedWidget;

namespace crema {
class AttentionPresenter;
class QueueListModel;
class ShellPresenter;
class SyncPanelPresenter;
} // namespace crema

namespace crema::desktop {

class AttentionCardView;
class Badge;
class EmptyState;
class MessageStrip;
class ReadmissionRow;
class Theme;
class TouchButton;

/// What waits for the platform and why, at the trailing edge of the window over whatever page is there. It takes no
/// keys from the page beside it; Esc in it closes it.
class SyncPanel final : public QFrame
{
    Q_OBJECT

public:
    SyncPanel(const Theme &theme, SyncPanelPresenter &presenter, AttentionPresenter &attention, ShellPresenter &shell,
              QWidget *parent = nullptr);

    /// The person wants to type the code that lets this device in again.
    void askForCode();
    /// Sets its width; the window gives it the height.
    void setSizeClass(SizeClass size);

Q_SIGNALS:
    /// Esc, the cross, or something of the queue is to be shown instead.
    void closeRequested();
    /// It is wider while a card is open.
    void widthChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fitWidth();
    void showCard();
    void showStatus();
    void showRows();
    void showMessage();
    void chooseFile();

    const Theme &m_theme;
    SyncPanelPresenter &m_presenter;
    AttentionPresenter &m_attention;
    SizeClass m_size = SizeClass::Medium;
    QueueListModel *m_model;
    TouchButton *m_close;
    Badge *m_badge;
    QLabel *m_sentence;
    QLabel *m_times;
    TouchButton *m_retry;
    TouchButton *m_export;
    TouchButton *m_agree; ///< only while many records are about to go
    ReadmissionRow *m_readmission;
    MessageStrip *m_message;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QLabel *m_more;
    AttentionCardView *m_card;
    QStackedWidget *m_pages; ///< the queue, the card that is open
};

} // namespace crema::desktop
