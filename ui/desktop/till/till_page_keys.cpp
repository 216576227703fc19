// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys mean at the till, by what it shows.
#include "ui/desktop/till/till_page.h"

#include "ui/desktop/till/cart_step_face.h"
#include "ui/desktop/till/catalog_panel.h"
#include "ui/desktop/till/change_panel.h"
#include "ui/desktop/till/shift_panel.h"
#include "ui/desktop/till/tile_view.h"
#include "ui/presenters/till/cart_step_presenter.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/till_weighing.h"
#include "ui/presenters/till/unknown_code_presenter.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace crema::desktop {

namespace {

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

std::optional<int> digitOf(const QKeyEvent &key)
{
    if (key.text().size() != 1 || !key.text().at(0).isDigit())
        return std::nullopt;
    return key.text().at(0).digitValue();
}

/// What a letter does while money is taken; empty for the others.
QStringView tenderActionOf(int key)
{
    switch (key) {
    case Qt::Key_C: return u"till.cash";
    case Qt::Key_D: return u"till.card";
    case Qt::Key_A: return u"till.account";
    case Qt::Key_L: return u"till.online";
    case Qt::Key_E: return u"till.reader";
    case Qt::Key_P: return u"till.part";
    case Qt::Key_S: return u"till.split";
    case Qt::Key_T: return u"till.slip";
    default: return {};
    }
}

} // namespace

QList<std::pair<QString, QString>> TillPage::otherKeys() const
{
    return {
        {tr("0–9"), tr("Quantity of the selected line; while paying, the amount")},
        {tr("3 *"), tr("Three of the next item")},
        {tr("Enter"), tr("Take the quantity, the tile or the money")},
        {tr("Esc"), tr("One step back; nothing is lost")},
        {tr("A–Z, /", "keys"), tr("Search products")},
        {tr("1–9"), tr("Choose a variant")},
        {tr("C, D, A"), tr("While paying: in cash, by card, on account")},
        {tr("L, E"), tr("While paying: by link, at the card reader")},
        {tr("R, X"), tr("While an online payment is awaited: check again, cancel it")},
        {tr("P, S"), tr("While paying: take a part, split evenly")},
        {tr("T", "the key"), tr("While paying: note a tip and the slip of a card")},
        {tr("R"), tr("After paying: show the receipt")},
        {tr("N"), tr("After paying: no receipt, next sale")},
    };
}

bool TillPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isVisible())
        return false;
    // Keys that were held back as those of a scanner come to where they were pressed, which is not the field yet.
    if (watched == m_searchFrom && goesOnSearching(static_cast<QKeyEvent &>(*event)))
        return true;
    if (watched != QApplication::focusWidget())
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || (widget != this && !isAncestorOf(widget)) || qobject_cast<QLineEdit *>(widget))
        return false;
    return keyPressed(static_cast<QKeyEvent &>(*event));
}

// Who types letters looks for a product. The filter for scans has looked at them before.
void TillPage::beginSearch(const QString &letter)
{
    m_searchFrom = QApplication::focusWidget();
    m_searchBeganMs = m_clock.monotonicMs();
    m_presenter.actions().find(u"till.search")->trigger();
    m_presenter.setSearchText(letter);
}

bool TillPage::goesOnSearching(const QKeyEvent &key)
{
    const bool isLetter = key.text().size() == 1 && key.text().at(0).isPrint();
    if (!isLetter || !m_catalog->searchField()->hasFocus())
        return false;
    m_presenter.setSearchText(m_presenter.searchText() + key.text());
    return true;
}

// The digits after the item mean its quantity again.
void TillPage::endTypedSearch()
{
    if (m_searchFrom && m_catalog->searchField()->hasFocus() && m_presenter.searchText().isEmpty())
        setFocus();
    m_searchFrom.clear();
}

bool TillPage::keyPressed(QKeyEvent &key)
{
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (m_presenter.mode()) {
    case TillMode::NoShift: return keyBeforeShift(key);
    case TillMode::Selling: return keyWhileSelling(key);
    case TillMode::Paying: return keyWhilePaying(key);
    case TillMode::ChangeDue: return keyWithChange(key);
    default: return false;
    }
}

bool TillPage::keyWithOptions(QKeyEvent &key)
{
    if (const std::optional<int> digit = digitOf(key)) {
        m_presenter.chooseOption(*digit - 1);
        return true;
    }
    if (key.key() == Qt::Key_Escape) {
        m_presenter.closeOptions();
        return true;
    }
    return isEnter(key) && pressFocusedButton();
}

// Where the field of the weight has lost the focus, what is typed goes there all the same.
bool TillPage::keyWhileWeighing(QKeyEvent &key)
{
    TillWeighing &weighing = m_presenter.weighing();
    if (key.key() == Qt::Key_Escape) {
        weighing.close();
        return true;
    }
    if (isEnter(key))
        return pressFocusedButton() || weighing.enter(weighing.view()->typed);
    if (key.key() == Qt::Key_Backspace) {
        weighing.eraseKey();
        return true;
    }
    if (digitOf(key) || key.text() == QLatin1String(",") || key.text() == QLatin1String(".")) {
        weighing.typeKey(key.text().front());
        return true;
    }
    return false;
}

bool TillPage::pressFocusedButton()
{
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (!button || !button->isEnabled())
        return false;
    button->click();
    return true;
}

bool TillPage::keyInStep(QKeyEvent &key)
{
    const std::optional<int> digit = digitOf(key);
    if (digit && m_steps.step() == CartStep::Parked) {
        m_steps.recall(*digit - 1);
        return true;
    }
    // Within the step, Escape is its own.
    if (key.key() == Qt::Key_Escape && !m_stepFace.get()->isAncestorOf(QApplication::focusWidget())) {
        m_steps.close();
        return true;
    }
    return isEnter(key) && pressFocusedButton();
}

