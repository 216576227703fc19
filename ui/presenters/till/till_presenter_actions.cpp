// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done at the till, declared once for menus, buttons, palette and terminal keys (ux.md 2.3, 3.4).
#include "ui/presenters/till/till_presenter.h"

namespace crema {

void TillPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, ActionCategory category,
                            const QStringList &shortcuts, const QStringList &terminalKeys, std::function<void()> run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), category, shortcuts, terminalKeys},
                      std::move(run));
    };
    const auto keys = [](auto... key) { return QStringList{QString::fromLatin1(key)...}; };

    add("till.search", tr("Search products"), "search", ActionCategory::Search, keys("F2", "Ctrl+F"), keys("F2"),
        [this] {
            if (m_mode == TillMode::ChangeDue)
                newSale();
            closeOptions();
            Q_EMIT searchWanted();
        });
    add("till.pay", tr("Pay"), "cash", ActionCategory::Payment, keys("F12", "Ctrl+Return"), keys("F4"), [this] {
        // The second half of a double press belongs to the step that is already done; while selling there is none.
        if (m_mode != TillMode::Selling && isSecondOfDoublePress(m_modeSinceMs, m_modePressMs))
            return;
        if (m_mode == TillMode::Paying)
            takeTender();
        else if (m_mode == TillMode::ChangeDue)
            newSale();
        else
            startPaying();
    });
    add("till.back", tr("Back to sale"), "left", ActionCategory::Payment, {}, keys("F3"), [this] { backToSale(); });
    add("till.more", tr("More"), "plus", ActionCategory::Sale, keys("+"), keys("+"), [this] { changeQuantity(1); });
    add("till.less", tr("Less"), "minus", ActionCategory::Sale, keys("-"), keys("-"), [this] { changeQuantity(-1); });
    add("till.remove", tr("Remove"), "trash", ActionCategory::Sale, keys("Del"), keys("F7"),
        [this] { removeLine(m_sale.selected()); });
    add("till.take-nothing-back", tr("Take nothing back"), "repeat", ActionCategory::Sale, {}, {}, [this] {
        for (auto last = static_cast<int>(m_sale.cart().back.lines.size()) - 1; last >= 0; --last)
            removeReturned(last);
    });
    add("till.weight", tr("Weight of the line"), "edit", ActionCategory::Sale, keys("Alt+L"), {},
        [this] { weighLine(m_sale.selected()); });
    add("till.undo", tr("Undo"), "undo", ActionCategory::Sale, keys("F8", "Ctrl+Z"), keys("F8"), [this] { undo(); });
    add("till.clear", tr("Clear"), "x", ActionCategory::Sale, {}, {}, [this] {
        if (refuseWhileMoneyMoves())
            return;
        dropEntry();
        const TillCart before = m_sale.cart();
        QList<TakenLine> taken;
        for (int row = 0; row < before.lines.size(); ++row)
            taken.append({row, before.lines.at(row)});
        if (m_sale.clear()) {
            say(Tone::Neutral, tr("The cart is empty."), tr("Undo brings it back."));
            postTaken(tr("The cart was emptied."), taken, before);
            cartChangedByHand();
        }
    });
    add("till.close-options", tr("Back to products"), "left", ActionCategory::Sale, {}, {}, [this] { closeOptions(); });
    add("till.new-sale", tr("New sale"), "plus", ActionCategory::Sale, keys("Ctrl+N"), keys("F1"),
        [this] { newSale(); });
    declareTenderActions();
}

void TillPresenter::updateActions()
{
    const auto allow = [this](QStringView id, const QString &reason) { m_actions.find(id)->setDisabledReason(reason); };
    const QString open = m_mode < TillMode::Selling ? tr("Open a shift first.") : QString();
    const QString fixed = m_mode == TillMode::Selling ? open : tr("The cart is fixed while money changes hands.");
    const QString empty = m_sale.isEmpty() ? tr("The cart is empty.") : QString();
    const QString selling = !open.isEmpty() ? open : !fixed.isEmpty() ? fixed : empty;

    allow(u"till.search", open);
    const QString onLine = selling.isEmpty() && m_sale.lines().isEmpty() ? tr("Nothing is sold yet.") : selling;
    allow(u"till.more", onLine);
    allow(u"till.less", onLine);
    allow(u"till.remove", onLine);
    const int row = m_sale.selected();
    const bool isWeighed = row >= 0 && row < m_sale.lines().size() && m_sale.lines().at(row).item.unit == Unit::Gram;
    allow(u"till.weight", !onLine.isEmpty() || isWeighed ? onLine : tr("This line is not weighed."));
    allow(u"till.take-nothing-back", !fixed.isEmpty()     ? fixed
                                     : m_sale.takesBack() ? QString()
                                                          : tr("Nothing comes back."));
    allow(u"till.clear", selling);
    allow(u"till.close-options", m_options ? QString() : tr("No variant is asked for."));
    allow(u"till.undo", canUndo() ? QString() : tr("There is nothing to undo."));
    allow(u"till.new-sale", m_mode == TillMode::ChangeDue ? QString() : tr("The present sale is not paid yet."));

    Action &pay = *m_actions.find(u"till.pay");
    updateTenderActions();
    if (m_mode == TillMode::Paying) {
        pay.setDisabledReason(m_payment.recording ? tr("The sale is being saved.")
                              : m_payment.online  ? m_payment.online->stateText
                                                  : m_payment.missingText);
    } else if (m_mode == TillMode::ChangeDue) {
        pay.setText(tr("New sale"));
        pay.enable();
    } else {
        pay.setText(m_sale.isEmpty()          ? tr("Pay")
                    : isTraining()            ? tr("Practise paying %1").arg(m_totals.totalText)
                    : m_totals.totalMinor < 0 ? tr("Pay back %1").arg(m_totals.paidBackText)
                                              : tr("Pay %1").arg(m_totals.totalText));
        // The first item may still be looked up: Pay waits for it.
        pay.setDisabledReason(!open.isEmpty() || m_codesInFlight > 0 ? open : empty);
    }
}

} // namespace crema
