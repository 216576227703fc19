// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/cart_step_panel.h"

class QLineEdit;

namespace crema::desktop {

/// A few words for the staff about a line or the sale.
class NotePanel final : public CartStepPanel
{
    Q_OBJECT

public:
    NotePanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

private:
    void showState();

    QLineEdit *m_text;
};

/// A few words to the customer, which the receipt prints.
class CustomerNotePanel final : public CartStepPanel
{
    Q_OBJECT

public:
    CustomerNotePanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

private:
    QLineEdit *m_text;
};

/// Asks what a sale is called that is parked; Enter alone parks it without a name.
class HoldPanel final : public CartStepPanel
{
    Q_OBJECT

public:
    HoldPanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

private:
    QLineEdit *m_name;
};

} // namespace crema::desktop
