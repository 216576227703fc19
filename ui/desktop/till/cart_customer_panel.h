// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/cart_step_panel.h"

class QLineEdit;

namespace crema {
class CartCustomerPresenter;
}

namespace crema::desktop {

class FormField;
class TouchButton;

/// Who the sale is for: search, choose, take off, or make somebody new.
class CartCustomerPanel final : public CartStepPanel
{
    Q_OBJECT

public:
    CartCustomerPanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeSearch();
    void makeForm();
    void showState();
    void showRows();
    void save();

    CartCustomerPresenter &m_customer;
    QWidget *m_finding;
    QWidget *m_making;
    QLineEdit *m_search;
    QLabel *m_attached;
    TouchButton *m_takeOff;
    QLabel *m_problem;
    QLabel *m_makingProblem;
    TouchButton *m_new;
    QVBoxLayout *m_list;
    QList<TouchButton *> m_rows;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QList<FormField *> m_fields;
    bool m_wasMaking = false;
};

} // namespace crema::desktop
