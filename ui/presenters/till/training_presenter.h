// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// Practising at the till (ADR 058): nothing of it is recorded, it is marked wherever it is shown or printed, and the
/// sale that was open before comes back afterwards. Desk and till outlive it.
class TrainingPresenter final : public QObject
{
    Q_OBJECT

public:
    TrainingPresenter(ShopDesk &desk, TillPresenter &till, QObject *parent = nullptr);
    ~TrainingPresenter() override;

    /// Id: till.training, which begins and ends it.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] bool isOn() const { return m_desk.state().training; }
    /// One word in capitals, for where there is no room for more.
    [[nodiscard]] QString mark() const;
    /// What a banner says while it goes on, and what follows from it.
    [[nodiscard]] QString bannerText() const;
    [[nodiscard]] QString bannerHint() const;

    void begin();
    /// What was practised is dropped.
    void end();

Q_SIGNALS:
    void changed();

private:
    using Self = QPointer<TrainingPresenter>;

    void updateActions();
    [[nodiscard]] QString obstacle() const;
    static QCoro::Task<> change(Self self, std::stop_token stop, bool toBegin);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    ActionList m_actions;
    bool m_wasOn = false;
    bool m_isBusy = false;
    std::stop_source m_stop;
};

} // namespace crema
