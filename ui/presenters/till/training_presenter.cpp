// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/training_presenter.h"

namespace crema {

TrainingPresenter::TrainingPresenter(ShopDesk &desk, TillPresenter &till, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till)
{
    m_actions.add({QStringLiteral("till.training"),
                   tr("Training"),
                   QStringLiteral("edit"),
                   ActionCategory::Sale,
                   {QStringLiteral("Alt+T")},
                   {}},
                  [this] {
                      if (isOn())
                          end();
                      else
                          begin();
                  });
    connect(&desk, &TillDesk::changed, this, &TrainingPresenter::updateActions);
    connect(&till, &TillPresenter::modeChanged, this, &TrainingPresenter::updateActions);
    connect(&till, &TillPresenter::paymentChanged, this, &TrainingPresenter::updateActions);
    updateActions();
}

TrainingPresenter::~TrainingPresenter()
{
    m_stop.request_stop();
}

QString TrainingPresenter::mark() const
{
    return tr("TRAINING");
}

QString TrainingPresenter::bannerText() const
{
    return tr("Training: nothing that is sold here is recorded.");
}

QString TrainingPresenter::bannerHint() const
{
    return tr("Take no money. Receipts are not valid.");
}

QString TrainingPresenter::obstacle() const
{
    if (isOn())
        return m_till.payment().recording ? tr("The sale is being saved.") : QString();
    switch (m_till.mode()) {
    case TillMode::Selling:
        return m_till.takenTenders().isEmpty() ? QString() : tr("Finish or hold the present sale first.");
    case TillMode::ChangeDue: return {};
    case TillMode::Paying: return tr("The cart is fixed while money changes hands.");
    default: return tr("Open a shift first.");
    }
}

void TrainingPresenter::updateActions()
{
    Action &action = *m_actions.find(u"till.training");
    action.setText(isOn() ? tr("End training") : tr("Begin training"));
    action.setDisabledReason(obstacle());
    if (std::exchange(m_wasOn, isOn()) != isOn())
        Q_EMIT changed();
}

void TrainingPresenter::begin()
{
    if (m_isBusy || isOn() || !obstacle().isEmpty())
        return;
    m_isBusy = true;
    change(this, m_stop.get_token(), true);
}

void TrainingPresenter::end()
{
    if (m_isBusy || !isOn() || !obstacle().isEmpty())
        return;
    m_isBusy = true;
    change(this, m_stop.get_token(), false);
}

QCoro::Task<> TrainingPresenter::change(Self self, std::stop_token stop, bool toBegin)
{
    ShopDesk &desk = self->m_desk;
    auto changing = toBegin ? desk.beginTraining() : desk.endTraining();
    const Result<void> changed = co_await changing;
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isBusy = false;
    if (!changed)
        self->m_till.say(changed.error());
    else if (!toBegin)
        self->m_till.say(Tone::Ok, tr("The training is over: the till records again."));
}

} // namespace crema
