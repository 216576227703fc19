// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/input/tones.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace crema {
class Clock;
class LockPresenter;
} // namespace crema

namespace crema::desktop {

class Theme;
class TouchButton;

/// The lock in front of the whole window: people at the leading side, the PIN pad at the trailing one. While it is up
/// everything else of the window is hidden, so that no key, scan, shortcut or screen reader reaches it.
///
/// It also tells the presenter of every key and press in the program, from which the idle time counts.
class LockOverlay final : public QWidget
{
    Q_OBJECT

public:
    /// Becomes a child of `window` and follows its size.
    LockOverlay(const Theme &theme, LockPresenter &presenter, Clock &clock, QWidget *window);
    ~LockOverlay() override;

    /// For tests; the tones outlive the overlay.
    void setTones(Tones &tones) { m_tones = &tones; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makePad();
    QWidget *makePasswordForm();
    void follow();
    void cover();
    void uncover();
    void hideSibling(QWidget &widget);
    void showState();
    void askPassword(bool asked);
    void signIn();

    const Theme &m_theme;
    LockPresenter &m_presenter;
    std::unique_ptr<Tones> m_ownTones;
    Tones *m_tones;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_dots;
    QLabel *m_message;
    QLabel *m_hint;
    QStackedWidget *m_side;
    TouchButton *m_unlock;
    TouchButton *m_cancel;
    TouchButton *m_toPassword;
    QLineEdit *m_mail;
    QLineEdit *m_password;
    TouchButton *m_signIn;
    QList<QPointer<QWidget>> m_hidden; ///< what was visible before
    QPointer<QWidget> m_focusBefore;
};

} // namespace crema::desktop
