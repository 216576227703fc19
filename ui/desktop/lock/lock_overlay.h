// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/input/tones.h"
#include "ui/desktop/widgets/reading_order.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace crema {
class Clock;
class LockPresenter;
} // namespace crema

namespace crema::desktop {

class LockCard;
class Theme;

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
    bool focusNextPrevChild(bool next) override { return moveFocus(*this, next); } // the keyboard stays here
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeCard();
    void follow();
    void cover();
    void uncover();
    /// What lay below may go while the lock is there, and Qt then hands its focus to the next widget of the lock.
    void keepFocus(const QWidget *before, const QWidget *now);
    [[nodiscard]] bool chooseFocusedPerson();
    [[nodiscard]] bool pressFocusedButton();
    void hideSibling(QWidget &widget);

    const Theme &m_theme;
    LockPresenter &m_presenter;
    std::unique_ptr<Tones> m_ownTones;
    Tones *m_tones;
    LockCard *m_card = nullptr;        ///< made when the lock first comes up
    QList<QPointer<QWidget>> m_hidden; ///< what was visible before
    QPointer<QWidget> m_focusBefore;
};

} // namespace crema::desktop
