// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace crema {
class SyncPanelPresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// The 48 px above a page that say calmly, once for each time, that the platform is out of reach (ux.md 2.8). It shows
/// and hides itself.
class OfflineBanner final : public QFrame
{
    Q_OBJECT

public:
    OfflineBanner(const Theme &theme, SyncPanelPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    /// "Show 14 waiting": the sync panel should open.
    void queueWanted();

private:
    void showNotice();

    const Theme &m_theme;
    SyncPanelPresenter &m_presenter;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    TouchButton *m_queue;
    TouchButton *m_try;
    TouchButton *m_close;
};

} // namespace crema::desktop
