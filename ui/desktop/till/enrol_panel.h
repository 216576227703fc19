// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class Theme;

/// First start: connects this device to a platform with a one-time code.
class EnrolPanel final : public QWidget
{
    Q_OBJECT

public:
    EnrolPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent = nullptr);

private:
    void submit();

    TillPresenter &m_presenter;
    QLineEdit *m_address;
    QLineEdit *m_code;
};

} // namespace crema::desktop
