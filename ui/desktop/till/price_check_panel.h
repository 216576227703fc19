// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/cart_step_panel.h"

class QLineEdit;

namespace crema {
class ProductLookup;
struct Problem;
} // namespace crema

namespace crema::desktop {

class AmountLabel;
class TouchButton;

/// What something costs and how much is there, without ringing it up.
class PriceCheckPanel final : public CartStepPanel
{
    Q_OBJECT

public:
    PriceCheckPanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

private:
    void showFound();
    void showHits();
    void showRefusal(const Problem &problem);

    ProductLookup &m_lookup;
    QLineEdit *m_text;
    QLabel *m_problem;
    QLabel *m_name;
    AmountLabel *m_price;
    QLabel *m_facts;
    QVBoxLayout *m_list;
    QList<TouchButton *> m_hits;
};

/// Why the selected line and the sale cost what they cost, in sentences.
class WhyPanel final : public CartStepPanel
{
    Q_OBJECT

public:
    WhyPanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

private:
    void showSteps();

    QLabel *m_lineName;
    QLabel *m_line;
    QLabel *m_sale;
};

} // namespace crema::desktop
