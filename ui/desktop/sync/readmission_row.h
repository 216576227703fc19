// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace crema {
class SyncPanelPresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// Where the code is typed that lets a device in again; only there while it is shut out (ADR 027).
class ReadmissionRow final : public QWidget
{
    Q_OBJECT

public:
    ReadmissionRow(const Theme &theme, SyncPanelPresenter &presenter, QWidget *parent = nullptr);

    void showStatus();

private:
    void submit();

    SyncPanelPresenter &m_presenter;
    QLineEdit *m_code;
    TouchButton *m_button;
};

} // namespace crema::desktop
