// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's question for modifiers: milk, size, grind, one group after the other.
#include "ui/presenters/till/till_presenter.h"

#include <algorithm>

namespace crema {

void TillPresenter::askModifiers(const TillItem &item, std::int64_t quantity, const QString &note,
                                 const QList<ModifierGroup> &groups)
{
    m_payWhenReady = false; // what it comes to is open
    if (m_options) {        // two codes came at once: the first item is not left out without a word
        refuseCode(item.sku, tr("A variant of “%1” is asked for, so the code was not taken.").arg(m_options->product),
                   tr("Choose one or press Esc, then scan again."));
        return;
    }
    setSearchText({});
    m_asked = AskedModifiers{item, quantity, note, groups, 0, {}};
    showModifiers();
}

int TillPresenter::chosenOfGroup() const
{
    const QList<SaleModifier> &offered = m_asked->groups.at(m_asked->group).modifiers;
    return static_cast<int>(std::ranges::count_if(
        m_asked->chosen, [&](const SaleModifier &modifier) { return offered.contains(modifier); }));
}

void TillPresenter::showModifiers()
{
    const ModifierGroup &group = m_asked->groups.at(m_asked->group);
    OptionsView view;
    view.product = m_asked->item.name;
    view.question = group.atMost == 1 ? tr("%1: choose one", "a kind of options").arg(group.name)
                    : group.atLeast > 0
                        ? tr("%1: choose %2 to %3", "a kind of options, how many")
                              .arg(group.name)
                              .arg(group.atLeast)
                              .arg(group.atMost)
                        : tr("%1: choose up to %2", "a kind of options, how many").arg(group.name).arg(group.atMost);
    for (const SaleModifier &modifier : group.modifiers) {
        OptionChoice choice;
        choice.id = modifier.modifier.toString();
        choice.text = modifier.name;
        if (!modifier.price.isZero())
            choice.priceText = modifier.price.isNegative() ? m_texts.amount(modifier.price)
                                                           : tr("+%1", "an amount").arg(m_texts.amount(modifier.price));
        choice.chosen = m_asked->chosen.contains(modifier);
        choice.sellable = choice.chosen || chosenOfGroup() < group.atMost;
        view.choices.append(choice);
    }
    if (const int chosen = chosenOfGroup(); group.atMost > 1 || group.atLeast == 0) {
        OptionChoice on;
        on.text = chosen == 0 ? tr("None of them") : tr("Go on");
        on.sellable = chosen >= group.atLeast;
        view.choices.append(on);
    }
    m_options = view;
    updateActions();
    Q_EMIT optionsChanged();
}

void TillPresenter::chooseModifier(int row)
{
    const ModifierGroup &group = m_asked->groups.at(m_asked->group);
    if (row < 0 || row >= m_options->choices.size() || !m_options->choices.at(row).sellable)
        return;
    if (row >= group.modifiers.size()) {
        nextModifiers();
        return;
    }
    const SaleModifier &modifier = group.modifiers.at(row);
    if (m_asked->chosen.removeOne(modifier)) {
        showModifiers();
        return;
    }
    m_asked->chosen.append(modifier);
    if (chosenOfGroup() == group.atMost)
        nextModifiers();
    else
        showModifiers();
}

void TillPresenter::nextModifiers()
{
    if (++m_asked->group < m_asked->groups.size()) {
        showModifiers();
        return;
    }
    const AskedModifiers asked = *m_asked;
    closeOptions();
    if (!prepareSale())
        return;
    // In the order in which they are offered, whatever was pressed first: the same drink is the same line.
    QList<SaleModifier> chosen;
    for (const ModifierGroup &group : asked.groups) {
        for (const SaleModifier &modifier : group.modifiers) {
            if (asked.chosen.contains(modifier))
                chosen.append(modifier);
        }
    }
    addChosen(asked.item, asked.quantity, {}, asked.note, chosen);
}

} // namespace crema