bool TillPage::keyWhileSelling(QKeyEvent &key)
{
    if (m_steps.step() != CartStep::None)
        return keyInStep(key);
    if (m_presenter.options())
        return keyWithOptions(key);
    if (m_presenter.weighing().view())
        return keyWhileWeighing(key);
    if (const std::optional<int> digit = digitOf(key)) {
        m_presenter.typeDigit(*digit);
        return true;
    }
    const QString text = key.text();
    if (text == QLatin1String("*")) {
        m_presenter.typeTimes();
        return true;
    }
    // Signs are no shortcuts of the window: they count here as long as they are set.
    for (const QStringView id : {u"till.more", u"till.less"}) {
        Action *change = m_presenter.actions().find(id);
        if (!text.isEmpty() && change->shortcuts().contains(text))
            return change->trigger();
    }
    if (text == QLatin1String("/")) {
        return m_presenter.actions().find(u"till.search")->trigger();
    }
    if (key.key() == Qt::Key_Backspace) {
        m_presenter.eraseDigit();
        return true;
    }
    if (key.key() == Qt::Key_Escape) {
        if (!m_presenter.lookUpQuestion().isEmpty())
            m_presenter.answerLookUp(false);
        else if (!m_presenter.entryText().isEmpty())
            while (!m_presenter.entryText().isEmpty())
                m_presenter.eraseDigit();
        else if (m_unknownCode.step() != UnknownCodePresenter::Step::None)
            m_unknownCode.ignore();
        else
            m_presenter.clearMessage();
        return true;
    }
    if (isEnter(key)) {
        if (!m_presenter.lookUpQuestion().isEmpty()) {
            m_presenter.answerLookUp(true);
            return true;
        }
        if (!m_presenter.entryText().isEmpty()) {
            m_presenter.commitEntry();
            return true;
        }
        TileView *tiles = m_catalog->tiles();
        if (tiles->hasFocus() && tiles->currentIndex().isValid()) {
            m_presenter.addTile(tiles->currentIndex().row());
            return true;
        }
        return pressFocusedButton();
    }
    if (text.size() == 1 && text.at(0).isLetter() && m_catalog->searchField()->isVisible()) {
        beginSearch(text);
        return true;
    }
    return false;
}

bool TillPage::keyWhileOnline(QKeyEvent &key)
{
    if (key.key() == Qt::Key_Escape) {
        m_presenter.backToSale();
        return true;
    }
    const QStringView action = key.key() == Qt::Key_R   ? u"till.online-check"
                               : key.key() == Qt::Key_X ? u"till.online-cancel"
                                                        : QStringView();
    if (!action.isEmpty()) {
        Action &chosen = *m_presenter.actions().find(action);
        if (!key.isAutoRepeat() && !chosen.trigger())
            m_presenter.say(Tone::Warning, chosen.disabledReason());
        return true;
    }
    return isEnter(key) && pressFocusedButton();
}

bool TillPage::keyWhilePaying(QKeyEvent &key)
{
    if (m_presenter.payment().online)
        return keyWhileOnline(key);
    if (const std::optional<int> digit = digitOf(key)) {
        m_presenter.typeAmountDigit(*digit);
        return true;
    }
    if (const QStringView action = tenderActionOf(key.key()); !action.isEmpty()) {
        Action &chosen = *m_presenter.actions().find(action);
        if (!key.isAutoRepeat() && !chosen.trigger())
            m_presenter.say(Tone::Warning, chosen.disabledReason());
        return true;
    }
    if (key.key() == Qt::Key_Backspace) {
        m_presenter.eraseAmountDigit();
        return true;
    }
    if (key.key() == Qt::Key_Escape) {
        m_presenter.backToSale();
        return true;
    }
    if (isEnter(key) && !qobject_cast<QPushButton *>(QApplication::focusWidget())) {
        if (!key.isAutoRepeat()) // a held Enter must not answer a question that nobody has read
            m_presenter.takeTender();
        return true;
    }
    return false;
}

bool TillPage::keyWithChange(QKeyEvent &key)
{
    if (isEnter(key) || key.key() == Qt::Key_Escape) {
        if (key.isAutoRepeat())
            return true; // a held Enter must not hide the change
        m_presenter.newSale();
        return true;
    }
    if (const std::optional<int> digit = digitOf(key)) {
        m_presenter.newSale();
        m_presenter.typeDigit(*digit);
        return true;
    }
    const QString text = key.text();
    if (text.size() != 1 || !text.at(0).isPrint() || text.at(0).isSpace())
        return false; // Tab and Space go to the buttons
    if (key.key() == Qt::Key_R)
        m_change.get()->toggleReceipt();
    else if (key.key() == Qt::Key_E && m_mail && !m_mail->isEnabled())
        m_presenter.say(Tone::Warning, m_mail->disabledReason());
    else if (key.key() == Qt::Key_E && m_mail)
        m_mail->trigger();
    else
        m_presenter.newSale();
    return true;
}

bool TillPage::keyBeforeShift(QKeyEvent &key)
{
    if (const std::optional<int> digit = digitOf(key)) {
        m_shift.get()->typeDigit(*digit);
        return true;
    }
    if (key.key() == Qt::Key_Backspace) {
        m_shift.get()->eraseDigit();
        return true;
    }
    if (isEnter(key)) {
        m_shift.get()->open();
        return true;
    }
    return false;
}

} // namespace crema::desktop
