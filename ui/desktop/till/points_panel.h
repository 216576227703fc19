// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/cart_step_panel.h"

class QLineEdit;

namespace crema::desktop {

class FormField;

/// How many points of the customer are taken for the sale; Enter alone takes as many as make sense.
class PointsPanel final : public CartStepPanel
{
    Q_OBJECT

public:
    PointsPanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

private:
    void showState();

    QLabel *m_balance;
    QLineEdit *m_count;
    FormField *m_field;
};

} // namespace crema::desktop
