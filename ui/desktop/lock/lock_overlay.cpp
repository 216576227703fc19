// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/lock/lock_overlay.h"

#include "ui/desktop/input/beep_tones.h"
#include "ui/desktop/lock/lock_card.h"
#include "ui/desktop/lock/person_button.h"
#include "ui/desktop/theme/focus_ring.h"
#include "ui/presenters/people/lock_presenter.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>

namespace crema::desktop {

namespace {

bool isActivity(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel ||
           type == QEvent::TouchBegin;
}

} // namespace

LockOverlay::LockOverlay(const Theme &theme, LockPresenter &presenter, Clock &clock, QWidget *window)
    : QWidget(window), m_theme(theme), m_presenter(presenter), m_ownTones(std::make_unique<BeepTones>(clock)),
      m_tones(m_ownTones.get())
{
    setObjectName(QStringLiteral("lockOverlay"));
    setFocusPolicy(Qt::ClickFocus); // for the digits; Tab goes round the controls
    setProperty("noRing", true);
    setAttribute(Qt::WA_StyledBackground);
    connect(&presenter, &LockPresenter::modeChanged, this, &LockOverlay::follow);
    connect(&presenter, &LockPresenter::refused, this, [this] { m_tones->notFound(); });
    connect(qApp, &QApplication::focusChanged, this, &LockOverlay::keepFocus);
    qApp->installEventFilter(this);
    presenter.lockWhenIdle();
    hide();
    follow();
}

LockOverlay::~LockOverlay() = default;

void LockOverlay::makeCard()
{
    m_card = new LockCard(m_theme, m_presenter);
    connect(m_card, &LockCard::pinWanted, this, [this] { setFocus(); });
    auto *page = new QGridLayout(this);
    page->setContentsMargins(24, 24, 24, 24);
    page->addWidget(m_card, 1, 1);
    page->setRowStretch(0, 1);
    page->setRowStretch(2, 1);
    page->setColumnStretch(0, 1);
    page->setColumnStretch(2, 1);
}

void LockOverlay::follow()
{
    setAccessibleName(LockCard::titleOf(m_presenter));
    if (m_presenter.isCovering() && isHidden())
        cover();
    else if (!m_presenter.isCovering() && !isHidden())
        uncover();
}

void LockOverlay::cover()
{
    // Menus, combo boxes and dialogs are windows of their own and would stay in front.
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (top != window() && top->isVisible() && top->parentWidget() && top->parentWidget()->window() == window())
            top->close();
    }
    if (!m_card)
        makeCard();
    m_focusBefore = window()->focusWidget();
    setGeometry(window()->rect());
    show();
    raise();
    const QList<QWidget *> siblings = window()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *sibling : siblings)
        hideSibling(*sibling);
    m_card->begin();
    setFocus(Qt::OtherFocusReason);
}

void LockOverlay::keepFocus(const QWidget *before, const QWidget *now)
{
    const bool wasWithin = before == this || isAncestorOf(before);
    if (!isHidden() && !wasWithin && m_card && now == m_card->passwordButton())
        setFocus(Qt::OtherFocusReason);
}

void LockOverlay::hideSibling(QWidget &widget)
{
    const bool isRing = qobject_cast<FocusRing *>(&widget) != nullptr;
    if (&widget == this || isRing || widget.isHidden() || widget.isWindow())
        return;
    m_hidden.append(&widget);
    widget.hide();
}

void LockOverlay::uncover()
{
    hide();
    const auto hidden = std::exchange(m_hidden, {});
    for (const QPointer<QWidget> &widget : hidden) {
        if (widget)
            widget->show();
    }
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool LockOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (isActivity(event->type()))
        m_presenter.noteActivity();
    if (watched == window() && event->type() == QEvent::Resize)
        setGeometry(window()->rect());
    if (!m_presenter.isCovering())
        return false;
    if (event->type() == QEvent::Shortcut)
        return true;
    // A toast or banner that comes up meanwhile waits behind the lock.
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto &shown = static_cast<QWidget &>(*watched);
        if (shown.parentWidget() == window() && !isHidden())
            hideSibling(shown);
    }
    return false;
}

/// False when the focus is on nobody, or on the person whose PIN is asked for.
bool LockOverlay::chooseFocusedPerson()
{
    auto *person = qobject_cast<PersonButton *>(QApplication::focusWidget());
    if (!person || person->isChecked())
        return false;
    person->click();
    return true;
}

bool LockOverlay::pressFocusedButton()
{
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (!button || qobject_cast<PersonButton *>(button) || !isAncestorOf(button))
        return false;
    button->click();
    return true;
}

void LockOverlay::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && text.size() == 1 && text.at(0).isDigit() && !m_card->isAskingPassword()) {
        (void)chooseFocusedPerson(); // the PIN is of the person that the focus stands on
        m_presenter.typeDigit(text.at(0).digitValue());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Backspace: m_presenter.eraseDigit(); break;
    case Qt::Key_Delete: m_presenter.clearDigits(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!chooseFocusedPerson() && !pressFocusedButton())
            m_presenter.submit();
        break;
    case Qt::Key_Up: m_presenter.select(m_presenter.selected() - 1); break;
    case Qt::Key_Down: m_presenter.select(m_presenter.selected() + 1); break;
    case Qt::Key_Escape:
        if (m_card->isAskingPassword())
            m_card->askPassword(false);
        else if (m_presenter.pinLength() > 0)
            m_presenter.clearDigits();
        else
            m_presenter.cancel();
        break;
    default: break;
    }
    event->accept(); // nothing goes on to what lies behind
}

} // namespace crema::desktop
