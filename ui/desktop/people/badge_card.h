// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace crema {
class PersonListPresenter;
}

namespace crema::desktop {

class QrCodeView;
class Theme;
class TouchButton;

/// The badge of the person who is open: makes one, takes it away, and shows one that was made just now until the person
/// is left, to be scanned or saved as a picture to print.
class BadgeCard final : public QWidget
{
    Q_OBJECT

public:
    BadgeCard(const Theme &theme, PersonListPresenter &presenter, QWidget *parent = nullptr);

private:
    void build();
    void showBadge();
    void chooseFile();

    const Theme &m_theme;
    PersonListPresenter &m_presenter;
    QLabel *m_text;
    QrCodeView *m_code;
    TouchButton *m_make;
    TouchButton *m_save;
    TouchButton *m_take;
};

} // namespace crema::desktop
