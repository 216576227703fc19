// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/cart_step_panel.h"

namespace crema::desktop {

/// The sales that were parked: one big button for each, keys 1 to 9 go on with one.
class ParkedPanel final : public CartStepPanel
{
    Q_OBJECT

public:
    ParkedPanel(const Theme &theme, CartStepPresenter &steps, OpenCartPresenter &openCart);

    void arrive() override;

private:
    void showRows();
    [[nodiscard]] QWidget *makeRow(int row);

    OpenCartPresenter &m_openCart;
    QList<QWidget *> m_rows;
};

} // namespace crema::desktop
